import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { readFilters, writeFilters, type Filters } from './filters';

/** The filters of the address, and a way to change some of them. `replace` for changes nobody would step back to. */
export function useFilters() {
  const [params, setParams] = useSearchParams();
  const address = params.toString();
  const filters = useMemo(() => readFilters(new URLSearchParams(address)), [address]);
  const change = useCallback(
    (some: Partial<Filters>, how: { replace?: boolean } = {}) =>
      setParams((now) => writeFilters({ ...readFilters(now), ...some }), {
        replace: how.replace,
        preventScrollReset: true,
      }),
    [setParams],
  );
  return [filters, change] as const;
}

export type ChangeFilters = ReturnType<typeof useFilters>[1];

import { useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { readFilters, writeFilters, type Filters } from './filters';

/**
 * The filters of the address, and a way to change some of them (`replace` for changes nobody would step back to).
 * A change shows at once, a moment before the router has written it into the address.
 */
export function useFilters() {
  const [params, setParams] = useSearchParams();
  const { key } = useLocation();
  const [ahead, setAhead] = useState<{ of: string; filters: Filters } | null>(null);
  if (ahead && ahead.of !== key) setAhead(null);

  const filters = ahead?.of === key ? ahead.filters : readFilters(params);
  const change = (some: Partial<Filters>, { replace }: { replace?: boolean } = {}) => {
    const next = { ...filters, ...some };
    setAhead({ of: key, filters: next });
    setParams(writeFilters(next), { replace, preventScrollReset: true });
  };
  return [filters, change] as const;
}

export type ChangeFilters = ReturnType<typeof useFilters>[1];

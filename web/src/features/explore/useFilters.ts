import { useSearchParams } from 'react-router';
import { readFilters, writeFilters, type Filters } from './filters';

/** The filters of the address, and a way to change some of them (`replace` for changes nobody would step back to). */
export function useFilters() {
  const [params, setParams] = useSearchParams();
  const filters = readFilters(params);
  const change = (some: Partial<Filters>, { replace }: { replace?: boolean } = {}) => {
    // At once: the router would let the frames of a map that is being drawn come first, and who went back meanwhile
    // would see the change under the address of before.
    setParams(writeFilters({ ...filters, ...some }), { replace, preventScrollReset: true, flushSync: true });
  };
  return [filters, change] as const;
}

export type ChangeFilters = ReturnType<typeof useFilters>[1];

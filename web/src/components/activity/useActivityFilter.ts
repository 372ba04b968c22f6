import { useSearchParams } from 'react-router';
import { useNow } from '../useNow';
import type { TaskStatisticsFilter } from '../../gql/graphql';
import { readPeriod } from './period';

const KEYS = ['organisation', 'campaign', 'country', 'project'] as const;
type Key = (typeof KEYS)[number] | 'from' | 'to';

/** What statistics count, as the address says it. */
export function useActivityFilter() {
  const now = useNow();
  const [params, setParams] = useSearchParams();
  const chosen = Object.fromEntries(KEYS.map((key) => [key, params.get(key)])) as Record<
    (typeof KEYS)[number],
    string | null
  >;
  const change = (changes: Partial<Record<Key, string | null>>) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [key, value] of Object.entries(changes)) {
          if (value) after.set(key, value);
          else after.delete(key);
        }
        return after;
      },
      { replace: true },
    );
  const filter: Omit<TaskStatisticsFilter, 'from' | 'to'> = {
    organisationId: chosen.organisation,
    campaignId: chosen.campaign,
    country: chosen.country,
    projectIds: chosen.project ? [chosen.project] : null,
  };
  return {
    period: readPeriod(params, now),
    chosen,
    filter,
    change,
    /** Not what one sees at first. */
    narrowed: [...KEYS, 'from', 'to'].some((key) => params.has(key)),
  };
}

export type ActivityFilter = ReturnType<typeof useActivityFilter>;

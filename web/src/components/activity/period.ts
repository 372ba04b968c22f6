/** From a day to a day, both included: YYYY-MM-DD, UTC. */
export type Period = { from: string; to: string };

const DAY = 86_400_000;
/** As many days as are drawn one by one; more are drawn as weeks. */
const MOST_DAYS = 92;

export const isoDay = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** The last so many days, today included. */
export const lastDays = (count: number, now: number): Period => ({
  from: isoDay(now - (count - 1) * DAY),
  to: isoDay(now),
});

/** The period in an address; the last 90 days where it says none that there is. */
export function readPeriod(params: URLSearchParams, now: number): Period {
  const read = (key: string) => {
    const text = params.get(key) ?? '';
    return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
  };
  const usual = lastDays(90, now);
  return { from: read('from') ?? usual.from, to: read('to') ?? usual.to };
}

export type Counts<K extends string> = Record<K, number>;

/**
 * Every day of the period in order, also those on which nothing happened; weeks from Monday on where the days would be too
 * many to tell apart. `day` is the first of each.
 */
export function toSteps<K extends string>(
  days: readonly ({ date: string } & Counts<K>)[],
  keys: readonly K[],
  { from, to }: Period,
): { weekly: boolean; steps: ({ day: string } & Counts<K>)[] } {
  const first = Date.parse(from);
  const last = Date.parse(to);
  const weekly = (last - first) / DAY >= MOST_DAYS;
  const startOf = (moment: number) => (weekly ? moment - ((new Date(moment).getUTCDay() + 6) % 7) * DAY : moment);
  const steps = new Map<string, { day: string } & Counts<K>>();
  for (let moment = startOf(first); moment <= last; moment += weekly ? 7 * DAY : DAY) {
    const day = isoDay(moment);
    steps.set(day, { day, ...Object.fromEntries(keys.map((key) => [key, 0])) } as { day: string } & Counts<K>);
  }
  for (const counts of days) {
    const step = steps.get(isoDay(startOf(Date.parse(counts.date))));
    if (step) for (const key of keys) (step as Counts<string>)[key]! += counts[key];
  }
  return { weekly, steps: [...steps.values()] };
}

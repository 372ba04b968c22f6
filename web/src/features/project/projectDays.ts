/** What was mapped and validated in a stretch of time, and stood at its end. */
export interface Stretch {
  /** Its first day, YYYY-MM-DD. */
  day: string;
  mapped: number;
  validated: number;
  mappedInAll: number;
  validatedInAll: number;
}

const DAY = 86_400_000;
/** As many bars as can be told apart. */
const MOST = 90;

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/**
 * The API leaves out days on which nothing changed. Here every day from the first to `until` is there; where those are
 * too many, stretches of a whole number of weeks.
 */
export function stretchesOf(
  days: readonly (Omit<Stretch, 'day'> & { date: string })[],
  until: string,
): { daysEach: number; stretches: Stretch[] } {
  const [first] = days;
  if (!first) return { daysEach: 1, stretches: [] };
  const start = Date.parse(first.date);
  const count = Math.max(1, Math.round((Date.parse(until) - start) / DAY) + 1);
  const daysEach = count <= MOST ? 1 : 7 * Math.ceil(count / 7 / MOST);
  const stretches = Array.from({ length: Math.ceil(count / daysEach) }, (_, index) => ({
    day: dayOf(start + index * daysEach * DAY),
    mapped: 0,
    validated: 0,
    mappedInAll: 0,
    validatedInAll: 0,
  }));
  const touched = new Set<Stretch>();
  for (const { date, mapped, validated, mappedInAll, validatedInAll } of days) {
    const stretch = stretches[Math.floor((Date.parse(date) - start) / DAY / daysEach)];
    if (!stretch) continue;
    stretch.mapped += mapped;
    stretch.validated += validated;
    Object.assign(stretch, { mappedInAll, validatedInAll });
    touched.add(stretch);
  }
  // What stood stays until something changes.
  stretches.reduce((before, stretch) => {
    if (!touched.has(stretch)) {
      Object.assign(stretch, { mappedInAll: before.mappedInAll, validatedInAll: before.validatedInAll });
    }
    return stretch;
  });
  return { daysEach, stretches };
}

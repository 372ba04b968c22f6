type Day = { date: string; mapped: number; validated: number; invalidated: number };

const DAY = 86_400_000;
const WEEKS = 52;

/** The last 52 weeks, each by its first day, with what was done in it; `until` is the last day, YYYY-MM-DD. */
export function weeksOf(days: readonly Day[], until: string, weekStart: number) {
  const now = Date.parse(until);
  const last = now - ((new Date(now).getUTCDay() - weekStart + 7) % 7) * DAY;
  const first = last - (WEEKS - 1) * 7 * DAY;
  const weeks = Array.from({ length: WEEKS }, (_, index) => ({
    day: new Date(first + index * 7 * DAY).toISOString().slice(0, 10),
    mapped: 0,
    validated: 0,
    invalidated: 0,
  }));
  for (const { date, mapped, validated, invalidated } of days) {
    const week = weeks[Math.floor((Date.parse(date) - first) / (7 * DAY))];
    if (!week) continue;
    week.mapped += mapped;
    week.validated += validated;
    week.invalidated += invalidated;
  }
  return weeks;
}

type Day = { date: string; mapped: number; validated: number; invalidated: number };

const DAY = 86_400_000;

/** What was done in the week that holds `today` (YYYY-MM-DD), and in the one before it. `weekStart`: 0 for Sunday. */
export function twoWeeks(days: readonly Day[], today: string, weekStart: number) {
  const now = Date.parse(today);
  const start = now - ((new Date(now).getUTCDay() - weekStart + 7) % 7) * DAY;
  return { week: sumOf(days, start, start + 7 * DAY), before: sumOf(days, start - 7 * DAY, start) };
}

function sumOf(days: readonly Day[], from: number, to: number) {
  const within = days.filter(({ date }) => Date.parse(date) >= from && Date.parse(date) < to);
  const sum = (of: (day: Day) => number) => within.reduce((total, day) => total + of(day), 0);
  return {
    mapped: sum(({ mapped }) => mapped),
    validated: sum(({ validated }) => validated),
    invalidated: sum(({ invalidated }) => invalidated),
    days: within.length,
  };
}

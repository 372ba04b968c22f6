/** One square of the calendar. `level` 0 to 4: how much the day had beside the others of the year. */
export type CalendarDay = { day: string; count: number; level: number; week: number; weekday: number };

const DAY = 86_400_000;

/** First day of the week in a language, 0 for Sunday: by its region where the browser knows it, else Monday. */
export function firstWeekday(locale: string): number {
  try {
    const known = new Intl.Locale(locale) as Intl.Locale & {
      getWeekInfo?: () => { firstDay: number };
      weekInfo?: { firstDay: number };
    };
    return ((known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1) % 7;
  } catch {
    return 1;
  }
}

/** The 53 weeks that end with `until` (YYYY-MM-DD), every day of them in order, from the first day of a week on. */
export function calendarDays(
  counts: readonly { date: string; count: number }[],
  until: string,
  weekStart: number,
): CalendarDay[] {
  const byDay = new Map(counts.map(({ date, count }) => [date, count]));
  const last = Date.parse(until);
  const weekdayOf = (time: number) => (new Date(time).getUTCDay() - weekStart + 7) % 7;
  const first = last - (52 * 7 + weekdayOf(last)) * DAY;
  const limits = quarters(counts.map(({ count }) => count).filter((count) => count > 0));
  return Array.from({ length: (last - first) / DAY + 1 }, (_, index) => {
    const time = first + index * DAY;
    const day = new Date(time).toISOString().slice(0, 10);
    const count = byDay.get(day) ?? 0;
    const level = count === 0 ? 0 : 1 + limits.filter((limit) => count > limit).length;
    return { day, count, level, week: Math.floor(index / 7), weekday: index % 7 };
  });
}

/** What a quarter, half and three quarters of the values do not exceed: a single great day does not pale all others. */
function quarters(values: number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return [0.25, 0.5, 0.75].map((share) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
}

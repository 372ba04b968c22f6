import { describe, expect, it } from 'vitest';
import { calendarDays, firstWeekday } from './calendarDays';

describe('the calendar of a year', () => {
  it('ends today, begins with a week 52 weeks before, and leaves no day out', () => {
    const days = calendarDays([], '2026-11-30', 1); // a Monday
    expect(days.at(-1)).toMatchObject({ day: '2026-11-30', week: 52, weekday: 0 });
    expect(days[0]).toMatchObject({ day: '2025-12-01', week: 0, weekday: 0 });
    expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
    expect(calendarDays([], '2026-11-30', 0).at(-1)).toMatchObject({ week: 52, weekday: 1 });
  });

  it('shades a day by how many others had less, not by the greatest of all', () => {
    const days = calendarDays(
      [
        { date: '2026-11-26', count: 1 },
        { date: '2026-11-27', count: 2 },
        { date: '2026-11-28', count: 3 },
        { date: '2026-11-29', count: 500 },
      ],
      '2026-11-30',
      1,
    );
    expect(days.slice(-6).map(({ level }) => level)).toEqual([0, 1, 2, 3, 4, 0]);
  });

  it('begins weeks as the language does', () => {
    expect(firstWeekday('de-DE')).toBe(1);
    expect(firstWeekday('en-US')).toBe(0);
    expect(firstWeekday('ar-EG')).toBe(6);
    expect(firstWeekday('no such language')).toBe(1);
  });
});

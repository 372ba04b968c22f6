import { expect, it } from 'vitest';
import { twoWeeks } from './week';

const day = (date: string, mapped: number) => ({ date, mapped, validated: 1, invalidated: 0 });
const days = [day('2026-11-30', 3), day('2026-11-29', 5), day('2026-11-23', 7), day('2026-11-22', 11)];

it('the week begins where the language begins it', () => {
  // 30 November 2026 is a Monday.
  const monday = twoWeeks(days, '2026-11-30', 1);
  expect(monday.week).toEqual({ mapped: 3, validated: 1, invalidated: 0, days: 1 });
  expect(monday.before).toEqual({ mapped: 12, validated: 2, invalidated: 0, days: 2 });
  const sunday = twoWeeks(days, '2026-11-30', 0);
  expect(sunday.week.mapped).toBe(8);
  expect(sunday.before.mapped).toBe(18);
});

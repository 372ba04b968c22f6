import { expect, it } from 'vitest';
import { weeksOf } from './weeks';

it('every day falls into its week, and what is older than the year is left out', () => {
  const day = (date: string) => ({ date, mapped: 1, validated: 2, invalidated: 0 });
  const weeks = weeksOf([day('2026-11-30'), day('2026-11-29'), day('2026-11-23'), day('2025-12-02')], '2026-11-30', 1);
  expect(weeks).toHaveLength(52);
  expect(weeks.slice(-2)).toEqual([
    { day: '2026-11-23', mapped: 2, validated: 4, invalidated: 0 },
    { day: '2026-11-30', mapped: 1, validated: 2, invalidated: 0 },
  ]);
  expect(weeks[0]!.day).toBe('2025-12-08');
  expect(weeks.reduce((sum, { mapped }) => sum + mapped, 0)).toBe(3);
});

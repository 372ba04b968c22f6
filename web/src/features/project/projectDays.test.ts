import { expect, it } from 'vitest';
import { stretchesOf } from './projectDays';

const day = (date: string, mapped: number, mappedInAll: number, validated = 0, validatedInAll = 0) => ({
  date,
  mapped,
  validated,
  mappedInAll,
  validatedInAll,
});

it('fills the days on which nothing changed, and keeps what stood', () => {
  const { daysEach, stretches } = stretchesOf([day('2026-03-01', 4, 4), day('2026-03-04', 2, 6, 1, 1)], '2026-03-05');
  expect(daysEach).toBe(1);
  expect(stretches.map(({ day, mapped, mappedInAll }) => [day, mapped, mappedInAll])).toEqual([
    ['2026-03-01', 4, 4],
    ['2026-03-02', 0, 4],
    ['2026-03-03', 0, 4],
    ['2026-03-04', 2, 6],
    ['2026-03-05', 0, 6],
  ]);
});

it('adds up weeks where the days are too many to be told apart', () => {
  const { daysEach, stretches } = stretchesOf(
    [day('2026-01-01', 4, 4), day('2026-01-06', 1, 5), day('2026-01-09', 2, 7)],
    '2026-06-30',
  );
  expect(daysEach).toBe(7);
  expect(stretches).toHaveLength(26);
  expect(stretches[0]).toMatchObject({ day: '2026-01-01', mapped: 5, mappedInAll: 5 });
  expect(stretches[1]).toMatchObject({ day: '2026-01-08', mapped: 2, mappedInAll: 7 });
  expect(stretches[25]).toMatchObject({ mapped: 0, mappedInAll: 7 });
});

it('has nothing to show where nothing happened', () => {
  expect(stretchesOf([], '2026-06-30').stretches).toEqual([]);
});

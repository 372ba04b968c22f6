import { expect, it } from 'vitest';
import { tierOf } from './tiers';

it('knows the tier of a year’s work and where the next one begins', () => {
  expect(tierOf(0)).toEqual({ tier: 1, next: 1_000 });
  expect(tierOf(999)).toEqual({ tier: 1, next: 1_000 });
  expect(tierOf(1_000)).toEqual({ tier: 2, next: 10_000 });
  expect(tierOf(25_000)).toEqual({ tier: 4, next: 50_000 });
  expect(tierOf(1_000_000)).toEqual({ tier: 5, next: null });
});

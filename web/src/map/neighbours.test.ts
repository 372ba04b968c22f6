import { describe, expect, it } from 'vitest';
import { nearest, neighbour, type TaskPoint } from './neighbours';

/** A grid of 5 × 5 tasks, numbered 1 to 25 row by row from the south-west corner. */
const grid: TaskPoint[] = Array.from({ length: 25 }, (_, index) => ({
  mapId: 100 + index,
  number: index + 1,
  lng: 39 + (index % 5) * 0.01,
  lat: -6 + Math.floor(index / 5) * 0.01,
}));
const middle = grid[12]!;

describe('the neighbouring task', () => {
  it.each([
    ['up', 18],
    ['down', 8],
    ['left', 12],
    ['right', 14],
  ] as const)('%s of task 13 is task %i', (direction, number) => {
    expect(neighbour(middle, direction, grid)?.number).toBe(number);
  });

  it('skips a gap, and ends at the edge', () => {
    expect(
      neighbour(
        middle,
        'up',
        grid.filter((point) => point.number !== 18),
      )?.number,
    ).toBe(23);
    expect(neighbour(grid[4]!, 'right', grid)).toBeNull();
  });
});

describe('the nearest task', () => {
  it('is the nearest that is accepted', () => {
    expect(nearest(middle, grid, (number) => [1, 8, 25].includes(number))?.number).toBe(8);
    expect(nearest(middle, grid, () => false)).toBeNull();
  });
});

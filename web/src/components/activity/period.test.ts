import { describe, expect, it } from 'vitest';
import { lastDays, readPeriod, toSteps } from './period';

const NOW = Date.parse('2026-11-30T10:00:00Z');

describe('the period of statistics', () => {
  it('is what the address says, and the last 90 days where it says nothing that there is', () => {
    expect(readPeriod(new URLSearchParams('from=2026-01-01&to=2026-02-01'), NOW)).toEqual({
      from: '2026-01-01',
      to: '2026-02-01',
    });
    expect(readPeriod(new URLSearchParams('from=2026-13-77&to=soon'), NOW)).toEqual(lastDays(90, NOW));
    expect(lastDays(90, NOW)).toEqual({ from: '2026-09-02', to: '2026-11-30' });
  });

  it('has every day, also those on which nothing happened', () => {
    const { weekly, steps } = toSteps([{ date: '2026-11-29', mapped: 4 }], ['mapped'], {
      from: '2026-11-28',
      to: '2026-11-30',
    });
    expect(weekly).toBe(false);
    expect(steps).toEqual([
      { day: '2026-11-28', mapped: 0 },
      { day: '2026-11-29', mapped: 4 },
      { day: '2026-11-30', mapped: 0 },
    ]);
  });

  it('is drawn in weeks from Monday on where it is long, and loses nothing', () => {
    const days = [
      { date: '2026-01-04', mapped: 1 },
      { date: '2026-01-05', mapped: 2 },
      { date: '2026-11-30', mapped: 4 },
    ];
    const { weekly, steps } = toSteps(days, ['mapped'], { from: '2026-01-01', to: '2026-11-30' });
    expect(weekly).toBe(true);
    expect(steps[0]).toEqual({ day: '2025-12-29', mapped: 1 });
    expect(steps[1]).toEqual({ day: '2026-01-05', mapped: 2 });
    expect(steps.at(-1)).toEqual({ day: '2026-11-30', mapped: 4 });
    expect(steps.reduce((sum, { mapped }) => sum + mapped, 0)).toBe(7);
  });
});

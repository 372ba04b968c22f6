import { describe, expect, it } from 'vitest';
import { hoursAndMinutes, minutesAndSeconds, phaseOf, untilNextChange } from './lockTime';

const min = 60_000;

describe('the time left', () => {
  it.each([
    [106 * min, 'calm'],
    [10 * min + 1, 'calm'],
    [10 * min, 'soon'],
    [2 * min, 'urgent'],
    [1, 'urgent'],
    [0, 'over'],
    [-5, 'over'],
  ] as const)('%i ms: %s', (left, phase) => expect(phaseOf(left)).toBe(phase));

  it('is shown in begun minutes', () => {
    expect(hoursAndMinutes(106 * min)).toEqual({ hours: 1, minutes: 46 });
    expect(hoursAndMinutes(105 * min + 1)).toEqual({ hours: 1, minutes: 46 });
    expect(hoursAndMinutes(120 * min)).toEqual({ hours: 2, minutes: 0 });
    expect(minutesAndSeconds(119_500)).toBe('2:00');
    expect(minutesAndSeconds(61_000)).toBe('1:01');
    expect(minutesAndSeconds(4_001)).toBe('0:05');
  });

  it('changes once a minute, and every second at the end', () => {
    expect(untilNextChange(30 * min + 20_000)).toBe(20_000);
    expect(untilNextChange(30 * min)).toBe(min);
    expect(untilNextChange(90_400)).toBe(400);
    expect(untilNextChange(0)).toBe(Number.POSITIVE_INFINITY);
  });
});

import type { IntlShape } from 'react-intl';

const STEPS = [
  { unit: 'second', seconds: 1, upTo: 90 },
  { unit: 'minute', seconds: 60, upTo: 5_400 },
  { unit: 'hour', seconds: 3_600, upTo: 48 * 3_600 },
  { unit: 'day', seconds: 86_400, upTo: Infinity },
] as const;

/** A length of time in the one unit that gives few digits: "45 sec", "12 min", "7.5 hr", "31 days". */
export function durationWords(intl: IntlShape, seconds: number): string {
  const { unit, seconds: each } = STEPS.find(({ upTo }) => seconds < upTo) ?? STEPS[3];
  const value = seconds / each;
  return intl.formatNumber(value, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: unit === 'hour' || (unit === 'day' && value < 10) ? 1 : 0,
  });
}

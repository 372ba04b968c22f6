import { createIntl } from 'react-intl';
import { expect, it } from 'vitest';
import { durationWords } from './duration';

it('says a length of time in the unit that gives few digits', () => {
  const intl = createIntl({ locale: 'en' });
  expect([0, 45, 125, 6_000, 27_000, 3 * 86_400, 100 * 86_400].map((each) => durationWords(intl, each))).toEqual([
    '0 sec',
    '45 sec',
    '2 min',
    '1.7 hr',
    '7.5 hr',
    '3 days',
    '100 days',
  ]);
});

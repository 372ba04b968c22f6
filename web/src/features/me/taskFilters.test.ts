import { expect, it } from 'vitest';
import { readTaskFilters, toPersonTaskFilter, writeTaskFilters } from './taskFilters';

const read = (text: string) => readTaskFilters(new URLSearchParams(text));

it('an address holds the filters and gives them back', () => {
  const text = 'result=VALIDATED&project=7&from=2026-03-01&to=2026-03-31&order=EARLIEST';
  expect(writeTaskFilters(read(text)).toString()).toBe(text);
  expect(writeTaskFilters(read('')).toString()).toBe('');
});

it('what an address holds wrongly is left out', () => {
  expect(read('result=READY&project=x&from=2026-99-01&to=yesterday&order=UPWARD')).toEqual(read(''));
});

it('the last day counts to its end', () => {
  const { from, to } = toPersonTaskFilter(read('from=2026-03-01&to=2026-03-01'));
  expect(Date.parse(to!) - Date.parse(from!)).toBe(86_400_000);
});

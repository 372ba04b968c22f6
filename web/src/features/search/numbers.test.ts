import { expect, test } from 'vitest';
import { fits, readNumbers } from './numbers';

test.each([
  ['3', 3, null],
  [' #3 ', 3, null],
  ['3/120', 3, 120],
  ['3 / 120', 3, 120],
  ['#3 #120', 3, 120],
  ['3#120', 3, 120],
])('%s leads to a project or a task', (typed, first, second) => {
  expect(readNumbers(typed)).toEqual({ first, second });
});

test.each(['', 'a3', '3/', '3/x', '3.5', '1234567890', '-3'])('%s is no number', (typed) => {
  expect(readNumbers(typed)).toBeNull();
});

test('words are found by how they begin, with or without accents', () => {
  expect(fits('São Tomé: roads', 'sao roa')).toBe(true);
  expect(fits('São Tomé: roads', 'oads')).toBe(false);
  expect(fits('Language: Português', 'PORTUGUES')).toBe(true);
  expect(fits('Anything', '  ')).toBe(true);
});

import { expect, test } from 'vitest';
import { distinctInitials } from './Avatar';

test('people beside each other have different initials where their names allow', () => {
  expect(distinctInitials(['mapper', 'mangrove7', 'Ana Lima'])).toEqual(['ma', 'm7', 'AL']);
  expect(distinctInitials(['mapper', 'mapper'])).toEqual(['ma', 'mr']);
});

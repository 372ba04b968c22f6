import { expect, test } from 'vitest';
import { readSearches } from './savedSearches';

test('searches come back as they were kept', () => {
  const kept = { items: [{ name: 'Easy', address: 'difficulty=easy' }], opensWith: 'Easy' };
  expect(readSearches(JSON.stringify(kept))).toEqual(kept);
});

test.each([undefined, 'x', 'null', '[]', '{"items":"x"}', '{"items":[null,{"name":1}],"opensWith":"gone"}'])(
  'what cannot be understood is nothing: %s',
  (text) => {
    expect(readSearches(text)).toEqual({ items: [], opensWith: null });
  },
);

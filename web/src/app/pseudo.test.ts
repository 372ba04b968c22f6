import { parse } from '@formatjs/icu-messageformat-parser';
import { expect, it } from 'vitest';
import { pseudo, pseudoMessages } from './pseudo';

it('changes the words of a message, and nothing else', () => {
  expect(pseudo('Map task {number}')).toBe('[Mààþ ťààšķ {number}]');
  expect(pseudo('{count, plural, one {# task} other {# of <b>{total}</b>}}')).toBe(
    '[{count, plural, one {# ťààšķ} other {# óóƒ <b>{total}</b>}}]',
  );
});

it('leaves every message one that can be read', () => {
  for (const [id, message] of Object.entries(pseudoMessages)) expect(() => parse(message), id).not.toThrow();
});

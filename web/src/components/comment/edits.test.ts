import { describe, expect, it } from 'vitest';
import { link, mentionAt, prefixLines, wrap, type Edit } from './edits';

const done = (text: string, { from, to, insert, select }: Edit) => {
  const next = text.slice(0, from) + insert + text.slice(to);
  return [next, next.slice(...select)];
};

describe('the tools of a comment', () => {
  it('put marks round what is selected, and take them away again', () => {
    expect(done('a word here', wrap('a word here', 2, 6, '**'))).toEqual(['a **word** here', 'word']);
    expect(done('a **word** here', wrap('a **word** here', 4, 8, '**'))).toEqual(['a word here', 'word']);
  });
  it('mark whole lines, and take the marks away again', () => {
    expect(done('one\ntwo\nthree', prefixLines('one\ntwo\nthree', 1, 5, '- '))[0]).toBe('- one\n- two\nthree');
    expect(done('- one\n- two', prefixLines('- one\n- two', 0, 11, '- '))[0]).toBe('one\ntwo');
  });
  it('make a link, and select what is to be written next', () => {
    expect(done('see this', link('see this', 4, 8))).toEqual(['see [this](https://)', 'https://']);
    expect(done('', link('', 0, 0))).toEqual(['[](https://)', '']);
  });
});

describe('a mention', () => {
  it('begins with an @ of its own', () => {
    expect(mentionAt('Hello @kes', 10)).toEqual({ from: 6, search: 'kes' });
    expect(mentionAt('@', 1)).toEqual({ from: 0, search: '' });
    expect(mentionAt('Hello @[Ana Li', 14)).toEqual({ from: 6, search: 'Ana Li' });
  });
  it('is over behind its name, and is no e-mail address', () => {
    expect(mentionAt('@[Ana] thanks', 13)).toBeNull();
    expect(mentionAt('@ana thanks', 11)).toBeNull();
    expect(mentionAt('me@example', 10)).toBeNull();
  });
});

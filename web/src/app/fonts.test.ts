import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { familyOf } from './fonts';
import { LANGUAGES, messagesOf } from './languages';

const css = readFileSync(new URL('./fonts.css', import.meta.url), 'utf8');
const require = createRequire(import.meta.url);

/** The faces of fonts.css in order: what they are called, their file, and which letters they are asked for. */
const faces = [...css.matchAll(/font-family: '(.*?)';.*?url\(['"](.*?)['"]\).*?unicode-range:\s+(.*?);/gs)].map(
  ([, family = '', file = '', ranges = '']) => ({
    family,
    file: file.startsWith('.') ? new URL(file, import.meta.url).pathname : require.resolve(file),
    ranges: ranges.split(/,\s+/).map((range) => {
      const [from = '', to = from] = range.replace('U+', '').split('-');
      return [parseInt(from, 16), parseInt(to, 16)] as const;
    }),
  }),
);
const faceOf = (letter: number) => faces.find(({ ranges }) => ranges.some(([a, b]) => letter >= a && letter <= b));
const kilobytes = (file: string) => statSync(file).size / 1000;
/** Written in the fonts of the system. */
const SYSTEM = new Set(['ja', 'ko', 'ml', 'zh', 'zh-TW']);

describe('the fonts of a language', () => {
  it.each(LANGUAGES.filter(({ code }) => !SYSTEM.has(code)))(
    'are at most 50 KB beside the file that every page has: $code',
    async ({ code, name }) => {
      const words = name + Object.values(await messagesOf(code)).join('');
      const letters = [...new Set(words)].filter((letter) => /\p{L}/u.test(letter));
      const used = new Map(letters.map((letter) => [letter, faceOf(letter.codePointAt(0)!)]));
      expect([...used].filter(([, face]) => !face).map(([letter]) => letter)).toEqual([]);
      const files = new Set([...used.values()].map((face) => face!.file));
      const more = [...files].filter((file) => !file.includes('inter-latin-wght'));
      expect(more.reduce((sum, file) => sum + kilobytes(file), 0)).toBeLessThan(50);
    },
  );

  it('have every letter in one file alone', () => {
    const twice: string[] = [];
    for (let letter = 0; letter <= 0xffff; letter++) {
      const having = faces.filter(({ ranges }) => ranges.some(([a, b]) => letter >= a && letter <= b));
      if (having.length > 1 && /\p{L}/u.test(String.fromCodePoint(letter))) twice.push(letter.toString(16));
    }
    expect(twice).toEqual([]);
  });

  it('are one family each, which maps write in', () => {
    expect(['ar', 'fa', 'he', 'cs', 'pt-BR'].map(familyOf)).toEqual([
      'Vazirmatn Variable',
      'Vazirmatn Variable',
      'Noto Sans Hebrew Variable',
      'Inter Variable',
      'Inter Variable',
    ]);
    expect(faces.map(({ family }) => family)).toContain(familyOf('he'));
  });
});

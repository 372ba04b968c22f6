import english from '../../messages/en.json';

const ACCENTS: Record<string, string> = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyz'].map((letter, at) => [letter, [...'àƀçđéƒğħíĵķłɱñóþǫřšťůṽŵẋýž'][at]!]),
);
const VOWELS = /[aeiou]/;

/**
 * A message with accents on its letters, its vowels doubled and brackets around it. What stands in braces an odd number of
 * times is ICU's grammar, what stands between < and > is a tag: both stay.
 */
export function pseudo(message: string): string {
  let depth = 0;
  let tag = false;
  let out = '';
  for (const letter of message) {
    if (letter === '{') depth++;
    if (letter === '}') depth--;
    if (letter === '<') tag = true;
    const accent = depth % 2 === 0 && !tag ? (ACCENTS[letter] ?? letter) : letter;
    out += accent !== letter && VOWELS.test(letter) ? accent + accent : accent;
    if (letter === '>') tag = false;
  }
  return `[${out}]`;
}

export const pseudoMessages: Record<string, string> = Object.fromEntries(
  Object.entries(english as Record<string, string>).map(([id, message]) => [id, pseudo(message)]),
);

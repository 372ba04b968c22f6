/** The families of fonts.css in the order of --sans: each has the letters that those before it lack. */
const FAMILIES = ['Inter Variable', 'Vazirmatn Variable', 'Noto Sans Hebrew Variable'] as const;

/** A letter of the script of a language, where that is not in the file that every page has. */
const LETTERS: Record<string, string> = {
  ar: 'ع',
  fa: 'ع',
  he: 'ש',
  el: 'Ω',
  ru: 'Ж',
  uk: 'Ж',
  cs: 'ě',
  hu: 'ő',
  tr: 'ş',
  sl: 'č',
};

const lettersOf = (language: string): string => `a${LETTERS[language.slice(0, 2)] ?? ''}`;

/** The family that has the letters of a language; a map writes its labels in one alone. */
export const familyOf = (language: string): (typeof FAMILIES)[number] =>
  ({ ar: FAMILIES[1], fa: FAMILIES[1], he: FAMILIES[2] })[language.slice(0, 2)] ?? FAMILIES[0];

/** Fetches the fonts of a language before its first letter is on the page. Never rejects: without them the system's stand in. */
export async function fetchFonts(language: string): Promise<void> {
  const list = FAMILIES.map((family) => `"${family}"`).join(', ');
  await document.fonts.load(`400 16px ${list}`, lettersOf(language)).catch(() => undefined);
}

/** A project's texts in one language. */
export interface Text {
  locale: string;
  name: string;
  shortDescription: string;
  description: string;
  instructions: string;
  perTaskInstructions: string;
}

/** zh_Hant_TW → zh_Hant_TW, zh_Hant, zh */
export const withoutSubtags = (locale: string): string[] => {
  const subtags = locale.split('_');
  return subtags.map((_, index) => subtags.slice(0, subtags.length - index).join('_'));
};

/** All texts in the first of the locales that the project has (pt_BR also looks at pt). */
export function rowFor(texts: Text[], locales: string[]): Text | undefined {
  for (const locale of locales.flatMap(withoutSubtags)) {
    const row = texts.find((each) => each.locale.toLowerCase() === locale.toLowerCase());
    if (row) return row;
  }
  return undefined;
}

/**
 * One text in the first of the locales that has it (pt_BR also looks at pt), else in the default one, else in any: each
 * text falls back alone, so that a half-made translation shows what there is.
 */
export function textIn<Key extends Exclude<keyof Text, 'locale'>>(
  texts: Pick<Text, 'locale' | Key>[],
  key: Key,
  locales: string[],
  defaultLocale: string,
): string {
  const wanted = [...locales.flatMap(withoutSubtags), defaultLocale, ...texts.map(({ locale }) => locale)];
  for (const locale of wanted) {
    const text = texts.find((each) => each.locale.toLowerCase() === locale.toLowerCase())?.[key];
    if (text) return text;
  }
  return '';
}

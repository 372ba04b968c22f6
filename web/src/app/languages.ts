/** A language of the interface. `code` is a BCP 47 tag, and the name of its file in messages/. */
export interface Language {
  code: string;
  /** What its speakers call it. */
  name: string;
  dir?: 'rtl';
}

/** All that the interface is written in, by their own names. */
export const LANGUAGES: readonly Language[] = [
  { code: 'ar', name: 'العربية', dir: 'rtl' },
  { code: 'cs', name: 'Čeština' },
  { code: 'de', name: 'Deutsch' },
  { code: 'el', name: 'Ελληνικά' },
  { code: 'en', name: 'English' },
  { code: 'es', name: 'Español' },
  { code: 'fa', name: 'فارسی', dir: 'rtl' },
  { code: 'fr', name: 'Français' },
  { code: 'he', name: 'עברית', dir: 'rtl' },
  { code: 'hu', name: 'Magyar' },
  { code: 'id', name: 'Bahasa Indonesia' },
  { code: 'it', name: 'Italiano' },
  { code: 'ja', name: '日本語' },
  { code: 'ko', name: '한국어' },
  { code: 'mg', name: 'Malagasy' },
  { code: 'ml', name: 'മലയാളം' },
  { code: 'nl', name: 'Nederlands' },
  { code: 'pt', name: 'Português' },
  { code: 'pt-BR', name: 'Português (Brasil)' },
  { code: 'ru', name: 'Русский' },
  { code: 'sl', name: 'Slovenščina' },
  { code: 'sv', name: 'Svenska' },
  { code: 'sw', name: 'Kiswahili' },
  { code: 'tr', name: 'Türkçe' },
  { code: 'uk', name: 'Українська' },
  { code: 'zh', name: '简体中文' },
  { code: 'zh-TW', name: '繁體中文' },
];

const loaders = import.meta.glob<Record<string, string>>(['../../messages/*.json', '!**/en.json'], {
  import: 'default',
});
const pathOf = (code: string) => `../../messages/${code}.json`;

/** The languages whose messages are there; English is written in the features themselves. */
export const available = LANGUAGES.filter(({ code }) => code === 'en' || pathOf(code) in loaders);

/** The messages of a language by their ids; English has none but those beside the features. */
export const messagesOf = (code: string): Promise<Record<string, string>> =>
  code === 'en' ? Promise.resolve({}) : (loaders[pathOf(code)]?.() ?? Promise.resolve({}));

/** Names that other programs give to languages of ours. */
const ALIASES: Record<string, string> = {
  'zh-HANT': 'zh-TW',
  'zh-HK': 'zh-TW',
  'zh-MO': 'zh-TW',
  iw: 'he',
  in: 'id',
};

/** The first wanted language (BCP 47 tags, underscores taken too) that is there, if need be without its region; else English. */
export function pickLanguage(wanted: readonly string[], there: readonly Language[] = available): Language {
  const known = new Map(there.map((language) => [language.code.toLowerCase(), language]));
  for (const tag of wanted) {
    const parts = tag.replaceAll('_', '-').split('-');
    for (let length = parts.length; length > 0; length--) {
      const shorter = parts.slice(0, length).join('-');
      const alias = Object.entries(ALIASES).find(([name]) => name.toLowerCase() === shorter.toLowerCase())?.[1];
      const found = known.get((alias ?? shorter).toLowerCase());
      if (found) return found;
    }
  }
  return known.get('en') ?? LANGUAGES.find(({ code }) => code === 'en')!;
}

/** The variety of a language that the person's browser has, for numbers and dates: de-AT for de, but not pt-BR for pt. */
export const varietyOf = (code: string, wanted: readonly string[]): string =>
  wanted.find((tag) => pickLanguage([tag], LANGUAGES).code === code && tag.startsWith(code)) ?? code;

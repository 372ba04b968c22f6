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
  code === PSEUDO.code
    ? import('./pseudo').then(({ pseudoMessages }) => pseudoMessages)
    : code === 'en'
      ? Promise.resolve({})
      : (loaders[pathOf(code)]?.() ?? Promise.resolve({}));

/** English with accents, a third longer and in brackets: shows which words are not translatable, and which are clipped. */
export const PSEUDO: Language = { code: 'en-XA', name: 'Pseudo' };

/** Names that other programs give to languages of ours. */
const ALIASES: Record<string, string> = {
  'zh-HANT': 'zh-TW',
  'zh-HK': 'zh-TW',
  'zh-MO': 'zh-TW',
  iw: 'he',
  in: 'id',
};

/** The first wanted language (BCP 47 tags, underscores taken too) that is there, if need be without its region; else English, or what there is. */
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
  return known.get('en') ?? there[0] ?? LANGUAGES.find(({ code }) => code === 'en')!;
}

/** Those that the operators chose, by codes such as pt_BR or fa_IR; all where they chose none that there is. */
export function offered(codes: readonly string[] | null | undefined): readonly Language[] {
  if (!codes) return available;
  const chosen = new Set(codes.map((code) => pickLanguage([code], available)).map(({ code }) => code));
  // A code that there is not would be taken for English.
  if (!codes.some((code) => /^en\b/i.test(code))) chosen.delete('en');
  const languages = available.filter(({ code }) => chosen.has(code));
  return languages.length > 0 ? languages : available;
}

/** The variety of a language that the person's browser has, for numbers and dates: de-AT for de, but not pt-BR for pt. */
export const varietyOf = (code: string, wanted: readonly string[]): string =>
  wanted.find((tag) => pickLanguage([tag], LANGUAGES).code === code && tag.startsWith(code)) ?? code;

const CHOSEN = 'taskgrid-language';
/** What the account of who is signed in says, so that the next page begins in it. */
const OF_ACCOUNT = 'taskgrid-account-language';

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // a browser that keeps nothing for us
  }
}

function keep(key: string, code: string | null): void {
  try {
    if (code === null) localStorage.removeItem(key);
    else localStorage.setItem(key, code);
  } catch {
    // as above
  }
}

/** What the address asks for, what was chosen here, what the account says, then what the browser asks for: BCP 47 tags. */
export function wantedLanguages(ofAccount = kept(OF_ACCOUNT)): string[] {
  const asked = new URLSearchParams(location.search).get('language');
  return [asked, kept(CHOSEN), ofAccount, ...navigator.languages].filter((tag) => tag !== null);
}

/** Keeps a choice in this browser; where it keeps nothing for us, it counts until the page is left. */
export const rememberLanguage = (code: string): void => keep(CHOSEN, code);

/** Keeps what the account says; null: nothing, or nobody is signed in. */
export const rememberAccountLanguage = (code: string | null): void => keep(OF_ACCOUNT, code);

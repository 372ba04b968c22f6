/** Accept-Language as locales (pt_BR), most wanted first; what is refused (q=0) or is no language is left out. */
export const localesOf = (header = ''): string[] =>
  header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((each) => each.trim());
      const weight = parameters.find((each) => each.startsWith('q='))?.slice(2);
      return { locale: tag.replaceAll('-', '_'), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ locale, weight }) => /^[A-Za-z]{2,3}(_\w+)*$/.test(locale) && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ locale }) => locale);

/** Languages that clients of v2 offer when the operators name none, each by its own name. */
export const LANGUAGES = [
  { code: 'ar', language: 'عربى' },
  { code: 'cs', language: 'Čeština' },
  { code: 'de', language: 'Deutsch' },
  { code: 'el', language: 'Ελληνικά' },
  { code: 'en', language: 'English' },
  { code: 'es', language: 'Español' },
  { code: 'fa_IR', language: 'فارسی' },
  { code: 'fr', language: 'Français' },
  { code: 'he', language: 'עברית' },
  { code: 'hu', language: 'Magyar' },
  { code: 'id', language: 'Indonesia' },
  { code: 'it', language: 'Italiano' },
  { code: 'ja', language: '日本語' },
  { code: 'ko', language: '한국어' },
  { code: 'mg', language: 'Malagasy' },
  { code: 'ml', language: 'Malayalam' },
  { code: 'nl_NL', language: 'Nederlands' },
  { code: 'pt', language: 'Português' },
  { code: 'pt_BR', language: 'Português (Brasil)' },
  { code: 'ru', language: 'Русский язык' },
  { code: 'sv', language: 'Svenska' },
  { code: 'sw', language: 'Kiswahili' },
  { code: 'tl', language: 'Filipino (Tagalog)' },
  { code: 'tr', language: 'Türkçe' },
  { code: 'uk', language: 'Українська' },
  { code: 'zh_TW', language: '繁體中文' },
];

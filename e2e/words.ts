import { readFileSync } from 'node:fs';
import { createIntl } from '@formatjs/intl';

const read = (language: string) =>
  JSON.parse(readFileSync(new URL(`../web/messages/${language}.json`, import.meta.url), 'utf8')) as Record<
    string,
    string
  >;
const english = read('en');

/** The words of the interface in a language, by id and values, as the page has them: what is not translated is English. */
export function wordsOf(language: string) {
  const own = language === 'en' ? {} : read(language);
  const speaking = (locale: string, messages: Record<string, string>) =>
    createIntl({ locale, messages, onError: () => undefined });
  const [mine, fallback] = [speaking(language, own), speaking('en', english)];
  return (id: string, values?: Record<string, string | number>): string => {
    if (!english[id]) throw new Error(`No message has the id ${id}.`);
    return own[id] ? mine.formatMessage({ id }, values) : fallback.formatMessage({ id }, values);
  };
}

import { DirectionProvider, useDirection } from '@mantine/core';
import { createContext, use, useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { client } from './apollo';
import { fetchFonts } from './fonts';
import {
  available,
  messagesOf,
  pickLanguage,
  PSEUDO,
  rememberAccountLanguage,
  rememberLanguage,
  varietyOf,
  wantedLanguages,
  type Language,
} from './languages';

const Choice = createContext<{
  language: Language;
  choose: (code: string) => void;
  follow: (code: string | null) => void;
} | null>(null);

/** The language of the interface, how to choose another in this browser, and how to follow an account where nobody chose. */
export function useLanguage() {
  const choice = use(Choice);
  if (!choice) throw new Error('useLanguage is used inside Languages.');
  return choice;
}

const ALL = [...available, PSEUDO];

/**
 * The interface in the person's language. English is written beside the features (`defineMessages`); the others are tables by
 * id, fetched when they are needed: until one is there, the page stays in the language before, and in English at the start.
 */
export function Languages({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(() => pickLanguage(wantedLanguages(), ALL));
  /** In which the API was asked last. */
  const asked = useRef(language.code);
  const [shown, setShown] = useState<{ language: Language; messages: Record<string, string> } | null>(
    language.code === 'en' ? { language, messages: {} } : null,
  );
  useEffect(() => {
    let left = false;
    void fetchFonts(language.code);
    void messagesOf(language.code).then(
      (messages) => !left && setShown({ language, messages }),
      // Its words did not come: what is shown stays, and says truly which language it is.
      () => !left && setShown((before) => before ?? { language: pickLanguage(['en']), messages: {} }),
    );
    return () => {
      left = true;
    };
  }, [language]);
  useEffect(() => {
    if (!shown) return;
    document.documentElement.lang = shown.language.code;
    document.documentElement.dir = shown.language.dir ?? 'ltr';
  }, [shown]);

  useEffect(() => {
    if (asked.current === language.code) return;
    asked.current = language.code;
    // Projects and their like have words of their own in several languages.
    void client.refetchQueries({ include: 'active' });
  }, [language]);
  const choose = useCallback((code: string) => {
    rememberLanguage(code);
    setLanguage(pickLanguage([code]));
  }, []);
  const follow = useCallback((code: string | null) => {
    rememberAccountLanguage(code);
    setLanguage(pickLanguage(wantedLanguages(code), ALL));
  }, []);

  if (!shown) return null;
  const locale = varietyOf(shown.language.code, navigator.languages);
  return (
    <Choice value={{ language: shown.language, choose, follow }}>
      <DirectionProvider initialDirection={shown.language.dir ?? 'ltr'}>
        <Direction of={shown.language} />
        <IntlProvider
          locale={locale}
          // English is the words beside the features, in every variety: else each word would make an error that it is missing,
          // with its stack, and a sixth of the time of a click goes there.
          defaultLocale={shown.language.code === 'en' ? locale : 'en'}
          messages={shown.messages}
          onError={ignoreMissing}
        >
          {children}
        </IntlProvider>
      </DirectionProvider>
    </Choice>
  );
}

/** Turns the components with the language, without building the page anew. */
function Direction({ of }: { of: Language }) {
  const { setDirection } = useDirection();
  const dir = of.dir ?? 'ltr';
  useEffect(() => setDirection(dir), [dir, setDirection]);
  return null;
}

function ignoreMissing(error: { code: string; message: string }): void {
  // The default messages are the English ones: that none is "translated" is no fault.
  if (error.code !== 'MISSING_TRANSLATION') console.error(error.message);
}

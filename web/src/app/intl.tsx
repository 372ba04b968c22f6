import { DirectionProvider, useDirection } from '@mantine/core';
import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { messagesOf, pickLanguage, varietyOf, type Language } from './languages';

const CHOSEN = 'taskgrid-language';

/** What was chosen here, then what the browser asks for. */
function wanted(): readonly string[] {
  try {
    const chosen = localStorage.getItem(CHOSEN);
    if (chosen) return [chosen, ...navigator.languages];
  } catch {
    // a browser that keeps nothing for us
  }
  return navigator.languages;
}

function remember(code: string): void {
  try {
    localStorage.setItem(CHOSEN, code);
  } catch {
    // it counts until the page is left
  }
}

const Choice = createContext<{ language: Language; choose: (code: string) => void } | null>(null);

/** The language of the interface, and how to choose another. */
export function useLanguage() {
  const choice = use(Choice);
  if (!choice) throw new Error('useLanguage is used inside Languages.');
  return choice;
}

/**
 * The interface in the person's language. English is written beside the features (`defineMessages`); the others are tables by
 * id, fetched when they are needed: until one is there, the page stays in the language before, and in English at the start.
 */
export function Languages({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(() => pickLanguage(wanted()));
  const [shown, setShown] = useState<{ language: Language; messages: Record<string, string> } | null>(
    language.code === 'en' ? { language, messages: {} } : null,
  );
  useEffect(() => {
    let left = false;
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

  if (!shown) return null;
  const choose = (code: string) => {
    remember(code);
    setLanguage(pickLanguage([code]));
  };
  return (
    <Choice value={{ language: shown.language, choose }}>
      <DirectionProvider initialDirection={shown.language.dir ?? 'ltr'}>
        <Direction of={shown.language} />
        <IntlProvider
          locale={varietyOf(shown.language.code, navigator.languages)}
          defaultLocale="en"
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

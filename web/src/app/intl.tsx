import type { ReactNode } from 'react';
import { IntlProvider } from 'react-intl';

/**
 * English is written beside the features (`defineMessages`); other languages will bring a `messages` table by id.
 * Numbers and dates follow the browser's own variety of the language.
 */
export function Languages({ children }: { children: ReactNode }) {
  const locale = navigator.languages.find((language) => language.startsWith('en')) ?? 'en';
  return (
    <IntlProvider locale={locale} defaultLocale="en" messages={{}} onError={ignoreMissing}>
      {children}
    </IntlProvider>
  );
}

function ignoreMissing(error: { code: string; message: string }): void {
  // The default messages are the English ones: that none is "translated" is no fault.
  if (error.code !== 'MISSING_TRANSLATION') console.error(error.message);
}

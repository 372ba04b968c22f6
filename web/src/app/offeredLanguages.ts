import { useEffect, useMemo } from 'react';
import { useLanguage } from './intl';
import { offered, pickLanguage, PSEUDO } from './languages';
import { useViewer } from './viewer';

/** The languages that people may choose from here. A page in another one turns to what the browser wants of these. */
export function useOfferedLanguages() {
  const { instance } = useViewer();
  const { language, choose } = useLanguage();
  const languages = useMemo(() => offered(instance?.languages), [instance?.languages]);
  const isOffered = language.code === PSEUDO.code || languages.some(({ code }) => code === language.code);
  useEffect(() => {
    if (!isOffered) choose(pickLanguage(navigator.languages, languages).code);
  }, [isOffered, choose, languages]);
  return languages;
}

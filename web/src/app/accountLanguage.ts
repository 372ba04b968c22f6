import { useMutation } from '@apollo/client/react';
import { useEffect } from 'react';
import type { Outcome } from '../components/useChange';
import { graphql } from '../gql';
import { useLanguage } from './intl';
import { offered, pickLanguage } from './languages';
import { useViewer } from './viewer';

const languageMutation = graphql(`
  mutation ChooseLanguage($locale: String!) {
    updateMyProfile(input: { locale: $locale }) {
      ... on UpdateMyProfilePayload {
        viewer {
          account {
            locale
          }
        }
      }
      ... on Error {
        message
        code
      }
    }
  }
`);

/** Where nobody chose a language in this browser, the page is in that of the account; of those that the operators offer. */
export function useAccountLanguage(): void {
  const { viewer, instance } = useViewer();
  const { follow } = useLanguage();
  const locale = viewer === undefined ? undefined : (viewer?.account.locale ?? null);
  const codes = instance?.languages;
  useEffect(() => {
    if (locale === undefined) return;
    follow(locale && pickLanguage([locale, ...navigator.languages], offered(codes)).code);
  }, [locale, codes, follow]);
}

/** Chooses a language in this browser and, for who is signed in, in their account. */
export function useChooseLanguage(): (code: string) => Promise<Outcome> {
  const { viewer } = useViewer();
  const { choose } = useLanguage();
  const [save] = useMutation(languageMutation);
  return async (code) => {
    choose(code);
    return viewer && (await save({ variables: { locale: code } })).data?.updateMyProfile;
  };
}

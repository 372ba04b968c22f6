import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { Checkbox, Radio } from '@mantine/core';
import { useState } from 'react';
import { defineMessages, FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useViewer } from '../../app/viewer';
import { ErrorState } from '../../components/ErrorState';
import { notificationWords } from '../../components/notificationWords';
import { Section } from '../../components/Page';
import { LineSkeleton, Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import type { DigestFrequency, NotificationType } from '../../gql/graphql';
import { useAccount } from './account';
import classes from './NotificationsPart.module.css';
import settingsClasses from './Settings.module.css';
import { useSaved } from './useSaved';

const ways = defineMessages({
  inApp: { id: 'told.inApp', defaultMessage: 'In the inbox' },
  byMail: { id: 'told.byMail', defaultMessage: 'By mail' },
  digest: { id: 'told.digest', defaultMessage: 'In a summary' },
});
const frequencies = defineMessages({
  DAILY: { id: 'told.daily', defaultMessage: 'Once a day' },
  WEEKLY: { id: 'told.weekly', defaultMessage: 'Once a week' },
});
type Way = keyof typeof ways;

const preferencesQuery = graphql(`
  query NotificationPreferences {
    viewer {
      notificationPreferences {
        type
        inApp
        byMail
        digest
      }
    }
  }
`);

const setMutation = graphql(`
  mutation SetNotificationPreferences($input: SetNotificationPreferencesInput!) {
    setNotificationPreferences(input: $input) {
      ... on SetNotificationPreferencesPayload {
        viewer {
          notificationPreferences {
            type
            inApp
            byMail
            digest
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

/** What the person is told of, and how: each choice is saved at once. */
export function NotificationsPart() {
  const intl = useIntl();
  const { cache } = useApolloClient();
  const sendsMail = useViewer().instance?.sendsMail ?? true;
  const { data, error, refetch } = useQuery(preferencesQuery, { fetchPolicy: 'cache-and-network' });
  const { account, error: accountError, choose: chooseForAccount } = useAccount();
  const [set] = useMutation(setMutation);
  const { save, note } = useSaved();
  const frequencySaved = useSaved();
  /** Choices on their way: shown as they will be. */
  const [ahead, setAhead] = useState<Partial<Record<string, boolean>>>({});
  const preferences = data?.viewer?.notificationPreferences;

  const choose = async (type: NotificationType, way: Way, wanted: boolean) => {
    const key = `${type} ${way}`;
    setAhead((before) => ({ ...before, [key]: wanted }));
    const isSaved = await save(async () => {
      const variables = { input: { preferences: [{ type, [way]: wanted }] } };
      const result = (await set({ variables })).data?.setNotificationPreferences;
      if (result?.__typename === 'SetNotificationPreferencesPayload')
        cache.updateQuery(
          { query: preferencesQuery },
          (before) => before?.viewer && { ...before, viewer: { ...before.viewer, ...result.viewer } },
        );
      return result;
    });
    // What was saved stays ahead: the cache tells its readers a moment later, and the old choice would flash up.
    if (!isSaved) setAhead((before) => ({ ...before, [key]: undefined }));
  };

  // All at once, as what comes above the table would push it down.
  if (!preferences || !(account || accountError)) {
    return error && !preferences ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <Waiting>
        {Array.from({ length: 8 }, (_, index) => (
          <LineSkeleton key={index} width="100%" height={28} />
        ))}
      </Waiting>
    );
  }
  const has = (of: (typeof preferences)[number], way: Way) => ahead[`${of.type} ${way}`] ?? of[way];
  return (
    <>
      {account && !(sendsMail && account.email && account.emailVerified) && (
        <div className={settingsClasses.verify}>
          <p>
            {sendsMail ? (
              <FormattedMessage
                id="told.noMail"
                defaultMessage="No mail goes out to you yet: give your address in your <link>profile</link> and open the link that we send there."
                values={{ link: (words) => <Link to="/settings/profile">{words}</Link> }}
              />
            ) : (
              <FormattedMessage
                id="told.sendsNoMail"
                defaultMessage="This site sends no mail at the moment. What you choose for mail and the summary counts once it does; until then all of it is in your inbox."
              />
            )}
          </p>
        </div>
      )}
      <Section title={<FormattedMessage id="told.title" defaultMessage="What you are told" />} action={note}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">
                  <FormattedMessage id="told.what" defaultMessage="What" />
                </span>
              </th>
              {(Object.keys(ways) as Way[]).map((way) => (
                <th key={way} scope="col">
                  {intl.formatMessage(ways[way])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(Object.keys(notificationWords) as NotificationType[]).map((type) => {
              const preference = preferences.find((each) => each.type === type);
              if (!preference) return null;
              const what = intl.formatMessage(notificationWords[type]);
              return (
                <tr key={type}>
                  <th scope="row">{what}</th>
                  {(Object.keys(ways) as Way[]).map((way) => {
                    // The system always speaks; what does not come goes nowhere; a summary is one of mails.
                    const isOff =
                      way === 'inApp'
                        ? type === 'SYSTEM'
                        : !has(preference, 'inApp') || (way === 'digest' && !has(preference, 'byMail'));
                    const word = intl.formatMessage(ways[way]);
                    return (
                      <td key={way}>
                        <Checkbox
                          checked={has(preference, way) && !(isOff && way !== 'inApp')}
                          disabled={isOff}
                          aria-label={`${what}: ${word}`}
                          label={<span className={classes.way}>{word}</span>}
                          onChange={(event) => void choose(type, way, event.currentTarget.checked)}
                        />
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </Section>
      {account && (
        <Section
          title={<FormattedMessage id="told.summary" defaultMessage="The summary" />}
          text={
            <FormattedMessage
              id="told.summaryText"
              defaultMessage="What you choose for it comes in one mail instead of many."
            />
          }
          action={frequencySaved.note}
        >
          <Radio.Group
            aria-label={intl.formatMessage({ id: 'told.summary', defaultMessage: 'The summary' })}
            value={account.digestFrequency}
            onChange={(digestFrequency) =>
              void frequencySaved.save(() => chooseForAccount({ digestFrequency: digestFrequency as DigestFrequency }))
            }
          >
            <div className={settingsClasses.optionsRow}>
              {(Object.keys(frequencies) as DigestFrequency[]).map((frequency) => (
                <Radio key={frequency} value={frequency} label={intl.formatMessage(frequencies[frequency])} />
              ))}
            </div>
          </Radio.Group>
        </Section>
      )}
    </>
  );
}

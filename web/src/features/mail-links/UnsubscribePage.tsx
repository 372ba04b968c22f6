import { useMutation, useQuery } from '@apollo/client/react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { ErrorState } from '../../components/ErrorState';
import { notificationWords } from '../../components/notificationWords';
import { Page } from '../../components/Page';
import { graphql } from '../../gql';
import { LinkDone, OnePress, UnusableLink, WaitingLink } from './LinkPage';
import classes from './UnsubscribePage.module.css';

const messages = defineMessages({
  title: { id: 'unsubscribe.title', defaultMessage: 'Stop these mails?' },
  done: { id: 'unsubscribe.done', defaultMessage: 'These mails have stopped' },
});

const subscriptionQuery = graphql(`
  query MailSubscription($token: String!) {
    mailSubscription(token: $token) {
      ... on MailSubscription {
        types
        isOn
      }
      ... on Error {
        message
        code
      }
    }
  }
`);

const unsubscribeMutation = graphql(`
  mutation Unsubscribe($token: String!) {
    unsubscribe(input: { token: $token }) {
      ... on UnsubscribePayload {
        types
      }
      ... on Error {
        message
        code
      }
    }
  }
`);

/** Where the link of a mail leads that stops such mails. Who has the link need not be signed in. */
export default function UnsubscribePage() {
  const intl = useIntl();
  const token = useSearchParams()[0].get('token') ?? '';
  const { data, error, refetch } = useQuery(subscriptionQuery, { variables: { token } });
  const [unsubscribe] = useMutation(unsubscribeMutation);
  const found = data?.mailSubscription;
  if (!found) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <WaitingLink />;
  if (found.__typename !== 'MailSubscription')
    return <UnusableLink code={found.code} settings="/settings/notifications" />;
  if (!found.isOn)
    return (
      <LinkDone
        title={messages.done}
        text={
          <FormattedMessage
            id="unsubscribe.doneText"
            defaultMessage="You can still read all of it in your inbox here, and have it mailed again whenever you like."
          />
        }
      />
    );
  return (
    <Page
      width="reading"
      title={intl.formatMessage(messages.title)}
      lead={
        <FormattedMessage
          id="unsubscribe.text"
          defaultMessage="After this, no mail comes about these. You still read them in your inbox here:"
        />
      }
    >
      <ul className={classes.list}>
        {found.types.map((type) => (
          <li key={type}>
            <FormattedMessage {...notificationWords[type]} />
          </li>
        ))}
      </ul>
      <OnePress
        verb={<FormattedMessage id="unsubscribe.stop" defaultMessage="Stop these mails" />}
        done={messages.done}
        change={async () => {
          const result = (await unsubscribe({ variables: { token } })).data?.unsubscribe;
          await refetch();
          return result;
        }}
      />
    </Page>
  );
}

import { useMutation, useQuery } from '@apollo/client/react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { ErrorState } from '../../components/ErrorState';
import { Page } from '../../components/Page';
import { graphql } from '../../gql';
import { LinkDone, OnePress, UnusableLink, WaitingLink } from './LinkPage';

const messages = defineMessages({
  tab: { id: 'verifyEmail.tab', defaultMessage: 'Confirm your e-mail address' },
  done: { id: 'verifyEmail.done', defaultMessage: 'Your e-mail address is confirmed' },
});

const verificationQuery = graphql(`
  query EmailVerification($token: String!) {
    emailVerification(token: $token) {
      ... on EmailVerification {
        email
        isVerified
      }
      ... on Error {
        message
        code
      }
    }
  }
`);

const verifyMutation = graphql(`
  mutation VerifyEmail($token: String!) {
    verifyEmail(input: { token: $token }) {
      ... on VerifyEmailPayload {
        email
      }
      ... on Error {
        message
        code
      }
    }
  }
`);

/** Where the link of a mail leads that proves an address. Who has the link need not be signed in. */
export default function VerifyEmailPage() {
  const intl = useIntl();
  const token = useSearchParams()[0].get('token') ?? '';
  const { data, error, refetch } = useQuery(verificationQuery, { variables: { token } });
  const [verify] = useMutation(verifyMutation);
  const found = data?.emailVerification;
  if (!found) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <WaitingLink />;
  if (found.__typename !== 'EmailVerification') return <UnusableLink code={found.code} settings="/settings/profile" />;
  const email = <bdi>{found.email}</bdi>;
  if (found.isVerified)
    return (
      <LinkDone
        title={messages.done}
        text={
          <FormattedMessage
            id="verifyEmail.doneText"
            defaultMessage="What you want to hear of by mail comes to {email}."
            values={{ email }}
          />
        }
      />
    );
  return (
    <Page
      width="reading"
      tab={intl.formatMessage(messages.tab)}
      title={<FormattedMessage id="verifyEmail.title" defaultMessage="Is {email} your address?" values={{ email }} />}
      lead={
        <FormattedMessage
          id="verifyEmail.text"
          defaultMessage="If it is, mail from here can come to it. If it is not, close this page: then none comes."
        />
      }
    >
      <OnePress
        verb={<FormattedMessage id="verifyEmail.confirm" defaultMessage="Yes, it is mine" />}
        done={messages.done}
        change={async () => {
          const result = (await verify({ variables: { token } })).data?.verifyEmail;
          await refetch();
          return result;
        }}
      />
    </Page>
  );
}

import { useMutation } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { useViewer } from '../../app/viewer';
import { Problem } from '../../components/Problem';
import { useChange } from '../../components/useChange';
import { graphql } from '../../gql';
import classes from './Settings.module.css';

const sendMutation = graphql(`
  mutation SendVerificationEmail($input: SendVerificationEmailInput!) {
    sendVerificationEmail(input: $input) {
      ... on SendVerificationEmailPayload {
        viewer {
          account {
            email
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

type Props = {
  label: string;
  value: string;
  /** As it is stored. */
  saved: string;
  verified: boolean;
  error: ReactNode;
  onChange: (value: string) => void;
};

/** Where mail goes, whether it is proved to be the person's own, and the mail with the proof once more. */
export function EmailField({ label, value, saved, verified, error, onChange }: Props) {
  const sendsMail = useViewer().instance?.sendsMail ?? true;
  const [left, setLeft] = useState(false);
  const [send] = useMutation(sendMutation);
  const { run, busy, problem } = useChange();
  const [sent, setSent] = useState(false);
  const isSaved = value.trim().toLowerCase() === saved;
  const isWrong = left && value.trim() !== '' && !/^\S+@\S+\.\S+$/.test(value.trim());
  return (
    <div>
      <TextInput
        type="email"
        dir="ltr"
        label={label}
        description={
          sendsMail ? (
            <FormattedMessage id="email.hint" defaultMessage="Only for mail from here. Nobody sees it." />
          ) : (
            <FormattedMessage
              id="email.noMail"
              defaultMessage="This site sends no mail at the moment, and so cannot verify an address. You can leave one for later; nobody sees it."
            />
          )
        }
        value={value}
        maxLength={254}
        autoComplete="email"
        error={
          error ??
          (isWrong ? (
            <FormattedMessage
              id="email.wrong"
              defaultMessage="This is not an e-mail address. Write it as name@example.org."
            />
          ) : undefined)
        }
        onChange={(event) => {
          setLeft(false);
          onChange(event.currentTarget.value);
        }}
        onBlur={() => setLeft(true)}
      />
      {isSaved && saved && verified && (
        <span className={classes.verified}>
          <IconCircleCheck size={16} aria-hidden />
          <FormattedMessage id="email.verified" defaultMessage="Verified" />
        </span>
      )}
      {sendsMail && isSaved && saved && !verified && (
        <div className={classes.verify}>
          <p role="status">
            {sent ? (
              <FormattedMessage
                id="email.sent"
                defaultMessage="A mail is on its way to {email}. Open the link in it within a day."
                values={{ email: <bdi>{saved}</bdi> }}
              />
            ) : (
              <FormattedMessage
                id="email.unverified"
                defaultMessage="Not verified yet: open the link that we sent to {email}. Until then no other mail goes there."
                values={{ email: <bdi>{saved}</bdi> }}
              />
            )}
          </p>
          {!sent && (
            <Button
              size="xs"
              variant="default"
              loading={busy}
              onClick={async () => {
                const variables = { input: { email: saved } };
                setSent(await run(async () => (await send({ variables })).data?.sendVerificationEmail));
              }}
            >
              <FormattedMessage id="email.again" defaultMessage="Send it again" />
            </Button>
          )}
          <Problem>{problem}</Problem>
        </div>
      )}
      {sendsMail && !isSaved && !isWrong && value.trim() && (
        <p className={classes.hint} style={{ marginTop: 6 }}>
          <FormattedMessage
            id="email.willSend"
            defaultMessage="Once you save, we send a link there, to be sure that it is yours."
          />
        </p>
      )}
    </div>
  );
}

import { useMutation } from '@apollo/client/react';
import { Button, Modal, TextInput } from '@mantine/core';
import { IconMessage } from '@tabler/icons-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { CommentField } from '../../components/comment/CommentField';
import { useDraftText } from '../../components/comment/useDraftText';
import { Problem } from '../../components/Problem';
import { useChange } from '../../components/useChange';
import { graphql } from '../../gql';
import classes from './Team.module.css';

const messageMutation = graphql(`
  mutation MessageTeam($input: MessageTeamMembersInput!) {
    messageTeamMembers(input: $input) {
      ... on MessageTeamMembersPayload {
        sentCount
        notWantedCount
      }
      ... on Error {
        message
      }
    }
  }
`);

type Props = { team: string; name: string; members: number };

/** A message to everybody in the team. What is written stays in this browser until it is sent. */
export function MessageTeam({ team, name, members }: Props) {
  const intl = useIntl();
  const [opened, setOpened] = useState(false);
  const subject = useDraftText(`team-subject:${team}`);
  const message = useDraftText(`team-message:${team}`);
  const [sent, setSent] = useState<{ sentCount: number; notWantedCount: number } | null>(null);
  const [send] = useMutation(messageMutation);
  const { run, busy, problem } = useChange();
  const ready = subject.text.trim() !== '' && message.text.trim() !== '';

  const submit = async () => {
    if (!ready || busy) return;
    const input = { teamId: team, subject: subject.text.trim(), message: message.text };
    const done = await run(async () => {
      const { data } = await send({ variables: { input } });
      const result = data?.messageTeamMembers;
      if (result?.__typename === 'MessageTeamMembersPayload') setSent(result);
      return result;
    });
    if (!done) return;
    subject.forget();
    message.forget();
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconMessage size={18} aria-hidden />}
        disabled={members === 0}
        onClick={() => {
          setSent(null);
          setOpened(true);
        }}
      >
        <FormattedMessage id="team.message" defaultMessage="Message the team" />
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        size="lg"
        title={<FormattedMessage id="team.messageTo" defaultMessage="Message to {team}" values={{ team: name }} />}
      >
        {sent ? (
          <div className={classes.form}>
            <p role="status">
              <FormattedMessage
                id="team.messageSent"
                defaultMessage="Sent to {sent, plural, one {# person} other {# people}}. {not, plural, =0 {} one {# person does not want such messages.} other {# people do not want such messages.}}"
                values={{ sent: sent.sentCount, not: sent.notWantedCount }}
              />
            </p>
            <Button onClick={() => setOpened(false)}>
              <FormattedMessage id="team.messageClose" defaultMessage="Close" />
            </Button>
          </div>
        ) : (
          <form
            className={classes.form}
            onSubmit={(event) => {
              event.preventDefault();
              void submit();
            }}
          >
            <TextInput
              data-autofocus
              label={<FormattedMessage id="team.messageSubject" defaultMessage="Subject" />}
              value={subject.text}
              maxLength={500}
              onChange={(event) => subject.setText(event.currentTarget.value)}
            />
            <CommentField
              label={intl.formatMessage({ id: 'team.messageText', defaultMessage: 'Message' })}
              value={message.text}
              onChange={message.setText}
              onSubmit={() => void submit()}
              minRows={6}
              maxLength={10_000}
              actions={
                <Button type="submit" loading={busy} disabled={!ready}>
                  <FormattedMessage
                    id="team.messageSend"
                    defaultMessage="Send to {count, plural, one {# person} other {# people}}"
                    values={{ count: members }}
                  />
                </Button>
              }
            />
            <Problem>{problem}</Problem>
          </form>
        )}
      </Modal>
    </>
  );
}

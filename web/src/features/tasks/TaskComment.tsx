import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconMessage } from '@tabler/icons-react';
import { useState } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { announce } from '../../app/announce';
import { CommentField } from '../../components/comment/CommentField';
import { useDraftText } from '../../components/comment/useDraftText';
import { useChange } from '../../components/useChange';
import { graphql } from '../../gql';
import type { Permission } from './action';
import classes from './TaskCard.module.css';

const commentOnTask = graphql(`
  mutation CommentOnTask($input: CommentOnTaskInput!) {
    commentOnTask(input: $input) {
      ... on CommentOnTaskPayload {
        task {
          id
          number
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`);

const messages = defineMessages({
  label: { id: 'taskComment.label', defaultMessage: 'Comment on this task' },
  sent: { id: 'taskComment.sent', defaultMessage: 'Your comment is in the history.' },
});

type Props = {
  project: { id: string; number: number };
  number: number;
  may: Permission;
  onCommented: () => void;
};

/** A comment on a task, without working on it. What is typed stays in the browser until it was sent. */
export function TaskComment({ project, number, may, onCommented }: Props) {
  const intl = useIntl();
  const { text, setText, forget } = useDraftText(`task:${project.number}:${number}`);
  const [open, setOpen] = useState(text !== '');
  const [send] = useMutation(commentOnTask);
  const { run, busy, problem } = useChange();
  if (!may.allowed) return may.message ? <p className={classes.sub}>{may.message}</p> : null;
  if (!open) {
    return (
      <Button
        variant="subtle"
        size="xs"
        leftSection={<IconMessage size={18} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {intl.formatMessage(messages.label)}
      </Button>
    );
  }
  const submit = async () => {
    if (!text.trim()) return;
    const sent = await run(
      async () =>
        (await send({ variables: { input: { projectId: project.id, taskNumber: number, comment: text } } })).data
          ?.commentOnTask,
    );
    if (!sent) return;
    forget();
    setOpen(false);
    announce(intl.formatMessage(messages.sent));
    onCommented();
  };
  return (
    <form
      className={classes.comment}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <CommentField
        value={text}
        onChange={setText}
        onSubmit={() => void submit()}
        label={intl.formatMessage(messages.label)}
        projectId={String(project.number)}
        maxLength={10_000}
        error={problem}
        actions={
          <Button type="submit" size="xs" disabled={!text.trim()} loading={busy}>
            <FormattedMessage id="taskComment.send" defaultMessage="Send the comment" />
          </Button>
        }
      />
    </form>
  );
}

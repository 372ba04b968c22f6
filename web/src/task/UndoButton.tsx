import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { graphql } from '../gql';

const undoTask = graphql(`
  mutation UndoTask($input: UndoTaskInput!) {
    undoTask(input: $input) {
      ... on UndoTaskPayload {
        task {
          id
          number
          status
          lastChangedAt
          viewerCanUndo {
            allowed
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

type Props = { projectId: string; number: number; onUndone?: () => void };

/** Takes the last change of a task back; when that is no longer possible, says why in its place. */
export function UndoButton({ projectId, number, onUndone }: Props) {
  const [undo, { loading, error }] = useMutation(undoTask);
  const [refused, setRefused] = useState<string | null>(null);
  const run = async () => {
    const { data } = await undo({ variables: { input: { projectId, taskNumber: number } } });
    if (data?.undoTask.__typename === 'UndoTaskPayload') onUndone?.();
    else if (data) setRefused(data.undoTask.message);
  };
  if (refused) return <span role="alert">{refused}</span>;
  return (
    <Button
      variant="subtle"
      size="xs"
      loading={loading}
      leftSection={<IconArrowBackUp size={16} aria-hidden />}
      onClick={() => void run().catch(() => undefined)}
    >
      {error ? (
        <FormattedMessage id="undo.again" defaultMessage="Undo did not work. Try again" />
      ) : (
        <FormattedMessage id="undo.button" defaultMessage="Undo" />
      )}
    </Button>
  );
}

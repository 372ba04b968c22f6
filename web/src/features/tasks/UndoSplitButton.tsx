import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { FormattedMessage } from 'react-intl';
import { useChange } from '../../components/useChange';
import { graphql } from '../../gql';

const undoSplit = graphql(`
  mutation UndoSplit($input: UndoSplitInput!) {
    undoSplit(input: $input) {
      ... on UndoSplitPayload {
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

/** Puts a task together again that was split, as long as nobody has worked on a part. */
export function UndoSplitButton({ projectId, number }: { projectId: string; number: number }) {
  const [undo] = useMutation(undoSplit);
  const { run, busy, problem } = useChange();
  if (problem) return <span role="alert">{problem}</span>;
  return (
    <Button
      variant="subtle"
      size="xs"
      loading={busy}
      leftSection={<IconArrowBackUp size={16} aria-hidden />}
      onClick={() =>
        void run(async () => (await undo({ variables: { input: { projectId, taskNumber: number } } })).data?.undoSplit)
      }
    >
      <FormattedMessage id="undoSplit.button" defaultMessage="Undo the split" />
    </Button>
  );
}

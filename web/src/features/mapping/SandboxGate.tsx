import { Button } from '@mantine/core';
import { FormattedMessage } from 'react-intl';
import { EmptyState } from '../../components/EmptyState';
import type { useSandboxAccess } from './useSandboxAccess';

/** Before the editor of a project for trying out: its server has a sign-in of its own. */
export function SandboxGate({ access }: { access: ReturnType<typeof useSandboxAccess> }) {
  return (
    <EmptyState
      title={<FormattedMessage id="sandboxGate.title" defaultMessage="This project is for trying out" />}
      text={
        access.state === 'failed' ? (
          <FormattedMessage
            id="sandboxGate.failed"
            defaultMessage="The server for trying out did not let you in. Your task stays yours. Try again"
          />
        ) : (
          <FormattedMessage
            id="sandboxGate.text"
            defaultMessage="Its edits go to a server of their own, never to OpenStreetMap. Sign in there once, and you come back to this task."
          />
        )
      }
      action={
        <Button onClick={access.ask} loading={access.state === 'asking'}>
          <FormattedMessage id="sandboxGate.signIn" defaultMessage="Sign in to try out" />
        </Button>
      }
    />
  );
}

import { Button, Modal } from '@mantine/core';
import { useEffect } from 'react';
import { FormattedMessage } from 'react-intl';
import { useBlocker } from 'react-router';
import classes from './MappingPage.module.css';

/** While edits in the editor of this page are not saved: leaving asks first, and so does the browser before the tab closes. */
export function LeaveGuard({ unsaved, leaving }: { unsaved: number; leaving: boolean }) {
  const guards = unsaved > 0 && !leaving;
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => guards && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!guards) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [guards]);
  return (
    <Modal
      opened={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      centered
      title={
        <FormattedMessage
          id="leaveGuard.title"
          defaultMessage="Leave with {count, plural, one {# edit} other {# edits}} not saved?"
          values={{ count: unsaved }}
        />
      }
    >
      <p>
        <FormattedMessage
          id="leaveGuard.text"
          defaultMessage="This browser keeps them, and the editor offers them again when you come back. The task stays yours until its time ends."
        />
      </p>
      <div className={classes.modalActions}>
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          <FormattedMessage id="leaveGuard.leave" defaultMessage="Leave" />
        </Button>
        <Button onClick={() => blocker.reset?.()}>
          <FormattedMessage id="leaveGuard.stay" defaultMessage="Stay and save" />
        </Button>
      </div>
    </Modal>
  );
}

import { Button } from '@mantine/core';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import classes from './SelectionBar.module.css';

type Props = { count: number; onAnswer: (yes: boolean) => Promise<void> };

/** Asks, where the person is looking, whether messages are to be deleted. Escape keeps them. */
export function ConfirmDelete({ count, onAnswer }: Props) {
  const [busy, setBusy] = useState(false);
  return (
    <div
      role="alertdialog"
      aria-labelledby="confirm-delete"
      className={classes.confirm}
      onKeyDown={(event) => {
        if (event.key === 'Escape') void onAnswer(false);
      }}
    >
      <p id="confirm-delete">
        <FormattedMessage
          id="inbox.confirm"
          defaultMessage="{count, plural, one {Delete this message for good?} other {Delete # messages for good?}}"
          values={{ count }}
        />
      </p>
      <Button
        size="xs"
        color="red"
        variant="default"
        loading={busy}
        data-autofocus
        autoFocus
        onClick={() => {
          setBusy(true);
          void onAnswer(true).finally(() => setBusy(false));
        }}
      >
        <FormattedMessage id="inbox.delete" defaultMessage="Delete" />
      </Button>
      <Button size="xs" variant="subtle" onClick={() => void onAnswer(false)}>
        <FormattedMessage id="inbox.keep" defaultMessage="Keep" />
      </Button>
    </div>
  );
}

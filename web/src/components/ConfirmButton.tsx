import { Button, Modal, type ButtonProps } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import classes from './ConfirmButton.module.css';
import { Problem } from './Problem';
import { useChange, type Outcome } from './useChange';

type AskProps = {
  opened: boolean;
  onClose: () => void;
  /** The question, which names the thing. */
  title: ReactNode;
  /** What happens then. */
  text?: ReactNode;
  /** The verb again, on the button that does it. */
  verb: ReactNode;
  change: () => Promise<Outcome>;
};

/** Asks before something is undone that somebody else notices; stays open with the reason when it fails. */
export function Confirm({ opened, onClose, title, text, verb, change }: AskProps) {
  const intl = useIntl();
  const { run, busy, problem } = useChange();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      centered
      closeButtonProps={{ 'aria-label': intl.formatMessage({ id: 'taskCard.close', defaultMessage: 'Close' }) }}
    >
      {text && <p>{text}</p>}
      <Problem>{problem}</Problem>
      <div className={classes.actions}>
        <Button variant="default" onClick={onClose}>
          <FormattedMessage id="confirm.cancel" defaultMessage="Cancel" />
        </Button>
        <Button
          color="red"
          className={classes.verb}
          loading={busy}
          onClick={async () => {
            if (await run(change)) onClose();
          }}
        >
          {verb}
        </Button>
      </div>
    </Modal>
  );
}

type Props = Omit<AskProps, 'opened' | 'onClose'> & Pick<ButtonProps, 'variant' | 'size' | 'fullWidth'>;

/** A button whose deed is asked about first. */
export function ConfirmButton({ variant = 'default', size, fullWidth, ...ask }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant={variant} size={size} fullWidth={fullWidth} onClick={() => setOpened(true)}>
        {ask.verb}
      </Button>
      <Confirm {...ask} opened={opened} onClose={() => setOpened(false)} />
    </>
  );
}

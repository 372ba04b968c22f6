import { ActionIcon, Button, Menu, Modal } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconArrowsSplit2, IconChevronUp, IconSquare } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import classes from './MappingPage.module.css';
import { UnsavedNote } from './UnsavedNote';

const messages = defineMessages({
  more: { id: 'finishFoot.more', defaultMessage: 'More ways to finish' },
});

type Props = {
  number: number;
  phone: boolean;
  busy: boolean;
  /** Somebody else has the task: nothing can be handed in. */
  blocked: boolean;
  canSplit: boolean;
  splitMessage: string | null;
  ended: boolean;
  /** Edits in the editor of this page that are not saved yet: nothing is handed in without them. */
  unsaved: number;
  /** What is saved here goes nowhere. */
  standIn: boolean;
  onSubmit: (andNext: boolean) => void;
  onSplit: () => void;
  onStop: () => void;
};

/** The primary action of the page, and beside it the other ways out, which ask once and say what becomes of the edits. */
export function FinishFoot(props: Props) {
  const { number, phone, busy, blocked, canSplit, splitMessage, ended, unsaved, standIn, onSubmit, onSplit, onStop } =
    props;
  const intl = useIntl();
  const [wantsNext, setWantsNext] = useLocalStorage({ key: 'taskgrid-submit-and-next', defaultValue: true });
  const [asking, setAsking] = useState<'stop' | 'split' | null>(null);
  const submit = (andNext: boolean) => {
    setWantsNext(andNext);
    onSubmit(andNext);
  };
  const label = (andNext: boolean): ReactNode =>
    andNext ? (
      <FormattedMessage id="finishFoot.next" defaultMessage="Submit and take the next task" />
    ) : (
      <FormattedMessage id="finishFoot.only" defaultMessage="Submit only" />
    );
  const split = <FormattedMessage id="finishFoot.split" defaultMessage="Split" />;
  const stop = <FormattedMessage id="finishFoot.stop" defaultMessage="Stop mapping" />;
  const off = blocked || unsaved > 0;
  const height = { root: { height: phone ? 44 : 42 } };
  return (
    <footer className={classes.foot}>
      {!blocked && unsaved > 0 && <UnsavedNote count={unsaved} />}
      {!blocked && unsaved === 0 && (ended || !phone) && (
        <p className={classes.before}>
          {ended ? (
            <FormattedMessage
              id="finishFoot.late"
              defaultMessage="You can still submit as long as nobody else has taken the task."
            />
          ) : standIn ? (
            <FormattedMessage
              id="finishFoot.standIn"
              defaultMessage="You are trying this out: edits you save here go nowhere."
            />
          ) : (
            <FormattedMessage
              id="finishFoot.save"
              defaultMessage="Save your edits in the editor first: only saved edits count."
            />
          )}
        </p>
      )}
      <div className={classes.footRow}>
        <Button
          className={classes.primary}
          loading={busy}
          disabled={off}
          aria-describedby={unsaved > 0 ? 'before-submit' : undefined}
          onClick={() => submit(wantsNext)}
          styles={height}
        >
          {label(wantsNext)}
        </Button>
        {phone && (
          <Menu position="top-end">
            <Menu.Target>
              <ActionIcon variant="default" size={44} aria-label={intl.formatMessage(messages.more)}>
                <IconChevronUp size={20} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item disabled={off} onClick={() => submit(!wantsNext)}>
                {label(!wantsNext)}
              </Menu.Item>
              <Menu.Item disabled={!canSplit} onClick={() => setAsking('split')}>
                {split}
              </Menu.Item>
              <Menu.Item onClick={() => setAsking('stop')}>{stop}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {!phone && (
        <div className={classes.others}>
          <Button variant="subtle" size="xs" disabled={off || busy} onClick={() => submit(!wantsNext)}>
            {label(!wantsNext)}
          </Button>
          <Button
            variant="subtle"
            size="xs"
            disabled={!canSplit || busy}
            title={canSplit ? undefined : (splitMessage ?? undefined)}
            leftSection={<IconArrowsSplit2 size={16} aria-hidden />}
            onClick={() => setAsking('split')}
          >
            {split}
          </Button>
          <Button
            variant="subtle"
            size="xs"
            disabled={busy}
            leftSection={<IconSquare size={14} aria-hidden />}
            onClick={() => setAsking('stop')}
          >
            {stop}
          </Button>
        </div>
      )}
      <Modal
        opened={asking !== null}
        onClose={() => setAsking(null)}
        centered
        title={
          asking === 'split' ? (
            <FormattedMessage
              id="finishFoot.splitTitle"
              defaultMessage="Split task {number, number} into smaller ones?"
              values={{ number }}
            />
          ) : (
            <FormattedMessage
              id="finishFoot.stopTitle"
              defaultMessage="Stop mapping task {number, number}?"
              values={{ number }}
            />
          )
        }
      >
        <p>
          {asking === 'split' ? (
            <FormattedMessage
              id="finishFoot.splitText"
              defaultMessage="Four tasks take its place, free for everybody. Edits you saved stay in OpenStreetMap; save the others first."
            />
          ) : (
            <FormattedMessage
              id="finishFoot.stopText"
              defaultMessage="Edits you saved stay in OpenStreetMap. The task is free for others again, and your comment goes with it."
            />
          )}
        </p>
        <div className={classes.modalActions}>
          <Button variant="default" onClick={() => setAsking(null)}>
            <FormattedMessage id="finishFoot.keep" defaultMessage="Keep the task" />
          </Button>
          <Button
            onClick={() => {
              setAsking(null);
              if (asking === 'split') onSplit();
              else onStop();
            }}
          >
            {asking === 'split' ? <FormattedMessage id="finishFoot.splitDo" defaultMessage="Split the task" /> : stop}
          </Button>
        </div>
      </Modal>
    </footer>
  );
}

import { ActionIcon } from '@mantine/core';
import { IconChecklist, IconClock, IconLayoutSidebarRightExpand } from '@tabler/icons-react';
import { defineMessages, useIntl } from 'react-intl';
import classes from './FoldedPanel.module.css';
import { hoursAndMinutes, minutesAndSeconds } from './lockTime';
import { TimeLeft } from './LockTimer';
import { TasksTitle } from './TasksTitle';
import type { useLockTimer } from './useLockTimer';

const messages = defineMessages({
  open: { id: 'foldedPanel.open', defaultMessage: 'Show the panel' },
  submit: { id: 'foldedPanel.finish', defaultMessage: 'Finish' },
});

type Props = {
  numbers: readonly number[];
  time: ReturnType<typeof useLockTimer>;
  onOpen: () => void;
};

/** The panel as a strip beside the editor: which task, how long still, and the way to finish it. */
export function FoldedPanel({ numbers, time, onOpen }: Props) {
  const intl = useIntl();
  const { hours, minutes } = hoursAndMinutes(time.left);
  return (
    <aside className={classes.strip}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        onClick={onOpen}
        aria-label={intl.formatMessage(messages.open)}
      >
        <IconLayoutSidebarRightExpand size={20} aria-hidden className={classes.arrow} />
      </ActionIcon>
      <h1 className={classes.title}>
        <TasksTitle numbers={numbers} />
      </h1>
      <p className={classes.time} data-phase={time.phase}>
        <IconClock size={18} aria-hidden />
        <span aria-hidden="true">
          {time.phase === 'urgent' ? minutesAndSeconds(time.left) : `${hours}:${String(minutes).padStart(2, '0')}`}
        </span>
        <span className="visually-hidden" role="timer">
          <TimeLeft left={time.left} phase={time.phase} />
        </span>
      </p>
      <ActionIcon
        className={classes.submit}
        size={36}
        onClick={onOpen}
        aria-label={intl.formatMessage(messages.submit)}
        title={intl.formatMessage(messages.submit)}
      >
        <IconChecklist size={20} aria-hidden />
      </ActionIcon>
    </aside>
  );
}

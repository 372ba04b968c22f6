import { ActionIcon } from '@mantine/core';
import { IconArrowLeft, IconClock } from '@tabler/icons-react';
import { useMemo } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { AccountMenu } from '../../app/AccountMenu';
import { Mark } from '../../app/Mark';
import type { TaskStateStore } from '../../map/taskStateStore';
import { useLocksInForce } from '../../map/useTaskStore';
import { peopleAtWork, PresenceFaces } from '../../task/Presence';
import type { HeldTask } from '../../task/useHeldTasks';
import { TimeLeft, TimeLine, YoursUntil } from './LockTimer';
import classes from './MappingPage.module.css';
import { EditorMenu, type EditorChoice } from './EditorMenu';
import type { useLockTimer } from './useLockTimer';
import type { WorkProject } from './WorkOnTasks';
import { TasksTitle } from './TasksTitle';

const messages = defineMessages({
  back: { id: 'workBar.back', defaultMessage: 'Back to the tasks. Yours stays yours.' },
  home: { id: 'workBar.home', defaultMessage: 'Taskgrid, explore projects' },
});

type Props = {
  project: WorkProject;
  store: TaskStateStore;
  tasks: readonly HeldTask[];
  time: ReturnType<typeof useLockTimer>;
  expiresAt: string;
  total: number;
  phone: boolean;
  editor: EditorChoice;
};

/** The page's own bar: back to the tasks and the project's name; on a phone the task and its time. */
export function WorkBar({ project, store, tasks, time, expiresAt, total, phone, editor }: Props) {
  const intl = useIntl();
  const locks = useLocksInForce(store);
  const people = useMemo(() => peopleAtWork(locks), [locks]);
  const back = `/projects/${project.number}/tasks?task=${tasks[0]?.number ?? ''}`;
  if (phone) {
    return (
      <div className={classes.phoneBar}>
        <div className={classes.phoneBarRow}>
          <ActionIcon
            component={Link}
            to={back}
            variant="subtle"
            color="gray"
            size={44}
            aria-label={intl.formatMessage(messages.back)}
          >
            <IconArrowLeft size={22} aria-hidden className={classes.arrow} />
          </ActionIcon>
          <div className={classes.phoneBarTitle}>
            <h1>
              <TasksTitle numbers={tasks.map((task) => task.number)} />
            </h1>
            <p>
              <YoursUntil expiresAt={expiresAt} phase={time.phase} />
            </p>
          </div>
          <p className={classes.phoneTime} data-phase={time.phase}>
            <IconClock size={18} aria-hidden />
            <span role="timer">
              <TimeLeft left={time.left} phase={time.phase} />
            </span>
          </p>
        </div>
        <TimeLine left={time.left} phase={time.phase} total={total} />
      </div>
    );
  }
  return (
    <div className={classes.bar}>
      <Link to="/explore" aria-label={intl.formatMessage(messages.home)} className={classes.mark}>
        <Mark />
      </Link>
      <Link to={back} className={classes.back} title={intl.formatMessage(messages.back)}>
        <IconArrowLeft size={18} aria-hidden className={classes.arrow} />
        <FormattedMessage id="workBar.tasks" defaultMessage="Tasks" />
      </Link>
      <p className={classes.projectName}>{project.name}</p>
      <span className={classes.barEnd}>
        <EditorMenu {...editor} custom={project.customEditor} />
        <PresenceFaces people={people} most={3} />
        <AccountMenu />
      </span>
    </div>
  );
}

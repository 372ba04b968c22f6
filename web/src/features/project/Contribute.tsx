import { Button } from '@mantine/core';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import type { StateCounts, TaskStateStore } from '../../map/taskStateStore';
import { useHeldTasks } from '../../task/useHeldTasks';
import classes from './Overview.module.css';

type Props = {
  number: number;
  counts: StateCounts;
  store: TaskStateStore;
  /** Nothing may be done in it by the person: they can still look. */
  closed: boolean;
};

/** The page's one action: to the tasks, or back to the one that the person has here. */
export function Contribute({ number, counts, store, closed }: Props) {
  const { held } = useHeldTasks(store);
  const mine = held.find(({ project }) => project.number === number);
  return (
    <div className={classes.contribute}>
      <p>
        <FormattedMessage
          id="overview.left"
          defaultMessage="{toMap, plural, =0 {Nothing left to map} one {# task to map} other {# tasks to map}} · {toValidate, plural, =0 {nothing to validate} other {# to validate}}"
          values={{ toMap: counts.toMap, toValidate: counts.toValidate }}
        />
      </p>
      {mine ? (
        <Button
          component={Link}
          to={`/projects/${number}/${mine.lock?.kind === 'VALIDATION' ? 'validate' : 'map'}`}
          className={classes.primary}
        >
          <FormattedMessage
            id="taskAction.goOn"
            defaultMessage="Go on with task {number, number}"
            values={{ number: mine.number }}
          />
        </Button>
      ) : (
        <Button component={Link} to={`/projects/${number}/tasks`} className={classes.primary}>
          {closed ? (
            <FormattedMessage id="overview.seeTasks" defaultMessage="See the tasks" />
          ) : (
            <FormattedMessage id="overview.contribute" defaultMessage="Contribute" />
          )}
        </Button>
      )}
    </div>
  );
}

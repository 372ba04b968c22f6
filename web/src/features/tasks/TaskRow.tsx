import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { memo } from 'react';
import { FormattedMessage } from 'react-intl';
import { TimeAgo } from '../../components/TimeAgo';
import { graphql } from '../../gql';
import { stateMessages } from '../../map/stateMessages';
import { Swatch } from '../../map/Swatch';
import type { TaskStateStore } from '../../map/taskStateStore';
import { useTaskNow } from '../../map/useTaskStore';
import classes from './TaskList.module.css';

export const taskRowFragment = graphql(`
  fragment TaskRow on Task {
    id
    number
    status
    lastChangedAt
    lastChangedBy {
      id
      username
    }
    lock {
      ...Lock @unmask
    }
  }
`);

type Props = { store: TaskStateStore; number: number; task: FragmentType<typeof taskRowFragment> | null };

/** A task in the list: its state as the map shows it now, who changed it last, and when. */
export const TaskRow = memo(function TaskRow({ store, number, task: from }: Props) {
  const { data: listed, complete } = useFragment({ fragment: taskRowFragment, fragmentName: 'TaskRow', from });
  const now = useTaskNow(store, number);
  const task = from && complete ? listed : null;
  const state = now?.state ?? task?.status ?? 'READY';
  const seen = now?.lastChange;
  const person = now?.lock?.holder ?? seen?.person ?? task?.lastChangedBy;
  const at = seen?.at ?? (now?.lock ? task?.lock?.since : null) ?? task?.lastChangedAt;
  return (
    <>
      <Swatch state={state} large />
      <span className={classes.rowText}>
        <b>
          <FormattedMessage id="taskList.task" defaultMessage="Task {number, number}" values={{ number }} />
        </b>
        <span className={classes.rowSub}>
          <FormattedMessage {...stateMessages[state]} />
          {person && (
            <>
              {' · '}
              <bdi>{person.username}</bdi>
            </>
          )}
        </span>
      </span>
      {at && (
        <span className={classes.rowTime}>
          <TimeAgo at={at} />
        </span>
      )}
    </>
  );
});

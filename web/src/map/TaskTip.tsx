import { FormattedMessage } from 'react-intl';
import { stateMessages } from './stateMessages';
import classes from './TaskMap.module.css';
import type { TaskStateStore } from './taskStateStore';
import { useTaskNow } from './useTaskStore';

/** Beside the pointer: number, state, and who has the task until when. The list and the card say the same. */
export function TaskTip({ store, number, x, y }: { store: TaskStateStore; number: number; x: number; y: number }) {
  const task = useTaskNow(store, number);
  if (!task) return null;
  return (
    <div className={classes.tip} style={{ left: x + 14, top: y + 14 }} aria-hidden="true">
      <b>
        <FormattedMessage id="taskTip.title" defaultMessage="Task {number, number}" values={{ number }} />
      </b>
      <span>
        <FormattedMessage {...stateMessages[task.state]} />
      </span>
      {task.lock && (
        <span>
          <FormattedMessage
            id="taskTip.holder"
            defaultMessage="{holder}, until {time, time, short}"
            values={{ holder: <bdi>{task.lock.holder.username}</bdi>, time: task.lock.expiresAt }}
          />
        </span>
      )}
    </div>
  );
}

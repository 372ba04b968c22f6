import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { announce } from '../app/announce';
import { stateMessages } from './stateMessages';
import type { TaskStateStore } from './taskStateStore';

/** Says a task's number, state and holder to screen readers. */
export function useSayTask(store: TaskStateStore): (number: number) => void {
  const intl = useIntl();
  return useCallback(
    (number: number) => {
      const task = store.task(number);
      if (!task) return;
      announce(
        intl.formatMessage(
          {
            id: 'sayTask.task',
            defaultMessage: 'Task {number, number}, {state}{held, select, yes {, {holder}} other {}}',
          },
          {
            number,
            state: intl.formatMessage(stateMessages[task.state]),
            held: task.lock ? 'yes' : 'no',
            holder: task.lock?.holder.username ?? '',
          },
        ),
      );
    },
    [store, intl],
  );
}

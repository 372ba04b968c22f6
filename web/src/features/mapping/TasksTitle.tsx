import { FormattedMessage } from 'react-intl';

/** "Task 340", or how many. */
export function TasksTitle({ numbers }: { numbers: readonly number[] }) {
  const [number = 0] = numbers;
  return numbers.length === 1 ? (
    <FormattedMessage id="work.title" defaultMessage="Task {number, number}" values={{ number }} />
  ) : (
    <FormattedMessage id="work.titleMany" defaultMessage="{count, number} tasks" values={{ count: numbers.length }} />
  );
}

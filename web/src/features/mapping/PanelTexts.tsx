import { useQuery } from '@apollo/client/react';
import { FormattedMessage } from 'react-intl';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { Markdown } from '../../components/Markdown';
import { LineSkeleton, Waiting } from '../../components/Waiting';
import { HistoryEntry } from '../../task/HistoryEntry';
import classes from './MappingPage.module.css';
import { taskHistoryQuery } from './taskWork';

/** What the project asks, and what it asks of this task alone. */
export function InstructionsPanel({ project, task }: { project: string; task: string }) {
  if (!project && !task) {
    return (
      <EmptyState
        title={<FormattedMessage id="workInstructions.none" defaultMessage="No instructions" />}
        text={
          <FormattedMessage
            id="workInstructions.noneText"
            defaultMessage="The project’s team has written none. Map what the imagery shows, as usual."
          />
        }
      />
    );
  }
  return (
    <div className={classes.scroll} tabIndex={0}>
      {task && (
        <div className={classes.hint}>
          <Markdown text={task} />
        </div>
      )}
      {project && <Markdown text={project} />}
    </div>
  );
}

/** What happened to the tasks before. */
export function HistoryPanel({ project, numbers }: { project: number; numbers: readonly number[] }) {
  return (
    <div className={classes.scroll} tabIndex={0}>
      {numbers.map((number) => (
        <section key={number}>
          {numbers.length > 1 && (
            <h2 className={classes.label}>
              <FormattedMessage id="workHistory.task" defaultMessage="Task {number, number}" values={{ number }} />
            </h2>
          )}
          <TaskHistory project={project} number={number} />
        </section>
      ))}
    </div>
  );
}

function TaskHistory({ project, number }: { project: number; number: number }) {
  const { data, error, refetch } = useQuery(taskHistoryQuery, {
    variables: { project: String(project), number },
    fetchPolicy: 'cache-and-network',
  });
  const history = data?.project?.task?.history;
  if (error && !history) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!history) {
    return (
      <Waiting>
        <LineSkeleton width="70%" />
        <LineSkeleton width="50%" />
      </Waiting>
    );
  }
  if (history.edges.length === 0) {
    return (
      <p className={classes.none}>
        <FormattedMessage id="workHistory.none" defaultMessage="Nobody has worked on it yet." />
      </p>
    );
  }
  return (
    <ul>
      {history.edges.map(({ node }) => (
        <HistoryEntry key={node.id} entry={node} />
      ))}
    </ul>
  );
}

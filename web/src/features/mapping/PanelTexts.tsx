import { useQuery } from '@apollo/client/react';
import { ActionIcon, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { Markdown } from '../../components/Markdown';
import { LineSkeleton, Waiting } from '../../components/Waiting';
import { AreaSize } from '../../components/AreaSize';
import { HistoryEntry } from '../../task/HistoryEntry';
import classes from './MappingPage.module.css';
import { taskHistoryQuery, type TaskWork } from './taskWork';
import type { WorkProject } from './WorkOnTasks';

const messages = defineMessages({
  copy: { id: 'resources.copy', defaultMessage: 'Copy' },
  copied: { id: 'resources.copied', defaultMessage: 'Copied' },
});

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

/** What one needs beside the editor: changeset comment, imagery, and the task's outline as a file. */
export function ResourcesPanel({ project, details }: { project: WorkProject; details: readonly TaskWork[] }) {
  const outline = () => {
    const collection = {
      type: 'FeatureCollection',
      features: details.map((task) => ({
        type: 'Feature',
        properties: { task: task.number, project: project.number },
        geometry: task.geometry,
      })),
    };
    const url = URL.createObjectURL(new Blob([JSON.stringify(collection)], { type: 'application/geo+json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `project-${project.number}-task-${details.map((task) => task.number).join('-')}.geojson`;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <div className={classes.scroll} tabIndex={0}>
      <Copyable
        title={<FormattedMessage id="resources.changeset" defaultMessage="Changeset comment" />}
        text={project.changesetComment}
      />
      <Copyable title={<FormattedMessage id="resources.imagery" defaultMessage="Imagery" />} text={project.imagery} />
      <div className={classes.field}>
        <h2 className={classes.label}>
          <FormattedMessage id="resources.outline" defaultMessage="Outline" />
          <span>
            <AreaSize m2={details.reduce((sum, task) => sum + task.areaM2, 0)} />
          </span>
        </h2>
        <button type="button" className={classes.download} onClick={outline}>
          <IconDownload size={18} aria-hidden />
          <FormattedMessage id="resources.download" defaultMessage="Download as GeoJSON" />
        </button>
      </div>
    </div>
  );
}

function Copyable({ title, text }: { title: React.ReactNode; text: string | null }) {
  const intl = useIntl();
  return (
    <div className={classes.field}>
      <h2 className={classes.label}>{title}</h2>
      {text ? (
        <div className={classes.copyBox}>
          <bdi>{text}</bdi>
          <CopyButton value={text}>
            {({ copied, copy }) => (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={32}
                onClick={copy}
                aria-label={intl.formatMessage(copied ? messages.copied : messages.copy)}
              >
                {copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
              </ActionIcon>
            )}
          </CopyButton>
        </div>
      ) : (
        <p className={classes.none}>
          <FormattedMessage id="resources.notGiven" defaultMessage="None is given: the editor’s own default is fine." />
        </p>
      )}
    </div>
  );
}

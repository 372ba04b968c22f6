import { useQuery } from '@apollo/client/react';
import { ActionIcon, Button, CopyButton, Skeleton } from '@mantine/core';
import { IconCheck, IconLink, IconX } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { ErrorState } from '../../components/ErrorState';
import { Markdown } from '../../components/Markdown';
import { TimeAgo } from '../../components/TimeAgo';
import { afterPaint } from '../../components/useAfterPaint';
import { graphql } from '../../gql';
import type { TaskCardQuery } from '../../gql/graphql';
import type { Bbox } from '../../map/bounds';
import { stateMessages } from '../../map/stateMessages';
import { Swatch } from '../../map/Swatch';
import type { TaskStateStore } from '../../map/taskStateStore';
import { useSayTask } from '../../map/useSayTask';
import { useTaskNow } from '../../map/useTaskStore';
import { AreaSize } from '../../components/AreaSize';
import classes from './TaskCard.module.css';
import { Annotations } from './Annotations';
import { Assignees } from './Assignees';
import { EditorSelect } from './EditorSelect';
import { HistoryEntry } from '../../task/HistoryEntry';
import { useRoom } from './Sheet';
import { TaskComment } from './TaskComment';
import { TaskMenu } from './TaskMenu';
import { UndoSplitButton } from './UndoSplitButton';
import { UndoButton } from '../../task/UndoButton';

const FIRST_HISTORY = 3;

export const taskCardQuery = graphql(`
  query TaskCard($project: ID!, $number: Int!, $history: Int!, $after: String) {
    project(id: $project) {
      id
      created
      author {
        id
        username
      }
      changesetComment
      mappingEditors
      validationEditors
      viewerCanEdit {
        allowed
      }
      exports {
        contents
        format
        url
      }
      task(number: $number) {
        id
        number
        status
        areaM2
        bbox
        lastChangedAt
        validatorRequest
        instructions
        annotations {
          type
          source
          markdown
          properties
          changedAt
        }
        assignees {
          person {
            id
            osmId
            username
          }
          team {
            id
            number
            name
          }
        }
        lock {
          ...Lock @unmask
        }
        viewerCanMap {
          allowed
          reason
          message
        }
        viewerCanValidate {
          allowed
          reason
          message
        }
        viewerCanUndo {
          allowed
        }
        viewerCanUndoSplit {
          allowed
        }
        viewerCanComment {
          allowed
          message
        }
        history(first: $history, after: $after) {
          totalCount
          edges {
            node {
              id
              ...HistoryEntry
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

export type CardTask = NonNullable<NonNullable<TaskCardQuery['project']>['task']>;

const messages = defineMessages({
  card: { id: 'taskCard.label', defaultMessage: 'Selected task' },
  link: { id: 'taskCard.link', defaultMessage: 'Copy the link to this task' },
  copied: { id: 'taskCard.copied', defaultMessage: 'Link copied' },
  close: { id: 'taskCard.close', defaultMessage: 'Close' },
});

type Props = {
  store: TaskStateStore;
  project: { id: string; number: number };
  number: number;
  onClose: () => void;
  /** What went otherwise than wanted, above everything else. */
  notice: string | null;
  /** The action at the foot; gets the task as far as it is known. */
  foot: (task: CardTask | null) => ReactNode;
  /** Told where the task is, once that is known and the card is there. */
  onLocated: (number: number, bbox: Bbox) => void;
};

/** All about the selected task, and the one thing to do with it. */
export function TaskCard({ store, project, number, onClose, notice, foot, onLocated }: Props) {
  const intl = useIntl();
  // In a phone's sheet only the state, what is asked and the action, until it is pulled up.
  const brief = !useRoom();
  const now = useTaskNow(store, number);
  const { data, error, refetch, fetchMore, loading } = useQuery(taskCardQuery, {
    variables: { project: String(project.number), number, history: FIRST_HISTORY },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const task = data?.project?.task ?? null;

  // The feed tells that the task changed; what only the server knows (rights, history) is asked again.
  useEffect(() => store.subscribe(number, () => void refetch().catch(() => undefined)), [store, number, refetch]);

  const reload = () => void refetch().catch(() => undefined);

  const say = useSayTask(store);
  useEffect(() => say(number), [say, number]);

  const bbox = task?.bbox.join();
  useEffect(() => {
    if (bbox) return afterPaint(() => onLocated(number, bbox.split(',').map(Number) as Bbox));
  }, [number, bbox, onLocated]);

  if (!loading && data && !task) {
    return (
      <CardFrame number={number} onClose={onClose}>
        <div className={classes.section}>
          <p>
            <FormattedMessage
              id="taskCard.gone"
              defaultMessage="There is no task {number, number} in this project. It may have been split."
              values={{ number }}
            />
          </p>
        </div>
      </CardFrame>
    );
  }
  const state = now?.state ?? task?.status ?? 'READY';
  const holder = now?.lock?.holder ?? task?.lock?.holder;
  const editors = state === 'MAPPED' ? data?.project?.validationEditors : data?.project?.mappingEditors;
  return (
    <section className={classes.card} aria-label={intl.formatMessage(messages.card)} id="task-card">
      <header className={classes.head}>
        <Swatch state={state} large />
        <div className={classes.title}>
          <h2>
            <FormattedMessage id="taskCard.title" defaultMessage="Task {number, number}" values={{ number }} />
          </h2>
          <p className={classes.state}>
            <FormattedMessage {...stateMessages[state]} />
            {now?.lock && holder && (
              <>
                {' · '}
                <bdi>{holder.username}</bdi>
              </>
            )}
          </p>
        </div>
        <CopyButton value={`${location.origin}/projects/${project.number}/tasks?task=${number}`}>
          {({ copied, copy }) => (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              onClick={copy}
              aria-label={intl.formatMessage(copied ? messages.copied : messages.link)}
            >
              {copied ? <IconCheck size={20} aria-hidden /> : <IconLink size={20} aria-hidden />}
            </ActionIcon>
          )}
        </CopyButton>
        {task && data?.project && <TaskMenu project={data.project} task={task} />}
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          onClick={onClose}
          aria-label={intl.formatMessage(messages.close)}
        >
          <IconX size={20} aria-hidden />
        </ActionIcon>
      </header>

      <div className={classes.body}>
        {notice && (
          <p className={classes.notice} role="alert">
            {notice}
          </p>
        )}
        {error && !task && <ErrorState error={error} onRetry={() => void refetch()} />}
        {task?.validatorRequest && (
          <div className={classes.note}>
            <h3>
              <FormattedMessage id="taskCard.asks" defaultMessage="What the validator asks" />
            </h3>
            <p dir="auto">{task.validatorRequest}</p>
          </div>
        )}
        {!brief && (
          <>
            <dl className={classes.facts}>
              <dt>
                <FormattedMessage id="taskCard.size" defaultMessage="Size" />
              </dt>
              <dd>{task ? <AreaSize m2={task.areaM2} /> : <Skeleton width={60} height={12} my={3} ml="auto" />}</dd>
              <dt>
                <FormattedMessage id="taskCard.lastChange" defaultMessage="Last change" />
              </dt>
              <dd>
                {task ? <TimeAgo at={task.lastChangedAt} /> : <Skeleton width={50} height={12} my={3} ml="auto" />}
              </dd>
              <dt id="editor-label">
                <FormattedMessage id="taskCard.editor" defaultMessage="Editor" />
              </dt>
              <dd>{editors && <EditorSelect editors={editors} labelledBy="editor-label" />}</dd>
              {task && (task.assignees.length > 0 || data?.project?.viewerCanEdit.allowed) && (
                <>
                  <dt>
                    <FormattedMessage id="taskCard.for" defaultMessage="Meant for" />
                  </dt>
                  <dd>
                    <Assignees
                      project={project}
                      task={task}
                      canEdit={Boolean(data?.project?.viewerCanEdit.allowed)}
                      onChanged={reload}
                    />
                  </dd>
                </>
              )}
            </dl>
            {task?.instructions && (
              <div className={classes.section}>
                <h3>
                  <FormattedMessage id="taskCard.instructions" defaultMessage="For this task" />
                </h3>
                <Markdown text={task.instructions} />
              </div>
            )}
            {task && task.annotations.length > 0 && <Annotations annotations={task.annotations} />}
            <div className={classes.history}>
              <div className={classes.historyHead}>
                <h3>
                  <FormattedMessage id="taskCard.history" defaultMessage="History" />
                </h3>
                {task?.viewerCanUndo.allowed && <UndoButton projectId={project.id} number={number} />}
                {task?.viewerCanUndoSplit.allowed && <UndoSplitButton projectId={project.id} number={number} />}
              </div>
              {task ? (
                <ul>
                  {task.history.edges.map(({ node }) => (
                    <HistoryEntry key={node.id} entry={node} />
                  ))}
                  {!task.history.pageInfo.hasNextPage && data?.project && (
                    <li className={classes.created}>
                      <FormattedMessage
                        id="taskCard.created"
                        defaultMessage="Task created {when}"
                        values={{ when: <TimeAgo at={data.project.created} /> }}
                      />
                    </li>
                  )}
                </ul>
              ) : (
                <Skeleton height={60} my={6} />
              )}
              {task?.history.pageInfo.hasNextPage && (
                <Button
                  variant="subtle"
                  size="xs"
                  onClick={() =>
                    void fetchMore({ variables: { history: 100, after: task.history.pageInfo.endCursor } }).catch(
                      () => undefined,
                    )
                  }
                >
                  <FormattedMessage
                    id="taskCard.showAll"
                    defaultMessage="Show all {count, number}"
                    values={{ count: task.history.totalCount }}
                  />
                </Button>
              )}
            </div>
            {task && (
              <div className={classes.section}>
                <TaskComment project={project} number={number} may={task.viewerCanComment} onCommented={reload} />
              </div>
            )}
          </>
        )}
      </div>
      <footer className={classes.foot}>{foot(task)}</footer>
    </section>
  );
}

function CardFrame({ number, onClose, children }: { number: number; onClose: () => void; children: ReactNode }) {
  const intl = useIntl();
  return (
    <section className={classes.card} aria-label={intl.formatMessage(messages.card)} id="task-card">
      <header className={classes.head}>
        <h2 className={classes.title}>
          <FormattedMessage id="taskCard.title" defaultMessage="Task {number, number}" values={{ number }} />
        </h2>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          onClick={onClose}
          aria-label={intl.formatMessage(messages.close)}
        >
          <IconX size={20} aria-hidden />
        </ActionIcon>
      </header>
      {children}
    </section>
  );
}

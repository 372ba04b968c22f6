import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { FormattedMessage, FormattedNumber } from 'react-intl';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { LineSkeleton, Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import type { TaskStateStore } from '../../map/taskStateStore';
import { HistoryEntry } from '../../task/HistoryEntry';
import classes from './ProjectPanel.module.css';

const PAGE = 30;

const activityQuery = graphql(`
  query ProjectActivity($project: ID!, $first: Int!, $after: String) {
    project(id: $project) {
      id
      activity(first: $first, after: $after) {
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
`);

type Props = { project: string; store: TaskStateStore; onTask: (number: number) => void };

/** What people did in the project, newest first; new entries come on top while the list rests at its start. */
export function ActivityTab({ project, store, onTask }: Props) {
  const { data, error, fetchMore, refetch, loading } = useQuery(activityQuery, {
    variables: { project, first: PAGE },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    notifyOnNetworkStatusChange: true,
  });
  const activity = data?.project?.activity;
  const onePage = (activity?.edges.length ?? 0) <= PAGE;

  useEffect(() => {
    if (!onePage) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = store.onChange(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void refetch().catch(() => undefined), 1_000);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store, refetch, onePage]);

  if (error && !activity) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!activity) {
    return (
      <Waiting>
        <div className={classes.scroll}>
          {Array.from({ length: 8 }, (_, index) => (
            <LineSkeleton key={index} width={index % 2 ? '60%' : '80%'} />
          ))}
        </div>
      </Waiting>
    );
  }
  if (activity.edges.length === 0) {
    return (
      <EmptyState
        title={<FormattedMessage id="activity.none" defaultMessage="Nothing has happened yet" />}
        text={<FormattedMessage id="activity.noneText" defaultMessage="Take a task, and you are the first here." />}
      />
    );
  }
  return (
    <div className={classes.scroll} tabIndex={0}>
      <p className={classes.total}>
        <FormattedMessage
          id="activity.total"
          defaultMessage="{shown} of {total}"
          values={{
            shown: <FormattedNumber value={activity.edges.length} />,
            total: <FormattedNumber value={activity.totalCount} />,
          }}
        />
      </p>
      <ul>
        {activity.edges.map(({ node }) => (
          <HistoryEntry key={node.id} entry={node} onTask={onTask} />
        ))}
      </ul>
      {activity.pageInfo.hasNextPage && (
        <Button
          variant="default"
          fullWidth
          mt={8}
          loading={loading}
          onClick={() => void fetchMore({ variables: { after: activity.pageInfo.endCursor } }).catch(() => undefined)}
        >
          <FormattedMessage id="activity.more" defaultMessage="Show older" />
        </Button>
      )}
    </div>
  );
}

import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link, useSearchParams } from 'react-router';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { Problem } from '../../components/Problem';
import { ShowMore } from '../../components/ShowMore';
import { TimeAgo } from '../../components/TimeAgo';
import { Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import { MyTask, MyTasks } from './MyTask';
import { readTaskFilters, toPersonTaskFilter, writeTaskFilters, type TaskFilters } from './taskFilters';
import { TaskFilterBar } from './TaskFilterBar';

const PAGE = 20;

const myTasksQuery = graphql(`
  query MyTasks($filter: PersonTaskFilter, $orderBy: PersonTaskOrder, $first: Int!, $after: String) {
    viewer {
      person {
        id
        tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
          totalCount
          pageInfo {
            endCursor
          }
          nodes {
            lastActionAt
            task {
              id
              ...MyTask
            }
          }
        }
      }
    }
  }
`);

/** Every task the person ever worked on, narrowed by filters that the address holds. */
export function MyTaskList() {
  const [params, setParams] = useSearchParams();
  const filters = readTaskFilters(params);
  const change = (some: Partial<TaskFilters>) =>
    setParams(writeTaskFilters({ ...filters, ...some }), { preventScrollReset: true, replace: true });
  const variables = { filter: toPersonTaskFilter(filters), orderBy: filters.orderBy };
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(myTasksQuery, {
    variables: { ...variables, first: PAGE },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const [more, setMore] = useState<'idle' | 'loading' | 'failed'>('idle');
  // While other filters load, the last answer stays.
  const tasks = (data ?? previousData)?.viewer?.person.tasks;

  const showMore = async () => {
    setMore('loading');
    try {
      await fetchMore({
        variables: { ...variables, first: PAGE, after: tasks?.pageInfo.endCursor },
        updateQuery: (before, { fetchMoreResult: next }) => {
          const [shown, added] = [before.viewer?.person.tasks, next.viewer?.person.tasks];
          if (!before.viewer || !shown || !added) return before;
          const merged = { ...added, nodes: [...shown.nodes, ...added.nodes] };
          return { ...before, viewer: { ...before.viewer, person: { ...before.viewer.person, tasks: merged } } };
        },
      });
      setMore('idle');
    } catch {
      setMore('failed');
    }
  };

  const filtered = [...writeTaskFilters({ ...filters, orderBy: 'LATEST' }).keys()].length;
  return (
    <>
      <TaskFilterBar filters={filters} change={change} />
      {error && !data ? (
        <ErrorState
          title={<FormattedMessage id="myTasks.failed" defaultMessage="Your tasks did not load." />}
          error={error}
          onRetry={() => void refetch()}
        />
      ) : !tasks ? (
        <Waiting>
          <Skeleton height={420} radius={12} />
        </Waiting>
      ) : tasks.nodes.length === 0 ? (
        filtered > 0 ? (
          <EmptyState
            title={<FormattedMessage id="myTasks.noMatch" defaultMessage="No task of yours matches these filters" />}
            action={
              <Button variant="default" onClick={() => change({ result: null, project: null, from: null, to: null })}>
                <FormattedMessage
                  id="myTasks.clear"
                  defaultMessage="Clear {count, plural, one {# filter} other {# filters}}"
                  values={{ count: filtered }}
                />
              </Button>
            }
          />
        ) : (
          <EmptyState
            title={<FormattedMessage id="held.first" defaultMessage="Take your first task" />}
            text={
              <FormattedMessage
                id="myTasks.none"
                defaultMessage="Every task you map or validate stands here, with what became of it."
              />
            }
            action={
              <Button component={Link} to="/explore">
                <FormattedMessage id="project.explore" defaultMessage="Explore projects" />
              </Button>
            }
          />
        )
      ) : (
        <div style={{ opacity: !data && loading ? 0.6 : undefined }}>
          <MyTasks>
            {tasks.nodes.map(({ task, lastActionAt }) => (
              <MyTask key={task.id} task={task} time={<TimeAgo at={lastActionAt} />} />
            ))}
          </MyTasks>
          <ShowMore
            shown={tasks.nodes.length}
            total={tasks.totalCount}
            loading={more === 'loading'}
            onMore={() => void showMore()}
          />
          <Problem>
            {more === 'failed' && <FormattedMessage id="myTasks.failed" defaultMessage="Your tasks did not load." />}
          </Problem>
        </div>
      )}
    </>
  );
}

import { useQuery } from '@apollo/client/react';
import { useCallback, useEffect, useState } from 'react';
import { graphql } from '../../gql';
import type { TaskStateStore } from '../../map/taskStateStore';
import { statesOf, type Order, type Show } from './filter';

const PAGE = 60;

const taskListQuery = graphql(`
  query TaskList($project: ID!, $first: Int!, $after: String, $filter: TaskFilter, $orderBy: TaskOrder) {
    project(id: $project) {
      id
      tasks(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
        totalCount
        edges {
          node {
            id
            number
            ...TaskRow
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

type Options = { store: TaskStateStore; project: string; show: Show; search: string; order: Order };

/**
 * The list of tasks, page by page. It keeps the order it was fetched in: what changes meanwhile is repainted in its
 * row, and `changed` counts it until the person asks to see it in its place.
 */
export function useTaskList({ store, project, show, search, order }: Options) {
  const states = statesOf(show);
  const filter = {
    statuses: states && [...states],
    search: search.trim() || null,
    inPriorityArea: show === 'priority' ? true : null,
  };
  const { data, loading, error, fetchMore, refetch } = useQuery(taskListQuery, {
    variables: { project, first: PAGE, filter, orderBy: order },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    notifyOnNetworkStatusChange: true,
  });
  const connection = data?.project?.tasks;

  const listKey = `${show} ${search} ${order}`;
  const [changed, setChanged] = useState<{ of: string; mapIds: ReadonlySet<number> }>({ of: '', mapIds: new Set() });
  useEffect(() => {
    // By number and unfiltered nothing changes its place.
    if (listKey === 'all  NUMBER') return;
    return store.onChange(({ mapIds }) =>
      setChanged((before) => ({
        of: listKey,
        mapIds: new Set(before.of === listKey ? [...before.mapIds, ...mapIds] : mapIds),
      })),
    );
  }, [store, listKey]);

  const showChanges = useCallback(async () => {
    setChanged({ of: listKey, mapIds: new Set() });
    await refetch();
  }, [refetch, listKey]);

  const more = useCallback(() => {
    if (!loading && connection?.pageInfo.hasNextPage) {
      void fetchMore({ variables: { after: connection.pageInfo.endCursor } }).catch(() => undefined);
    }
  }, [loading, connection, fetchMore]);

  return {
    tasks: connection?.edges.map((edge) => edge.node) ?? null,
    total: connection?.totalCount ?? 0,
    hasMore: connection?.pageInfo.hasNextPage ?? false,
    loading,
    error,
    more,
    changes: changed.of === listKey ? changed.mapIds.size : 0,
    showChanges,
  };
}

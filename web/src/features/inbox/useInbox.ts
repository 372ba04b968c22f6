import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useUnreadCount } from '../../app/unread';
import { graphql } from '../../gql';
import { toQuery, type Filters } from './filters';

const PAGE = 30;

export const inboxQuery = graphql(`
  query Inbox(
    $filter: NotificationFilter!
    $orderBy: NotificationOrder!
    $first: Int!
    $after: String
    $isStart: Boolean!
  ) {
    viewer {
      notifications(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
        totalCount
        edges {
          node {
            number
            readAt
            ...MessageRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      newest: notifications(first: 1) @include(if: $isStart) {
        edges {
          node {
            number
          }
        }
      }
    }
  }
`);

const newQuery = graphql(`
  query InboxNews($filter: NotificationFilter!) {
    viewer {
      notifications(filter: $filter, first: 50) {
        nodes {
          number
        }
      }
    }
  }
`);

/** The messages that fit the filters, page by page. What comes in meanwhile is counted in `news`, and shown when asked for. */
export function useInbox(filters: Filters) {
  const client = useApolloClient();
  const variables = useMemo(() => toQuery(filters), [filters]);
  const { data, error, loading, refetch, fetchMore } = useQuery(inboxQuery, {
    variables: { ...variables, first: PAGE, isStart: true },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
    notifyOnNetworkStatusChange: true,
  });
  const connection = data?.viewer?.notifications;
  // Those that were read since a page of "unread first" came once more among the read ones.
  const messages = useMemo(
    () => [...new Map((connection?.edges ?? []).map(({ node }) => [node.number, node])).values()],
    [connection],
  );
  const newest = data?.viewer?.newest?.edges[0]?.node.number ?? 0;

  const [found, setFound] = useState<{ above: number; count: number } | null>(null);
  const unread = useUnreadCount();
  const before = useRef(unread);
  useEffect(() => {
    const isNews = before.current !== undefined && unread !== undefined && unread > before.current;
    before.current = unread;
    if (!isNews) return;
    void client
      .query({ query: newQuery, variables: { filter: variables.filter }, fetchPolicy: 'no-cache' })
      .then(({ data: fresh }) => {
        const numbers = fresh?.viewer?.notifications.nodes.map(({ number }) => number) ?? [];
        setFound({ above: newest, count: numbers.filter((number) => number > newest).length });
      })
      // The bell has counted them all the same.
      .catch(() => undefined);
  }, [unread, client, variables, newest]);

  return {
    messages,
    total: connection?.totalCount ?? 0,
    hasMore: connection?.pageInfo.hasNextPage ?? false,
    isThere: connection !== undefined,
    newest,
    /** New ones that are not in the list yet. */
    news: found && found.above === newest ? found.count : 0,
    error,
    loading,
    refetch,
    variables,
    // Not with the newest: that is how far the start of the list reaches.
    more: () => fetchMore({ variables: { after: connection?.pageInfo.endCursor, isStart: false } }),
  };
}

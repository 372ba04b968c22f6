import { useApolloClient, useQuery, useSubscription } from '@apollo/client/react';
import { graphql } from '../gql';

const unreadQuery = graphql(`
  query UnreadCount {
    viewer {
      unreadNotificationCount
    }
  }
`);

const unreadNews = graphql(`
  subscription UnreadNews {
    viewerUnreadCount
  }
`);

/** How many messages are unread, kept true by the server while this is shown: it says so at once, and at each change. */
export function useLiveUnreadCount(): number | undefined {
  const client = useApolloClient();
  useSubscription(unreadNews, {
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      if (!data) return;
      client.writeQuery({
        query: unreadQuery,
        data: { viewer: { __typename: 'Viewer', unreadNotificationCount: data.viewerUnreadCount } },
      });
    },
  });
  return useUnreadCount();
}

/** The same count, as the bell knows it. */
export function useUnreadCount(): number | undefined {
  return useQuery(unreadQuery, { fetchPolicy: 'cache-only' }).data?.viewer?.unreadNotificationCount;
}

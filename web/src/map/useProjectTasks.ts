import { useApolloClient } from '@apollo/client/react';
import { useEffect, useSyncExternalStore } from 'react';
import { feedOf, holdFeed } from './projectFeed';

/** The live states of a project's tasks, by the project's number; shared by all that show the project. */
export function useProjectTasks(number: string) {
  const client = useApolloClient();
  const feed = feedOf(client, number);
  useEffect(() => holdFeed(number), [number, feed]);
  const status = useSyncExternalStore(feed.subscribeStatus, feed.getStatus);
  return { store: feed.store, ...status, reload: feed.load };
}

import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { graphql } from '../../gql';
import { somethingChanged } from './fresh';

const changesSubscription = graphql(`
  subscription HomeChanges($projectId: ID!) {
    projectTasks(projectId: $projectId) {
      cursor
      events {
        cursor
        at
      }
    }
  }
`);

/** What happened in a project since the page was opened. */
export type Change = { count: number; at: string };

/** Follows the projects of these numbers; by number, how often something changed and when last. */
export function useLiveProjects(numbers: readonly number[]): ReadonlyMap<number, Change> {
  const client = useApolloClient();
  const [changed, setChanged] = useState<ReadonlyMap<number, Change>>(new Map());
  const key = numbers.join();
  useEffect(() => {
    const subscriptions = (key ? key.split(',').map(Number) : []).map((number) =>
      client.subscribe({ query: changesSubscription, variables: { projectId: String(number) } }).subscribe({
        next: ({ data }) => {
          const at = data?.projectTasks?.events.at(-1)?.at;
          if (!at) return;
          setChanged((before) => new Map(before).set(number, { count: (before.get(number)?.count ?? 0) + 1, at }));
          somethingChanged();
        },
        // The list stays as it is; coming back to the window asks again.
        error: () => undefined,
      }),
    );
    return () => subscriptions.forEach((subscription) => subscription.unsubscribe());
  }, [client, key]);
  return changed;
}

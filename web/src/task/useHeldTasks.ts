import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { graphql } from '../gql';
import type { TaskStateStore } from '../map/taskStateStore';

export const heldTasksQuery = graphql(`
  query HeldTasks {
    viewer {
      person {
        id
        osmId
        username
        pictureUrl
      }
      locks {
        id
        number
        ...HeldTask @unmask
      }
    }
    instance {
      lockDurationSeconds
      idEditorUrl
      rapidEditorUrl
      josmRemoteUrl
      osmUrl
      sandboxAuthUrl
      standIn
      editorsInPage {
        editor
        assetsUrl
      }
    }
  }
`);

/** The person (null for a visitor, undefined while unknown) and the tasks they hold in all projects, kept up to date. */
export function useHeldTasks(store: TaskStateStore) {
  const { data, loading, error, refetch } = useQuery(heldTasksQuery, {
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const osmId = data?.viewer?.person.osmId;

  // Taken, given back or ended elsewhere, in another tab say: the feed tells, the versions come from the server.
  useEffect(() => {
    if (osmId === undefined) return;
    const mine = () =>
      store
        .locks()
        .filter((lock) => lock.holder.osmId === osmId)
        .map((lock) => `${lock.number}:${lock.expiresAt}`)
        .sort()
        .join();
    let before = mine();
    return store.subscribe('locks', () => {
      const now = mine();
      if (now === before) return;
      before = now;
      void refetch().catch(() => undefined);
    });
  }, [store, osmId, refetch]);

  return { viewer: data?.viewer, held: data?.viewer?.locks ?? [], instance: data?.instance, loading, error, refetch };
}

export type HeldTask = ReturnType<typeof useHeldTasks>['held'][number];

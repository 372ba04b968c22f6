import type { ApolloClient } from '@apollo/client';
import type { Subscription } from 'rxjs';
import { connection } from '../app/connection';
import { serverClock } from '../app/serverClock';
import { graphql } from '../gql';
import { TaskStateStore } from './taskStateStore';

const taskStatesQuery = graphql(`
  query ProjectTaskStates($id: ID!) {
    project(id: $id) {
      id
      gridVersion
      taskStates {
        cursor
        runs
        statuses
        locks {
          mapId
          number
          kind
          holder {
            osmId
            username
            pictureUrl
          }
          expiresAt
        }
      }
    }
  }
`);

const projectTasksSubscription = graphql(`
  subscription ProjectTasks($projectId: ID!, $after: String) {
    projectTasks(projectId: $projectId, after: $after) {
      cursor
      events {
        cursor
        at
        kind
        person {
          osmId
          username
          pictureUrl
        }
        mapId
        number
        statusUnderLock
        lock {
          kind
          holder {
            osmId
            username
            pictureUrl
          }
          expiresAt
        }
        removed
        gridVersion
      }
    }
  }
`);

const clock = {
  now: () => serverClock.now(),
  after: (delay: number, callback: () => void) => {
    const timer = setTimeout(callback, delay);
    return () => clearTimeout(timer);
  },
};

/** How long a feed outlives its last page: from the tasks to the map and back nothing is fetched again. */
const LINGER_MS = 60_000;
const RELOAD_AFTER_MS = 3_000;

export type FeedStatus = { loaded: boolean; missing: boolean; error: Error | null };

/** The live states of one project's tasks: loaded once, then followed, and after a break gone on with where it stopped. */
export class ProjectFeed {
  readonly store = new TaskStateStore(clock);
  private status: FeedStatus = { loaded: false, missing: false, error: null };
  private projectId: string | null = null;
  private subscription: Subscription | null = null;
  private readonly listeners = new Set<() => void>();
  private readonly forgetConnection: () => void;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private ended = false;

  constructor(
    private readonly client: ApolloClient,
    private readonly number: string,
  ) {
    let before = connection.get();
    this.forgetConnection = connection.subscribe(() => {
      const now = connection.get();
      // The client would ask again from where this subscription once began; what was seen since need not come twice.
      if (now === 'reconnecting' && before !== now && this.subscription) this.follow();
      before = now;
    });
    void this.load();
  }

  readonly getStatus = (): FeedStatus => this.status;

  readonly subscribeStatus = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Fetches the snapshot (again) and follows from there. */
  readonly load = async (): Promise<void> => {
    clearTimeout(this.retry);
    try {
      const { data } = await this.client.query({
        query: taskStatesQuery,
        variables: { id: this.number },
        // The store is the place for this; the cache would hold it a second time.
        fetchPolicy: 'no-cache',
      });
      if (this.ended) return;
      const project = data?.project;
      if (!project) return this.set({ loaded: false, missing: true, error: null });
      this.projectId = project.id;
      this.store.load(project.taskStates, project.gridVersion);
      this.set({ loaded: true, missing: false, error: null });
      this.follow();
    } catch (error) {
      this.set({ ...this.status, error: error instanceof Error ? error : new Error(String(error)) });
    }
  };

  end(): void {
    this.ended = true;
    clearTimeout(this.retry);
    this.forgetConnection();
    this.subscription?.unsubscribe();
    this.store.dispose();
  }

  private follow(): void {
    if (!this.projectId || this.ended) return;
    const previous = this.subscription;
    const again = () => {
      // Ended by the server (too far behind, say): what it has now is the way on.
      if (this.subscription === next) this.retry = setTimeout(() => void this.load(), RELOAD_AFTER_MS);
    };
    const next = this.client
      .subscribe({
        query: projectTasksSubscription,
        variables: { projectId: this.projectId, after: this.store.cursor },
        fetchPolicy: 'no-cache',
      })
      .subscribe({
        next: ({ data, error }) => {
          if (data) this.store.apply(data.projectTasks);
          else if (error) again();
        },
        error: again,
        complete: again,
      });
    this.subscription = next;
    // Not before the new one has asked: a socket without any subscription would close.
    previous?.unsubscribe();
  }

  private set(status: FeedStatus): void {
    this.status = status;
    for (const listener of [...this.listeners]) listener();
  }
}

const feeds = new Map<string, { feed: ProjectFeed; users: number; lingering?: ReturnType<typeof setTimeout> }>();

/** The feed of a project, shared by all who show it. */
export function feedOf(client: ApolloClient, number: string): ProjectFeed {
  let entry = feeds.get(number);
  if (!entry) {
    entry = { feed: new ProjectFeed(client, number), users: 0 };
    feeds.set(number, entry);
    letGo(number);
  }
  return entry.feed;
}

/** Keeps a feed going until the answer is called. */
export function holdFeed(number: string): () => void {
  const entry = feeds.get(number);
  if (!entry) return () => undefined;
  entry.users++;
  clearTimeout(entry.lingering);
  return () => {
    entry.users--;
    letGo(number);
  };
}

function letGo(number: string): void {
  const entry = feeds.get(number);
  if (!entry || entry.users > 0) return;
  clearTimeout(entry.lingering);
  entry.lingering = setTimeout(() => {
    feeds.delete(number);
    entry.feed.end();
  }, LINGER_MS);
}

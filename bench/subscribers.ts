// Many subscribers of one project's changes, in a process of its own: each a WebSocket of its own, with graphql-ws. Started by
// delivery.ts with the address, the project, the cursor to start from, and a token or null for each subscriber.
import { performance } from 'node:perf_hooks';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

export interface Begin {
  url: string;
  project: number;
  cursor: number;
  tokens: (string | null)[];
}
/** When each change was committed, ms since 1970: the first one has the position after the cursor. */
export interface Committed {
  committed: number[];
}
export interface Delivered {
  p50: number;
  p95: number;
  p99: number;
  most: number;
  lost: number;
  doubled: number;
  outOfOrder: number;
  /** Events that a message carried on average. */
  eventsAMessage: number;
  failures: string[];
  cpuSeconds: number;
}

// As the page of a project's tasks asks, so that the server's work is the same.
const QUERY = `subscription ProjectTasks($projectId: ID!, $after: String) { projectTasks(projectId: $projectId, after: $after) { cursor
  events { cursor at kind mapId number statusUnderLock removed gridVersion lockVersion person { osmId username pictureUrl }
    lock { kind expiresAt holder { osmId username pictureUrl } } } } }`;
const AT_ONCE = 50;
const now = () => performance.timeOrigin + performance.now();

const failures: string[] = [];
let start: Begin;
/** Of each subscriber: when the event at each position came. */
const came: number[][] = [];
let messages = 0;
let events = 0;
let doubled = 0;
let outOfOrder = 0;
let cpu = process.cpuUsage();

function subscribe(place: number): Promise<void> {
  const token = start.tokens[place];
  const mine: number[] = (came[place] = []);
  let next = 0;
  return new Promise((connected) => {
    const client = createClient({
      url: `${start.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      lazy: false,
      retryAttempts: 0,
      ...(token ? { connectionParams: { authorization: `Bearer ${token}` } } : {}),
      on: { connected: () => connected() },
      onNonLazyError: (error) => failures.push(String(error)),
    });
    client.subscribe<{ projectTasks: { events: { cursor: string }[] } }>(
      { query: QUERY, variables: { projectId: String(start.project), after: String(start.cursor) } },
      {
        next: ({ data, errors }) => {
          const at = now();
          if (errors || !data) return void failures.push(JSON.stringify(errors));
          messages++;
          for (const { cursor } of data.projectTasks.events) {
            const index = Number(cursor) - start.cursor - 1;
            events++;
            if (mine[index] !== undefined) doubled++;
            else mine[index] = at;
            if (index !== next) outOfOrder++;
            next = index + 1;
          }
        },
        error: (error) => void failures.push(JSON.stringify(error)),
        complete: () => void failures.push('The server ended a subscription.'),
      },
    );
  });
}

function summary({ committed }: Committed): Delivered {
  const latencies = new Float64Array(came.length * committed.length);
  let count = 0;
  for (const mine of came) {
    for (const [index, at] of committed.entries()) {
      if (mine[index] !== undefined) latencies[count++] = mine[index] - at;
    }
  }
  const sorted = latencies.subarray(0, count).sort();
  const at = (share: number) => sorted[Math.min(count - 1, Math.floor(count * share))] ?? NaN;
  const { user, system } = process.cpuUsage(cpu);
  return {
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    most: at(1),
    lost: latencies.length - count,
    doubled,
    outOfOrder,
    eventsAMessage: events / messages,
    failures: [...new Set(failures)].slice(0, 5),
    cpuSeconds: (user + system) / 1e6,
  };
}

process.on('message', (message: Begin | Committed | 'counted') => {
  if (message === 'counted') return void process.send!({ events });
  if ('committed' in message) return void process.send!(summary(message));
  start = message;
  void (async () => {
    for (let first = 0; first < start.tokens.length; first += AT_ONCE) {
      const places = start.tokens.slice(first, first + AT_ONCE).map((_, index) => first + index);
      await Promise.all(places.map(subscribe));
    }
    cpu = process.cpuUsage();
    process.send!('connected');
  })();
});
process.on('disconnect', () => process.exit(0));

import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { ServerError } from '@apollo/client/errors';
import type { GraphQLCodegenDataMasking } from '@apollo/client/masking';
import { SetContextLink } from '@apollo/client/link/context';
import { RetryLink } from '@apollo/client/link/retry';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { relayStylePagination } from '@apollo/client/utilities';
import { OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws';
import introspection from '../gql/possibleTypes.json';
import { connection } from './connection';
import { wantedLanguages } from './languages';
import { fetchObservingClock } from './serverClock';
import { trustedLink } from './trustedLink';
import { unsentLink } from './unsentLink';

type Masking = GraphQLCodegenDataMasking.TypeOverrides;

declare module '@apollo/client' {
  // This is how Apollo asks to be told of codegen's masked types.
  export interface TypeOverrides {
    FragmentType: Masking['FragmentType'];
    MaybeMasked: Masking['MaybeMasked'];
    Unmasked: Masking['Unmasked'];
  }
}

/** Milliseconds before attempt number `retries`: 0.5 s doubling to 15 s, spread so that clients do not come back at once. */
function backOff(retries: number): number {
  return Math.min(15_000, 500 * 2 ** retries) * (0.6 + Math.random() * 0.8);
}

/** Waits for the back-off, or for the network to return, whichever comes later when offline. */
async function waitToRetry(retries: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, backOff(retries)));
  if (!navigator.onLine) {
    await new Promise((resolve) => window.addEventListener('online', resolve, { once: true }));
  }
}

let pongTimer: ReturnType<typeof setTimeout> | undefined;

const socket = createClient({
  url: () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
  lazy: true,
  lazyCloseTimeout: 3_000,
  retryAttempts: Infinity,
  shouldRetry: () => true,
  retryWait: waitToRetry,
  keepAlive: 12_000,
  on: {
    connecting: (isRetry) => connection.set(isRetry ? 'reconnecting' : 'connecting'),
    connected: () => connection.set('live'),
    // A half-open line gives no close event: without an answer to a ping it is given up.
    ping: (received) => {
      if (!received) pongTimer = setTimeout(() => socket.terminate(), 6_000);
    },
    pong: (received) => {
      if (received) clearTimeout(pongTimer);
    },
    closed: (event) => {
      clearTimeout(pongTimer);
      connection.set(event instanceof CloseEvent && event.wasClean && event.code === 1000 ? 'idle' : 'reconnecting');
    },
  },
});

const http = ApolloLink.from([
  unsentLink,
  // Only what can be asked twice without harm is asked again.
  new RetryLink({
    delay: { initial: 400, max: 4_000, jitter: true },
    attempts: (count, operation, error) =>
      count < 4 &&
      operation.operationType === OperationTypeNode.QUERY &&
      navigator.onLine &&
      // The server understood and said no: it will say so again.
      !(ServerError.is(error) && error.statusCode < 500),
  }),
  // What people wrote comes in the language of the page, which need not be the browser's.
  new SetContextLink(({ headers }) => ({
    headers: { ...(headers as Record<string, string> | undefined), 'accept-language': wantedLanguages().join(', ') },
  })),
  trustedLink(),
  new HttpLink({ uri: '/graphql', credentials: 'same-origin', fetch: fetchObservingClock }),
]);

/** graphql-ws wants a document; an empty one stands where its hash is sent. */
const webSocket = ApolloLink.from([
  trustedLink(),
  new GraphQLWsLink({
    ...socket,
    subscribe: (payload, sink) =>
      socket.subscribe(payload.extensions?.persistedQuery ? { ...payload, query: '' } : payload, sink),
  }),
]);

export const client = new ApolloClient({
  link: ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, webSocket, http),
  dataMasking: true,
  cache: new InMemoryCache({
    possibleTypes: introspection.possibleTypes,
    typePolicies: {
      Query: {
        fields: {
          projects: relayStylePagination(['filter', 'orderBy']),
          teams: relayStylePagination(['filter']),
          organisations: relayStylePagination(['search']),
        },
      },
      Team: {
        fields: {
          members: relayStylePagination(['function', 'search']),
          joinRequests: relayStylePagination(),
          projects: relayStylePagination(),
        },
      },
      Project: {
        fields: {
          tasks: relayStylePagination(['filter', 'orderBy']),
          activity: relayStylePagination(),
          comments: relayStylePagination(),
          contributions: relayStylePagination(['orderBy', 'search', 'levelNumber']),
          figures: { merge: true },
        },
      },
      Task: { fields: { history: relayStylePagination() } },
      // `first` too: the bell's few are no page of the inbox.
      Viewer: {
        merge: true,
        fields: {
          notifications: relayStylePagination(['filter', 'orderBy', 'first']),
          savedSearches: { merge: false },
        },
      },
      Account: { merge: true },
      Notification: { keyFields: ['number'] },
      Instance: { merge: true },
      PersonStatistics: { merge: true },
      NextLevel: { merge: true },
      MappingLevel: { keyFields: ['number'] },
    },
  }),
});

/** After signing in or out: the socket carries the old session, and so does everything cached. */
export async function startAfresh(): Promise<void> {
  socket.terminate();
  await client.resetStore();
}

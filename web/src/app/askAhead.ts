import type { OperationVariables, TypedDocumentNode, WatchQueryFetchPolicy } from '@apollo/client';
import { useEffect, useState } from 'react';
import { client } from './apollo';

const asked = new Map<TypedDocumentNode, string>();

/**
 * Asks for what the page at this address shows as soon as its code is there, while React still builds what is around it. Only
 * for the page that the browser itself opens; the page asks with `useFresh`.
 */
export function askAhead<V extends OperationVariables>(query: TypedDocumentNode<unknown, V>, variables: V): void {
  asked.set(query as TypedDocumentNode, JSON.stringify(variables));
  client.query<unknown, OperationVariables>({ query, variables }).catch(() => undefined); // the page asks again, and says so
}

const afterwards = (_now: WatchQueryFetchPolicy, { reason }: { reason: 'after-fetch' | 'variables-changed' }) =>
  reason === 'variables-changed' ? 'cache-and-network' : 'cache-first';

/** Options of a `useQuery` that shows what is in the cache and asks again at once, unless that was asked ahead just now. */
export function useFresh<V extends OperationVariables>(query: TypedDocumentNode<unknown, V>, variables: V) {
  const [isFresh] = useState(() => asked.get(query as TypedDocumentNode) === JSON.stringify(variables));
  // Not above: React may begin a page several times, when an answer comes in between say, before it shows one.
  useEffect(() => void asked.delete(query as TypedDocumentNode), [query]);
  return {
    fetchPolicy: isFresh ? ('cache-first' as const) : ('cache-and-network' as const),
    nextFetchPolicy: afterwards,
  };
}

import { ApolloLink, type DocumentNode } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { catchError, map, throwError } from 'rxjs';

/** Of a document that the build put into its place (inlineDocuments.ts); none with hot reload. */
const hashOf = (document: DocumentNode) => (document as { __meta__?: { hash?: string } }).__meta__?.hash;

const isUnknown = (error: unknown) =>
  CombinedGraphQLErrors.is(error) &&
  error.errors.some(({ extensions }) => extensions?.code === 'PERSISTED_QUERY_NOT_FOUND');

/** What is sent of an operation: its hash, or its document. */
function prepare(operation: ApolloLink.Operation, hash: string | undefined): void {
  const { http } = operation.getContext() as { http?: object };
  operation.setContext({ http: { ...http, includeQuery: hash === undefined } });
  operation.extensions.persistedQuery = hash && { version: 1, sha256Hash: hash };
  operation.extensions.operationType = hash && operation.operationType; // the service worker sees no document
}

/**
 * Sends the hash of a document that the server knows from the same build: some kilobytes less of each request. A page that
 * is older than its server, or newer, finds out at the first hash that is not known there, and sends whole documents from
 * then on. Nothing was done by then, so it can be sent again whatever it is.
 */
export function trustedLink(): ApolloLink {
  let isKnown = true;
  return new ApolloLink((operation, forward) => {
    const hash = isKnown ? hashOf(operation.query) : undefined;
    prepare(operation, hash);
    if (hash === undefined) return forward(operation);
    return forward(operation).pipe(
      map((result) => {
        const error = result.errors && new CombinedGraphQLErrors(result);
        if (isUnknown(error)) throw error;
        return result;
      }),
      catchError((error: unknown) => {
        if (!isUnknown(error)) return throwError(() => error);
        isKnown = false;
        prepare(operation, undefined);
        return forward(operation);
      }),
    );
  });
}

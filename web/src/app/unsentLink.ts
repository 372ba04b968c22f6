import { ApolloLink } from '@apollo/client';
import { ServerError } from '@apollo/client/errors';
import { tap } from 'rxjs';
import type { ViewerQuery } from '../gql/graphql';
import { unsent, type Unsent } from './unsent';
import { viewerQuery } from './viewer';

/** What is handed in and does not reach the server waits (unsent.ts); what the server answered waits no more. */
export const unsentLink = new ApolloLink((operation, forward) => {
  const { operationName = '', variables } = operation;
  const kind = /^SubmitMapping/.test(operationName)
    ? 'map'
    : /^SubmitValidation/.test(operationName)
      ? 'validate'
      : null;
  if (!kind) return forward(operation);
  const work = { kind, input: variables.input as unknown } as Pick<Unsent, 'kind' | 'input'>;
  return forward(operation).pipe(
    tap({
      next: () => unsent.drop(work as Unsent),
      error: (error: unknown) => {
        // A server that answers, if only with a fault, has been reached.
        if (ServerError.is(error) && error.statusCode < 502) return;
        const viewer = operation.client.readQuery<ViewerQuery>({ query: viewerQuery })?.viewer;
        const project = Number(/^\/projects\/(\d+)\//.exec(location.pathname)?.[1]);
        if (viewer && project) unsent.keep({ ...work, person: viewer.person.osmId, project } as Unsent);
      },
    }),
  );
});

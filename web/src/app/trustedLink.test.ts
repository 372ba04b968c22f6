import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { print } from 'graphql';
import { of, throwError } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { trustedLink } from './trustedLink';

const unknown = {
  message: 'This server knows no document with this hash.',
  extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
};

interface Sent {
  hash?: string;
  whole: boolean;
}

/** A client whose server answers what `answer` says; what it was sent, and of which document. */
function clientOf(answer: (sent: Sent) => ReturnType<ApolloLink.RequestHandler>) {
  const sent: Sent[] = [];
  const documents: string[] = [];
  const server = new ApolloLink((operation) => {
    const { http } = operation.getContext() as { http?: { includeQuery?: boolean } };
    const { persistedQuery } = operation.extensions as { persistedQuery?: { sha256Hash: string } };
    const one = { ...(persistedQuery && { hash: persistedQuery.sha256Hash }), whole: http?.includeQuery !== false };
    sent.push(one);
    documents.push(print(operation.query));
    return answer(one);
  });
  const client = new ApolloClient({
    link: ApolloLink.from([trustedLink(), server]),
    cache: new InMemoryCache(),
    dataMasking: true,
  });
  return { client, sent, documents };
}

const NAME = { data: { instance: { __typename: 'Instance', name: 'Here' } } };
const trusted = () =>
  Object.assign(gql('fragment Name on Instance { name } query Instance { instance { ...Name @unmask } }'), {
    __meta__: { hash: 'abc' },
  });
const ask = (client: ApolloClient, query = trusted()) => client.query({ query, fetchPolicy: 'network-only' });

describe('a document that the build knows', () => {
  it('is sent as its hash, also after Apollo has made its own changes to it', async () => {
    const { client, sent, documents } = clientOf(() => of(NAME));
    expect((await ask(client)).data).toMatchObject({ instance: { name: 'Here' } });
    expect(sent).toEqual([{ hash: 'abc', whole: false }]);
    expect(documents[0]).toContain('__typename');
    expect(documents[0]).not.toContain('@unmask');
  });

  it.each([
    ['in its answer', () => of({ errors: [unknown] })],
    ['as a subscription is refused', () => throwError(() => new CombinedGraphQLErrors({ errors: [unknown] }))],
  ])('is sent whole once its hash is not known, said %s, and so is all that follows', async (_way, refuse) => {
    const { client, sent } = clientOf(({ whole }) => (whole ? of(NAME) : refuse()));
    expect((await ask(client)).data).toMatchObject({ instance: { name: 'Here' } });
    await ask(client);
    expect(sent).toEqual([{ hash: 'abc', whole: false }, { whole: true }, { whole: true }]);
  });

  it('is not sent again for any other error', async () => {
    const { client, sent } = clientOf(() => of({ errors: [{ message: 'No.' }] }));
    await expect(ask(client)).rejects.toThrow('No.');
    expect(sent).toHaveLength(1);
  });
});

it('a document without a hash is sent whole', async () => {
  const { client, sent } = clientOf(() => of(NAME));
  await ask(client, gql('query Instance { instance { name } }') as ReturnType<typeof trusted>);
  expect(sent).toEqual([{ whole: true }]);
});

import { createHash } from 'node:crypto';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startServer, type GraphqlAnswer, type TestServer } from '../../test/server.js';
import { trustedDocuments } from './trustedDocuments.js';

const DOCUMENTS = {
  names: 'query Names($first: Int!) { projects(first: $first) { nodes { name } } }',
  costly: 'query Costly { projects(first: 100) { nodes { tasks(first: 100) { nodes { number status } } } } }',
  unread: 'subscription Unread { viewerUnreadCount }',
};
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const asked = (hash: unknown, variables = {}) => ({
  variables,
  extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
});
const NOT_FOUND = {
  message: expect.stringMatching(/Send the document/),
  extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
};

describe('a document that came as its hash', () => {
  let server: TestServer;
  let token: string;
  beforeAll(async () => {
    for (const text of Object.values(DOCUMENTS)) trustedDocuments.set(hashOf(text), text); // as the build of the web UI does
    server = await startServer({}, { jobs: false });
    token = (await server.person('reader')).token;
  });
  afterAll(() => server?.stop());

  const overHttp = async (body: object) => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    return (await response.json()) as GraphqlAnswer<unknown>;
  };
  /** The first answer, or the errors that came in its place. */
  const overSocket = async (body: object) => {
    const client = createClient({
      url: `${server.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
    });
    const answer = await new Promise<GraphqlAnswer<unknown>>((resolve) => {
      client.subscribe(
        { query: '', ...body },
        {
          next: (next) => resolve(next as GraphqlAnswer<unknown>),
          error: (errors) => resolve({ data: null, errors } as GraphqlAnswer<unknown>),
          complete: () => undefined,
        },
      );
    });
    await client.dispose();
    return answer;
  };

  for (const [way, ask] of [
    ['HTTP', overHttp],
    ['WebSocket', overSocket],
  ] as const) {
    it(`runs over ${way}, each time with its own variables`, async () => {
      for (const first of [1, 2]) {
        const answer = await ask(asked(hashOf(DOCUMENTS.names), { first }));
        expect(answer.errors).toBeUndefined();
        expect(answer.data).toEqual({ projects: { nodes: [] } });
      }
      expect((await ask(asked(hashOf(DOCUMENTS.names), { first: 'many' }))).errors?.[0]?.message).toMatch(/\$first/);
    });

    it(`is bounded over ${way} like any other`, async () => {
      const { errors } = await ask(asked(hashOf(DOCUMENTS.costly)));
      expect(errors?.[0]?.extensions?.code).toBe('QUERY_COMPLEXITY');
    });

    it(`and is not known is refused over ${way} with what to do, and is not learnt`, async () => {
      const text = `query Own { instance { name } } # ${way}`;
      expect((await ask(asked(hashOf(text)))).errors?.[0]).toMatchObject(NOT_FOUND);
      expect((await ask({ ...asked(hashOf(text)), query: text })).errors).toBeUndefined();
      expect((await ask(asked(hashOf(text)))).errors?.[0]).toMatchObject(NOT_FOUND);
      for (const no of [7, null, '__proto__', { $ne: 1 }])
        expect((await ask(asked(no))).errors?.[0]).toMatchObject(NOT_FOUND);
    });
  }

  it('may be a subscription', async () => {
    expect(await overSocket(asked(hashOf(DOCUMENTS.unread)))).toMatchObject({ data: { viewerUnreadCount: 0 } });
  });
});

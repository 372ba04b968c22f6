import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startServer, type TestServer } from '../../test/server.js';
import { MAX_COMPLEXITY, MAX_DEPTH } from './limits.js';

interface Answer {
  extensions?: { cost?: { complexity: number; depth: number; breadth: number; limit: Record<string, number> } };
  errors?: { extensions?: Record<string, unknown> }[];
}

describe('the cost of an operation', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({}, { jobs: false });
  });
  afterAll(() => server?.stop());

  const post = async (body: object): Promise<Answer> => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Answer;
  };
  const NAMES = '{ projects { nodes { number name } } }';

  it('is told in the answer, with what it may be at most', async () => {
    const { extensions } = await post({ query: '{ instance { name } viewer { person { username } } }' });
    expect(extensions).toEqual({
      cost: {
        complexity: 5,
        depth: 3,
        breadth: 5,
        limit: { complexity: MAX_COMPLEXITY, depth: MAX_DEPTH, breadth: expect.any(Number) },
      },
    });
  });

  it('is told over a WebSocket too, and each time the same document is sent', async () => {
    const client = createClient({ url: `${server.url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket });
    const overSocket = () =>
      new Promise<Answer>((resolve, reject) => {
        client.subscribe(
          { query: NAMES },
          { next: (answer) => resolve(answer as Answer), error: reject, complete: () => undefined },
        );
      });
    const answers = [await overSocket(), await overSocket(), await post({ query: NAMES })];
    await client.dispose();
    const costs = answers.map(({ extensions }) => extensions?.cost?.complexity);
    expect(costs[0]).toBeGreaterThan(20); // nodes are many
    expect(new Set(costs).size).toBe(1);
  });

  it('grows with the rows that a page may bring, page within page', async () => {
    const cost = async (first: number, variables = {}) => {
      const query = `query ${first ? '' : '($first: Int)'} { projects(first: ${first || '$first'}) { nodes { tasks(first: 10) { nodes { number } } } } }`;
      return (await post({ query, variables })).extensions?.cost?.complexity ?? 0;
    };
    const [one, ten] = [await cost(1), await cost(10)];
    expect(ten).toBeGreaterThan(8 * one);
    expect(await cost(0, { first: 10 })).toBe(ten);
    const refused = await post({
      query: '{ projects(first: 100) { nodes { tasks(first: 100) { nodes { number status } } } } }',
    });
    expect(refused.errors?.[0]).toMatchObject({ message: expect.stringMatching(/complexity/i) });
  });

  it('is that of the operation that was asked for, when a document has several', async () => {
    const query = `query Small { instance { name } } query Large ${NAMES}`;
    const [small, large] = await Promise.all(
      ['Small', 'Large'].map(
        async (operationName) => (await post({ query, operationName })).extensions?.cost?.complexity,
      ),
    );
    expect(small).toBe(2);
    expect(large).toBeGreaterThan(20);
  });

  it('is in the error of what is refused for it', async () => {
    const query = `{ projects { nodes { tasks { nodes { history { nodes { issues { count } } } } } } } }`;
    const { errors, extensions } = await post({ query });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'QUERY_COMPLEXITY',
      queryComplexity: { max: MAX_COMPLEXITY, actual: expect.any(Number) },
    });
    expect(extensions).toBeUndefined();
  });
});

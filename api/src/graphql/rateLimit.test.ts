import { createClient, type Client } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startServer, type TestServer } from '../../test/server.js';

/** Costs 8 points. */
const CHEAP = `{ ${['a', 'b', 'c', 'd'].map((alias) => `${alias}: instance { name }`).join(' ')} }`;
interface Answer {
  data?: unknown;
  errors?: { message: string; extensions: Record<string, unknown> }[];
  extensions?: { cost: { complexity: number; rate?: { perMinute: number; left: number } } };
}

describe('the rate limit', () => {
  let server: TestServer;
  beforeAll(async () => {
    // Eight times CHEAP; after that it takes eight seconds until it can be paid again, so that a slow machine does no harm.
    server = await startServer({ RATE_LIMIT: '64', RATE_LIMIT_VISITORS: '64', TRUSTED_PROXIES: '1' }, { jobs: false });
  });
  afterAll(() => server?.stop());

  let nextAddress = 1;
  const visitor = () => ({ 'x-forwarded-for': `198.51.100.${nextAddress++}` });
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const send = async (headers: Record<string, string>, query = CHEAP) => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
    return { status: response.status, retryAfter: response.headers.get('retry-after'), response };
  };
  const answer = async (headers: Record<string, string>, query?: string) =>
    (await (await send(headers, query)).response.json()) as Answer;
  /** Sends until it is refused; how often it was not. */
  const spend = async (headers: Record<string, string>) => {
    for (let count = 0; count < 100; count++) if ((await send(headers)).status === 429) return count;
    throw new Error('It was never refused.');
  };

  it('refuses with HTTP 429, when to come again, and a sentence; and lets in again after that time', async () => {
    const who = visitor();
    expect(await spend(who)).toBeGreaterThanOrEqual(8);
    const { status, retryAfter, response } = await send(who);
    expect(status).toBe(429);
    const seconds = Number(retryAfter);
    expect(seconds).toBeGreaterThanOrEqual(1);
    expect(seconds).toBeLessThanOrEqual(8);
    const { data, errors } = (await response.json()) as Answer;
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED', retryAfter: seconds, perMinute: 64 } }]);
    expect(errors![0]!.message).toMatch(/^That was a lot in a short time\. Wait /);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    expect((await send(who)).status).toBe(200);
  });

  it('tells in each answer what is left', async () => {
    const who = visitor();
    const [first, second] = [await answer(who), await answer(who)];
    const { complexity, rate } = first.extensions!.cost;
    expect(rate).toEqual({ perMinute: 64, left: 64 - complexity });
    expect(second.extensions!.cost.rate!.left).toBeLessThan(rate!.left);
  });

  it('counts by cost: what costs more than is left is refused, what costs less is not', async () => {
    const who = visitor();
    const list = '{ projects(first: 20) { nodes { number } } }';
    const { extensions } = await answer(who, list);
    expect(extensions!.cost.complexity).toBeGreaterThan(20);
    expect((await answer(who, '{ projects(first: 50) { nodes { number } } }')).errors?.[0]?.extensions.code).toBe(
      'RATE_LIMITED',
    );
    expect((await send(who)).status).toBe(200);
  });

  it('takes all of a full budget for what costs more than that', async () => {
    const who = visitor();
    const { extensions } = await answer(who, '{ projects(first: 100) { nodes { number name } } }');
    expect(extensions!.cost).toMatchObject({ complexity: expect.any(Number), rate: { left: 0 } });
  });

  it('has a budget for each address, each session and each key', async () => {
    const person = await server.person('busy');
    const { result } = await server.get(
      `mutation ($end: DateTime!) { result: createApiKey(input: { name: "k", scope: READ, expiresAt: $end }) { ... on CreateApiKeyPayload { key } } }`,
      { end: new Date(Date.now() + 86_400_000).toISOString() },
      person.token,
    );
    const address = visitor();
    await spend(address);
    const onSameAddress = [
      { ...address, ...bearer(person.token) },
      { ...address, ...bearer(result.key) },
    ];
    for (const who of [visitor(), ...onSameAddress]) {
      expect((await send(who)).status).toBe(200);
      await spend(who);
    }
    expect((await send(visitor())).status).toBe(200);
  });

  it('cannot be had again by a header that the client wrote, only by what the proxy added to it', async () => {
    const { 'x-forwarded-for': address } = visitor();
    await spend({ 'x-forwarded-for': address });
    expect((await send({ 'x-forwarded-for': `203.0.113.77, ${address}` })).status).toBe(429);
  });

  it('counts a WebSocket’s operations and the start of a subscription', async () => {
    const person = await server.person('watcher');
    const client = createClient({
      url: `${server.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${person.token}` },
    });
    await spend(bearer(person.token));
    expect(await firstOf(client, CHEAP)).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    expect(await firstOf(client, 'subscription { viewerUnreadCount }')).toMatchObject({
      errors: [{ extensions: { code: 'RATE_LIMITED' } }],
    });
    await client.dispose();
  });

  it('counts the start of a subscription over server-sent events', async () => {
    const person = await server.person('listener');
    const who = { ...bearer(person.token), accept: 'text/event-stream' };
    await spend(bearer(person.token));
    const { status, response } = await send(who, 'subscription { viewerUnreadCount }');
    expect(status).toBe(429);
    const reader = response.body!.getReader();
    let text = '';
    while (!text.includes('data: {')) text += new TextDecoder().decode((await reader.read()).value);
    await reader.cancel();
    expect(text).toContain('"RATE_LIMITED"');
  });
});

const firstOf = (client: Client, query: string) =>
  new Promise<unknown>((resolve) => {
    client.subscribe({ query }, { next: resolve, error: resolve, complete: () => undefined });
  });

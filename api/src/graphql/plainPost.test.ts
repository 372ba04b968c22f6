import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../test/server.js';

describe('an ordinary POST', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({}, { jobs: false });
  });
  afterAll(() => server?.stop());

  const post = async (body: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-encoding': 'identity', ...headers },
      body,
    });
  const asked = (query: string, more: object = {}) => JSON.stringify({ query, ...more });

  it('has the media type that was asked for, and a status that belongs to it', async () => {
    const types: Record<string, [string, number]> = {
      '*/*': ['application/json', 200],
      'application/json': ['application/json', 200],
      'application/graphql-response+json': ['application/graphql-response+json', 400],
      'application/graphql-response+json,application/json;q=0.9': ['application/graphql-response+json', 400],
      'application/json, application/graphql-response+json': ['application/json', 200],
    };
    for (const [accept, [type, wrong]] of Object.entries(types)) {
      const right = await post(asked('{ __typename }'), { accept });
      expect([right.status, right.headers.get('content-type')]).toEqual([200, `${type}; charset=utf-8`]);
      expect((await right.json()).data).toEqual({ __typename: 'Query' });
      const answer = await post(asked('{ nothing }'), { accept });
      expect([accept, answer.status]).toEqual([accept, wrong]);
      expect((await answer.json()).errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
    expect((await post(asked('{ __typename }'), { accept: 'text/html' })).status).toBe(406);
  });

  it('is told what is wrong with its body', async () => {
    const cases: [body: string, message: RegExp][] = [
      ['{nope', /invalid JSON/],
      ['null', /expected to be object/],
      ['[{"query":"{ __typename }"}]', /Batching is not supported/],
      ['{}', /Must provide query string/],
      ['{"query":1}', /to be a string/],
      [asked('{ __typename }', { variables: [] }), /"variables" param/],
      [asked('{ __typename }', { more: 1 }), /Unexpected parameter "more"/],
      ['{"extensions":{"persistedQuery":{"sha256Hash":"abc"}}}', /no document with this hash/],
      [asked('query A { __typename }', { operationName: 'B' }), /Could not determine what operation/],
    ];
    for (const [body, message] of cases) expect((await (await post(body)).json()).errors[0].message).toMatch(message);
  });

  it('may come in pieces, cut within a letter', async () => {
    const body = Buffer.from(
      asked('query ($t: String!) { __type(name: $t) { name } } # ä', { variables: { t: '🌍' } }),
    );
    const status = await new Promise((done, failed) => {
      const sent = request(
        `${server.url}/graphql`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length },
        },
        (answer) => answer.resume().on('end', () => done(answer.statusCode)),
      ).on('error', failed);
      const cut = body.indexOf(0xf0) + 2;
      sent.write(body.subarray(0, cut));
      setTimeout(() => sent.end(body.subarray(cut)), 20);
    });
    expect(status).toBe(200);
  });

  it('is answered compressed where the client takes that and it is worth it', async () => {
    const large = await new Promise<[string | undefined, string]>((done, failed) => {
      request(
        `${server.url}/graphql`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'accept-encoding': 'gzip', 'content-length': 45 },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () =>
            done([answer.headers['content-encoding'], gunzipSync(Buffer.concat(chunks)).toString()]),
          );
        },
      )
        .on('error', failed)
        .end(asked('{ __schema { types { name } } }').padEnd(45));
    });
    expect(large[0]).toBe('gzip');
    expect(JSON.parse(large[1]).data.__schema.types.length).toBeGreaterThan(50);
    const small = await post(asked('{ __typename }'), { 'accept-encoding': 'gzip' });
    expect(small.headers.get('content-encoding')).toBeNull();
    expect(small.headers.get('vary')).toBe('Accept-Encoding');
  });

  it('of another site is answered as one may read there', async () => {
    const { headers } = await post(asked('{ __typename }'), { origin: 'https://other.example' });
    expect(headers.get('access-control-allow-origin')).toBe('https://other.example');
    expect(headers.get('vary')).toBe('Origin, Accept-Encoding');
  });

  it('that subscribes gets a stream', async () => {
    const answer = await post(asked('subscription { projectChanged(id: 1) { __typename } }'), { accept: '*/*' });
    expect(answer.status).toBeLessThan(500);
    await answer.body?.cancel();
  });

  it('is forgotten where the client goes away before its end', async () => {
    await new Promise<void>((done) => {
      const sent = request(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': 1000 },
      }).on('error', () => done());
      sent.write('{"query":');
      setTimeout(() => sent.destroy(), 20);
    });
    expect((await post(asked('{ __typename }'))).status).toBe(200);
  });
});

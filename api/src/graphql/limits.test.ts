import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startServer, type TestServer } from '../../test/server.js';

describe('the limits of an operation', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({}, { jobs: false });
  });
  afterAll(() => server?.stop());

  const LIST = 'query ($n: Int!) { projects(first: $n) { nodes { number } } }';
  /** The first error over HTTP, or undefined. */
  const overHttp = async (query: string, variables?: object) => (await server.ask(query, variables)).errors?.[0];
  /** The same over a WebSocket. */
  const overSocket = async (query: string, variables?: Record<string, unknown>) => {
    const client = createClient({ url: `${server.url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket });
    const answer = await new Promise<{ message: string }[] | undefined>((resolve) => {
      client.subscribe(
        { query, variables },
        {
          next: ({ errors }) => resolve(errors as { message: string }[] | undefined),
          error: (errors) => resolve(errors as { message: string }[]),
          complete: () => undefined,
        },
      );
    });
    await client.dispose();
    return answer?.[0];
  };

  for (const [way, first] of [
    ['HTTP', overHttp],
    ['WebSocket', overSocket],
  ] as const) {
    it(`keep nobody's mistake over ${way} for the others who send the same document`, async () => {
      const query = `${LIST} # mistaken over ${way}`;
      expect((await first(query, { n: 'many' }))?.message).toMatch(/"\$n"/);
      expect(await first(query, { n: 1 })).toBeUndefined();
    });

    it(`come after what is wrong with the document itself over ${way}`, async () => {
      expect((await first('{ projects { nodes { nothing } } }'))?.message).toMatch(/Cannot query field "nothing"/);
      expect(
        (await first(`{ ${Array.from({ length: 31 }, (_, n) => `a${n}: __typename`).join(' ')} }`))?.message,
      ).toMatch(/at most 30 aliases/);
      const deep = `{ project(id: 1) ${'{ tasks { nodes { project '.repeat(6)}{ number }${' } } }'.repeat(6)} }`;
      expect((await first(deep))?.message).toMatch(/depth|complex/i);
    });
  }
});

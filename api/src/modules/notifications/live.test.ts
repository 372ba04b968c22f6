import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { startServer, type TestServer } from '../../../test/server.js';
import { notify } from './service.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({}, { jobs: false });
});
afterAll(() => server?.stop());

/** Follows the count of unread notifications. */
function follow(token?: string) {
  const client = createClient({
    url: `${server.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: token ? { authorization: `Bearer ${token}` } : {},
  });
  const seen: number[] = [];
  const state = { ended: false, error: undefined as unknown };
  client.subscribe<{ viewerUnreadCount: number }>(
    { query: 'subscription { viewerUnreadCount }' },
    {
      next: ({ data, errors }) => void (errors ? (state.error = errors) : seen.push(data!.viewerUnreadCount)),
      error: (error) => void (state.error = error),
      complete: () => void (state.ended = true),
    },
  );
  return { seen, state, client };
}

describe('the count of unread notifications', () => {
  const say = (id: number) => notify(server.database, [{ type: 'SYSTEM', to: [id], subject: 's', body: 'b' }]);
  const mutate = (input: string, token: string) =>
    server.get(`mutation { result: ${input} { __typename } }`, {}, token);

  it('is told at once and when notifications come, are read or deleted, to the person alone', async () => {
    const [ann, ben] = [await server.person('ann'), await server.person('ben')];
    await say(ann.id);
    const [anns, bens] = [follow(ann.token), follow(ben.token)];
    await vi.waitFor(() => expect([anns.seen, bens.seen]).toEqual([[1], [0]]), 5_000);
    await say(ann.id);
    await vi.waitFor(() => expect(anns.seen).toEqual([1, 2]), 5_000);
    await mutate('markNotificationsRead(input: { all: true })', ann.token);
    await vi.waitFor(() => expect(anns.seen).toEqual([1, 2, 0]), 5_000);
    await say(ann.id);
    await vi.waitFor(() => expect(anns.seen.at(-1)).toBe(1), 5_000);
    await mutate('deleteNotifications(input: { all: true })', ann.token);
    await vi.waitFor(() => expect(anns.seen).toEqual([1, 2, 0, 1, 0]), 5_000);
    expect(bens.seen).toEqual([0]);
    await Promise.all([anns.client.dispose(), bens.client.dispose()]);
  });

  it('ends when the session does, and is not for visitors', async () => {
    const cem = await server.person('cem');
    const cems = follow(cem.token);
    await vi.waitFor(() => expect(cems.seen).toEqual([0]), 5_000);
    await server.get('mutation { signOut { ok } }', {}, cem.token);
    await say(cem.id);
    await vi.waitFor(() => expect(cems.state.ended).toBe(true), 5_000);
    expect(cems.seen).toEqual([0]);
    const visitor = follow();
    await vi.waitFor(() => expect(JSON.stringify(visitor.state.error)).toContain('NOT_SIGNED_IN'), 5_000);
    await Promise.all([cems.client.dispose(), visitor.client.dispose()]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { Browser, signInThroughStandIn } from '../../../test/browser.js';
import { startServer, type TestServer } from '../../../test/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({}, { jobs: false });
});
afterAll(() => server.stop());

const SESSIONS = '{ viewer { sessions { id created lastSeen expiresAt userAgent current } } }';
const REVOKE = `mutation ($id: ID!) { revokeSession(input: { sessionId: $id }) {
  __typename ... on RevokeSessionPayload { session { id current } } ... on Error { code message } } }`;

const sessionsOf = async (token: string) =>
  (
    await server.get<{ viewer: { sessions: { id: string; current: boolean; userAgent: string }[] } }>(
      SESSIONS,
      {},
      token,
    )
  ).viewer.sessions;

async function signedIn(username: string) {
  const browser = new Browser(server.url);
  await signInThroughStandIn(browser, username);
  return { browser, token: browser.cookies.get('taskgrid_session')!.value! };
}

describe('a session', () => {
  it('works as the cookie of our own pages and as a Bearer token', async () => {
    const { browser, token } = await signedIn('ana');
    expect(await browser.username()).toBe('ana');
    expect((await server.get('{ viewer { person { username } } }', {}, token)).viewer.person.username).toBe('ana');
  });

  it('is kept as a hash', async () => {
    const { token } = await signedIn('ana');
    const kept = await server.database.pool.query('select s::text as row from session s');
    expect(JSON.stringify(kept.rows)).not.toContain(token);
  });

  it.each(['', 'x', 'A'.repeat(43), '../../etc', "' or 1=1 --"])(
    'is not had with a made-up token: %j',
    async (token) => {
      expect((await server.get('{ viewer { person { username } } }', {}, token)).viewer).toBeNull();
    },
  );

  it('ends at its time', async () => {
    const { browser, token } = await signedIn('brief');
    await server.database.pool.query(
      `update session set created_at = now() - interval '2 days', expires_at = now() - interval '1 second'
        where person_id = (select id from person where username = 'brief')`,
    );
    expect(await browser.username()).toBeNull();
    expect((await server.get(SESSIONS, {}, token)).viewer).toBeNull();
  });

  it('lasts as long as TM_SESSION_LIFETIME says', async () => {
    const other = await startServer({ TM_SESSION_LIFETIME: '1h30m' }, { jobs: false });
    try {
      const browser = new Browser(other.url);
      await signInThroughStandIn(browser, 'ana');
      expect(browser.cookies.get('taskgrid_session')!.maxAge).toBe(5400);
      const { expiresAt } = (await other.database.prisma.session.findFirst())!;
      expect((expiresAt.getTime() - Date.now()) / 1000).toBeCloseTo(5400, -2);
    } finally {
      await other.stop();
    }
  });

  it('ends when the person is deleted', async () => {
    const { browser } = await signedIn('gone');
    await server.database.pool.query("update person set deleted_at = now() where username = 'gone'");
    expect(await browser.username()).toBeNull();
  });

  it('of before ends when the same browser signs in again', async () => {
    const { browser, token } = await signedIn('first');
    await signInThroughStandIn(browser, 'second');
    expect(await browser.username()).toBe('second');
    expect((await server.get(SESSIONS, {}, token)).viewer).toBeNull();
  });
});

describe('signing out', () => {
  it('ends this session at once and leaves the person others', async () => {
    const [here, there] = [await signedIn('dora'), await signedIn('dora')];
    const { data } = await here.browser.ask('mutation { signOut { ok } }');
    expect(data.signOut.ok).toBe(true);
    expect(await here.browser.username()).toBeNull();
    expect((await server.get(SESSIONS, {}, here.token)).viewer).toBeNull();
    expect(await there.browser.username()).toBe('dora');
  });

  it('is fine for a visitor, and twice', async () => {
    const { browser } = await signedIn('dora');
    for (let i = 0; i < 2; i++) expect((await browser.ask('mutation { signOut { ok } }')).data.signOut.ok).toBe(true);
    expect((await server.get('mutation { signOut { ok } }')).signOut.ok).toBe(true);
  });

  it('by POST /sign-out takes the cookie away too', async () => {
    const { browser, token } = await signedIn('dora');
    const answer = await browser.post('/sign-out?return_to=/explore', {}, { origin: server.url });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/explore']);
    expect(browser.cookies.has('taskgrid_session')).toBe(false);
    expect((await server.get(SESSIONS, {}, token)).viewer).toBeNull();
  });

  it('is not done for a page of another site, nor by a link', async () => {
    const { browser } = await signedIn('dora');
    await browser.post('/sign-out', {}, { origin: 'https://evil.example' });
    expect((await browser.send('/sign-out')).status).not.toBe(303);
    expect(await browser.username()).toBe('dora');
  });
});

describe('the cookie', () => {
  it.each([
    ['from a page of another site', { origin: 'https://evil.example' }],
    ['from a page without an origin', { origin: 'null' }],
    ['from another port of this computer', { origin: 'http://127.0.0.1:1' }],
    ['that the browser says come from another site', { 'sec-fetch-site': 'cross-site' }],
  ])('does not count in requests %s', async (_what, headers) => {
    const { browser, token } = await signedIn('ana');
    expect(await browser.username(headers as Record<string, string>)).toBeNull();
    await browser.ask('mutation { signOut { ok } }', headers as Record<string, string>);
    expect(await sessionsOf(token)).not.toHaveLength(0);
  });

  it('counts in a WebSocket from our own pages, and not in one from another site', async () => {
    const { browser, token } = await signedIn('ana');
    const cookie = `taskgrid_session=${token}`;
    expect(await askSocket({ cookie, origin: browser.url })).toBe('ana');
    expect(await askSocket({ cookie, origin: 'https://evil.example' })).toBeNull();
    expect(await askSocket({ origin: 'https://app.example' }, { authorization: `Bearer ${token}` })).toBe('ana');
  });

  /** Who a WebSocket with these headers is taken for. */
  function askSocket(headers: Record<string, string>, payload = {}): Promise<string | null> {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
    return new Promise<string | null>((resolve, reject) => {
      socket.on('error', reject);
      socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload })));
      socket.on('message', (message) => {
        const { type, payload } = JSON.parse(String(message)) as {
          type: string;
          payload?: { data?: { viewer: { person: { username: string } } | null } };
        };
        if (type === 'connection_ack') {
          socket.send(
            JSON.stringify({ id: '1', type: 'subscribe', payload: { query: '{ viewer { person { username } } }' } }),
          );
        } else if (type === 'next') resolve(payload!.data!.viewer?.person.username ?? null);
        else if (type === 'error') reject(new Error(String(message)));
      });
    }).finally(() => socket.close());
  }
});

describe('the list of sessions', () => {
  it('has the person’s own sessions in force, and marks this one', async () => {
    const [here, there] = [await signedIn('fay'), await signedIn('fay')];
    await signedIn('someone else');
    const seen = await sessionsOf(here.token);
    expect(seen).toHaveLength(2);
    expect(seen.filter(({ current }) => current)).toHaveLength(1);
    expect(seen[0]!.userAgent).toBe('node');
    const mine = seen.find(({ current }) => current)!.id;
    expect((await sessionsOf(there.token)).find(({ current }) => current)!.id).not.toBe(mine);
  });

  it('lets a person end another of their sessions', async () => {
    const [here, there] = [await signedIn('gil'), await signedIn('gil')];
    const other = (await sessionsOf(here.token)).find(({ current }) => !current)!;
    const again = { __typename: 'RevokeSessionPayload', session: { id: other.id, current: false } };
    for (let i = 0; i < 2; i++)
      expect((await server.get(REVOKE, { id: other.id }, here.token)).revokeSession).toEqual(again);
    expect(await there.browser.username()).toBeNull();
    expect(await sessionsOf(here.token)).toHaveLength(1);
  });

  it('lets nobody end a session of somebody else, not even an administrator', async () => {
    const victim = await signedIn('hal');
    const { id } = (await sessionsOf(victim.token))[0]!;
    const stranger = await server.person('stranger');
    const admin = await server.person('some-admin', 'ADMIN');
    for (const { token } of [stranger, admin]) {
      expect((await server.get(REVOKE, { id }, token)).revokeSession).toMatchObject({
        __typename: 'NotFound',
        code: 'SESSION_NOT_FOUND',
      });
    }
    expect((await server.get(REVOKE, { id })).revokeSession).toMatchObject({ __typename: 'NotSignedIn' });
    expect(await victim.browser.username()).toBe('hal');
  });

  it.each(['0', '-1', '99999999999999', 'abc', 'T3JnYW5pc2F0aW9uOjE=', ''])(
    'answers for an id that is none: %j',
    async (id) => {
      const { token } = await server.person(`asker of ${id}`);
      expect((await server.get(REVOKE, { id }, token)).revokeSession.__typename).toBe('NotFound');
    },
  );

  it('is not reached through a person or node', async () => {
    const { errors } = await server.ask('{ node(id: "UGVyc29uOjE=") { ... on Person { sessions { id } } } }');
    expect(errors![0]!.message).toContain('sessions');
  });
});

import { once } from 'node:events';
import { createClient, type Client } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startProgram } from '../../test/program.js';
import { startServer, type TestServer } from '../../test/server.js';
import { ACTIONS, boxOfTiles, freeEverybody, publishedProject } from '../../test/world.js';

interface Event {
  cursor: string;
  kind: string;
  number: number;
  statusUnderLock: string;
  lock: { holder: { username: string } } | null;
}
const EVENTS =
  'cursor events { cursor kind number statusUnderLock removed gridVersion person { username } lock { kind expiresAt holder { username } } }';

describe('live changes', () => {
  let server: TestServer;
  let admin: { id: number; token: string }, mapper: { id: number; token: string };
  let p: number;
  const clients: Client[] = [];

  beforeAll(async () => {
    server = await startServer();
    admin = await server.person('admin', 'ADMIN');
    mapper = await server.person('mapper');
  });
  afterAll(() => server?.stop());
  beforeEach(async () => {
    p = await publishedProject(server, admin.token, { areaOfInterest: boxOfTiles(14, 3, 3), zoom: 14 });
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.dispose();
    await freeEverybody(server);
  });

  function socket(url = server.url, token?: string) {
    const client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: token ? { authorization: `Bearer ${token}` } : {},
    });
    clients.push(client);
    return client;
  }
  /** Follows the project; events as they come, what ended it, and what leaves. */
  function follow(client: Client, variables: object = {}) {
    const seen: Event[] = [];
    const state = { ended: undefined as unknown };
    const leave = client.subscribe<{ projectTasks: { events: Event[] } }>(
      {
        query: `subscription ($p: ID!, $after: String) { projectTasks(projectId: $p, after: $after) { ${EVENTS} } }`,
        variables: { p: String(p), ...variables },
      },
      {
        next: ({ data, errors }) =>
          void (errors ? (state.ended = errors) : seen.push(...(data?.projectTasks.events ?? []))),
        error: (error) => void (state.ended = error),
        complete: () => void (state.ended ??= 'complete'),
      },
    );
    return { seen, state, leave };
  }
  const cursor = async () =>
    (await server.get('query ($p: ID!) { project(id: $p) { taskStates { cursor } } }', { p })).project.taskStates
      .cursor as string;
  const act = async (action: keyof typeof ACTIONS, variables: object, token = mapper.token) =>
    (await server.get(ACTIONS[action], { p, ...variables }, token)).result;

  it('reach who watches over a WebSocket, in order, with the whole new state of the task', async () => {
    const { seen } = follow(socket(), { after: await cursor() });
    const { task } = await act('lock', { n: 4 });
    await act('submit', { n: 4, version: task.lock.version, status: 'MAPPED' });
    await expect.poll(() => seen.length).toBe(2);
    expect(seen).toMatchObject([
      {
        kind: 'LOCKED',
        number: 4,
        statusUnderLock: 'READY',
        lock: { holder: { username: 'mapper' }, expiresAt: task.lock.expiresAt },
      },
      { kind: 'SUBMITTED', number: 4, statusUnderLock: 'MAPPED', lock: null },
    ]);
  });

  it('reach who watches over server-sent events too', async () => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({
        query: `subscription ($p: ID!, $after: String) { projectTasks(projectId: $p, after: $after) { ${EVENTS} } }`,
        variables: { p: String(p), after: await cursor() },
      }),
    });
    const reader = response.body!.getReader();
    await act('lock', { n: 1 });
    let text = '';
    while (!text.includes('"LOCKED"')) text += new TextDecoder().decode((await reader.read()).value);
    expect(text).toContain('"number":1');
    await reader.cancel();
  });

  it('are delivered from a cursor on, without gaps and doubles, to who comes back', async () => {
    const start = await cursor();
    const first = follow(socket(), { after: start });
    await act('lock', { n: 1 });
    await expect.poll(() => first.seen.length).toBe(1);
    first.leave();
    await act('stop', { n: 1 });
    await act('lock', { n: 2 });
    const second = follow(socket(), { after: first.seen[0]!.cursor });
    await act('stop', { n: 2 });
    await expect.poll(() => second.seen.length).toBe(3);
    const cursors = [...first.seen, ...second.seen].map((event) => Number(event.cursor));
    expect(cursors).toEqual([1, 2, 3, 4].map((step) => Number(start) + step));
  });

  it('are told to each in the words that it asked in, also when many follow', async () => {
    const start = await cursor();
    const query = `subscription ($p: ID!, $after: String, $who: Boolean!) { projectTasks(projectId: $p, after: $after) {
      events { n: number ... on TaskEvent @include(if: $who) { by: person { username } } } } }`;
    const asked = [false, true, false].map((who) => {
      const seen: unknown[] = [];
      const variables = { p: String(p), after: start, who };
      socket(server.url, who ? mapper.token : undefined).subscribe<{ projectTasks: { events: unknown[] } }>(
        { query, variables },
        {
          next: ({ data }) => void seen.push(...data!.projectTasks.events),
          error: () => undefined,
          complete: () => undefined,
        },
      );
      return seen;
    });
    const others = [1, 2, 3].map(() => follow(socket(), { after: start }));
    await act('lock', { n: 2 });
    for (const { seen } of others) await expect.poll(() => seen.length).toBe(1);
    for (const seen of asked) await expect.poll(() => seen.length).toBe(1);
    expect(asked).toEqual([[{ n: 2 }], [{ n: 2, by: { username: 'mapper' } }], [{ n: 2 }]]);
    expect(others.map(({ seen }) => seen[0]!.kind)).toEqual(['LOCKED', 'LOCKED', 'LOCKED']);
  });

  it('come as text under the id that each was asked with, also twice over one socket', async () => {
    const variables = { p: String(p), after: await cursor() };
    const query = 'subscription ($p: ID!, $after: String) { projectTasks(projectId: $p, after: $after) { cursor } }';
    const raw = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const seen: { type: string; id?: string; payload?: unknown; isBinary: boolean }[] = [];
    raw.on('message', (data, isBinary) => void seen.push({ ...JSON.parse((data as Buffer).toString()), isBinary }));
    const say = (message: object) => raw.send(JSON.stringify(message));
    await once(raw, 'open');
    say({ type: 'connection_init' });
    await expect.poll(() => seen.length).toBe(1);
    for (const id of ['a', 'b "quoted"']) say({ type: 'subscribe', id, payload: { query, variables } });
    await act('lock', { n: 2 });
    await expect.poll(() => seen.length).toBe(3);
    const payload = { data: { projectTasks: { cursor: String(Number(variables.after) + 1) } } };
    expect(seen.slice(1)).toEqual(['a', 'b "quoted"'].map((id) => ({ id, type: 'next', payload, isBinary: false })));
    raw.terminate();
  });

  it('tell of a split: the task that is gone, the new ones, and the new version of the grid', async () => {
    const { seen } = follow(socket(), { after: await cursor() });
    await act('lock', { n: 5 });
    await act('split', { n: 5 });
    await expect.poll(() => seen.length).toBe(6);
    expect(seen.slice(1)).toMatchObject([
      { kind: 'SPLIT', number: 5, removed: true, gridVersion: 2 },
      ...[10, 11, 12, 13].map((number) => ({ kind: 'CREATED', number, removed: false })),
    ]);
  });

  it('of one task give the task anew after each of its changes', async () => {
    const { task } = (await server.get('query ($p: ID!) { project(id: $p) { task(number: 3) { id } } }', { p }))
      .project;
    const seen: { status: string; history: { totalCount: number } }[] = [];
    socket().subscribe<{ task: { task: (typeof seen)[number] } }>(
      {
        query:
          'subscription ($id: ID!, $after: String) { task(id: $id, after: $after) { cursor task { status history { totalCount } } } }',
        variables: { id: task.id, after: await cursor() },
      },
      { next: ({ data }) => void seen.push(data!.task.task), error: () => undefined, complete: () => undefined },
    );
    await act('lock', { n: 3 });
    await expect.poll(() => seen.at(-1)?.status).toBe('LOCKED_FOR_MAPPING');
    await act('stop', { n: 3, comment: 'later' });
    await expect.poll(() => seen.at(-1)).toEqual({ status: 'READY', history: { totalCount: 2 } });
  });

  it('made through another instance arrive all the same', async () => {
    const elsewhere = await startProgram({ DATABASE_URL: server.databaseUrl });
    const { seen } = follow(socket(elsewhere.url), { after: await cursor() });
    const started = Date.now();
    await act('lock', { n: 1 });
    await expect.poll(() => seen.length, { interval: 5, timeout: 3_000 }).toBe(1);
    expect(Date.now() - started).toBeLessThan(3000); // the slow poll alone would do; how quick it is, is measured in bench/
    await elsewhere.stop();
  });

  it('of a private project are refused to visitors and strangers, and end when the permission or the session does', async () => {
    const friend = await server.person(`friend-${p}`);
    await server.database.prisma.project.update({ where: { id: p }, data: { private: true } });
    await server.database.prisma.projectAllowedPerson.create({ data: { projectId: p, personId: friend.id } });
    for (const token of [undefined, mapper.token]) {
      const refused = follow(socket(server.url, token));
      await expect.poll(() => refused.state.ended).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    }
    const after = await cursor2(friend.token);
    const allowed = follow(socket(server.url, friend.token), { after });
    await act('lock', { n: 1 }, admin.token);
    await expect.poll(() => allowed.seen.length).toBe(1);
    await server.database.prisma.projectAllowedPerson.deleteMany({ where: { projectId: p } });
    await act('stop', { n: 1 }, admin.token);
    await expect.poll(() => allowed.state.ended).toBe('complete');
    expect(allowed.seen).toHaveLength(1);

    await server.database.prisma.projectAllowedPerson.create({ data: { projectId: p, personId: friend.id } });
    const signedOut = follow(socket(server.url, friend.token), { after });
    await expect.poll(() => signedOut.seen.length).toBe(2);
    await server.database.prisma.session.updateMany({
      where: { personId: friend.id },
      data: { revokedAt: new Date() },
    });
    await act('lock', { n: 1 }, admin.token);
    await expect.poll(() => signedOut.state.ended).toBe('complete');
    expect(signedOut.seen).toHaveLength(2);
  });
  const cursor2 = async (token: string) =>
    (await server.get('query ($p: ID!) { project(id: $p) { taskStates { cursor } } }', { p }, token)).project.taskStates
      .cursor as string;

  it('refuse a cursor that is not of this project with a sentence', async () => {
    for (const after of ['nonsense', '99999']) {
      const { state } = follow(socket(), { after });
      await expect.poll(() => state.ended).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });

  it('are bounded on a WebSocket as over HTTP: a request that costs too much is refused', async () => {
    const deep = 'project { task(number: 1) { '.repeat(8);
    const query = `{ project(id: ${p}) { task(number: 1) { ${deep} number ${' } }'.repeat(8)} } } }`;
    expect((await server.ask(query)).errors?.[0]?.message).toMatch(/depth/i);
    const refused: unknown[] = [];
    socket().subscribe(
      { query },
      { next: () => undefined, error: (error) => void refused.push(error), complete: () => undefined },
    );
    await expect.poll(() => refused.length).toBe(1);
    const aliases = Array.from({ length: 40 }, (_, index) => `a${index}: instance { name }`).join(' ');
    expect((await server.ask(`{ ${aliases} }`)).errors?.[0]?.extensions?.code).toBe('TOO_MANY_ALIASES');
  });
});

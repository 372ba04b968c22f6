import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { originalDatabase } from '../../test/originalDatabase.js';
import { writeOriginal } from '../../test/originalRows.js';
import { v2 } from '../../test/rest.js';
import { startServer, type TestServer } from '../../test/server.js';
import { startSession } from '../modules/sign-in/service.js';
import { importOriginal, type Imported } from './importOriginal.js';
import { Progress } from './progress.js';

const quiet = () => new Progress(() => undefined);
let original: Awaited<ReturnType<typeof originalDatabase>>;
let server: TestServer;
let result: Imported;
let token: string;
let bobsToken: string;

/** How many people there are, and whether anything is staged. */
async function traces(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ people: number; staged: string | null }>(
    `select (select count(*)::int from person) as people, to_regnamespace('original')::text as staged`,
  );
  await client.end();
  return rows[0];
}

beforeAll(async () => {
  original = await originalDatabase();
  await writeOriginal(original.client);
  server = await startServer({}, { jobs: false });
}, 60_000);
afterAll(async () => {
  await server.stop();
  await original.drop();
});

test('of two imports at once one is refused, and hinders the other in nothing', async () => {
  const dryRun = () => importOriginal(original.url, server.databaseUrl, { dryRun: true, progress: quiet() });
  const both = await Promise.allSettled([dryRun(), dryRun()]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = both.find((each) => each.status === 'rejected');
  expect(String(refused?.reason)).toContain('Another import fills this database now.');
});

test('a dry run says what would not fit, and leaves nothing', async () => {
  const { findings, wrong } = await importOriginal(original.url, server.databaseUrl, {
    dryRun: true,
    progress: quiet(),
  });
  expect(wrong).toEqual([]);
  expect(findings.length).toBeGreaterThan(20);
  expect(await traces(server.databaseUrl)).toEqual({ people: 0, staged: null });
});

test('an interrupted import goes on where it was', async () => {
  const lines: string[] = [];
  const stopping = new Progress((line) => {
    lines.push(line);
    if (line.includes('fill organisations')) throw new Error('interrupted');
  });
  await expect(importOriginal(original.url, server.databaseUrl, { progress: stopping })).rejects.toThrow('interrupted');
  const more: string[] = [];
  result = await importOriginal(original.url, server.databaseUrl, {
    progress: new Progress((line) => more.push(line)),
  });
  expect(lines.some((line) => line.includes('task_history'))).toBe(true);
  expect(more.map((line) => line.trim().split(/\s{2,}/)[0])).toEqual([
    'fill projects',
    'fill tasks',
    'fill history',
    'fill messages',
    'fill sequences',
  ]);
  ({ token } = await startSession(server.database, 1, 3600, 'test'));
  ({ token: bobsToken } = await startSession(server.database, 2, 3600, 'test'));
});

test('indexes, constraints and triggers are as they were', async () => {
  const definitions = async (connectionString: string) => {
    const client = new pg.Client({ connectionString });
    await client.connect();
    const { rows } = await client.query<{ definition: string }>(
      `select indexdef as definition from pg_indexes where schemaname = 'public'
       union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated from pg_constraint
        where connamespace = 'public'::regnamespace
       union all select tgrelid::regclass || ' ' || tgname || tgenabled::text from pg_trigger where not tgisinternal order by 1`,
    );
    await client.end();
    return rows.map(({ definition }) => definition);
  };
  expect(await definitions(server.databaseUrl)).toEqual(await definitions(inject('templateUrl')));
});

test('everything that must hold does', () => expect(result.wrong).toEqual([]));

test('each thing that did not fit is listed', () => {
  const rules = Object.fromEntries(
    [...new Set(result.findings.map(({ rule }) => rule))]
      .sort()
      .map((rule) => [rule, result.findings.filter((each) => each.rule === rule).length]),
  );
  expect(rules).toEqual({
    'application key': 1,
    'broken JSON': 1,
    'comment without a text': 1,
    counters: 1,
    duplicate: 3,
    'grid without tiles': 1,
    'invalid geometry': 2,
    'invalidation missing': 1,
    'invalidation open or closed': 1,
    'issue in the wrong place': 1,
    'lock in force': 2,
    'lock without a time': 4,
    'mapped but ready': 1,
    'mixed-case e-mail': 1,
    name: 2,
    orphan: 6,
    'overlapping locks': 1,
    'overlapping partnerships': 1,
    'shared e-mail': 2,
    'state against history': 1,
    'two mapping locks': 1,
    'unknown action': 1,
    'unknown number': 4,
  });
});

test('a second import into the same database is refused from elsewhere', async () => {
  const other = await originalDatabase();
  try {
    await expect(importOriginal(other.url, server.databaseUrl, { progress: quiet() })).rejects.toThrow(
      'was being filled from',
    );
  } finally {
    await other.drop();
  }
});

test('people read as before', async () => {
  const { body } = await v2(server, '/users/queries/ann/', { token });
  expect(body).toMatchObject({
    id: 1,
    username: 'ann',
    role: 'ADMIN',
    mappingLevel: 'ADVANCED',
    mentionsNotifications: false,
    city: 'Graz',
  });
  expect((await v2(server, '/users/queries/user_3/', { token })).body).toMatchObject({ id: 3, role: 'MAPPER' });
});

test('a project reads as before', async () => {
  const { status, body } = await v2(server, '/projects/7/', { token });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    projectId: 7,
    status: 'PUBLISHED',
    projectPriority: 'URGENT',
    difficulty: 'CHALLENGING',
    mappingTypes: ['ROADS', 'OTHER'],
    organisationName: 'Helpers',
    author: 'ann',
    created: expect.stringContaining('2024-01-02T03:04:05'),
    percentMapped: 40,
  });
  expect(body.projectInfo).toMatchObject({ name: 'Roads', description: '<p>All <strong>roads</strong></p>' });
  expect(body.tasks.features.map((each: { properties: object }) => each.properties)).toMatchObject([
    { taskId: 1, taskStatus: 'VALIDATED', taskX: 0, taskY: 0, taskZoom: 12, taskIsSquare: true },
    { taskId: 2, taskStatus: 'INVALIDATED' },
    { taskId: 3, taskStatus: 'READY', lockedBy: null },
    { taskId: 4, taskStatus: 'READY', lockedBy: null },
    { taskId: 5, taskStatus: 'MAPPED' },
  ]);
});

test('the history of a task reads as before', async () => {
  const { body } = await v2(server, '/projects/7/tasks/1/', { token });
  expect(body.taskHistory).toMatchObject([
    { historyId: 7, action: 'STATE_CHANGE', actionText: 'VALIDATED', actionBy: 'ann' },
    { historyId: 6, action: 'LOCKED_FOR_VALIDATION', actionText: '00:03:00' },
    { historyId: 5, action: 'AUTO_UNLOCKED_FOR_VALIDATION', actionText: '02:00:00' },
    { historyId: 4, action: 'STATE_CHANGE', actionText: 'MAPPED', actionBy: 'bob', issues: null },
    { historyId: 3, action: 'COMMENT', actionText: 'roof shapes guessed' },
    { historyId: 2, action: 'EXTENDED_FOR_MAPPING', actionText: '00:40:10.003000' },
    {
      historyId: 1,
      action: 'LOCKED_FOR_MAPPING',
      actionText: '00:12:04.511200',
      actionDate: '2024-02-01T08:00:00.000000Z',
    },
  ]);
  const second = (await v2(server, '/projects/7/tasks/2/', { token })).body;
  expect(second.taskHistory[0]).toMatchObject({
    actionText: 'INVALIDATED',
    issues: [{ categoryId: 1, name: 'Missed', count: 2 }],
  });
  expect(second.taskAnnotation).toMatchObject([{ annotationType: 'ai', properties: { roofs: 3 } }]);
});

test('messages, comments and what was kept read as before', async () => {
  const inbox = (await v2(server, '/notifications/', { token })).body;
  expect(inbox.userMessages).toMatchObject([
    { messageId: 2, messageType: 'SYSTEM', read: false },
    { messageId: 1, messageType: 'MENTION_NOTIFICATION', read: true, projectId: 7, taskId: 1 },
  ]);
  const bobs = (await v2(server, '/notifications/', { token: bobsToken })).body.userMessages;
  expect(bobs).toMatchObject([
    {
      messageType: 'BROADCAST',
      subject: 'Floods &lt; rains',
      message:
        '<p>A message from <a href="https://old.test/users/ann" rel="nofollow">ann</a></p><p>Dear <strong>all</strong></p>',
    },
  ]);
  expect(inbox.userMessages[1].subject).toBe(
    'You were mentioned in <a href="/projects/7" rel="noopener nofollow">Project 7</a>',
  );
  expect((await v2(server, '/projects/7/comments/', { token })).body.chat).toMatchObject([
    { message: '<p>hello</p>', username: 'bob' },
  ]);
  expect((await v2(server, '/partners/', { token })).body).toMatchObject([
    { id: 1, name: 'Acme', name_1: 'Home', url_1: 'https://acme.test' },
  ]);
});

test('over GraphQL the same people and tasks are there, and what comes next is numbered after them', async () => {
  const { project } = await server.get(
    '{ project(id: "7") { name tasks(first: 10) { nodes { number status } } } }',
    {},
    token,
  );
  expect(project.name).toBe('Roads');
  expect(project.tasks.nodes).toHaveLength(5);
  const { rows } = await server.database.pool.query(`insert into campaign (name) values ('Next') returning id`);
  expect(rows[0].id).toBe(5);
});

import { createClient } from 'graphql-ws';
import { Redis } from 'ioredis';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startProgram, type Program } from './program.js';
import { RedisServer } from './redisServer.js';
import { startServer, type TestServer } from './server.js';
import { ACTIONS, boxOfTiles, publishedProject } from './world.js';

/** Costs 8 points. */
const CHEAP = `{ ${['a', 'b', 'c', 'd'].map((alias) => `${alias}: instance { name }`).join(' ')} }`;
const PATIENTLY = { timeout: 10_000 };

const health = async (url: string) =>
  (await (await fetch(`${url}/health`)).json()) as { status: string; redis?: string };

describe('two instances with a Redis', () => {
  let redis: RedisServer, here: TestServer, there: Program;
  let overRedis: Redis, overDatabase: pg.Client;
  const heard = { redis: [] as string[], database: [] as string[] };
  let admin: { token: string }, p: number;

  beforeAll(async () => {
    redis = await RedisServer.start();
    const env = { REDIS_URL: redis.url, RATE_LIMIT_VISITORS: '64', TRUSTED_PROXIES: '1' };
    here = await startServer(env, { jobs: false });
    there = await startProgram({ ...env, DATABASE_URL: here.databaseUrl });
    overRedis = new Redis(redis.url, { retryStrategy: () => 100 });
    overRedis.on('error', () => undefined);
    overRedis.on('message', (_channel: string, projects: string) => heard.redis.push(projects));
    await overRedis.subscribe('taskgrid_news');
    overDatabase = new pg.Client({ connectionString: here.databaseUrl });
    await overDatabase.connect();
    overDatabase.on('notification', ({ payload }) => heard.database.push(payload ?? ''));
    await overDatabase.query('listen taskgrid_news');
    admin = await here.person('admin', 'ADMIN');
    p = await publishedProject(here, admin.token, { areaOfInterest: boxOfTiles(14, 3, 3), zoom: 14 });
  });
  afterAll(async () => {
    overRedis?.disconnect();
    await overDatabase?.end();
    await there?.stop();
    await here?.stop();
    await redis?.kill();
  });

  const act = (action: keyof typeof ACTIONS, n: number) => here.get(ACTIONS[action], { p, n }, admin.token);
  const bothSay = (state: string) =>
    expect
      .poll(async () => [(await health(here.url)).redis, (await health(there.url)).redis], PATIENTLY)
      .toEqual([state, state]);

  it('tell each other over it which projects have news; when it is killed nothing is lost, and when it is back it is used again', async () => {
    const query = 'query ($p: ID!) { project(id: $p) { taskStates { cursor } } }';
    const start = (await here.get(query, { p }, admin.token)).project.taskStates.cursor as string;
    const client = createClient({
      url: `${there.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { authorization: `Bearer ${admin.token}` },
    });
    const seen: number[] = [];
    client.subscribe<{ projectTasks: { events: { cursor: string }[] } }>(
      {
        query:
          'subscription ($p: ID!, $after: String) { projectTasks(projectId: $p, after: $after) { events { cursor } } }',
        variables: { p: String(p), after: start },
      },
      {
        next: ({ data }) => void seen.push(...data!.projectTasks.events.map(({ cursor }) => Number(cursor))),
        error: () => undefined,
        complete: () => undefined,
      },
    );
    await bothSay('ok');
    await act('lock', 1);
    await act('stop', 1);
    await expect.poll(() => seen.length, PATIENTLY).toBe(2);
    expect(heard.redis).toContain(String(p));

    await redis.kill();
    await act('lock', 2); // at once, before anybody has noticed
    await bothSay('away');
    await act('stop', 2);
    await expect.poll(() => seen.length, PATIENTLY).toBe(4); // by the slow poll

    await redis.start();
    await bothSay('ok');
    await expect.poll(() => overRedis.status, PATIENTLY).toBe('ready');
    const before = heard.redis.length;
    await act('lock', 3);
    await act('stop', 3);
    await expect.poll(() => seen.length, PATIENTLY).toBe(6);
    await expect.poll(() => heard.redis.length, PATIENTLY).toBeGreaterThan(before);
    await client.dispose();

    expect(seen).toEqual(Array.from({ length: 6 }, (_, index) => Number(start) + index + 1));
    expect(heard.database).toEqual([]);
    expect(there.output()).toMatch(/Redis is away.*\n(.*\n)*Redis is back\./);
  }, 60_000);

  it('share the budgets of those who ask, and have one each while it is away', async () => {
    const statusAt = async (url: string, address: string) => {
      const { status } = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
        body: JSON.stringify({ query: CHEAP }),
      });
      return status;
    };
    const spend = async (url: string, address: string) => {
      for (let count = 0; count < 100; count++) if ((await statusAt(url, address)) === 429) return;
      throw new Error('It was never refused.');
    };
    await bothSay('ok');
    await spend(here.url, '198.51.100.1');
    expect(await statusAt(there.url, '198.51.100.1')).toBe(429);
    expect(await statusAt(there.url, '198.51.100.2')).toBe(200);

    await redis.kill();
    await bothSay('away');
    await spend(here.url, '198.51.100.3');
    expect(await statusAt(there.url, '198.51.100.3')).toBe(200);
    await redis.start();
  }, 60_000);
});

describe('an instance whose Redis is not there', () => {
  it('starts all the same, and says so', async () => {
    const server = await startServer({ REDIS_URL: 'redis://127.0.0.1:9' }, { jobs: false });
    try {
      expect(await server.get('{ instance { name } }')).toBeTruthy();
      expect(await health(server.url)).toEqual({ status: 'ok', redis: 'away' });
    } finally {
      await server.stop();
    }
  });
});

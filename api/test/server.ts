import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { connect, type Database } from '../src/database/database.js';
import type { Services } from '../src/graphql/context.js';
import { startJobs } from '../src/jobs/jobs.js';
import { LiveFeed } from '../src/live/feed.js';
import { startSession } from '../src/modules/sign-in/service.js';
import { connectRedis } from '../src/redis.js';
import { createServer } from '../src/server.js';
import { readSettings } from '../src/settings.js';
import { repeated, watchStatements } from './watch.js';

export interface GraphqlAnswer<Data> {
  data: Data;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test asks for what it wants and reads it
type Anything = any;

/** A server of the program itself, on a database of its own, reached over HTTP like any client. */
export interface TestServer {
  url: string;
  databaseUrl: string;
  database: Database;
  /** What its jobs are run with. */
  services: Services;
  /** Sends an operation; the answer as it came. */
  ask<Data = Anything>(query: string, variables?: object, token?: string): Promise<GraphqlAnswer<Data>>;
  /** Sends an operation that must succeed; its data. */
  get<Data = Anything>(query: string, variables?: object, token?: string): Promise<Data>;
  /** Makes a person and signs them in. */
  person(
    username: string,
    role?: 'READ_ONLY' | 'MAPPER' | 'ADMIN',
  ): Promise<{ id: number; username: string; token: string }>;
  stop(): Promise<void>;
}

let nextPerson = 1000;

/** Starts a server with the given environment. `jobs: false` leaves the job worker out. */
export async function startServer(env: Record<string, string> = {}, { jobs = true } = {}): Promise<TestServer> {
  const template = new URL(inject('templateUrl'));
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = async (sql: string) => {
    const client = new pg.Client({
      connectionString: Object.assign(new URL(template), { pathname: '/postgres' }).href,
    });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await admin(`create database ${name} template ${template.pathname.slice(1)}`);
  const databaseUrl = Object.assign(new URL(template), { pathname: `/${name}` }).href;

  const settings = readSettings({
    NODE_ENV: 'test',
    PORT: '0',
    TM_LOG_LEVEL: 'silent',
    RATE_LIMIT: '0',
    RATE_LIMIT_VISITORS: '0',
    ...env,
    DATABASE_URL: databaseUrl,
  });
  const database = connect(databaseUrl, settings.databaseConnections, settings.mail?.afterSeconds);
  const redis = settings.redisUrl === undefined ? undefined : connectRedis(settings.redisUrl);
  const live = new LiveFeed(database, databaseUrl, redis);
  live.start();
  const services = { settings, database, live, redis };
  const app = await createServer(services);
  watchStatements(app);
  const stopJobs = jobs ? await startJobs(services, databaseUrl, app.log) : undefined;
  const url = await app.listen({ host: '127.0.0.1', port: 0 });

  const ask: TestServer['ask'] = async (query, variables, token) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphqlAnswer<Anything>;
  };
  return {
    url,
    databaseUrl,
    database,
    services,
    ask,
    async get(query, variables, token) {
      const { data, errors } = await ask(query, variables, token);
      if (errors) throw new Error(JSON.stringify(errors));
      return data;
    },
    async person(username, role = 'MAPPER') {
      const id = nextPerson++;
      await database.prisma.person.create({ data: { id, username, role } });
      const { token } = await startSession(database, id, 3600, 'test');
      return { id, username, token };
    },
    async stop() {
      await stopJobs?.();
      await app.close();
      await live.stop();
      redis?.close();
      await database.close();
      await admin(`drop database ${name} with (force)`);
      if (repeated.length > 0)
        throw new Error(`Statements that grow with the rows of an answer:\n${repeated.splice(0).join('\n')}`);
    },
  };
}

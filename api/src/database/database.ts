import { readFileSync } from 'node:fs';
import { PrismaPg } from '@prisma/adapter-pg';
import { LRUCache } from 'lru-cache';
import pg from 'pg';
import { PrismaClient } from '../generated/prisma/client.js';
import { forGiven } from './given.js';
import { readsTogether } from './together.js';

// OSM ids and counts fit in a number; positions of the event log do for 285,000 years of a change a millisecond.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export interface Database {
  pool: pg.Pool;
  /** Connections for long reads, which wait for whoever reads: they take none from daily work. Waits for one for 20 s at most. */
  downloads: pg.Pool;
  prisma: PrismaClient;
  /** After how many seconds notifications are mailed too; null: this instance sends no mail. */
  mailAfterSeconds: number | null;
  /** One prepared statement, sent as it is: rows as objects. */
  query<Row extends pg.QueryResultRow>(statement: Statement, values?: unknown[]): Promise<Row[]>;
  /** The same of one that only reads: those that are asked for in one tick are sent together. */
  read<Row extends object>(statement: Statement, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** A statement with a name: prepared once a connection. */
export interface Statement {
  name: string;
  text: string;
}

/** Most statements of Prisma that are prepared: each holds memory in every connection. */
const MOST_PREPARED = 400;

/**
 * Names for the statements that Prisma writes, as those of our own have: PostgreSQL then plans one once a connection, which
 * takes longer than most of them run. One that did not come before gets none (a list of ids of another length is another one).
 */
function preparedNames(): (query: { sql: string }) => string {
  const seen = new LRUCache<string, string>({ max: 2_000 });
  let prepared = 0;
  return ({ sql }) => {
    const name = seen.get(sql);
    if (name) return name;
    if (name === undefined || prepared >= MOST_PREPARED) {
      seen.set(sql, '');
      return '';
    }
    const next = `prisma/${++prepared}`;
    seen.set(sql, next);
    return next;
  };
}

/** Reads a statement from a module's `sql/` folder: `statement(import.meta.url, 'sql/tile')`. */
export function statement(module: string, path: string): Statement {
  const file = new URL(`./${path}.sql`, module);
  const name = file.pathname.split('/').slice(-3).join('/'); // with the module's folder: two may have a file of one name
  return { name, text: readFileSync(file, 'utf8') };
}

/**
 * A statement's plan is made once a connection. Left to itself, PostgreSQL takes a list of ids whose length it does not know for a
 * long one, thinks a plan for these very values cheaper, and makes one each time: that takes longer than most statements run.
 */
const planOnce = async (client: pg.ClientBase): Promise<void> => {
  await client.query('set plan_cache_mode = force_generic_plan');
};

export function connect(url: string, connections: number, mailAfterSeconds: number | null = null): Database {
  const pool = new pg.Pool({ connectionString: url, max: connections, idleTimeoutMillis: 60_000, onConnect: planOnce });
  pool.on('error', () => undefined); // an idle connection that broke is replaced at the next query
  const downloads = new pg.Pool({
    connectionString: url,
    max: 4,
    idleTimeoutMillis: 10_000,
    connectionTimeoutMillis: 20_000,
  });
  downloads.on('error', () => undefined);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: preparedNames() }) });
  const together = readsTogether(pool);
  return {
    pool,
    downloads,
    prisma,
    mailAfterSeconds,
    async query<Row extends pg.QueryResultRow>(statement: Statement, values: unknown[] = []) {
      const result = await pool.query<Row>(forGiven(statement, values));
      return result.rows;
    },
    async read<Row extends object>(statement: Statement, values: unknown[] = []) {
      const given = forGiven(statement, values);
      // What has no name is not prepared, and goes alone.
      return given.name ? together<Row>(given) : (await pool.query<Row & pg.QueryResultRow>(given)).rows;
    },
    async close() {
      await prisma.$disconnect();
      await Promise.all([pool.end(), downloads.end()]);
    },
  };
}

/** deadlock_detected and serialization_failure: the transaction did nothing, and may be sent again. */
const isRetryable = (error: unknown) =>
  error instanceof pg.DatabaseError && (error.code === '40P01' || error.code === '40001');

/** Runs `action`, once more if the database asked for it. */
export async function retryOnce<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (!isRetryable(error)) throw error;
    return action();
  }
}

import { addAbortSignal, Readable } from 'node:stream';
import type pg from 'pg';
import type { Database, Statement } from '../../database/database.js';
import { ExportsBusy } from './errors.js';

/** Rows of a statement, each a `piece` of the document: text, or bytes. */
export interface Rows {
  statement: Statement;
  values: unknown[];
  /** Between two pieces. */
  separator?: string;
  /** How many rows are read at a time, 250 if nothing is said: what is in memory at once. */
  step?: number;
}
/** A document in order: fixed text, and rows. */
export type Part = string | Rows;

/** Whoever reads more slowly than this is cut off: a connection is held for as long. */
const LONGEST_MS = 20 * 60_000;

/**
 * A document as it is read: the next rows are asked for when the reader has taken the last ones, and nothing more once it is
 * destroyed. All parts are of one moment. `small`: read at once, over the connections of daily work, so that no long download
 * is waited for. The stream fails with ExportsBusy when too many are read.
 */
export function streamOf(database: Database, parts: Part[], { small }: { small: boolean }): Readable {
  const pieces = small ? atOnce(read(database.pool, parts)) : read(database.downloads, parts);
  return addAbortSignal(AbortSignal.timeout(LONGEST_MS), Readable.from(pieces, { objectMode: false }));
}

async function* atOnce(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  yield* all;
}

async function* read(pool: pg.Pool, parts: Part[]): AsyncGenerator<Buffer> {
  const client = await connectionOf(pool);
  const broken = () => undefined; // the statement that waits, or the next one, fails by itself
  client.on('error', broken);
  try {
    await client.query(
      `begin transaction isolation level repeatable read read only; set local statement_timeout = '2min'; set local jit = off`,
    );
    for (const part of parts) {
      if (typeof part === 'string') yield Buffer.from(part);
      else yield* rowsOf(client, part);
    }
  } finally {
    // Nothing was written: at the end or on the way, this only gives the snapshot back.
    const failure = await client.query('rollback').then(
      () => undefined,
      (error: Error) => error,
    );
    client.off('error', broken);
    client.release(failure);
  }
}

async function* rowsOf(
  client: pg.PoolClient,
  { statement, values, separator = '', step = 250 }: Rows,
): AsyncGenerator<Buffer> {
  await client.query(`declare pieces no scroll cursor for ${statement.text}`, values);
  for (let before = ''; ; before = separator) {
    const { rows } = await client.query<{ piece: string | Buffer }>(`fetch ${step} from pieces`);
    if (rows.length > 0) yield joined(rows, before, separator);
    if (rows.length < step) break;
  }
  await client.query('close pieces');
}

function joined(rows: { piece: string | Buffer }[], before: string, separator: string): Buffer {
  if (typeof rows[0]!.piece !== 'string') return Buffer.concat(rows.map(({ piece }) => Buffer.from(piece)));
  return Buffer.from(before + rows.map(({ piece }) => piece).join(separator));
}

async function connectionOf(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    // pg-pool has no class for it.
    if (error instanceof Error && error.message.startsWith('timeout exceeded')) throw new ExportsBusy();
    throw error;
  }
}

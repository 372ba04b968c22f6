import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Progress } from './progress.js';
import type { Steps } from './steps.js';
import { TABLES } from './tables.js';

const quoted = (name: string) => `"${name}"`;

/** The columns that the source really has: instances of other versions lack some. */
async function columnsAtSource(source: pg.Client, table: string): Promise<Set<string>> {
  const { rows } = await source.query<{ name: string }>(
    `select attname as name from pg_attribute
      where attrelid = to_regclass('public.' || quote_ident($1)) and attnum > 0 and not attisdropped`,
    [table],
  );
  return new Set(rows.map(({ name }) => name));
}

/** Writes down a table or columns that the source does not have. */
const missing = (target: pg.Client, table: string, what: string, done: string) =>
  target.query('insert into original.finding (rule, table_name, key, what, done) values ($1, $2, $3, $4, $5)', [
    'missing at the source',
    table,
    '',
    what,
    done,
  ]);

/** Copies one table, all of it in the target's open transaction; how many rows there were. */
async function copyTable(source: pg.Client, target: pg.Client, table: string, progress: Progress): Promise<number> {
  const columns = Object.entries(TABLES[table] ?? {});
  await target.query(`drop table if exists original.${quoted(table)};
    create unlogged table original.${quoted(table)} (${columns.map(([name, type]) => `${quoted(name)} ${type}`).join(', ')})
      with (autovacuum_enabled = false)`); // it is read a few times, and looked at by the planner when all is copied
  const there = await columnsAtSource(source, table);
  if (there.size === 0) {
    await missing(target, table, 'the table', 'taken as empty');
    return 0;
  }
  const absent = columns.map(([name]) => name).filter((name) => !there.has(name));
  if (absent.length > 0) await missing(target, table, `the columns ${absent.join(', ')}`, 'taken as unset');
  const names = columns.map(([name]) => quoted(name)).filter((name) => there.has(name.slice(1, -1)));

  const { rows } = await source.query<{ rows: string }>(`select count(*) as rows from public.${quoted(table)}`);
  progress.begin(table, Number(rows[0]?.rows));
  const seen = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      // A row is a line: a newline within a text is written as two characters.
      let lines = 0;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
      progress.advance(lines);
      done(null, chunk);
    },
  });
  const into = target.query(copyFrom(`copy original.${quoted(table)} (${names.join(', ')}) from stdin`));
  await pipeline(
    source.query(copyTo(`copy (select ${names.join(', ')} from public.${quoted(table)}) to stdout`)),
    seen,
    into,
  );
  return into.rowCount;
}

/** Copies every table that is not copied yet into the schema `original`. The source is only read, as it is at one moment. */
export async function stage(source: pg.Client, target: pg.Client, steps: Steps, progress: Progress): Promise<void> {
  await source.query('begin transaction isolation level repeatable read read only');
  for (const table of Object.keys(TABLES)) {
    const done = await steps.once(`copy ${table}`, () => copyTable(source, target, table, progress));
    if (done) progress.end(table, done);
  }
  await source.query('commit');
}

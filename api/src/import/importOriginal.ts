import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { findInconsistencies, sentenceOf } from '../modules/tasks/check.js';
import { mendPart, mendingParts } from './mend.js';
import type { Progress } from './progress.js';
import { nameOf, openSource } from './source.js';
import { stage } from './stage.js';
import { ImportInterrupted, ImportRefused, Steps } from './steps.js';

/** Held as long as an import is connected, so that two never fill one database. */
const IMPORT_LOCK = 7_301_934_421;

/** Something at the source that did not fit, and what was done about it. */
export interface Finding {
  rule: string;
  table_name: string;
  key: string;
  what: string;
  done: string;
}

export interface Imported {
  findings: Finding[];
  /** What does not hold afterwards; empty after an import that went well, and after a dry run. */
  wrong: string[];
}

/**
 * Reads a database of the original at `from` and fills the migrated, empty one at `to`. Called again after an interruption it goes
 * on where it was. `dryRun`: finds out what would not fit, and leaves nothing. Throws ImportRefused for a source that is none and a
 * target in use or being filled, ImportInterrupted for what went wrong later.
 */
export async function importOriginal(
  from: string,
  to: string,
  { dryRun = false, progress }: { dryRun?: boolean; progress: Progress },
): Promise<Imported> {
  const source = await openSource(from);
  const client = new pg.Client({ connectionString: to, application_name: 'taskgrid import' });
  client.on('error', () => undefined); // the statement in hand says that the connection broke
  try {
    await client.connect();
    await client.query(
      `set work_mem = '256MB'; set maintenance_work_mem = '256MB'; set synchronous_commit = off; set jit = off`,
    );
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [IMPORT_LOCK]);
    if (!rows[0]!.mine)
      throw new ImportRefused('Another import fills this database now. Wait until it has ended, or stop it.');
    const steps = new Steps(client);
    await steps.open(nameOf(from));
    try {
      await stage(source, client, steps, progress);
      await mend(client, steps, progress);
      if (!dryRun) await fill(client, steps, progress);
      const { rows: findings } = await client.query<Finding>(
        'select rule, table_name, key, what, done from original.finding order by id',
      );
      const wrong = dryRun ? [] : await verify(client, progress);
      if (dryRun) await client.query('drop schema original cascade');
      return { findings, wrong };
    } catch (error) {
      throw new ImportInterrupted(error);
    }
  } finally {
    await Promise.all([source.end(), client.end()]);
  }
}

async function mend(client: pg.Client, steps: Steps, progress: Progress): Promise<void> {
  await client.query('analyze'); // tables that were just filled look empty to the planner
  for (const { name, statements } of mendingParts()) {
    progress.begin(`mend ${name}`, 0);
    const done = await steps.once(`mend ${name}`, () => mendPart(client, statements));
    if (done) progress.end(`mend ${name}`, done);
  }
}

async function fill(client: pg.Client, steps: Steps, progress: Progress): Promise<void> {
  const directory = new URL('./sql/fill/', import.meta.url);
  for (const file of readdirSync(directory).sort()) {
    const name = `fill ${file.replace(/^\d+_|\.sql$/g, '')}`;
    progress.begin(name, 0);
    const done = await steps.once(name, async () => {
      const results: unknown = await client.query(readFileSync(new URL(file, directory), 'utf8'));
      const all = (Array.isArray(results) ? results : [results]) as pg.QueryResult[];
      return all.reduce((sum, { command, rowCount }) => sum + (command === 'INSERT' ? (rowCount ?? 0) : 0), 0);
    });
    if (done) progress.end(name, done);
  }
  await client.query('analyze');
}

/** Sentences about what does not hold, of the import and of what must hold whenever nobody is writing. */
async function verify(client: pg.Client, progress: Progress): Promise<string[]> {
  progress.begin('check', 0);
  const text = readFileSync(new URL('./sql/verify.sql', import.meta.url), 'utf8');
  const { rows } = await client.query<{ what: string }>(text);
  const differing = await findInconsistencies(
    {
      query: async <Row extends pg.QueryResultRow>(statement: { text: string }, values: unknown[] = []) =>
        (await client.query<Row>(statement.text, values)).rows,
    },
    null,
  );
  return [...rows.map(({ what }) => what), ...differing.map(sentenceOf)];
}

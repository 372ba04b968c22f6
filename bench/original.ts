import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';

const text = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** Fills an empty database with the tables of an original instance and a large instance in them; all of it or nothing. */
export async function writeOriginal(url: string, scale: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `select set_config('bench.scale', $1, false), set_config('work_mem', '128MB', false), set_config('synchronous_commit', 'off', false)`,
      [String(scale)],
    );
    await client.query('begin');
    await client.query(text('../api/test/originalTables.sql'));
    await client.query(text('plan.sql'));
    for (const file of readdirSync(new URL('original', import.meta.url)).sort())
      await client.query(text(`original/${file}`));
    await client.query('commit');
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

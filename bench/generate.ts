// Fills an empty database with a large instance; see README.md.
//   node --import tsx bench/generate.ts [--scale 0.1]      into DATABASE_URL, or into a private cluster in DATA_DIR
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startCluster } from '../api/src/database/cluster.js';
import { migrate } from '../api/src/database/migrations.js';
import { timed } from './measure.js';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Tables of hundreds of thousands of rows: their indexes and foreign keys are made once the rows are there, as a restore does. */
const LARGE = ['task', 'task_geometry', 'task_history', 'task_invalidation', 'message'];

/** Takes away what slows inserts down; gives the statements that put it back. */
async function takeAway(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ away: string; back: string }>(
    `select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as away,
            format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as back
       from pg_constraint c where c.contype = 'f' and c.conrelid = any ($1::text[]::regclass[])
     union all
     select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
       from pg_index i where i.indrelid = any ($1::text[]::regclass[]) and not i.indisunique and not i.indisexclusion`,
    [LARGE],
  );
  for (const { away } of rows) await client.query(away);
  return rows.map(({ back }) => back);
}

/** Fills the database; says what each step took, seconds. Throws when it is not empty. */
async function fill(url: string, scale: number): Promise<void> {
  await migrate(url, folder('../prisma/migrations'), folder('../api/src/modules'));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const step = async (name: string, action: () => Promise<unknown>) => {
    process.stdout.write(`${name} … `);
    const [, seconds] = await timed(action);
    console.log(`${seconds.toFixed(1)} s`);
  };
  try {
    const { rows } = await client.query(
      'select (select count(*) from project) + (select count(*) from person) as there',
    );
    if (Number(rows[0].there) > 0)
      throw new Error('There are people or projects in this database. Give one that is empty.');
    await client.query(
      `select set_config('bench.scale', $1, false), set_config('maintenance_work_mem', '256MB', false),
      set_config('work_mem', '128MB', false), set_config('synchronous_commit', 'off', false)`,
      [String(scale)],
    );
    // All or nothing: an interrupted run leaves the database empty.
    await client.query('begin');
    await client.query(
      'truncate interest, mapping_issue_category, organisation, campaign, partner restart identity cascade',
    );
    await client.query('alter sequence task_history_id restart'); // the numbers of a run that failed
    let back: string[] = [];
    await step('Taking indexes away', async () => (back = await takeAway(client)));
    await step('Plan', () => client.query(readFileSync(folder('plan.sql'), 'utf8')));
    for (const file of readdirSync(folder('instance')).sort()) {
      await step(file.replace(/^\d-|\.sql$/g, ''), () =>
        client.query(readFileSync(folder(`instance/${file}`), 'utf8')),
      );
    }
    await step('Indexes and foreign keys', async () => {
      // Foreign keys were listed first, but lean on the indexes of what they point to.
      for (const statement of back.reverse()) await client.query(statement);
    });
    await client.query('commit');
    await step('Statistics', () => client.query('vacuum analyze'));
    const counts = await client.query(
      `select (select count(*) from person) as people, (select count(*) from project) as projects, (select count(*) from task) as tasks,
              (select count(*) from task_history) as history, (select count(*) from message) as messages`,
    );
    console.log(counts.rows[0]);
  } finally {
    await client.end();
  }
}

const { values } = parseArgs({ options: { scale: { type: 'string', default: '1' } } });
const scale = Number(values.scale);
if (!(scale > 0 && scale <= 10)) throw new Error('Give --scale a number above 0, at most 10.');
const { DATABASE_URL, DATA_DIR } = process.env;
if (!DATABASE_URL && !DATA_DIR) throw new Error('Set DATABASE_URL, or DATA_DIR to a folder for a private database.');
const cluster = DATABASE_URL ? undefined : await startCluster(DATA_DIR!, { durable: true });
try {
  const [, seconds] = await timed(() => fill(DATABASE_URL ?? cluster!.url, scale));
  console.log(`Filled in ${seconds.toFixed(0)} s.`);
} finally {
  await cluster?.stop();
}

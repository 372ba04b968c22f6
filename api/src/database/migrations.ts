import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';

/** The key of the advisory lock that `prisma migrate deploy` takes, so that both wait for each other. */
const PRISMA_MIGRATION_LOCK = 72707369;

const LEDGER = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');

/**
 * Brings a database up to date: the migrations in `migrationsDir` with Prisma's own ledger, then the functions in the
 * modules' `sql/functions/`, replaced when their text changed, and the schema of the job queue. Several instances may start
 * together.
 * Returns the names of what was applied.
 */
export async function migrate(url: string, migrationsDir: string, modulesDir: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // the statement in hand says that the connection broke
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_MIGRATION_LOCK]);
    // Ours may ask for jobs, so the queue is there before they are used; it keeps its own ledger, in its own schema.
    await runMigrations({ connectionString: url, maxPoolSize: 2, logger: new Logger(() => () => undefined) });
    const applied = await applyMigrations(client, migrationsDir);
    if (await installFunctions(client, modulesDir)) applied.push('functions');
    return applied;
  } finally {
    await client.end(); // gives the lock back
  }
}

async function applyMigrations(client: pg.Client, directory: string): Promise<string[]> {
  await client.query(LEDGER);
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null }>(
    'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
  );
  const done = new Map(rows.map((row) => [row.migration_name, row]));
  const applied: string[] = [];
  for (const name of readdirSync(directory)
    .filter((entry) => /^\d/.test(entry))
    .sort()) {
    const body = readFileSync(join(directory, name, 'migration.sql'));
    const before = done.get(name);
    if (before && !before.finished_at) {
      throw new Error(`Migration ${name} failed before. Mend the database, then delete its row in _prisma_migrations.`);
    }
    if (before && before.checksum !== sha256(body)) {
      throw new Error(`Migration ${name} was changed after it was applied. Put it back, and add a new migration.`);
    }
    if (before) continue;
    const id = randomUUID();
    await client.query('INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ($1, $2, $3)', [
      id,
      sha256(body),
      name,
    ]);
    try {
      await client.query(body.toString('utf8')); // many statements in one message: one transaction
    } catch (error) {
      await client.query('UPDATE "_prisma_migrations" SET logs = $2 WHERE id = $1', [id, String(error)]);
      throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error });
    }
    await client.query('UPDATE "_prisma_migrations" SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [
      id,
    ]);
    applied.push(name);
  }
  return applied;
}

/** Functions are code: they live once, in the modules, and are replaced as a whole when any of them changed. */
async function installFunctions(client: pg.Client, modulesDir: string): Promise<boolean> {
  const files = readdirSync(modulesDir, { recursive: true, encoding: 'utf8' })
    .filter((path) => /[/\\]sql[/\\]functions[/\\][^/\\]+\.sql$/.test(path))
    .sort();
  const text = files.map((path) => readFileSync(join(modulesDir, path), 'utf8')).join('\n');
  await client.query(`CREATE TABLE IF NOT EXISTS installed_functions (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row), checksum text NOT NULL, at timestamptz NOT NULL DEFAULT now())`);
  const { rows } = await client.query<{ checksum: string }>('SELECT checksum FROM installed_functions');
  if (rows[0]?.checksum === sha256(text)) return false;
  // One message, one transaction; bodies may name functions that come later in it.
  await client.query(`SET LOCAL check_function_bodies = off;
    ${text}
    INSERT INTO installed_functions (checksum) VALUES ('${sha256(text)}')
      ON CONFLICT (only_row) DO UPDATE SET checksum = excluded.checksum, at = now();`);
  return true;
}

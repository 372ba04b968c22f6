import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { originalDatabase } from '../../test/originalDatabase.js';
import { startServer, type TestServer } from '../../test/server.js';
import { importOriginal } from './importOriginal.js';
import { Progress } from './progress.js';

let original: Awaited<ReturnType<typeof originalDatabase>>;
let server: TestServer;
beforeAll(async () => {
  original = await originalDatabase();
  server = await startServer({}, { jobs: false });
}, 60_000);
afterAll(async () => {
  await server.stop();
  await original.drop();
});

/** What an operator reads who imports from there; nothing may be left behind, so that the right command can follow. */
async function refusal(from: string | URL): Promise<string> {
  const progress = new Progress(() => undefined);
  const error = await importOriginal(String(from), server.databaseUrl, { progress }).catch((thrown: unknown) => thrown);
  const { rows } = await server.database.pool.query(`select to_regnamespace('original') as staged`);
  expect(rows).toEqual([{ staged: null }]);
  return error instanceof Error ? error.message : '';
}
const elsewhere = (change: Partial<URL>) => Object.assign(new URL(original.url), change);

test('a source that nobody answers at is told by name, and what to check', async () => {
  const message = await refusal('postgresql://reader:secret@127.0.0.1:1/tasking-manager');
  expect(message).toMatch(/^No connection to 127\.0\.0\.1:1\/tasking-manager: .*ECONNREFUSED.*Check host, port/);
  expect(message).not.toContain('secret');
  expect(message).not.toContain('same command');
  expect(await refusal('postgresql://127.0.0.1:1/x')).toContain('No connection to 127.0.0.1:1/x');
});

test('a wrong password and a database that is not there are told as such', async () => {
  expect(await refusal(elsewhere({ password: 'wrong' }))).toMatch(/^No connection to .*password authentication failed/);
  expect(await refusal(elsewhere({ pathname: '/nowhere' }))).toMatch(/^No connection to .*"nowhere" does not exist/);
});

test('a database of something else is not taken for an original', async () => {
  const message = await refusal(server.databaseUrl);
  expect(message).toMatch(
    /is not the database of an original instance: it has no users\.mapping_level.*Name the right/,
  );
  expect(message).not.toContain('same command');
});

test('tables that may not be read are named, with the grant that is missing', async () => {
  await original.client.query(`drop role if exists import_reader; create role import_reader login password 'reads';
    grant select on all tables in schema public to import_reader; revoke select on users, messages from import_reader`);
  try {
    const message = await refusal(elsewhere({ username: 'import_reader', password: 'reads' }));
    expect(message).toMatch(/^import_reader may not read users, messages of .*grant select on all tables/);
  } finally {
    await original.client.query('drop owned by import_reader; drop role import_reader');
  }
});

test('what breaks on the way says that the same command goes on', async () => {
  const breaking = new Progress((line) => {
    if (line.includes('mapping_badges')) throw new Error('the line was cut');
  });
  await expect(importOriginal(original.url, server.databaseUrl, { progress: breaking })).rejects.toThrow(
    /the line was cut\nRun the same command again/,
  );
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  const { rows } = await client.query(`select name from original.import_step order by at`);
  await client.end();
  expect(rows).toEqual([{ name: 'copy mapping_levels' }, { name: 'copy mapping_badges' }]);
});

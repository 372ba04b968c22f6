import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '../api/src/database/cluster.js';
import { connect, type Database } from '../api/src/database/database.js';
import { startProgram, type Program } from '../api/test/program.js';

/**
 * A program that tells its memory (watched.mjs), on a private database that keeps when each transaction was committed. With
 * `directory` on the database in it, which stays; else on a new one.
 */
export async function withWatchedProgram(
  built: boolean,
  use: (program: Program, database: Database, url: string) => Promise<void>,
  directory?: string,
): Promise<void> {
  const folder = directory ?? mkdtempSync(join(tmpdir(), 'taskgrid-bench-'));
  if (!directory) chmodSync(folder, 0o755); // under root the database's user must be able to enter it
  let cluster = await startCluster(folder, { durable: true });
  try {
    const settings = connect(cluster.url, 1);
    await settings.pool.query('alter system set track_commit_timestamp = on');
    await settings.close();
    await cluster.stop(); // it is read at the start
    cluster = await startCluster(folder, { durable: true });
    const program = await startProgram(
      {
        DATABASE_URL: cluster.url,
        NODE_ENV: 'production',
        NODE_OPTIONS: `--import ${new URL('watched.mjs', import.meta.url).href}`,
      },
      { built },
    );
    const database = connect(cluster.url, 2);
    try {
      await use(program, database, cluster.url);
    } finally {
      await database.close();
      await program.stop();
    }
  } finally {
    await cluster.stop();
    if (!directory) rmSync(folder, { recursive: true, force: true });
  }
}

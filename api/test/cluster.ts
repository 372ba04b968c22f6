import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { startCluster } from '../src/database/cluster.js';
import { migrate } from '../src/database/migrations.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A migrated, empty database: the template of each test's own. */
    templateUrl: string;
  }
}

/** One private cluster a run, gone afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = mkdtempSync(join(tmpdir(), 'taskgrid-test-'));
  chmodSync(directory, 0o755); // so that under root the database's user can enter it, and all is gone with it
  console.log('Starting a database for the tests …');
  const cluster = await startCluster(directory, { durable: false });
  const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
  await migrate(cluster.url, path('../../prisma/migrations'), path('../src/modules'));
  project.provide('templateUrl', cluster.url);
  return async () => {
    await cluster.stop();
    rmSync(directory, { recursive: true, force: true });
  };
}

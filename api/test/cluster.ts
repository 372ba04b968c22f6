import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSchema } from 'graphql';
import type { TestProject } from 'vitest/node';
import { startCluster } from '../src/database/cluster.js';
import { migrate } from '../src/database/migrations.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A migrated, empty database: the template of each test's own. */
    templateUrl: string;
    /** Where each root field that the tests ask for is written down. */
    exercisedFile: string;
  }
}

/** Queries, mutations and subscriptions of the schema that no test asked for. */
function neverExercised(exercised: string): string[] {
  const asked = new Set(exercised.split('\n'));
  const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
    .flatMap((type) => Object.keys(type!.getFields()).map((field) => `${type!.name.toLowerCase()} ${field}`))
    .filter((each) => !asked.has(each));
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
  const exercisedFile = join(directory, 'exercised');
  writeFileSync(exercisedFile, '');
  project.provide('exercisedFile', exercisedFile);
  return async () => {
    await cluster.stop();
    const missing = neverExercised(readFileSync(exercisedFile, 'utf8'));
    rmSync(directory, { recursive: true, force: true });
    // Of a part of the tests nothing can be said, and the journeys are no tests of the API.
    const isWhole =
      project.config.root === path('..').replace(/\/$/, '') &&
      process.argv.slice(2).every((word) => word === 'run' || (/^--/.test(word) && !/testNamePattern/.test(word)));
    if (isWhole && missing.length > 0) {
      console.error(`No test asks for these, so nothing shows that they work: ${missing.join(', ')}`);
      process.exitCode = 1; // what is thrown here vitest prints, and goes on to succeed
    }
  };
}

import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // One copy of graphql, the one that yoga loads: its checks are by class.
  resolve: { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }] },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: './test/cluster.ts',
    pool: 'forks',
    maxWorkers: 2,
    // To load the program anew for each file took as long as the tests. What it keeps, it keeps by database: each file has its own.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['*.test.ts'],
    globalSetup: ['./built.ts', '../api/test/cluster.ts'],
    pool: 'forks',
    // A browser that draws maps without a graphics card takes both cores.
    maxWorkers: 1,
    testTimeout: 90_000,
    hookTimeout: 60_000,
  },
});

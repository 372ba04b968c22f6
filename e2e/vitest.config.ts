import { defineConfig } from 'vitest/config';

/** What is measured in time, and the program starting and ending: nothing else runs beside it. */
const ALONE = ['two-people.test.ts', 'start.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['./built.ts', '../api/test/cluster.ts'],
    pool: 'forks',
    // A browser that draws in software misses a moment now and then on a busy machine; a fault fails twice.
    retry: 1,
    testTimeout: 90_000,
    hookTimeout: 60_000,
    // A page that draws its map on a busy machine takes more than the second that is usual.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        // While one page waits for its answers, another is drawn.
        test: { name: 'pages', include: ['*.test.ts'], exclude: ALONE, maxWorkers: 2, sequence: { groupOrder: 1 } },
      },
      { extends: true, test: { name: 'alone', include: ALONE, maxWorkers: 1, sequence: { groupOrder: 2 } } },
    ],
  },
});

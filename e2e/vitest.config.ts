import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What is measured in time, and the program starting and ending: nothing else runs beside it. */
const ALONE = ['two-people.test.ts', 'start.test.ts'];

/** Long files go first. Those that are long in time alone, one test for each page, would be last and end with one worker idle. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => Number(moduleId.includes('/pages-of-'));
    return (await super.sort(files)).sort((one, other) => isLong(other) - isLong(one));
  }
}

const EACH: TestProjectInlineConfiguration['test'] = {
  pool: 'forks',
  // A browser that draws in software misses a moment now and then on a busy machine; a fault fails twice.
  retry: 1,
  // What is slow on a busy machine is no fault: each wait ends when that is there which it is for.
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 30_000 } },
};

export default defineConfig({
  test: {
    // Of the whole, not of each project: one database for all.
    globalSetup: ['./built.ts', '../api/test/cluster.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      // While one page waits for its answers, another is drawn.
      {
        test: {
          ...EACH,
          name: 'pages',
          include: ['*.test.ts'],
          exclude: ALONE,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      { test: { ...EACH, name: 'alone', include: ALONE, maxWorkers: 1, sequence: { groupOrder: 2 } } },
    ],
  },
});

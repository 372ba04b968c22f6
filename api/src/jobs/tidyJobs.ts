import { statement } from '../database/database.js';
import type { Job } from './job.js';

const GIVE_UP_INTERRUPTED = statement(import.meta.url, 'sql/give_up_interrupted');
const FORGET_OLD = statement(import.meta.url, 'sql/forget_old');

/** What is left of jobs: by instances that crashed, and of long ago. */
export const tidyJobs: Job = {
  name: 'tidy-jobs',
  describe:
    'Does again what a crashed instance had in hand. Forgets runs after a week, except the last ones, and jobs that were given up after a month.',
  schedule: '*/5 * * * *',
  async run({ database }) {
    const [interrupted] = await database.query<{ runs: number }>(GIVE_UP_INTERRUPTED);
    const [old] = await database.query<{ runs: number; jobs: number }>(FORGET_OLD);
    return `Found ${interrupted!.runs} interrupted runs; forgot ${old!.runs} old runs and ${old!.jobs} jobs that were given up.`;
  },
};

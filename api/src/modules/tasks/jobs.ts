import type { Job } from '../../jobs/job.js';
import { checkAllProjects, sentenceOf } from './check.js';

const SWEEP = {
  name: 'tasks/sweep',
  text: 'select project_id, count(*)::int as tasks from sweep_expired_locks($1) group by project_id',
};
/** Locks ended in one transaction. */
const ROUND = 500;

/** Nothing depends on it for being right: who looks at a task or takes it sees a lock whose time is up as ended. */
export const endExpiredLocks: Job = {
  name: 'end-expired-locks',
  describe: 'Ends the locks whose time is up, so that the history and those who watch a project hear of it.',
  schedule: '* * * * *',
  everySeconds: 5,
  async run({ database, live }) {
    let ended = 0;
    for (let round = ROUND; round === ROUND; ended += round) {
      const swept = await database.query<{ project_id: number; tasks: number }>(SWEEP, [ROUND]);
      for (const { project_id } of swept) live.touched(project_id);
      round = swept.reduce((sum, { tasks }) => sum + tasks, 0);
    }
    return `Ended ${ended} locks.`;
  },
};

/** Differences named in the record of a run; `npm run check-data` names all. */
const NAMED = 10;

export const checkCounters: Job = {
  name: 'check-counters',
  describe:
    'Compares the counters of all projects with their tasks, and tasks with their history. It fails when anything differs, says what, and mends nothing.',
  schedule: '17 3 * * *',
  async run({ database }) {
    const { projects, found } = await checkAllProjects(database);
    if (found.length === 0) return `Everything agrees in ${projects} projects.`;
    const named = found.slice(0, NAMED).map(sentenceOf).join('. ');
    throw new Error(`${found.length} differences; npm run check-data shows all. ${named}.`);
  },
};

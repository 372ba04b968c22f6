import type { Job } from '../../jobs/job.js';
import { recomputeLevels } from './service.js';

export const recomputeAllLevels: Job = {
  name: 'recompute-levels',
  describe:
    'Gives people the badges and levels that their figures have reached, after badges or levels were changed or figures grew, and congratulates them. Nobody falls.',
  schedule: '37 3 * * *',
  async run({ database }) {
    const { people, rose } = await recomputeLevels(database);
    return `Looked at ${people} people; ${rose} reached a level.`;
  },
};

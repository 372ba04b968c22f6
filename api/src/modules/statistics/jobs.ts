import { z } from 'zod';
import type { Job } from '../../jobs/job.js';
import { refreshEdits, refreshFiguresOf } from './edits.js';

export const countEdits: Job = {
  name: 'count-edits',
  describe:
    'Asks ohsome Now what those who were here in the last month have edited, so that badges and levels know it. It stops where the service does not answer.',
  schedule: '7 2 * * *',
  async run(services) {
    const { people, counted, problem } = await refreshEdits(services);
    return `Counted the edits of ${counted} of ${people} people${problem ? `; then the service did not work: ${problem}` : ''}.`;
  },
};

const payloadOfPerson = z.object({ person: z.int() });

export const countEditsOf: Job = {
  name: 'count-edits-of',
  describe: 'Asks ohsome Now and OpenStreetMap for the figures of one person who signed in or was looked at.',
  async run(services, payload) {
    const { person } = payloadOfPerson.parse(payload);
    await refreshFiguresOf(services, person);
    return `Asked for the figures of person ${person}.`;
  },
};

import { InvalidInput, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { signedIn } from '../../viewer.js';
import { Job } from './Job.js';
import { runJob, type JobStanding } from './service.js';

const RunJobInput = builder.inputType('RunJobInput', {
  description: 'Which job.',
  fields: (t) => ({ name: t.string({ required: true, description: 'Its Job.name. One that has a schedule.' }) }),
});
const RunJobPayload = builder.objectRef<JobStanding>('RunJobPayload').implement({
  description: 'The job waits for a worker, which takes it in a moment.',
  fields: (t) => ({
    job: t.field({
      type: Job,
      description: 'As it stands now; ask for it again to see the run.',
      resolve: (job) => job,
    }),
  }),
});

builder.mutationField('runJob', (t) =>
  t.field({
    type: RunJobPayload,
    description: 'Does a job now that is otherwise done on a schedule. For administrators.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InvalidInput] },
    args: oneInput(RunJobInput),
    resolve: (_root, { input }, { database, viewer }) => runJob(database, signedIn(viewer), input.name),
  }),
);

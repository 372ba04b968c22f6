import { JobOutcome } from '../../generated/prisma/client.js';
import { builder } from '../../graphql/builder.js';
import { readJobs, type JobRun as JobRunShape, type JobStanding } from './service.js';

const JobOutcomeEnum = builder.enumType('JobOutcome', {
  description: 'How a run of a job stands.',
  values: {
    [JobOutcome.RUNNING]: { description: 'It is under way.' },
    [JobOutcome.DONE]: { description: 'It did what it is for.' },
    [JobOutcome.FAILED]: { description: 'It stopped at an error; `message` says which. It is tried again later.' },
    [JobOutcome.INTERRUPTED]: { description: 'The program ended before the job did. It is done again.' },
  },
});

const JobRun = builder.objectRef<JobRunShape>('JobRun').implement({
  description: 'One time that a job was done, or tried.',
  fields: (t) => ({
    outcome: t.expose('outcome', { type: JobOutcomeEnum, description: 'How it ended, or that it is under way.' }),
    startedAt: t.field({ type: 'DateTime', description: 'When it began.', resolve: (run) => run.started_at }),
    finishedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it ended; null while it is under way.',
      resolve: (run) => run.finished_at,
    }),
    message: t.exposeString('detail', {
      nullable: true,
      description: 'What it did, or the error that it stopped at; null while it is under way.',
    }),
  }),
});

export const Job = builder.objectRef<JobStanding>('Job').implement({
  description: 'Work that the program does by itself, beside requests.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it is called, such as end-expired-locks; runJob takes it.' }),
    description: t.exposeString('describe', { description: 'What it is for, as a sentence.' }),
    schedule: t.exposeString('schedule', {
      nullable: true,
      description:
        'When it is done by itself, UTC, as in crontab: minute, hour, day of the month, month, day of the week. Null: only when something asks for it.',
    }),
    waitingCount: t.exposeInt('waiting', {
      description: 'How many wait to be done, those included that failed and are tried again.',
    }),
    failedCount: t.exposeInt('failed', { description: 'How many failed so often that they were given up.' }),
    nextRunAt: t.expose('next_at', {
      type: 'DateTime',
      nullable: true,
      description: 'When the first of those that wait is due; null when none waits.',
    }),
    lastRun: t.expose('last_run', {
      type: JobRun,
      nullable: true,
      description: 'The last time that it was begun; null: never, as far as is remembered.',
    }),
    lastSuccess: t.expose('last_success', {
      type: JobRun,
      nullable: true,
      description: 'The last time that it did what it is for.',
    }),
    lastFailure: t.expose('last_failure', {
      type: JobRun,
      nullable: true,
      description: 'The last time that it stopped at an error or was interrupted.',
    }),
  }),
});

builder.queryField('jobs', (t) =>
  t.field({
    type: [Job],
    nullable: true,
    description: 'What the program does by itself, and how that went. For administrators: null for everyone else.',
    resolve: (_root, _args, { database, viewer }) => readJobs(database, viewer),
  }),
);

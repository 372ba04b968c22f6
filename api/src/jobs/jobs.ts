import { setInterval as every } from 'node:timers';
import type { Services } from '../graphql/context.js';
import { recomputeAllLevels } from '../modules/levels/jobs.js';
import { forgetMails, mailProgress, sendContact, sendMail, watchProgress } from '../modules/mail/jobs.js';
import { tidySignIns } from '../modules/sign-in/jobs.js';
import { countEdits, countEditsOf } from '../modules/statistics/jobs.js';
import { checkCounters, endExpiredLocks } from '../modules/tasks/jobs.js';
import type { Job } from './job.js';
import { tidyJobs } from './tidyJobs.js';
import { startWorker, type Log } from './worker.js';

/** All jobs there are. How to add one: `job.ts`. */
export const JOBS: readonly Job[] = [
  endExpiredLocks,
  checkCounters,
  countEdits,
  countEditsOf,
  recomputeAllLevels,
  tidySignIns,
  tidyJobs,
  sendMail,
  sendContact,
  watchProgress,
  mailProgress,
  forgetMails,
];

/** Starts the worker and what is done every few seconds. Returns what stops them, after the jobs in hand are done. */
export async function startJobs(
  services: Services,
  databaseUrl: string,
  log: Log,
  jobs: readonly Job[] = JOBS,
): Promise<() => Promise<void>> {
  const stopWorker = await startWorker(services, databaseUrl, log, jobs);
  const stops = jobs.filter(({ everySeconds }) => everySeconds).map((job) => repeat(services, job));
  return async () => {
    await Promise.all([stopWorker(), ...stops.map((stop) => stop())]);
  };
}

/** Does a job every few seconds, one at a time. */
function repeat(services: Services, job: Job): () => Promise<void> {
  let running: Promise<unknown> | undefined;
  const timer = every(() => {
    running ??= job
      .run(services, {})
      .catch(() => undefined) // the database is away for a moment: the next round tries again
      .finally(() => {
        running = undefined;
      });
  }, job.everySeconds! * 1000);
  return async () => {
    clearInterval(timer);
    await running;
  };
}

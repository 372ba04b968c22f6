import { statement } from '../database/database.js';
import type { Services } from '../graphql/context.js';
import type { Job } from './job.js';

const BEGIN_RUN = statement(import.meta.url, 'sql/begin_run');
const END_RUN = statement(import.meta.url, 'sql/end_run');
const FORGET_GIVEN_UP = statement(import.meta.url, 'sql/forget_given_up');

/**
 * Writes down that a worker does a job, and how that ended. One on a schedule takes no payload and does all there is to do:
 * its success makes up for those that were given up. Throws what the job throws.
 */
export async function recorded(
  services: Services,
  job: Job,
  payload: unknown,
  { worker, instance }: { worker: string; instance: string },
): Promise<void> {
  const { database } = services;
  const [run] = await database.query<{ id: number }>(BEGIN_RUN, [job.name, worker, instance]);
  // What was done is not done again because its end could not be written; `tidyJobs` finds such a run.
  const end = (outcome: 'DONE' | 'FAILED', detail: string) =>
    database.query(END_RUN, [run!.id, outcome, detail]).catch(() => undefined);
  let detail: string;
  try {
    detail = await job.run(services, payload);
  } catch (error) {
    await end('FAILED', error instanceof Error ? error.message : String(error));
    throw error;
  }
  await end('DONE', detail);
  if (job.schedule) await database.query(FORGET_GIVEN_UP, [job.name]).catch(() => undefined); // the next success does it
}

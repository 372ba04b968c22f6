import { statement, type Database } from '../../database/database.js';
import { InvalidInput, NotFound } from '../../errors.js';
import type { JobOutcome } from '../../generated/prisma/client.js';
import type { Job } from '../../jobs/job.js';
import { JOBS } from '../../jobs/jobs.js';
import { addJob } from '../../jobs/queue.js';
import type { Viewer } from '../../viewer.js';
import { whyNotManageJobs } from './policy.js';

const STANDING = statement(import.meta.url, 'sql/standing');

export interface JobRun {
  outcome: JobOutcome;
  /** ISO 8601 */
  started_at: string;
  finished_at: string | null;
  detail: string | null;
}

/** A job, and how it stands in the queue. */
export interface JobStanding extends Pick<Job, 'name' | 'describe' | 'schedule'> {
  waiting: number;
  failed: number;
  next_at: Date | null;
  last_run: JobRun | null;
  last_success: JobRun | null;
  last_failure: JobRun | null;
}

/** All jobs, or those of these names, and how they stand; null for those who may not see them. */
export async function readJobs(
  database: Database,
  viewer: Viewer | null,
  names = JOBS.map(({ name }) => name),
): Promise<JobStanding[] | null> {
  if (whyNotManageJobs(viewer)) return null;
  const standings = await database.query<JobStanding>(STANDING, [names]);
  return standings.map((standing) => ({ ...JOBS.find(({ name }) => name === standing.name)!, ...standing }));
}

/** Asks for a job now that is otherwise run on a schedule; asked for twice before it begins, it is done once. Throws NotPermitted, NotFound, InvalidInput. */
export async function runJob(database: Database, viewer: Viewer, name: string): Promise<JobStanding> {
  const refusal = whyNotManageJobs(viewer);
  if (refusal) throw refusal;
  const job = JOBS.find((each) => each.name === name);
  if (!job) throw new NotFound('JOB', 'There is no such job. Load the list of jobs again.');
  if (!job.schedule) {
    const message = 'This job needs to know what it is about, so it begins only where that happens.';
    throw new InvalidInput([{ path: ['name'], message }]);
  }
  await addJob(database, name, {}, { jobKey: `asked for ${name}`, maxAttempts: 1 });
  return (await readJobs(database, viewer, [name]))![0]!;
}

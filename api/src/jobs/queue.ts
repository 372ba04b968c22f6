import type { Database } from '../database/database.js';

const ADD_JOB = {
  name: 'jobs/add_job',
  text: `select from graphile_worker.add_job($1, $2::json, run_at => $3, max_attempts => $4, job_key => $5)`,
};

interface When {
  /** Not before this moment; at once when left out. */
  runAt?: Date;
  /** A job of this key that waits is replaced: what is asked for many times is done once. */
  jobKey?: string;
  /** Tries until it is given up; the time between them grows from seconds to days. 25 (about three days) when left out. */
  maxAttempts?: number;
}

/**
 * Asks for a job of the list in `jobs.ts` by its name. Where it has to be asked for in the transaction of what it belongs to,
 * call the same inside SQL:
 * `perform graphile_worker.add_job('send-mail', json_build_object('message', id), job_key => 'mail ' || id, max_attempts => 8)`
 */
export async function addJob(
  database: Pick<Database, 'query'>,
  name: string,
  payload: object = {},
  { runAt, jobKey, maxAttempts }: When = {},
): Promise<void> {
  await database.query(ADD_JOB, [name, JSON.stringify(payload), runAt ?? null, maxAttempts ?? null, jobKey ?? null]);
}

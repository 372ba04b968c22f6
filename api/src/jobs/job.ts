import type { Services } from '../graphql/context.js';

/**
 * Work that is done beside requests: on a schedule, or when something asks for it.
 *
 * To add one: write it in the module's `jobs.ts`, put it into the list in `jobs/jobs.ts`, and let what needs it call
 * `addJob` (`jobs/queue.ts`), or `graphile_worker.add_job` inside SQL. It runs after the transaction that asked for it, once
 * it is committed, in any instance. It may run more than once: after a failure, and after a crash in the middle. So doing
 * it twice, also at the same moment, must change no more than doing it once.
 */
export interface Job {
  /** Stable: it is kept with jobs that wait. */
  name: string;
  /** What it is for, as a sentence for an administrator. */
  describe: string;
  /** When it is run by itself, as in crontab (minute, hour, day, month, weekday), UTC. */
  schedule?: string;
  /** Each instance also does it every so many seconds, unrecorded: a schedule knows nothing shorter than a minute. */
  everySeconds?: number;
  /**
   * Does it; what it did, as a sentence for an administrator. `payload` is what `addJob` was given, as JSON. What it throws is
   * recorded, and it is tried again later.
   */
  run(services: Services, payload: unknown): Promise<string>;
}

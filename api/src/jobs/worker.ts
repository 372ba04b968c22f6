import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, parseCronItems, run, type JobHelpers, type LogFunctionFactory, type TaskList } from 'graphile-worker';
import pg from 'pg';
import type { Services } from '../graphql/context.js';
import type { Job } from './job.js';
import { recorded } from './runs.js';

/** Where the worker says what goes wrong; the server's own log. */
export interface Log {
  error(details: object, message: string): void;
  warn(details: object, message: string): void;
  debug(details: object, message: string): void;
}

/** Jobs at a time, an instance. */
const CONCURRENCY = 2;
/** New jobs are told at once; only those whose time comes later, and what was missed, are found by looking. */
const POLL_MS = 5_000;
const RESTART_MS = 5_000;
const DAY_MS = 24 * 3600 * 1000;

const scheduleOf = ({ name, schedule }: Job) => ({
  task: name,
  identifier: name,
  match: schedule!,
  options: {
    // One that was not done before the next is due is done once.
    jobKey: `schedule ${name}`,
    maxAttempts: 3,
    // What is due at a certain hour is made up for when nothing was running then.
    backfillPeriod: /^\d+ \d+ /.test(schedule!) ? DAY_MS : 0,
  },
});

/** Works off the queue of this database, and puts what is scheduled into it, until it is stopped. Several instances may. */
export async function startWorker(
  services: Services,
  databaseUrl: string,
  log: Log,
  jobs: readonly Job[],
): Promise<() => Promise<void>> {
  // One of these connections listens all the time: by its name others know that this instance is there.
  const instance = `taskgrid-jobs-${randomUUID()}`;
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: CONCURRENCY + 2,
    idleTimeoutMillis: 60_000,
    application_name: instance,
  });
  // A connection that broke, in use or idle, is replaced at the next query.
  pool.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined));
  const taskList: TaskList = Object.fromEntries(
    jobs.map((job) => [
      job.name,
      (payload: unknown, { job: { locked_by } }: JobHelpers) =>
        recorded(services, job, payload, { worker: locked_by!, instance }),
    ]),
  );
  const start = () =>
    run({
      pgPool: pool,
      taskList,
      parsedCronItems: parseCronItems(jobs.filter(({ schedule }) => schedule).map(scheduleOf)),
      concurrency: CONCURRENCY,
      pollInterval: POLL_MS,
      noHandleSignals: true,
      // Written down apart from the job: where the database is away at that moment, the worker ends and is started again. One by
      // one, it would be a rejection that nobody handles, which ends the program.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      logger: new Logger(loggerOf(log)),
    });

  let stopping = false;
  let runner = await start();
  const stopped = new AbortController();
  const watching = (async () => {
    while (!stopping) {
      await runner.promise.catch((error: unknown) => log.error({ error }, 'The job worker ended.'));
      while (!stopping) {
        await sleep(RESTART_MS, undefined, { signal: stopped.signal }).catch(() => undefined);
        if (stopping) break;
        const again = await start().catch((error: unknown) => log.error({ error }, 'The job worker did not start.'));
        if (!again) continue;
        runner = again;
        break;
      }
    }
  })();
  return async () => {
    stopping = true;
    stopped.abort();
    await runner.stop().catch(() => undefined); // it has ended by itself
    await watching;
    await pool.end();
  };
}

/** The worker's chatter (each job begun and done) is for debugging. */
const loggerOf =
  (log: Log): LogFunctionFactory =>
  () =>
  (level, message, meta) => {
    if (level === 'error') log.error({ error: meta?.error }, message);
    else if (level === 'warning') log.warn({}, message);
    else log.debug({}, message);
  };

import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../test/server.js';
import { addJob } from './queue.js';
import { tidyJobs } from './tidyJobs.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({}, { jobs: false });
});
afterAll(() => server?.stop());

const rows = async (sql: string) => (await server.database.pool.query(sql)).rows;
/** A run that began so long ago, of an instance: this session's if none is named. */
const began = (job: string, ago: string, { instance = 'gone', outcome = 'RUNNING', worker = 'worker' } = {}) =>
  server.database.pool.query(
    `insert into job_run (job, worker, instance, outcome, started_at, finished_at)
     values ($1, $2, $3, $4::job_outcome, now() - $5::interval, case when $4 <> 'RUNNING' then now() end)`,
    [job, worker, instance, outcome, ago],
  );
const tidy = () => tidyJobs.run(server.services, {});

it('gives back what a crashed instance had in hand, and leaves what others have', async () => {
  const { database } = server;
  for (const worker of ['crashed', 'alive', 'young']) {
    await addJob(database, 'note', { worker });
    await began('note', worker === 'young' ? '10 seconds' : '2 minutes', {
      worker,
      instance: worker === 'alive' ? 'here' : 'gone',
    });
  }
  await database.pool.query(
    `update graphile_worker._private_jobs set locked_by = payload ->> 'worker', locked_at = now(), attempts = 1`,
  );
  const client = await database.pool.connect();
  await client.query(`set application_name = 'here'`);
  try {
    // At once from two connections: once.
    const found = await Promise.all([tidy(), tidy()]);
    expect(found.map((text) => /Found (\d)/.exec(text)![1]).sort()).toEqual(['0', '1']);
    expect(await tidy()).toContain('Found 0 interrupted');
  } finally {
    client.release(true);
  }
  expect(await rows('select worker, outcome::text from job_run order by id')).toEqual([
    { worker: 'crashed', outcome: 'INTERRUPTED' },
    { worker: 'alive', outcome: 'RUNNING' },
    { worker: 'young', outcome: 'RUNNING' },
  ]);
  expect(await rows('select locked_by from graphile_worker.jobs order by id')).toEqual([
    { locked_by: null },
    { locked_by: 'alive' },
    { locked_by: 'young' },
  ]);
});

it('forgets what is old, but not the last of each outcome, nor what waits', async () => {
  const { database } = server;
  await database.pool.query('delete from job_run; delete from graphile_worker._private_jobs');
  for (const [outcome, ago] of [
    ['FAILED', '30 days'],
    ['DONE', '20 days'],
    ['FAILED', '10 days'],
    ['DONE', '9 days'],
    ['DONE', '8 days'],
    ['DONE', '1 day'],
  ] as const)
    await began('note', ago, { outcome });
  for (const name of ['old', 'new', 'waits']) await addJob(database, 'note', { name }, { maxAttempts: 2 });
  await database.pool.query(
    `update graphile_worker._private_jobs set attempts = case when payload ->> 'name' = 'waits' then 1 else 2 end,
            updated_at = now() - case when payload ->> 'name' = 'new' then interval '1 day' else interval '40 days' end`,
  );
  const found = await Promise.all([tidy(), tidy()]);
  expect(found.map((text) => /forgot (\d) old runs/.exec(text)![1]).sort()).toEqual(['0', '4']);
  expect(await tidy()).toContain('forgot 0 old runs and 0 jobs');
  expect(
    await rows(`select outcome::text, date_part('day', now() - started_at)::int as days from job_run order by id`),
  ).toEqual([
    { outcome: 'FAILED', days: 10 },
    { outcome: 'DONE', days: 1 },
  ]);
  expect(await rows(`select payload ->> 'name' as name from graphile_worker._private_jobs order by id`)).toEqual([
    { name: 'new' },
    { name: 'waits' },
  ]);
});

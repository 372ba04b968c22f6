import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../test/server.js';
import type { Job } from './job.js';
import { startJobs } from './jobs.js';
import { addJob } from './queue.js';

const silent = { error: () => undefined, warn: () => undefined, debug: () => undefined };

describe('the job worker', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({}, { jobs: false });
  });
  afterAll(() => server?.stop());

  /** Two workers, as of two instances, with one job that notes what it was given. */
  async function workers(run: (payload: unknown) => Promise<string>) {
    const job: Job = { name: 'note', describe: 'Notes what it is given.', run: (_services, payload) => run(payload) };
    const start = () => startJobs(server.services, server.databaseUrl, silent, [job]);
    const stops = await Promise.all([start(), start()]);
    return () => Promise.all(stops.map((stop) => stop()));
  }
  const waiting = async () =>
    (await server.database.pool.query('select count(*)::int from graphile_worker.jobs')).rows[0].count as number;

  it('does what is asked for once, promptly, whichever of several instances', async () => {
    const noted: unknown[] = [];
    const stop = await workers(async (payload) => `${noted.push(payload)}`);
    for (let number = 0; number < 20; number++) await addJob(server.database, 'note', { number });
    await expect.poll(() => noted.length, { timeout: 2_000 }).toBe(20);
    expect(new Set(noted.map((payload) => (payload as { number: number }).number)).size).toBe(20);
    await expect.poll(waiting).toBe(0);
    await stop();
  });

  it('does what the database asks for in a transaction only when that is committed', async () => {
    const noted: unknown[] = [];
    const stop = await workers(async (payload) => `${noted.push(payload)}`);
    const ask = (end: string) =>
      server.database.pool.query(
        `begin; select graphile_worker.add_job('note', json_build_object('end', '${end}')); ${end}`,
      );
    await ask('rollback');
    await ask('commit');
    await expect.poll(() => noted).toEqual([{ end: 'commit' }]);
    await stop();
  });

  it('does once what is asked for many times under one key, and not before its time', async () => {
    const noted: unknown[] = [];
    const runAt = new Date(Date.now() + 1_000);
    for (let number = 1; number <= 3; number++)
      await addJob(server.database, 'note', { number }, { jobKey: 'only', runAt });
    const stop = await workers(async (payload) => `${noted.push(payload)} at ${Date.now()}`);
    expect(noted).toEqual([]);
    await expect.poll(() => noted, { timeout: 8_000 }).toEqual([{ number: 3 }]);
    expect(Date.now()).toBeGreaterThanOrEqual(runAt.getTime());
    await stop();
  });

  it('tries again what failed, and gives up after as many tries as were allowed', async () => {
    let tries = 0;
    const stop = await workers(async () => {
      if (++tries < 2) throw new Error('The mail server is away.');
      return 'Sent.';
    });
    await addJob(server.database, 'note', {});
    await expect.poll(() => tries, { timeout: 12_000 }).toBe(2);
    await expect.poll(waiting).toBe(0);

    tries = -1_000;
    await addJob(server.database, 'note', {}, { maxAttempts: 1 });
    await expect.poll(() => tries).toBe(-999);
    await expect
      .poll(
        async () => (await server.database.pool.query('select attempts, last_error from graphile_worker.jobs')).rows,
      )
      .toEqual([{ attempts: 1, last_error: 'The mail server is away.' }]);
    await stop();
  });

  it('ends a job in hand before it stops, and loses none of the others', async () => {
    let release: () => void = () => undefined;
    const released = new Promise<void>((done) => (release = done));
    const begun: unknown[] = [];
    let ended = 0;
    const stop = await workers(async (payload) => {
      begun.push(payload);
      await released;
      return `${++ended}`;
    });
    await addJob(server.database, 'note', { name: 'in hand' });
    await expect.poll(() => begun).toEqual([{ name: 'in hand' }]);
    const stopping = stop();
    await addJob(server.database, 'note', { name: 'later' }); // one that is stopping may still take it, then it ends it
    setTimeout(release, 200);
    await stopping;
    expect(ended).toBe(begun.length);
    const { rows } = await server.database.pool.query(
      'select count(*)::int, count(locked_at)::int as locked from graphile_worker.jobs where attempts = 0',
    );
    expect(rows).toEqual([{ count: 2 - ended, locked: 0 }]);
  });

  it('goes on by itself after all its connections were cut, in the middle of a job too', async () => {
    await server.database.pool.query('delete from graphile_worker._private_jobs');
    let release: () => void = () => undefined;
    const released = new Promise<void>((done) => (release = done));
    const begun: unknown[] = [];
    const stop = await workers(async (payload) => {
      begun.push(payload);
      if ((payload as { waits?: boolean }).waits) await released;
      return 'Noted.';
    });
    await addJob(server.database, 'note', { waits: true });
    await expect.poll(() => begun).toEqual([{ waits: true }]);
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'taskgrid-jobs-%' and datname = current_database()`;
    expect((await server.database.pool.query(cut)).rowCount).toBeGreaterThan(1);
    release();
    await addJob(server.database, 'note', { after: 'the cut' });
    await expect.poll(() => begun, { timeout: 20_000 }).toContainEqual({ after: 'the cut' });
    await stop();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../../test/server.js';
import { organisationWithPeople, STANDINGS } from '../../../test/standings.js';
import { JOBS } from '../../jobs/jobs.js';

const RUN = `mutation ($name: String!) { result: runJob(input: { name: $name }) {
  __typename ... on Error { message code } ... on RunJobPayload { job { name waitingCount lastRun { outcome } } } } }`;
const JOB_FIELDS = `name description schedule waitingCount failedCount nextRunAt
  lastRun { outcome startedAt finishedAt message } lastSuccess { outcome message } lastFailure { outcome message }`;

describe('jobs', () => {
  let server: TestServer;
  let world: Awaited<ReturnType<typeof organisationWithPeople>>;
  beforeAll(async () => {
    server = await startServer();
    world = await organisationWithPeople(server);
  });
  afterAll(() => server?.stop());

  const run = async (name: string, token?: string) => (await server.get(RUN, { name }, token)).result;
  const jobs = async (token?: string) => (await server.get(`{ jobs { ${JOB_FIELDS} } }`, {}, token)).jobs;
  const job = async (name: string) =>
    (await jobs(world.token('admin'))).find((each: { name: string }) => each.name === name);

  /** What was asked for is done, and nothing is under way. */
  const idle = () =>
    expect
      .poll(async () => (await server.database.pool.query('select from graphile_worker.jobs')).rowCount, {
        timeout: 5_000,
      })
      .toBe(0);

  it.each(STANDINGS)('are seen and run by %s if they are an administrator', async (who) => {
    const token = world.token(who);
    const seen = await jobs(token);
    const result = await run('tidy-sign-ins', token);
    if (who === 'admin') {
      expect(seen).toHaveLength(JOBS.length);
      expect(result).toMatchObject({ __typename: 'RunJobPayload', job: { name: 'tidy-sign-ins' } });
    } else {
      expect(seen).toBeNull();
      expect(result.__typename).toBe(who === 'visitor' ? 'NotSignedIn' : 'NotPermitted');
    }
  });

  it('say what they are for, when they are done, and what came of it', async () => {
    for (const { description, schedule } of await jobs(world.token('admin'))) {
      expect(description).toMatch(/^[A-Z].{20,}\.$/);
      if (schedule) expect(schedule.split(' ')).toHaveLength(5);
    }
    await run('tidy-sign-ins', world.token('admin'));
    await expect
      .poll(() => job('tidy-sign-ins'))
      .toMatchObject({
        waitingCount: 0,
        failedCount: 0,
        lastRun: { outcome: 'DONE', finishedAt: expect.any(String) },
        lastSuccess: { message: expect.stringMatching(/^Deleted \d+ sign-ins/) },
        lastFailure: null,
      });
  });

  it('say why they failed, and that they succeeded before', async () => {
    await idle();
    await server.database.pool.query('alter table sign_in_attempt rename to elsewhere');
    try {
      await run('tidy-sign-ins', world.token('admin'));
      await expect
        .poll(() => job('tidy-sign-ins'))
        .toMatchObject({
          failedCount: 1,
          lastRun: { outcome: 'FAILED', message: 'relation "sign_in_attempt" does not exist' },
          lastSuccess: { outcome: 'DONE' },
          lastFailure: { outcome: 'FAILED' },
        });
    } finally {
      await server.database.pool.query('alter table elsewhere rename to sign_in_attempt');
    }
    // A success makes up for what was given up.
    await run('tidy-sign-ins', world.token('admin'));
    await expect
      .poll(() => job('tidy-sign-ins'))
      .toMatchObject({ failedCount: 0, lastRun: { outcome: 'DONE' }, lastFailure: { outcome: 'FAILED' } });
  });

  it('are run by their name alone', async () => {
    expect(await run('make-coffee', world.token('admin'))).toMatchObject({
      __typename: 'NotFound',
      code: 'JOB_NOT_FOUND',
    });
  });
});

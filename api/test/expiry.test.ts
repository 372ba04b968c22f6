import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from './server.js';
import { ACTIONS, boxOfTiles, publishedProject } from './world.js';

describe('a lock whose time is up', () => {
  let server: TestServer;
  afterEach(() => server?.stop());

  async function world(jobs: boolean) {
    server = await startServer({ TM_TASK_AUTOUNLOCK_AFTER: '1s' }, { jobs });
    const admin = await server.person('manager', 'ADMIN');
    const [early, late] = [await server.person('early'), await server.person('late')];
    const p = await publishedProject(server, admin.token, { areaOfInterest: boxOfTiles(14, 3, 3), zoom: 14 });
    const { result } = await server.get(ACTIONS.lock, { p, n: 5 }, early.token);
    return { p, early, late, version: result.task.lock.version as number };
  }
  const task = (p: number) =>
    server.get(
      'query ($p: ID!) { project(id: $p) { figures { ready lockedForMapping } taskStates { locks { number } } task(number: 5) { status lock { version } } } }',
      { p },
    );

  it('is free to others at that moment with the job worker stopped, and everyone sees it so', async () => {
    const { p, late } = await world(false);
    expect((await server.get(ACTIONS.lock, { p, n: 5 }, late.token)).result.__typename).toBe('TaskAlreadyLocked');
    expect((await task(p)).project).toMatchObject({
      figures: { ready: 8, lockedForMapping: 1 },
      task: { status: 'LOCKED_FOR_MAPPING' },
    });
    await sleep(1050);
    expect((await task(p)).project).toEqual({
      figures: { ready: 9, lockedForMapping: 0 },
      taskStates: { locks: [] },
      task: { status: 'READY', lock: null },
    });
    expect((await server.get(ACTIONS.lock, { p, n: 5 }, late.token)).result).toMatchObject({
      task: { lock: { holder: { username: 'late' } } },
    });
  });

  it('refuses the late submit of a holder whose task another took, and hands the comment back', async () => {
    const { p, early, late, version } = await world(false);
    await sleep(1050);
    await server.get(ACTIONS.lock, { p, n: 5 }, late.token);
    const submit = { p, n: 5, version, status: 'MAPPED', comment: 'The school is missing in the imagery.' };
    expect((await server.get(ACTIONS.submit, submit, early.token)).result).toMatchObject({
      __typename: 'LockEnded',
      code: 'LOCK_ENDED',
      comment: 'The school is missing in the imagery.',
      holder: { username: 'late' },
      task: { number: 5, status: 'LOCKED_FOR_MAPPING' },
    });
    expect((await task(p)).project.task.status).toBe('LOCKED_FOR_MAPPING');
  });

  it('still takes the late submit while nobody has taken the task, whether or not the sweep has been there', async () => {
    for (const jobs of [false, true]) {
      const { p, early, version } = await world(jobs);
      await sleep(1050);
      if (jobs)
        await expect
          .poll(() => server.database.prisma.taskHistory.count({ where: { kind: 'AUTO_UNLOCKED_FOR_MAPPING' } }), {
            timeout: 12_000,
          })
          .toBe(1);
      const submit = { p, n: 5, version, status: 'MAPPED' };
      expect((await server.get(ACTIONS.submit, submit, early.token)).result).toMatchObject({
        task: { status: 'MAPPED' },
      });
      expect((await server.get(ACTIONS.submit, submit, early.token)).result.__typename).not.toBe(
        'SubmitMappingPayload',
      );
      if (!jobs) await server.stop();
    }
  });

  it('cannot be extended once it is over, and can before', async () => {
    const { p, early } = await world(false);
    expect((await server.get(ACTIONS.extend, { p, n: [5] }, early.token)).result.__typename).toBe('ExtendLocksPayload');
    await sleep(1050);
    expect((await server.get(ACTIONS.extend, { p, n: [5] }, early.token)).result).toMatchObject({
      refusals: [{ taskNumber: 5, code: 'NOT_LOCKED' }],
    });
  });
});

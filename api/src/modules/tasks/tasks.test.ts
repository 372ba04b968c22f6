import { describe, expect, it } from 'vitest';
import { tasksOfAProject } from '../../../test/tasksOf.js';
import { boxOfTiles, publishedProject } from '../../../test/world.js';

describe('tasks', () => {
  const w = tasksOfAProject();

  describe('mapping', () => {
    it('goes from taking a task to its result, with the comment in the history and the counters moved', async () => {
      expect(await w.map(1, w.mapper, 'MAPPED', '  all huts  ')).toMatchObject({
        task: { status: 'MAPPED', lock: null, mappedBy: { username: 'mapper' } },
      });
      expect(await w.history(1)).toMatchObject([
        { kind: 'STATE_CHANGE', status: 'MAPPED', person: { username: 'mapper' } },
        { kind: 'COMMENT', comment: 'all huts' },
        { kind: 'LOCKED_FOR_MAPPING', durationSeconds: expect.any(Number) },
      ]);
      expect(await w.project('figures { totalTasks ready mapped percentMapped }')).toEqual({
        figures: { totalTasks: 9, ready: 8, mapped: 1, percentMapped: 11 },
      });
    });

    it('can be stopped, which gives the task back as it was, with a comment', async () => {
      await w.act('lock', { n: 2 }, w.mapper);
      expect(await w.act('stop', { n: 2, comment: 'no time' }, w.mapper)).toMatchObject({
        task: { status: 'READY', lock: null },
      });
      expect(await w.history(2)).toMatchObject([
        { kind: 'COMMENT', comment: 'no time' },
        { kind: 'LOCKED_FOR_MAPPING' },
      ]);
    });

    it('can end in unusable imagery, or in giving the task to the next mapper', async () => {
      expect(await w.map(1, w.mapper, 'BADIMAGERY')).toMatchObject({ task: { status: 'BADIMAGERY' } });
      expect(await w.map(2, w.mapper, 'READY')).toMatchObject({ task: { status: 'READY', mappedBy: null } });
      expect(await w.project('figures { badImagery ready percentBadImagery }')).toEqual({
        figures: { badImagery: 1, ready: 8, percentBadImagery: 11 },
      });
    });

    it('answers the holder who asks again with the same lock', async () => {
      const first = await w.act('lock', { n: 1 }, w.mapper);
      expect(await w.act('lock', { n: 1 }, w.mapper)).toEqual(first);
    });

    it('says of a task in another state what state it is in', async () => {
      await w.map(1, w.mapper);
      expect(await w.act('lock', { n: 1 }, w.other)).toMatchObject({ __typename: 'TaskNotInState', status: 'MAPPED' });
    });

    it('points whom it refuses to the nearest free task', async () => {
      await w.act('lock', { n: 5 }, w.mapper);
      const { lockTaskForMapping } = await w.server.get(
        `mutation ($p: ID!) { lockTaskForMapping(input: { projectId: $p, taskNumber: 5 }) { ... on TaskAlreadyLocked { nextFree { number status } } } }`,
        { p: w.p },
        w.other.token,
      );
      expect(lockTaskForMapping.nextFree).toMatchObject({ status: 'READY' });
      expect(lockTaskForMapping.nextFree.number).not.toBe(5);
    });

    it('refuses a submit for an older lock, and one that was not asked for', async () => {
      const { task } = await w.act('lock', { n: 1 }, w.mapper);
      expect(
        await w.act('submit', { n: 1, version: task.lock.version - 1, status: 'MAPPED', comment: 'kept' }, w.mapper),
      ).toMatchObject({ __typename: 'LockEnded', comment: 'kept' });
      expect(await w.act('submit', { n: 1, version: task.lock.version, status: 'MAPPED' }, w.other)).toMatchObject({
        __typename: 'LockNotHeld',
        holder: { username: 'mapper' },
      });
      expect(await w.act('submit', { n: 2, version: 0, status: 'MAPPED' }, w.mapper)).toMatchObject({
        __typename: 'LockNotHeld',
        holder: null,
      });
      expect(await w.act('submit', { n: 99, version: 1, status: 'MAPPED' }, w.mapper)).toMatchObject({
        __typename: 'NotFound',
        code: 'TASK_NOT_FOUND',
      });
    });

    it('refuses a comment that cannot be saved, and keeps the lock', async () => {
      const { task } = await w.act('lock', { n: 1 }, w.mapper);
      for (const comment of ['a\0b', 'x'.repeat(10_001)]) {
        expect(
          await w.act('submit', { n: 1, version: task.lock.version, status: 'MAPPED', comment }, w.mapper),
        ).toMatchObject({ __typename: 'InvalidInput' });
      }
      expect((await w.project('task(number: 1) { status }')).task.status).toBe('LOCKED_FOR_MAPPING');
    });
  });

  describe('the next task', () => {
    it('is the nearest free one, and never one that somebody holds', async () => {
      await w.act('lock', { n: 5 }, w.other);
      expect((await w.act('next', { near: 5 }, w.mapper)).task.number).toBeOneOf([2, 4, 6, 8]);
      await w.map(1, w.validator);
    });

    it('lies in a priority area while there is a free one', async () => {
      w.p = await publishedProject(w.server, w.admin.token, {
        areaOfInterest: boxOfTiles(14, 6, 6),
        zoom: 14,
        priorityAreas: boxOfTiles(14, 1, 2), // tasks 1 and 2
      });
      expect((await w.act('next', { near: 36 }, w.mapper)).task.number).toBe(2);
      expect((await w.act('next', {}, w.other)).task.number).toBe(1);
      expect((await w.act('next', { near: 36 }, w.validator)).task.number).toBe(36);
    });

    it('says when nothing is left', async () => {
      for (let n = 1; n <= 9; n++) await w.map(n, w.mapper);
      expect(await w.act('next', {}, w.other)).toMatchObject({ __typename: 'NothingLeft', code: 'NOTHING_LEFT' });
    });

    it('names the task that the person still holds', async () => {
      await w.act('lock', { n: 3 }, w.mapper);
      expect(await w.act('next', {}, w.mapper)).toMatchObject({
        __typename: 'AlreadyHoldsLock',
        heldTask: { number: 3 },
      });
    });
  });

  describe('validating', () => {
    it('takes several tasks, and ends each with its own verdict, comment and issues', async () => {
      for (const n of [1, 2, 3]) await w.map(n, w.mapper);
      const { tasks } = await w.act('lockMany', { n: [3, 1, 2] }, w.validator);
      expect(tasks.map(({ number }: { number: number }) => number)).toEqual([3, 1, 2]);
      const version = new Map(
        tasks.map((task: { number: number; lock: { version: number } }) => [task.number, task.lock.version]),
      );
      const answer = await w.act(
        'validate',
        {
          results: [
            { taskNumber: 1, lockVersion: version.get(1), status: 'VALIDATED' },
            {
              taskNumber: 2,
              lockVersion: version.get(2),
              status: 'INVALIDATED',
              comment: 'The mill is missing.',
              issues: [{ categoryNumber: 1, count: 3 }],
            },
            { taskNumber: 3, lockVersion: version.get(3), status: 'MAPPED' },
          ],
        },
        w.validator,
      );
      expect(answer.tasks).toEqual([
        { number: 1, status: 'VALIDATED', validatedBy: { username: 'validator' }, mappedBy: { username: 'mapper' } },
        { number: 2, status: 'INVALIDATED', validatedBy: null, mappedBy: null },
        { number: 3, status: 'MAPPED', validatedBy: null, mappedBy: { username: 'mapper' } },
      ]);
      expect(
        (
          await w.project(
            'task(number: 2) { validatorRequest history(first: 1) { nodes { issues { count category { name } } } } }',
          )
        ).task,
      ).toEqual({
        validatorRequest: 'The mill is missing.',
        history: { nodes: [{ issues: [{ count: 3, category: { name: 'Missing building' } }] }] },
      });
      expect(await w.project('figures { mapped validated invalidated percentMapped percentValidated }')).toEqual({
        figures: { mapped: 1, validated: 1, invalidated: 1, percentMapped: 22, percentValidated: 11 },
      });
    });

    it('is all or nothing, and says of each task that refuses why', async () => {
      await w.map(1, w.mapper);
      await w.map(2, w.validator);
      await w.act('lock', { n: 4 }, w.other);
      const { refusals } = await w.act('lockMany', { n: [1, 2, 3, 4, 77] }, w.validator);
      expect(refusals).toMatchObject([
        { taskNumber: 2, code: 'OWN_WORK' },
        { taskNumber: 3, code: 'WRONG_STATE' },
        { taskNumber: 4, code: 'LOCKED_BY_OTHER', holder: { username: 'other' } },
        { taskNumber: 77, code: 'TASK_NOT_FOUND' },
      ]);
      expect((await w.project('task(number: 1) { status }')).task.status).toBe('MAPPED');
    });

    it('lets an administrator validate their own work', async () => {
      await w.map(1, w.admin);
      expect(await w.validate(1, 'VALIDATED', undefined, w.admin)).toMatchObject({ tasks: [{ status: 'VALIDATED' }] });
    });

    it('keeps an invalidation open until the task is validated', async () => {
      await w.map(1, w.mapper);
      await w.validate(1, 'INVALIDATED');
      await w.map(1, w.other);
      const open = () => w.server.database.prisma.taskInvalidation.count({ where: { projectId: w.p, closed: false } });
      expect(await open()).toBe(1);
      await w.validate(1, 'VALIDATED');
      expect(await open()).toBe(0);
    });

    it('refuses unknown and archived kinds of issues, tasks named twice, none and too many, before anything changes', async () => {
      await w.map(1, w.mapper);
      const { tasks } = await w.act('lockMany', { n: [1] }, w.validator);
      const result = { taskNumber: 1, lockVersion: tasks[0].lock.version, status: 'VALIDATED' };
      for (const results of [
        [{ ...result, issues: [{ categoryNumber: 2, count: 1 }] }],
        [{ ...result, issues: [{ categoryNumber: 9, count: 1 }] }],
        [result, result],
        [],
      ]) {
        expect(await w.act('validate', { results }, w.validator)).toMatchObject({ __typename: 'InvalidInput' });
      }
      expect(
        await w.act('lockMany', { n: Array.from({ length: 501 }, (_, index) => index) }, w.validator),
      ).toMatchObject({
        __typename: 'InvalidInput',
      });
      expect(await w.act('validate', { results: [result] }, w.validator)).toMatchObject({
        tasks: [{ status: 'VALIDATED' }],
      });
    });

    it('can be stopped with a comment for each task', async () => {
      await w.map(1, w.mapper);
      await w.map(2, w.mapper);
      await w.act('lockMany', { n: [1, 2] }, w.validator);
      await w.act('stopMany', { tasks: [{ taskNumber: 1, comment: 'hard to see' }, { taskNumber: 2 }] }, w.validator);
      expect(await w.history(1)).toMatchObject([
        { kind: 'COMMENT', comment: 'hard to see' },
        { kind: 'LOCKED_FOR_VALIDATION' },
        {},
        {},
      ]);
      expect(await w.history(2)).toMatchObject([{ kind: 'LOCKED_FOR_VALIDATION' }, {}, {}]);
    });
  });

  describe('undo', () => {
    it('restores who mapped and the open invalidation, and lowers the counter of the author', async () => {
      await w.map(1, w.mapper);
      await w.validate(1, 'INVALIDATED');
      expect(await w.act('undo', { n: 1 }, w.validator)).toMatchObject({
        task: { status: 'MAPPED', mappedBy: { username: 'mapper' } },
      });
      await w.validate(1, 'VALIDATED');
      expect(await w.act('undo', { n: 1 }, w.validator)).toMatchObject({
        task: { status: 'MAPPED', validatedBy: null },
      });
      expect(await w.act('undo', { n: 1 }, w.validator)).toMatchObject({ task: { status: 'READY', mappedBy: null } });
      expect(await w.act('undo', { n: 1 }, w.validator)).toMatchObject({
        __typename: 'TaskNotInState',
        status: 'READY',
      });
      expect((await w.history(1))[0]).toMatchObject({ kind: 'STATE_CHANGE', status: 'READY', undo: true });
      expect(await w.project('figures { ready mapped validated }')).toEqual({
        figures: { ready: 9, mapped: 0, validated: 0 },
      });
    });

    it('of bad imagery is remembered: those who map the task next are not asked for it again', async () => {
      const remembered = async () => (await w.project('task(number: 1) { badImageryUndone }')).task.badImageryUndone;
      await w.map(1, w.mapper, 'BADIMAGERY');
      expect(await remembered()).toBe(false);
      await w.act('undo', { n: 1 }, w.mapper);
      expect(await remembered()).toBe(true);
      await w.map(1, w.mapper);
      expect(await remembered()).toBe(true);
      expect((await w.project('task(number: 2) { badImageryUndone }')).task.badImageryUndone).toBe(false);
    });

    it('is for who made the last change and for validators, and not while somebody works on the task', async () => {
      await w.map(1, w.mapper);
      expect(await w.act('undo', { n: 1 }, w.other)).toMatchObject({
        __typename: 'NotPermitted',
        reason: 'NOT_AUTHOR',
      });
      await w.act('lockMany', { n: [1] }, w.validator);
      expect(await w.act('undo', { n: 1 }, w.mapper)).toMatchObject({ __typename: 'TaskAlreadyLocked' });
      await w.act('stopMany', { tasks: [{ taskNumber: 1 }] }, w.validator);
      expect(await w.act('undo', { n: 1 }, w.mapper)).toMatchObject({ task: { status: 'READY' } });
    });
  });

  describe('split', () => {
    it('replaces a square by its four quarters of the next zoom, with the history kept once', async () => {
      await w.act('lock', { n: 5 }, w.mapper);
      const before = await w.project('gridVersion task(number: 5) { areaM2 x y zoom }');
      const { tasks, project: after } = await w.act('split', { n: 5 }, w.mapper);
      expect(after).toEqual({ gridVersion: before.gridVersion + 1, figures: { totalTasks: 12 } });
      expect(tasks.map(({ number, status }: { number: number; status: string }) => [number, status])).toEqual(
        [10, 11, 12, 13].map((n) => [n, 'READY']),
      );
      const areas = tasks.map(({ areaM2 }: { areaM2: number }) => areaM2) as number[];
      expect(areas.reduce((sum, area) => sum + area) / before.task.areaM2).toBeCloseTo(1, 6);
      const { x, y, zoom } = before.task;
      expect((await w.project('tasks(first: 20) { nodes { number x y zoom } }')).tasks.nodes.slice(-4)).toEqual([
        { number: 10, x: 2 * x, y: 2 * y, zoom: zoom + 1 },
        { number: 11, x: 2 * x, y: 2 * y + 1, zoom: zoom + 1 },
        { number: 12, x: 2 * x + 1, y: 2 * y, zoom: zoom + 1 },
        { number: 13, x: 2 * x + 1, y: 2 * y + 1, zoom: zoom + 1 },
      ]);
      expect(await w.history(10)).toMatchObject([
        { status: 'READY' },
        { status: 'SPLIT' },
        { kind: 'LOCKED_FOR_MAPPING' },
      ]);
      expect((await w.project('task(number: 5) { number }')).task).toBeNull();
      expect(await w.act('lock', { n: 5 }, w.other)).toMatchObject({ __typename: 'NotFound' });
      expect((await w.act('lock', { n: 10 }, w.mapper)).__typename).toBe('LockTaskForMappingPayload');
    });

    it('is only for who is mapping the task, and not for small ones', async () => {
      expect(await w.act('split', { n: 5 }, w.mapper)).toMatchObject({ __typename: 'LockNotHeld' });
      await w.act('lock', { n: 5 }, w.other);
      expect(await w.act('split', { n: 5 }, w.mapper)).toMatchObject({ __typename: 'LockNotHeld' });
      w.p = await publishedProject(w.server, w.admin.token, { areaOfInterest: boxOfTiles(18, 2, 2), zoom: 18 });
      await w.act('lock', { n: 1 }, w.mapper);
      expect(await w.act('split', { n: 1 }, w.mapper)).toMatchObject({ __typename: 'TaskTooSmall' });
    });
  });
});

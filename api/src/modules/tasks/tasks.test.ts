import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../../test/server.js';
import { ACTIONS, boxOfTiles, freeEverybody, publishedProject } from '../../../test/world.js';

type Person = Awaited<ReturnType<TestServer['person']>>;

describe('tasks', () => {
  let server: TestServer;
  let admin: Person, mapper: Person, other: Person, validator: Person, blocked: Person;
  let p: number;

  beforeAll(async () => {
    server = await startServer();
    [admin, mapper, other, validator, blocked] = await Promise.all([
      server.person('admin', 'ADMIN'),
      server.person('mapper'),
      server.person('other'),
      server.person('validator'),
      server.person('blocked', 'READ_ONLY'),
    ]);
    await server.database.prisma.person.update({ where: { id: validator.id }, data: { levelId: 2 } });
    await server.database.prisma.mappingIssueCategory.create({ data: { id: 1, name: 'Missing building' } });
    await server.database.prisma.mappingIssueCategory.create({ data: { id: 2, name: 'Out of use', archived: true } });
  });
  afterAll(() => server?.stop());
  beforeEach(async () => {
    await freeEverybody(server);
    p = await publishedProject(server, admin.token, { areaOfInterest: boxOfTiles(14, 3, 3), zoom: 14 });
  });

  const act = async (action: keyof typeof ACTIONS, variables: object, who?: Person) =>
    (await server.get(ACTIONS[action], { p, ...variables }, who?.token)).result;
  const map = async (n: number, who: Person, status = 'MAPPED', comment?: string) => {
    const { task } = await act('lock', { n }, who);
    return act('submit', { n, version: task.lock.version, status, comment }, who);
  };
  const validate = async (n: number, status: string, comment?: string, who = validator) => {
    const { tasks } = await act('lockMany', { n: [n] }, who);
    return act('validate', { results: [{ taskNumber: n, lockVersion: tasks[0].lock.version, status, comment }] }, who);
  };
  const project = async (fields: string, who?: Person) =>
    (await server.get(`query ($p: ID!) { project(id: $p) { ${fields} } }`, { p }, who?.token)).project;
  const history = async (n: number) =>
    (
      await project(
        `task(number: ${n}) { history { nodes { kind status comment durationSeconds undo person { username } } } }`,
      )
    ).task.history.nodes;

  describe('mapping', () => {
    it('goes from taking a task to its result, with the comment in the history and the counters moved', async () => {
      expect(await map(1, mapper, 'MAPPED', '  all huts  ')).toMatchObject({
        task: { status: 'MAPPED', lock: null, mappedBy: { username: 'mapper' } },
      });
      expect(await history(1)).toMatchObject([
        { kind: 'STATE_CHANGE', status: 'MAPPED', person: { username: 'mapper' } },
        { kind: 'COMMENT', comment: 'all huts' },
        { kind: 'LOCKED_FOR_MAPPING', durationSeconds: 0 },
      ]);
      expect(await project('figures { totalTasks ready mapped percentMapped }')).toEqual({
        figures: { totalTasks: 9, ready: 8, mapped: 1, percentMapped: 11 },
      });
    });

    it('can be stopped, which gives the task back as it was, with a comment', async () => {
      await act('lock', { n: 2 }, mapper);
      expect(await act('stop', { n: 2, comment: 'no time' }, mapper)).toMatchObject({
        task: { status: 'READY', lock: null },
      });
      expect(await history(2)).toMatchObject([{ kind: 'COMMENT', comment: 'no time' }, { kind: 'LOCKED_FOR_MAPPING' }]);
    });

    it('can end in unusable imagery, or in giving the task to the next mapper', async () => {
      expect(await map(1, mapper, 'BADIMAGERY')).toMatchObject({ task: { status: 'BADIMAGERY' } });
      expect(await map(2, mapper, 'READY')).toMatchObject({ task: { status: 'READY', mappedBy: null } });
      expect(await project('figures { badImagery ready percentBadImagery }')).toEqual({
        figures: { badImagery: 1, ready: 8, percentBadImagery: 11 },
      });
    });

    it('answers the holder who asks again with the same lock', async () => {
      const first = await act('lock', { n: 1 }, mapper);
      expect(await act('lock', { n: 1 }, mapper)).toEqual(first);
    });

    it('says of a task in another state what state it is in', async () => {
      await map(1, mapper);
      expect(await act('lock', { n: 1 }, other)).toMatchObject({ __typename: 'TaskNotInState', status: 'MAPPED' });
    });

    it('points whom it refuses to the nearest free task', async () => {
      await act('lock', { n: 5 }, mapper);
      const { lockTaskForMapping } = await server.get(
        `mutation ($p: ID!) { lockTaskForMapping(input: { projectId: $p, taskNumber: 5 }) { ... on TaskAlreadyLocked { nextFree { number status } } } }`,
        { p },
        other.token,
      );
      expect(lockTaskForMapping.nextFree).toMatchObject({ status: 'READY' });
      expect(lockTaskForMapping.nextFree.number).not.toBe(5);
    });

    it('refuses a submit for an older lock, and one that was not asked for', async () => {
      const { task } = await act('lock', { n: 1 }, mapper);
      expect(
        await act('submit', { n: 1, version: task.lock.version - 1, status: 'MAPPED', comment: 'kept' }, mapper),
      ).toMatchObject({ __typename: 'LockEnded', comment: 'kept' });
      expect(await act('submit', { n: 1, version: task.lock.version, status: 'MAPPED' }, other)).toMatchObject({
        __typename: 'LockNotHeld',
        holder: { username: 'mapper' },
      });
      expect(await act('submit', { n: 2, version: 0, status: 'MAPPED' }, mapper)).toMatchObject({
        __typename: 'LockNotHeld',
        holder: null,
      });
      expect(await act('submit', { n: 99, version: 1, status: 'MAPPED' }, mapper)).toMatchObject({
        __typename: 'NotFound',
        code: 'TASK_NOT_FOUND',
      });
    });

    it('refuses a comment that cannot be saved, and keeps the lock', async () => {
      const { task } = await act('lock', { n: 1 }, mapper);
      for (const comment of ['a\0b', 'x'.repeat(10_001)]) {
        expect(
          await act('submit', { n: 1, version: task.lock.version, status: 'MAPPED', comment }, mapper),
        ).toMatchObject({ __typename: 'InvalidInput' });
      }
      expect((await project('task(number: 1) { status }')).task.status).toBe('LOCKED_FOR_MAPPING');
    });
  });

  describe('the next task', () => {
    it('is the nearest free one, and never one that somebody holds', async () => {
      await act('lock', { n: 5 }, other);
      expect((await act('next', { near: 5 }, mapper)).task.number).toBeOneOf([2, 4, 6, 8]);
      await map(1, validator);
    });

    it('lies in a priority area while there is a free one', async () => {
      p = await publishedProject(server, admin.token, {
        areaOfInterest: boxOfTiles(14, 6, 6),
        zoom: 14,
        priorityAreas: boxOfTiles(14, 1, 2), // tasks 1 and 2
      });
      expect((await act('next', { near: 36 }, mapper)).task.number).toBe(2);
      expect((await act('next', {}, other)).task.number).toBe(1);
      expect((await act('next', { near: 36 }, validator)).task.number).toBe(36);
    });

    it('says when nothing is left', async () => {
      for (let n = 1; n <= 9; n++) await map(n, mapper);
      expect(await act('next', {}, other)).toMatchObject({ __typename: 'NothingLeft', code: 'NOTHING_LEFT' });
    });

    it('names the task that the person still holds', async () => {
      await act('lock', { n: 3 }, mapper);
      expect(await act('next', {}, mapper)).toMatchObject({ __typename: 'AlreadyHoldsLock', heldTask: { number: 3 } });
    });
  });

  describe('validating', () => {
    it('takes several tasks, and ends each with its own verdict, comment and issues', async () => {
      for (const n of [1, 2, 3]) await map(n, mapper);
      const { tasks } = await act('lockMany', { n: [3, 1, 2] }, validator);
      expect(tasks.map(({ number }: { number: number }) => number)).toEqual([3, 1, 2]);
      const version = new Map(
        tasks.map((task: { number: number; lock: { version: number } }) => [task.number, task.lock.version]),
      );
      const answer = await act(
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
        validator,
      );
      expect(answer.tasks).toEqual([
        { number: 1, status: 'VALIDATED', validatedBy: { username: 'validator' }, mappedBy: { username: 'mapper' } },
        { number: 2, status: 'INVALIDATED', validatedBy: null, mappedBy: null },
        { number: 3, status: 'MAPPED', validatedBy: null, mappedBy: { username: 'mapper' } },
      ]);
      expect(
        (
          await project(
            'task(number: 2) { validatorRequest history(first: 1) { nodes { issues { count category { name } } } } }',
          )
        ).task,
      ).toEqual({
        validatorRequest: 'The mill is missing.',
        history: { nodes: [{ issues: [{ count: 3, category: { name: 'Missing building' } }] }] },
      });
      expect(await project('figures { mapped validated invalidated percentMapped percentValidated }')).toEqual({
        figures: { mapped: 1, validated: 1, invalidated: 1, percentMapped: 22, percentValidated: 11 },
      });
    });

    it('is all or nothing, and says of each task that refuses why', async () => {
      await map(1, mapper);
      await map(2, validator);
      await act('lock', { n: 4 }, other);
      const { refusals } = await act('lockMany', { n: [1, 2, 3, 4, 77] }, validator);
      expect(refusals).toMatchObject([
        { taskNumber: 2, code: 'OWN_WORK' },
        { taskNumber: 3, code: 'WRONG_STATE' },
        { taskNumber: 4, code: 'LOCKED_BY_OTHER', holder: { username: 'other' } },
        { taskNumber: 77, code: 'TASK_NOT_FOUND' },
      ]);
      expect((await project('task(number: 1) { status }')).task.status).toBe('MAPPED');
    });

    it('lets an administrator validate their own work', async () => {
      await map(1, admin);
      expect(await validate(1, 'VALIDATED', undefined, admin)).toMatchObject({ tasks: [{ status: 'VALIDATED' }] });
    });

    it('keeps an invalidation open until the task is validated', async () => {
      await map(1, mapper);
      await validate(1, 'INVALIDATED');
      await map(1, other);
      const open = () => server.database.prisma.taskInvalidation.count({ where: { projectId: p, closed: false } });
      expect(await open()).toBe(1);
      await validate(1, 'VALIDATED');
      expect(await open()).toBe(0);
    });

    it('refuses unknown and archived kinds of issues, tasks named twice, none and too many, before anything changes', async () => {
      await map(1, mapper);
      const { tasks } = await act('lockMany', { n: [1] }, validator);
      const result = { taskNumber: 1, lockVersion: tasks[0].lock.version, status: 'VALIDATED' };
      for (const results of [
        [{ ...result, issues: [{ categoryNumber: 2, count: 1 }] }],
        [{ ...result, issues: [{ categoryNumber: 9, count: 1 }] }],
        [result, result],
        [],
      ]) {
        expect(await act('validate', { results }, validator)).toMatchObject({ __typename: 'InvalidInput' });
      }
      expect(await act('lockMany', { n: Array.from({ length: 501 }, (_, index) => index) }, validator)).toMatchObject({
        __typename: 'InvalidInput',
      });
      expect(await act('validate', { results: [result] }, validator)).toMatchObject({
        tasks: [{ status: 'VALIDATED' }],
      });
    });

    it('can be stopped with a comment for each task', async () => {
      await map(1, mapper);
      await map(2, mapper);
      await act('lockMany', { n: [1, 2] }, validator);
      await act('stopMany', { tasks: [{ taskNumber: 1, comment: 'hard to see' }, { taskNumber: 2 }] }, validator);
      expect(await history(1)).toMatchObject([
        { kind: 'COMMENT', comment: 'hard to see' },
        { kind: 'LOCKED_FOR_VALIDATION' },
        {},
        {},
      ]);
      expect(await history(2)).toMatchObject([{ kind: 'LOCKED_FOR_VALIDATION' }, {}, {}]);
    });
  });

  describe('undo', () => {
    it('restores who mapped and the open invalidation, and lowers the counter of the author', async () => {
      await map(1, mapper);
      await validate(1, 'INVALIDATED');
      expect(await act('undo', { n: 1 }, validator)).toMatchObject({
        task: { status: 'MAPPED', mappedBy: { username: 'mapper' } },
      });
      await validate(1, 'VALIDATED');
      expect(await act('undo', { n: 1 }, validator)).toMatchObject({ task: { status: 'MAPPED', validatedBy: null } });
      expect(await act('undo', { n: 1 }, validator)).toMatchObject({ task: { status: 'READY', mappedBy: null } });
      expect(await act('undo', { n: 1 }, validator)).toMatchObject({ __typename: 'TaskNotInState', status: 'READY' });
      expect((await history(1))[0]).toMatchObject({ kind: 'STATE_CHANGE', status: 'READY', undo: true });
      expect(await project('figures { ready mapped validated }')).toEqual({
        figures: { ready: 9, mapped: 0, validated: 0 },
      });
    });

    it('is for who made the last change and for validators, and not while somebody works on the task', async () => {
      await map(1, mapper);
      expect(await act('undo', { n: 1 }, other)).toMatchObject({ __typename: 'NotPermitted', reason: 'NOT_AUTHOR' });
      await act('lockMany', { n: [1] }, validator);
      expect(await act('undo', { n: 1 }, mapper)).toMatchObject({ __typename: 'TaskAlreadyLocked' });
      await act('stopMany', { tasks: [{ taskNumber: 1 }] }, validator);
      expect(await act('undo', { n: 1 }, mapper)).toMatchObject({ task: { status: 'READY' } });
    });
  });

  describe('split', () => {
    it('replaces a square by its four quarters of the next zoom, with the history kept once', async () => {
      await act('lock', { n: 5 }, mapper);
      const before = await project('gridVersion task(number: 5) { areaM2 x y zoom }');
      const { tasks, project: after } = await act('split', { n: 5 }, mapper);
      expect(after).toEqual({ gridVersion: before.gridVersion + 1, figures: { totalTasks: 12 } });
      expect(tasks.map(({ number, status }: { number: number; status: string }) => [number, status])).toEqual(
        [10, 11, 12, 13].map((n) => [n, 'READY']),
      );
      const areas = tasks.map(({ areaM2 }: { areaM2: number }) => areaM2) as number[];
      expect(areas.reduce((sum, area) => sum + area) / before.task.areaM2).toBeCloseTo(1, 6);
      const { x, y, zoom } = before.task;
      expect((await project('tasks(first: 20) { nodes { number x y zoom } }')).tasks.nodes.slice(-4)).toEqual([
        { number: 10, x: 2 * x, y: 2 * y, zoom: zoom + 1 },
        { number: 11, x: 2 * x, y: 2 * y + 1, zoom: zoom + 1 },
        { number: 12, x: 2 * x + 1, y: 2 * y, zoom: zoom + 1 },
        { number: 13, x: 2 * x + 1, y: 2 * y + 1, zoom: zoom + 1 },
      ]);
      expect(await history(10)).toMatchObject([
        { status: 'READY' },
        { status: 'SPLIT' },
        { kind: 'LOCKED_FOR_MAPPING' },
      ]);
      expect((await project('task(number: 5) { number }')).task).toBeNull();
      expect(await act('lock', { n: 5 }, other)).toMatchObject({ __typename: 'NotFound' });
      expect((await act('lock', { n: 10 }, mapper)).__typename).toBe('LockTaskForMappingPayload');
    });

    it('is only for who is mapping the task, and not for small ones', async () => {
      expect(await act('split', { n: 5 }, mapper)).toMatchObject({ __typename: 'LockNotHeld' });
      await act('lock', { n: 5 }, other);
      expect(await act('split', { n: 5 }, mapper)).toMatchObject({ __typename: 'LockNotHeld' });
      p = await publishedProject(server, admin.token, { areaOfInterest: boxOfTiles(18, 2, 2), zoom: 18 });
      await act('lock', { n: 1 }, mapper);
      expect(await act('split', { n: 1 }, mapper)).toMatchObject({ __typename: 'TaskTooSmall' });
    });
  });

  describe('who may', () => {
    it('refuses every action to visitors', async () => {
      const one = { n: 1 };
      const each: [keyof typeof ACTIONS, object][] = [
        ['lock', one],
        ['next', {}],
        ['stop', one],
        ['submit', { ...one, version: 1, status: 'MAPPED' }],
        ['lockMany', { n: [1] }],
        ['stopMany', { tasks: [{ taskNumber: 1 }] }],
        ['validate', { results: [{ taskNumber: 1, lockVersion: 1, status: 'VALIDATED' }] }],
        ['extend', { n: [1] }],
        ['undo', one],
        ['split', one],
      ];
      for (const [action, variables] of each)
        expect(await act(action, variables), action).toMatchObject({
          __typename: 'NotSignedIn',
          code: 'NOT_SIGNED_IN',
        });
    });

    it('refuses taking and undoing tasks to blocked people, but lets them finish what they hold', async () => {
      await map(2, mapper);
      for (const [action, variables] of [
        ['lock', { n: 1 }],
        ['next', {}],
        ['lockMany', { n: [2] }],
        ['undo', { n: 2 }],
      ] as const) {
        expect(await act(action, variables, blocked), action).toMatchObject({
          __typename: 'NotPermitted',
          reason: 'USER_BLOCKED',
        });
      }
      const { task } = await act('lock', { n: 1 }, other);
      await server.database.prisma.person.update({ where: { id: other.id }, data: { role: 'READ_ONLY' } });
      expect(await act('submit', { n: 1, version: task.lock.version, status: 'MAPPED' }, other)).toMatchObject({
        task: { status: 'MAPPED' },
      });
      await server.database.prisma.person.update({ where: { id: other.id }, data: { role: 'MAPPER' } });
    });

    it('asks for the level of a validator, and says so before the click', async () => {
      await map(1, mapper);
      expect(await act('lockMany', { n: [1] }, other)).toMatchObject({
        __typename: 'NotPermitted',
        reason: 'USER_NOT_CORRECT_MAPPING_LEVEL',
      });
      const permission = 'viewerCanValidate { allowed reason } viewerCanMap { allowed reason }';
      expect((await project(`task(number: 1) { ${permission} }`, other)).task.viewerCanValidate).toEqual({
        allowed: false,
        reason: 'USER_NOT_CORRECT_MAPPING_LEVEL',
      });
      expect((await project(`task(number: 1) { ${permission} }`, validator)).task).toEqual({
        viewerCanValidate: { allowed: true, reason: null },
        viewerCanMap: { allowed: false, reason: 'TASK_NOT_IN_STATE' },
      });
      expect((await project(`task(number: 1) { ${permission} }`)).task.viewerCanMap).toEqual({
        allowed: false,
        reason: 'NOT_SIGNED_IN',
      });
    });

    it('keeps a private project and its tasks from strangers, on every way to them', async () => {
      const id = (await project('task(number: 1) { id }')).task.id;
      await server.database.prisma.project.update({ where: { id: p }, data: { private: true } });
      const address = `${server.url}/tiles/projects/${p}/10/512/511.mvt`;
      for (const stranger of [undefined, other, blocked]) {
        expect(await project('number', stranger)).toBeNull();
        expect(
          (await server.get('query ($id: ID!) { node(id: $id) { id } }', { id }, stranger?.token)).node,
        ).toBeNull();
        const headers: Record<string, string> = stranger ? { authorization: `Bearer ${stranger.token}` } : {};
        expect((await fetch(address, { headers })).status).toBe(404);
      }
      expect(await act('lock', { n: 1 }, other)).toMatchObject({
        __typename: 'NotPermitted',
        reason: 'USER_NOT_ON_ALLOWED_LIST',
      });
      await server.database.prisma.projectAllowedPerson.create({ data: { projectId: p, personId: other.id } });
      expect((await act('lock', { n: 1 }, other)).__typename).toBe('LockTaskForMappingPayload');
      expect(
        (await fetch(address, { headers: { authorization: `Bearer ${other.token}` } })).headers.get('cache-control'),
      ).not.toContain('public');
    });

    it('names the reason when the licence is not accepted, and asks managers too', async () => {
      const license = await server.database.prisma.license.create({ data: { name: `Imagery ${p}` } });
      await server.database.prisma.project.update({ where: { id: p }, data: { licenseId: license.id } });
      for (const who of [mapper, admin])
        expect(await act('lock', { n: 1 }, who)).toMatchObject({ reason: 'USER_NOT_ACCEPTED_LICENSE' });
      await server.database.prisma.licenseAcceptance.create({ data: { licenseId: license.id, personId: mapper.id } });
      expect((await act('lock', { n: 1 }, mapper)).__typename).toBe('LockTaskForMappingPayload');
    });

    it('keeps one work at a time over all projects', async () => {
      await act('lock', { n: 1 }, mapper);
      const here = p;
      p = await publishedProject(server, admin.token, { areaOfInterest: boxOfTiles(14, 2, 2), zoom: 14 });
      expect(await act('lock', { n: 1 }, mapper)).toMatchObject({
        __typename: 'AlreadyHoldsLock',
        heldTask: { number: 1, project: { number: here } },
      });
      expect(
        (await server.get('{ viewer { locks { number project { number } } } }', {}, mapper.token)).viewer.locks,
      ).toEqual([{ number: 1, project: { number: here } }]);
    });
  });

  describe('lists', () => {
    it('pages through tasks by number and by last change, with filters and a total', async () => {
      await map(7, mapper);
      await map(3, other);
      const list = async (args: string) =>
        (await project(`tasks(${args}) { totalCount pageInfo { hasNextPage endCursor } nodes { number } }`)).tasks;
      const first = await list('first: 4');
      expect(first).toMatchObject({
        totalCount: 9,
        pageInfo: { hasNextPage: true },
        nodes: [1, 2, 3, 4].map((number) => ({ number })),
      });
      expect(await list(`first: 100, after: "${first.pageInfo.endCursor}"`)).toMatchObject({
        pageInfo: { hasNextPage: false },
        nodes: [5, 6, 7, 8, 9].map((number) => ({ number })),
      });
      const newest = await list('first: 1, orderBy: LAST_CHANGE');
      expect(newest.nodes).toEqual([{ number: 3 }]);
      const rest = await list(`first: 100, orderBy: LAST_CHANGE, after: "${newest.pageInfo.endCursor}"`);
      expect(rest.nodes.map(({ number }: { number: number }) => number)).toEqual([7, 1, 2, 4, 5, 6, 8, 9]);
      expect((await list('filter: { statuses: [MAPPED] }')).totalCount).toBe(2);
      expect((await list('filter: { search: "appe" }')).nodes).toEqual([{ number: 7 }]);
      expect((await list('filter: { search: "8" }')).nodes).toEqual([{ number: 8 }]);
      expect((await list('filter: { search: "100%_" }')).nodes).toEqual([]);
    });

    it('refuses a page that is no page with a sentence', async () => {
      for (const args of ['first: 0', 'first: 101', 'after: "x"', 'last: 3']) {
        const { errors } = await server.ask(
          `query ($p: ID!) { project(id: $p) { tasks(${args}) { nodes { number } } } }`,
          { p },
        );
        expect(errors?.[0], args).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
      }
    });
  });
});

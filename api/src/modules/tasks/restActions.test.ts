import { describe, expect, it } from 'vitest';
import type { Person } from '../../../test/tasksOf.js';
import { LASTED, said, tasksOverV2 } from '../../../test/tasksOverV2.js';

describe('working on tasks over REST v2', () => {
  const w = tasksOverV2();
  const { call, post, task, entries, mapOverV2: map, consistent } = w;

  it('locks a task for mapping, and says by SubCode why not', async () => {
    const lock = (n: number, who?: Person) => post(`lock-for-mapping/${n}`, who);
    expect((await lock(1)).body).toEqual({ detail: 'Not authenticated' });
    expect((await lock(1, w.mapper)).body).toMatchObject({ taskStatus: 'LOCKED_FOR_MAPPING', lockHolder: 'mapper' });
    expect((await lock(1, w.mapper)).body.taskHistory).toHaveLength(1);
    expect(said(await lock(1, w.other))).toEqual([403, 'InvalidTaskState']);
    expect(said(await lock(2, w.mapper))).toEqual([403, 'UserAlreadyHasTaskLocked']);
    expect((await lock(99, w.other)).body.error.details).toEqual({ project_id: w.p, task_id: 99 });
    expect(said(await lock(2, w.blocked))).toEqual([403, 'UserNotAllowed']);
    await map(3, w.other);
    expect(said(await lock(3, w.other))).toEqual([403, 'InvalidTaskState']);

    const set = (data: object) => w.server.database.prisma.project.update({ where: { id: w.p }, data });
    await set({ mappingLevelId: 3 });
    expect(said(await lock(2, w.other))).toEqual([403, 'MappingNotAllowed.USER_NOT_CORRECT_MAPPING_LEVEL']);
    await set({ mappingPermission: 'TEAMS' });
    expect(said(await lock(2, w.other))).toEqual([403, 'MappingNotAllowed.USER_NOT_TEAM_MEMBER']);
    await set({ status: 'DRAFT' });
    expect(said(await lock(2, w.other))).toEqual([403, 'ProjectNotPublished']);
    const license = await w.server.database.prisma.license.create({ data: { name: `L${w.p}`, description: '' } });
    await set({ status: 'PUBLISHED', mappingPermission: 'ANY', mappingLevelId: 1, licenseId: license.id });
    expect(said(await lock(2, w.other))).toEqual([409, 'UserLicenseError']);
    await set({ private: true, licenseId: null });
    expect(said(await lock(2, w.other))).toEqual([403, 'UserNotAllowed']);
    const unknown = await call('/projects/999999/tasks/actions/lock-for-mapping/1/', w.other, { method: 'POST' });
    expect(unknown.body.error).toMatchObject({ sub_code: 'PROJECT_NOT_FOUND', details: { project_id: 999999 } });
  });

  it('ends mapping with a result or without, for who holds the task alone', async () => {
    const finish = (n: number, who: Person, body?: unknown) => post(`unlock-after-mapping/${n}`, who, body);
    const stop = (n: number, who: Person, body?: unknown) => post(`stop-mapping/${n}`, who, body);
    for (const end of [
      (n: number, who: Person) => finish(n, who, { status: 'MAPPED' }),
      (n: number, who: Person) => stop(n, who, {}),
    ]) {
      expect(said(await end(1, w.mapper))).toEqual([403, 'LockBeforeUnlocking']);
      expect(said(await end(99, w.mapper))).toEqual([404, 'TASK_NOT_FOUND']);
      await post('lock-for-mapping/1', w.mapper);
      expect(said(await end(1, w.other))).toEqual([403, 'TaskNotOwned']);
      await post('stop-mapping/1', w.mapper, {});
    }
    await post('lock-for-mapping/1', w.mapper);
    for (const body of [undefined, 'nonsense', '[]', { comment: 7 }])
      expect(said(await stop(1, w.mapper, body)), JSON.stringify(body)).toEqual([400, 'InvalidData']);
    expect((await post('lock-for-mapping/1', w.mapper, 'nonsense')).status).toBe(200);
    for (const body of [undefined, {}, { status: 7 }, { status: null }, { status: 'DONE' }])
      expect(said(await finish(1, w.mapper, body)), JSON.stringify(body)).toEqual([400, 'InvalidData']);
    for (const status of ['VALIDATED', 'locked_for_mapping'])
      expect(said(await finish(1, w.mapper, { status }))).toEqual([403, 'InvalidUnlockState']);
    expect(said(await finish(1, w.other, { status: 'VALIDATED' }))).toEqual([403, 'TaskNotOwned']);
    expect(said(await finish(2, w.other, { status: 'VALIDATED' }))).toEqual([403, 'LockBeforeUnlocking']);
    expect((await finish(1, w.mapper, { status: 'badimagery', comment: 'Clouds' })).body).toMatchObject({
      taskStatus: 'BADIMAGERY',
      lockHolder: null,
    });
    expect((await entries(1)).slice(0, 3)).toEqual([
      ['STATE_CHANGE', 'BADIMAGERY', 'mapper'],
      ['COMMENT', 'Clouds', 'mapper'],
      ['LOCKED_FOR_MAPPING', LASTED, 'mapper'],
    ]);
    expect((await map(2, w.mapper, 'READY')).body.taskStatus).toBe('READY');
    await consistent();
  });

  it('gives the next level to a mapper whose figures have reached it, whatever comes of the work', async () => {
    const level = async () =>
      (await w.server.database.prisma.person.findUniqueOrThrow({ where: { id: w.other.id } })).levelId;
    await w.server.database.prisma.person.update({ where: { id: w.other.id }, data: { changesetCount: 600 } });
    expect(await level()).toBe(1);
    expect(said(await post('unlock-after-mapping/1', w.other, { status: 'MAPPED' }))).toEqual([
      403,
      'LockBeforeUnlocking',
    ]);
    expect(await level()).toBe(2);
    await map(1, w.other);
    expect(await level()).toBe(3);
    await w.server.database.prisma.person.update({
      where: { id: w.other.id },
      data: { changesetCount: 0, levelId: 1 },
    });
  });

  it('extends locks: the time so far and the time to come are entries of their own', async () => {
    const extend = (taskIds: unknown, who = w.mapper) => post('extend', who, { taskIds });
    await post('lock-for-mapping/1', w.mapper);
    expect((await extend([1])).body).toEqual({ Success: expect.any(String) });
    expect(await entries(1)).toEqual([
      ['EXTENDED_FOR_MAPPING', null, 'mapper'],
      ['LOCKED_FOR_MAPPING', LASTED, 'mapper'],
    ]);
    expect(said(await extend([2]))).toEqual([403, 'TaskStatusNotLocked']);
    expect(said(await extend([1], w.other))).toEqual([403, 'LockedByAnotherUser']);
    expect((await extend([1, 99])).body.error).toMatchObject({ details: { project_id: w.p, task_id: 99 } });
    expect((await extend([])).status).toBe(200);
    for (const wrong of [undefined, 'x', ['x'], 1]) expect(said(await extend(wrong))).toEqual([400, 'InvalidData']);
  });

  it('validates tasks, all or none, in the order asked', async () => {
    const lock = (taskIds: unknown, who = w.validator) => post('lock-for-validation', who, { taskIds });
    for (const n of [1, 2, 3]) await map(n);
    expect(said(await lock([1, 4]))).toEqual([403, 'NotReadyForValidation']);
    expect((await lock([99])).body.error).toMatchObject({ sub_code: 'TASK_NOT_FOUND', details: { task_id: 99 } });
    expect(said(await lock([1], w.mapper))).toEqual([403, 'CannotValidateMappedTask']);
    expect(said(await lock([1], w.other))).toEqual([403, 'ValidtionNotAllowed']);
    expect(said(await lock([1], w.blocked))).toEqual([403, 'UserNotAllowed']);
    const set = (data: object) => w.server.database.prisma.project.update({ where: { id: w.p }, data });
    const license = await w.server.database.prisma.license.create({ data: { name: `V${w.p}`, description: '' } });
    await set({ licenseId: license.id });
    expect(said(await lock([1]))).toEqual([409, 'UserLicenseError']);
    await set({ licenseId: null, status: 'DRAFT' });
    expect(said(await lock([1]))).toEqual([403, 'ProjectNotPublished']);
    await set({ status: 'PUBLISHED', validationPermission: 'TEAMS' });
    expect(said(await lock([1]))).toEqual([403, 'ValidtionNotAllowed']);
    await set({ validationPermission: 'ANY' });
    const nowhere = await call('/projects/999999/tasks/actions/lock-for-validation/', w.validator, {
      method: 'POST',
      body: { taskIds: [1] },
    });
    expect(said(nowhere)).toEqual([404, 'PROJECT_NOT_FOUND']);
    expect(said(await lock('1'))).toEqual([400, 'InvalidData']);
    expect((await lock([])).body).toEqual({ tasks: [] });
    const locked = await lock([2, 1, 2]);
    expect(locked.body.tasks.map((each: { taskId: number }) => each.taskId)).toEqual([2, 1]);
    expect(locked.body.tasks[0]).toMatchObject({ taskStatus: 'LOCKED_FOR_VALIDATION', lockHolder: 'validator' });
    expect((await lock([1, 2])).status).toBe(200);
    expect(said(await lock([3]))).toEqual([403, 'UserAlreadyHasTaskLocked']);
    expect(said(await lock([1]))).toEqual([403, 'UserAlreadyHasTaskLocked']);
    expect(said(await lock([1], w.admin))).toEqual([403, 'NotReadyForValidation']);
    expect(said(await post('split/1', w.validator))).toEqual([403, 'LockToSplit']);

    const unlock = (validatedTasks: unknown, who = w.validator) =>
      post('unlock-after-validation', who, { validatedTasks });
    const stop = (resetTasks: unknown, who = w.validator) => post('stop-validation', who, { resetTasks });
    for (const end of [
      (taskId: number, who?: Person) => unlock([{ taskId, status: 'VALIDATED' }], who),
      (taskId: number, who?: Person) => stop([{ taskId }], who),
    ]) {
      expect(said(await end(3))).toEqual([403, 'NotLockedForValidation']);
      expect(said(await end(1, w.admin))).toEqual([403, 'TaskNotOwned']);
      expect(said(await end(99))).toEqual([404, 'TASK_NOT_FOUND']);
    }
    for (const status of ['validated', 'READY', 'LOCKED_FOR_MAPPING', null, undefined])
      expect(said(await unlock([{ taskId: 1, status }]))).toEqual([400, 'InvalidData']);
    const issue = (id: number, count: number) => ({ mappingIssueCategoryId: id, issue: 'Missing building', count });
    expect(said(await unlock([{ taskId: 1, status: 'INVALIDATED', validationIssues: [issue(2, 1)] }]))).toEqual([
      400,
      'InvalidData',
    ]);
    const done = await unlock([
      { taskId: 2, status: 'INVALIDATED', comment: 'Roofs', validationIssues: [issue(1, 3), { ...issue(2, 0) }] },
      { taskId: 1, status: 'VALIDATED' },
    ]);
    expect(done.body.tasks.map((each: { taskStatus: string }) => each.taskStatus)).toEqual([
      'INVALIDATED',
      'VALIDATED',
    ]);
    expect(done.body.tasks[0].taskHistory.slice(0, 3)).toMatchObject([
      {
        action: 'STATE_CHANGE',
        actionText: 'INVALIDATED',
        issues: [{ categoryId: 1, name: 'Missing building', count: 3 }],
      },
      { action: 'COMMENT', actionText: 'Roofs', issues: null },
      { action: 'LOCKED_FOR_VALIDATION', actionText: LASTED },
    ]);
    await lock([3]);
    expect(
      (await stop([{ taskId: 3, comment: 'Later', validationIssues: [issue(1, 1)] }])).body.tasks[0],
    ).toMatchObject({
      taskStatus: 'MAPPED',
      taskHistory: [{ action: 'COMMENT' }, { action: 'LOCKED_FOR_VALIDATION' }, {}, {}],
    });
    expect((await stop([])).body).toEqual({ tasks: [] });
    expect((await unlock([])).body).toEqual({ tasks: [] });
    await consistent();

    const own = (query: string, who = w.mapper) =>
      call(`/projects/${who.username}/tasks/queries/own/invalidated/?${query}`, who);
    expect((await own(`project=${w.p}`)).body).toEqual({
      invalidatedTasks: [
        {
          taskId: 2,
          projectId: w.p,
          projectName: 'A project',
          historyId: done.body.tasks[0].taskHistory[0].historyId,
          closed: false,
          updatedDate: done.body.tasks[0].taskHistory[0].actionDate,
        },
      ],
      pagination: {
        hasNext: false,
        hasPrev: false,
        nextNum: null,
        page: 1,
        pages: 1,
        prevNum: null,
        perPage: 10,
        total: 1,
      },
    });
    const total = async (query: string, who?: Person) =>
      (await own(`project=${w.p}&${query}`, who)).body.pagination.total;
    expect(await total('closed=true')).toBe(0);
    expect(await total('closed=false&sortBy=projectId&sortDirection=asc&pageSize=1&page=2')).toBe(1);
    expect(await total('asValidator=true')).toBe(0);
    expect(await total('asValidator=true&sortBy=x&sortDirection=x&closed=x', w.validator)).toBe(1);
    expect(said(await call('/projects/nobody/tasks/queries/own/invalidated/', w.mapper))).toEqual([
      404,
      'USER_NOT_FOUND',
    ]);
    expect((await own('page=0')).status).toBe(422);
    expect((await call('/projects/mapper/tasks/queries/own/invalidated/')).status).toBe(403);
  });

  it('undoes the newest change of state', async () => {
    const undo = (n: number, who: Person) => post(`undo-last-action/${n}`, who);
    await map(1);
    expect(said(await undo(1, w.other))).toEqual([403, 'UndoPermissionError']);
    expect(said(await undo(1, w.blocked))).toEqual([403, 'UndoPermissionError']);
    expect(said(await undo(99, w.mapper))).toEqual([404, 'TASK_NOT_FOUND']);
    await post('lock-for-validation', w.validator, { taskIds: [1] });
    expect(said(await undo(1, w.validator))).toEqual([403, 'UndoPermissionError']);
    await post('stop-validation', w.validator, { resetTasks: [{ taskId: 1 }] });
    expect((await undo(1, w.mapper)).body.taskHistory.slice(0, 2)).toMatchObject([
      { action: 'STATE_CHANGE', actionText: 'READY' },
      { action: 'COMMENT', actionText: 'Undo state from MAPPED to READY' },
    ]);
    expect(said(await undo(1, w.mapper))).toEqual([403, 'UndoPermissionError']);
  });

  it('splits a task; its parts have the history of the task, without the lock', async () => {
    await map(1, w.other, 'READY');
    expect(said(await post('split/1', w.mapper))).toEqual([403, 'LockToSplit']);
    expect(said(await post('split/99', w.mapper))).toEqual([404, 'TASK_NOT_FOUND']);
    await post('lock-for-mapping/1', w.mapper);
    expect(said(await post('split/1', w.other))).toEqual([403, 'SplitOtherUserTask']);
    const { body } = await post('split/1', w.mapper);
    expect(body.tasks.map((each: { taskId: number }) => each.taskId)).toEqual([10, 11, 12, 13]);
    expect(await entries(10)).toEqual([
      ['STATE_CHANGE', 'READY', 'mapper'],
      ['STATE_CHANGE', 'SPLIT', 'mapper'],
      ['STATE_CHANGE', 'READY', 'other'],
      ['LOCKED_FOR_MAPPING', LASTED, 'other'],
    ]);
    expect(said(await call(`/projects/${w.p}/tasks/1/`))).toEqual([404, 'TASK_NOT_FOUND']);
    await w.server.database.pool.query('update task_geometry set zoom = 18 where project_id = $1', [w.p]);
    expect(said(await post('split/10', w.mapper))).toEqual([403, 'SmallToSplit']);
  });

  it('changes many tasks for managers, as they look, with entries that old clients know', async () => {
    const bulk = ['map-all', 'validate-all', 'invalidate-all', 'reset-all-badimagery', 'reset-all'];
    for (const action of bulk) {
      expect((await post(action)).status).toBe(403);
      for (const who of [w.mapper, w.blocked])
        expect(said(await post(action, who))).toEqual([403, 'UserPermissionError']);
      const unknown = await call(`/projects/999999/tasks/actions/${action}/`, w.admin, { method: 'POST' });
      expect(said(unknown)).toEqual([404, 'PROJECT_NOT_FOUND']);
    }
    await map(1, w.mapper, 'BADIMAGERY');
    await map(2);
    await post('lock-for-mapping/3', w.mapper);
    await post('lock-for-validation', w.validator, { taskIds: [2] });
    expect((await post('map-all', w.admin)).body).toEqual({ Success: expect.any(String) });
    const statuses = async () =>
      (await call(`/projects/${w.p}/tasks/`)).body.features.map(
        ({ properties }: { properties: { taskStatus: string } }) => properties.taskStatus,
      );
    expect((await statuses()).slice(0, 4)).toEqual(['BADIMAGERY', 'LOCKED_FOR_VALIDATION', 'MAPPED', 'MAPPED']);
    expect(await entries(3)).toEqual([
      ['STATE_CHANGE', 'MAPPED', 'admin'],
      ['LOCKED_FOR_MAPPING', LASTED, 'mapper'],
    ]);
    expect(await entries(4)).toEqual([
      ['STATE_CHANGE', 'MAPPED', 'admin'],
      ['LOCKED_FOR_MAPPING', '00:00:00', 'admin'],
    ]);
    await post('validate-all', w.admin);
    expect((await statuses()).slice(0, 3)).toEqual(['BADIMAGERY', 'LOCKED_FOR_VALIDATION', 'VALIDATED']);
    expect((await entries(3)).slice(0, 2)).toEqual([
      ['STATE_CHANGE', 'VALIDATED', 'admin'],
      ['LOCKED_FOR_VALIDATION', '00:00:00', 'admin'],
    ]);
    await post('invalidate-all', w.admin);
    await post('reset-all-badimagery', w.admin);
    expect((await statuses()).slice(0, 3)).toEqual(['READY', 'LOCKED_FOR_VALIDATION', 'INVALIDATED']);
    await post('reset-all', w.admin);
    expect(new Set(await statuses())).toEqual(new Set(['READY']));
    expect((await entries(3)).slice(0, 2)).toEqual([
      ['STATE_CHANGE', 'READY', 'admin'],
      ['COMMENT', 'Task reset', 'admin'],
    ]);
    await consistent();
  });

  it('takes back the work of one person', async () => {
    const reset = (query: string, who: Person | undefined = w.admin) =>
      call(`/projects/${w.p}/tasks/actions/reset-by-user/?${query}`, who, { method: 'POST' });
    await map(1);
    await map(2, w.mapper, 'BADIMAGERY');
    await post('lock-for-validation', w.validator, { taskIds: [1] });
    await post('unlock-after-validation', w.validator, { validatedTasks: [{ taskId: 1, status: 'VALIDATED' }] });
    for (const query of [
      '',
      'username=validator',
      'username=validator&action=MAPPED',
      'action=VALIDATED',
      'username=x&action=VALIDATED',
    ])
      expect(said(await reset(query)), query).toEqual([400, 'InvalidData']);
    expect(said(await reset('username=validator&action=VALIDATED', w.mapper))).toEqual([403, 'UserActionNotPermitted']);
    expect(said(await reset('username=validator&action=VALIDATED', w.blocked))).toEqual([
      403,
      'UserActionNotPermitted',
    ]);
    expect((await reset('username=validator&action=validated')).body).toEqual({ Success: expect.any(String) });
    expect((await reset('username=mapper&action=BADIMAGERY')).status).toBe(200);
    expect((await reset('username=mapper&action=BADIMAGERY')).status).toBe(200);
    expect([(await task(1)).taskStatus, (await task(2)).taskStatus]).toEqual(['MAPPED', 'READY']);
    const unknown = `/projects/999999/tasks/actions/reset-by-user/?username=mapper&action=VALIDATED`;
    expect(said(await call(unknown, w.admin, { method: 'POST' }))).toEqual([404, 'PROJECT_NOT_FOUND']);
    await consistent();
  });
});

import { describe, expect, it } from 'vitest';
import { v2, type V2Request } from '../../../test/rest.js';
import { tasksOfAProject, type Person } from '../../../test/tasksOf.js';

describe('comments on tasks, over v2', () => {
  const w = tasksOfAProject();
  const call = (path: string, who?: Person, request: V2Request = {}) =>
    v2(w.server, path, { ...request, token: who?.token });
  const at = (task = 1, project = w.p) => `/projects/${project}/comments/tasks/${task}/`;
  const say = (comment: unknown, who?: Person, path = at()) => call(path, who, { method: 'POST', body: { comment } });

  it('are answered with the task, and read', async () => {
    const { status, body } = await say('Good **work** @[validator]', w.mapper);
    expect(status).toBe(200);
    expect(body).toMatchObject({ taskId: 1, projectId: w.p, taskStatus: 'READY' });
    expect(body.taskHistory[0]).toMatchObject({
      action: 'COMMENT',
      actionText: 'Good **work** @[validator]',
      actionBy: 'mapper',
    });
    await w.map(1, w.mapper, 'MAPPED', 'Done');
    expect((await call(at())).body.comments).toEqual([
      { comment: 'Done', commentDate: expect.stringMatching(/Z$/), userName: 'mapper', taskId: 1 },
      { comment: 'Good **work** @[validator]', commentDate: expect.any(String), userName: 'mapper', taskId: 1 },
    ]);
    expect((await call(at(2))).body).toEqual({ comments: [] });
  });

  it('are refused in order: the visitor, the blocked, no text, no project, no task', async () => {
    expect(await say('x')).toMatchObject({ status: 403, body: { detail: 'Not authenticated' } });
    expect(await say(7, w.blocked, at(1, 999_999))).toMatchObject({ status: 403, body: { SubCode: 'ReadOnly' } });
    for (const comment of [undefined, null, 7, '', ' '])
      expect(await say(comment, w.mapper, at(1, 999_999))).toMatchObject({
        status: 400,
        body: { SubCode: 'InvalidData', Error: expect.any(String), detail: expect.any(String) },
      });
    expect(await say('x'.repeat(20_000), w.mapper)).toMatchObject({ status: 400, body: { SubCode: 'InvalidData' } });
    expect(await say('x', w.mapper, at(1, 999_999))).toMatchObject({
      status: 404,
      body: { error: { sub_code: 'PROJECT_NOT_FOUND', details: { project_id: 999_999 } } },
    });
    for (const none of [0, -1, 99]) {
      const missing = {
        status: 404,
        body: { error: { sub_code: 'TASK_NOT_FOUND', details: { project_id: w.p, task_id: none } } },
      };
      expect(await say('x', w.mapper, at(none))).toMatchObject(missing);
      expect(await call(at(none))).toMatchObject(missing);
    }
    expect((await say('x', w.mapper, `/projects/${w.p}/comments/tasks/a/`)).status).toBe(422);
  });

  it('of private projects are for those who see them', async () => {
    await w.server.database.prisma.project.update({ where: { id: w.p }, data: { private: true } });
    expect(await say('x', w.mapper)).toMatchObject({ status: 403, body: { SubCode: 'PrivateProject' } });
    expect(await call(at())).toMatchObject({ status: 403, body: { SubCode: 'PrivateProject' } });
    expect((await say('x', w.admin)).status).toBe(200);
  });
});

describe('annotations over v2', () => {
  const w = tasksOfAProject();
  const call = (path: string, who?: Person, request: V2Request = {}) =>
    v2(w.server, `/projects/${w.p}/annotations/${path}`, { ...request, token: who?.token });
  const note = (tasks: unknown, who?: Person, type = 'buildings') =>
    call(`${type}/`, who, { method: 'POST', body: { tasks } });

  it('are written by managers, replaced, and read by type', async () => {
    expect((await call('')).body).toEqual({ projectId: w.p, tasks: [] });
    const first = [
      { taskId: 2, annotationSource: 'model 1', annotationMarkdown: '**12** houses', properties: { count: 12 } },
      { taskId: 1, properties: {} },
    ];
    expect(await note(first, w.admin)).toMatchObject({ status: 200, body: w.p });
    expect((await note([{ taskId: 1, properties: { km: 3 } }], w.admin, 'roads')).status).toBe(200);
    const shown = {
      taskId: 2,
      annotationType: 'buildings',
      annotationSource: 'model 1',
      annotationMarkdown: '**12** houses',
      properties: { count: 12 },
    };
    const empty = {
      taskId: 1,
      annotationType: 'buildings',
      annotationSource: null,
      annotationMarkdown: null,
      properties: {},
    };
    const roads = { ...empty, annotationType: 'roads', properties: { km: 3 } };
    const tasksAt = async (path: string) =>
      (await call(path)).body.tasks.sort((a: typeof empty, b: typeof empty) => b.taskId - a.taskId);
    expect(await tasksAt('')).toEqual([shown, empty, roads]);
    expect(await tasksAt('buildings/')).toEqual([shown, empty]);
    expect(await tasksAt('?annotation_type=roads')).toEqual([roads]);
    expect(await tasksAt('none/')).toEqual([]);
    await note([{ taskId: 2, annotationSource: 'model 2', properties: { count: 13 } }], w.admin);
    expect((await tasksAt('buildings/'))[0]).toEqual({
      ...shown,
      annotationSource: 'model 2',
      annotationMarkdown: null,
      properties: { count: 13 },
    });
    expect(await note([], w.admin)).toMatchObject({ status: 200, body: w.p });
  });

  it('are refused to others, and where they do not fit: all or none', async () => {
    expect((await note([{ taskId: 1, properties: {} }])).status).toBe(403);
    expect(await note([{ taskId: 1, properties: {} }], w.mapper)).toMatchObject({
      status: 403,
      body: { SubCode: 'UserPermissionError' },
    });
    for (const tasks of [
      undefined,
      'x',
      [{ taskId: 1 }],
      [{ properties: {} }],
      [{ taskId: 1, properties: [] }],
      [{ taskId: 1, properties: { a: 'a\0' } }],
      [
        { taskId: 1, properties: {} },
        { taskId: 1, properties: {} },
      ],
      [
        { taskId: 1, properties: {} },
        { taskId: 99, properties: {} },
      ],
      [{ taskId: -1, properties: {} }],
    ])
      expect(await note(tasks, w.admin), JSON.stringify(tasks)).toMatchObject({
        status: 400,
        body: { SubCode: 'InvalidData' },
      });
    expect((await call('')).body.tasks).toEqual([]);
    for (const [method, path] of [
      ['GET', '/projects/999999/annotations/'],
      ['GET', '/projects/999999/annotations/x/'],
      ['POST', '/projects/999999/annotations/x/'],
    ] as const)
      expect(
        await v2(w.server, path, { method, token: w.admin.token, body: method === 'POST' ? { tasks: [] } : undefined }),
      ).toMatchObject({ status: 404, body: { error: { sub_code: 'PROJECT_NOT_FOUND' } } });
    await w.server.database.prisma.project.update({ where: { id: w.p }, data: { private: true } });
    for (const path of ['', 'x/'])
      expect(await call(path, w.mapper)).toMatchObject({ status: 403, body: { SubCode: 'PrivateProject' } });
  });
});

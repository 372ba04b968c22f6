import { describe, expect, it } from 'vitest';
import { v2, type V2Request } from '../../../test/rest.js';
import { counter } from '../../../test/watch.js';
import { tasksOfAProject, type Person } from '../../../test/tasksOf.js';

describe('the conversation about a project, over v2', () => {
  const w = tasksOfAProject();
  const call = (path: string, who?: Person, request: V2Request = {}) =>
    v2(w.server, path, { ...request, token: who?.token });
  const at = () => `/projects/${w.p}/comments/`;
  const say = (message: unknown, who?: Person, path = at()) => call(path, who, { method: 'POST', body: { message } });
  const change = (data: object) => w.server.database.prisma.project.update({ where: { id: w.p }, data });

  it('is empty at first, and grows from the newest on', async () => {
    expect((await call(at())).body).toEqual({ chat: [], pagination: null });
    for (let n = 1; n <= 6; n++) await say(`Comment ${n}`, w.mapper);
    const { status, body } = await say('**Seventh** by @[mapper]\nhttps://a.org', w.other);
    expect(status).toBe(200);
    expect(body.pagination).toMatchObject({ page: 1, perPage: 5, total: 7, hasNext: true });
    expect(body.chat).toHaveLength(5);
    expect(body.chat[0]).toEqual({
      id: expect.any(Number),
      message:
        '<p><strong>Seventh</strong> by @[mapper]<br>\n<a href="https://a.org" rel="nofollow">https://a.org</a></p>',
      pictureUrl: null,
      timestamp: expect.stringMatching(/Z$/),
      username: 'other',
    });
    const second = (await call(`${at()}?page=2&perPage=5`)).body;
    expect(second.chat.map(({ message }: { message: string }) => message)).toEqual([
      '<p>Comment 2</p>',
      '<p>Comment 1</p>',
    ]);
    expect((await call(`${at()}?page=9`)).body).toMatchObject({ chat: [], pagination: { total: 7, page: 9 } });
  });

  it('refuses in order: the visitor, the blocked, no text, no project, one that is not theirs', async () => {
    expect(await say('x')).toMatchObject({ status: 403, body: { detail: 'Not authenticated' } });
    expect(await say(7, w.blocked, '/projects/999999/comments/')).toMatchObject({
      status: 403,
      body: { SubCode: 'ReadOnly' },
    });
    for (const message of [undefined, null, 7, ['x'], '', ' \n', 'a\0b', 'x'.repeat(6_000)])
      expect(await say(message, w.mapper), JSON.stringify(message)?.slice(0, 20)).toMatchObject({
        status: 400,
        body: { SubCode: 'InvalidData', Error: expect.any(String) },
      });
    expect((await say(7, w.mapper, '/projects/999999/comments/')).body).toMatchObject({ detail: expect.any(String) });
    expect((await call(at(), w.mapper, { method: 'POST' })).status).toBe(400);
    for (const none of [0, -1, 999_999])
      expect(await say('x', w.mapper, `/projects/${none}/comments/`)).toMatchObject({
        status: 404,
        body: { error: { sub_code: 'PROJECT_NOT_FOUND', details: { project_id: none } } },
      });
    for (const data of [{ private: true }, { private: false, status: 'DRAFT' as const, isOpen: false }]) {
      await change(data);
      expect(await say('x', w.mapper)).toMatchObject({ status: 403, body: { SubCode: 'UserNotPermitted' } });
      expect((await say('x', w.admin)).status).toBe(200);
    }
  });

  it('is read by those who see the project', async () => {
    expect(await call('/projects/999999/comments/')).toMatchObject({
      status: 404,
      body: { error: { sub_code: 'PROJECT_NOT_FOUND' } },
    });
    expect((await call(`${at()}?page=0`)).status).toBe(422);
    expect((await call(`${at()}?perPage=-1`)).status).toBe(422);
    await change({ private: true });
    expect(await call(at(), w.mapper)).toMatchObject({ status: 403, body: { SubCode: 'PrivateProject' } });
    expect((await call(at(), w.admin)).status).toBe(200);
  });

  it('loses a comment by who said it, or a manager', async () => {
    for (const who of [w.mapper, w.admin]) {
      const [{ id }] = (await say('Mine', w.mapper)).body.chat;
      const path = `${at()}${id}/`;
      expect((await call(path, undefined, { method: 'DELETE' })).status).toBe(403);
      expect(await call(path, w.other, { method: 'DELETE' })).toMatchObject({
        status: 403,
        body: { SubCode: 'DeletePermissionError' },
      });
      expect(await call(`/projects/999999/comments/${id}/`, who, { method: 'DELETE' })).toMatchObject({
        status: 404,
        body: { error: { sub_code: 'PROJECT_NOT_FOUND', details: { project_id: 999999 } } },
      });
      expect(await call(path, who, { method: 'DELETE' })).toMatchObject({
        status: 200,
        body: { Success: 'Comment deleted' },
      });
      expect(await call(path, who, { method: 'DELETE' })).toMatchObject({
        status: 404,
        body: { error: { sub_code: 'MESSAGE_NOT_FOUND', details: { message_id: id, project_id: w.p } } },
      });
    }
  });

  it('takes as many statements for twenty comments as for one', async () => {
    const statements = async () => {
      const before = counter.statements;
      expect((await call(at())).body.chat.length).toBeGreaterThan(0);
      return counter.statements - before;
    };
    await say('one', w.mapper);
    const one = await statements();
    await w.server.database.prisma.projectComment.createMany({
      data: Array.from({ length: 19 }, (_, n) => ({ projectId: w.p, personId: w.other.id, markdown: `${n}` })),
    });
    expect(await statements()).toBe(one);
  });
});

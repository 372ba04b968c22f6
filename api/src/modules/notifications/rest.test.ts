import { beforeEach, describe, expect, it } from 'vitest';
import { v2, type V2Request } from '../../../test/rest.js';
import { counter } from '../../../test/watch.js';
import { tasksOfAProject, type Person } from '../../../test/tasksOf.js';
import { notify, welcome } from './service.js';

const BASE = 'https://tasks.example';

describe('notifications over v2', () => {
  const w = tasksOfAProject({ TM_APP_BASE_URL: BASE });
  const call = (path: string, who?: Person, request: V2Request = {}) =>
    v2(w.server, `/notifications/${path}`, { ...request, token: who?.token });
  const tell = (type: 'SYSTEM' | 'MENTION_NOTIFICATION' | 'TEAM_BROADCAST', to: Person, from?: Person, subject = 'S') =>
    notify(w.server.database, [
      { type, to: [to.id], from: from?.id ?? null, projectId: from ? w.p : null, subject, body: 'Hello **you**' },
    ]);
  const ids = async (who: Person, query = '') =>
    (await call(query, who)).body.userMessages.map(({ messageId }: { messageId: number }) => messageId);
  beforeEach(async () => {
    await w.server.database.prisma.message.deleteMany();
    await w.server.database.prisma.notificationBell.deleteMany();
  });

  it('are for the signed-in only', async () => {
    for (const [path, method] of [
      ['', 'GET'],
      ['1/', 'GET'],
      ['1/', 'DELETE'],
      ['delete-all/', 'DELETE'],
      ['delete-multiple/', 'DELETE'],
      ['mark-as-read-all/', 'POST'],
      ['mark-as-read-multiple/', 'POST'],
      ['queries/own/count-unread/', 'GET'],
      ['queries/own/post-unread/', 'POST'],
    ] as const)
      expect(await call(path, undefined, { method })).toMatchObject({
        status: 403,
        body: { detail: 'Not authenticated' },
      });
  });

  it('are listed with their project, task and sender, as HTML that leads there', async () => {
    await w.map(1, w.mapper, 'MAPPED', 'Please look @[validator], **all** drawn');
    const { status, body } = await call('', w.validator);
    expect(status).toBe(200);
    expect(body.pagination).toEqual({
      hasNext: false,
      hasPrev: false,
      nextNum: null,
      page: 1,
      pages: 1,
      prevNum: null,
      perPage: 10,
      total: 1,
    });
    const task = `<a href="${BASE}/projects/${w.p}/tasks/?search=1">Task 1</a>`;
    expect(body.userMessages).toEqual([
      {
        messageId: expect.any(Number),
        subject: `You were mentioned in a comment on ${task} of <a href="${BASE}/projects/${w.p}">A project #${w.p}</a>`,
        message: '<p>Please look @[validator], <strong>all</strong> drawn</p>',
        fromUsername: 'mapper',
        displayPictureUrl: null,
        projectId: w.p,
        projectTitle: 'A project',
        taskId: 1,
        messageType: 'MENTION_NOTIFICATION',
        sentDate: expect.stringMatching(/^\d{4}-.*Z$/),
        read: false,
      },
    ]);
    await w.validate(1, 'INVALIDATED');
    const [verdict] = (await call('', w.mapper)).body.userMessages;
    expect(verdict).toMatchObject({ messageType: 'INVALIDATION_NOTIFICATION', taskId: 1 });
    expect(verdict.subject).toContain(task);
    expect(verdict.message).toContain(task);
  });

  it('of a conversation lead to it, and of the welcome to the settings', async () => {
    await w.server.get(
      'mutation ($p: ID!) { postProjectComment(input: { projectId: $p, markdown: "hi @other" }) { __typename } }',
      { p: w.p },
      w.mapper.token,
    );
    const [mention] = (await call('', w.other)).body.userMessages;
    expect(mention.subject).toContain(`href="${BASE}/projects/${w.p}#questionsAndComments"`);
    await welcome(w.server.database, w.blocked.id);
    const [greeting] = (await call('', w.blocked)).body.userMessages;
    expect(greeting).toMatchObject({ fromUsername: null, projectId: null, projectTitle: null, messageType: 'SYSTEM' });
    expect(greeting.message).toContain(`<a href="${BASE}/settings#None" rel="nofollow">`);
  });

  it('of a team lead managers to where they decide, and others to the team', async () => {
    const { prisma } = w.server.database;
    const { organisationId } = await prisma.project.findUniqueOrThrow({ where: { id: w.p } });
    const team = await prisma.team.create({
      data: { name: 'Roads & more', organisationId: organisationId!, joinMethod: 'BY_REQUEST' },
    });
    await prisma.teamMember.create({
      data: {
        teamId: team.id,
        personId: w.other.id,
        function: 'MANAGER',
        active: true,
        joinRequestNotifications: true,
      },
    });
    const act = (name: string, who: Person, more = '') =>
      w.server.get(
        `mutation ($t: ID!) { ${name}(input: { teamId: $t ${more} }) { __typename ... on Error { message } } }`,
        { t: team.id },
        who.token,
      );
    await act('joinTeam', w.mapper);
    const [request] = (await call('', w.other)).body.userMessages;
    const [mapper, managed, open] = [
      `<a href="${BASE}/users/mapper">mapper</a>`,
      `<a href="${BASE}/manage/teams/${team.id}/">Roads &amp; more</a>`,
      `<a href="${BASE}/teams/${team.id}/membership/">Roads &amp; more</a>`,
    ];
    expect(request.messageType).toBe('REQUEST_TEAM_NOTIFICATION');
    for (const text of [request.subject, request.message]) {
      expect(text).toContain(mapper);
      expect(text).toContain(managed);
    }
    await act('messageTeamMembers', w.other, ', subject: "Meeting <3", message: "At **noon**"');
    expect((await call('', w.mapper)).body.userMessages).toEqual([]);
    await prisma.teamMember.updateMany({ where: { personId: w.mapper.id }, data: { active: true } });
    await act('messageTeamMembers', w.other, ', subject: "Meeting <3", message: "At **noon**"');
    const [letter] = (await call('', w.mapper)).body.userMessages;
    expect(letter).toMatchObject({ subject: 'Meeting &lt;3', messageType: 'TEAM_BROADCAST' });
    expect(letter.message).toContain(open);
    expect(letter.message).toContain('<strong>noon</strong>');
  });

  it('are filtered, ordered and cut into pages', async () => {
    await tell('SYSTEM', w.mapper, undefined, 'first');
    await tell('MENTION_NOTIFICATION', w.mapper, w.other, 'second');
    await tell('TEAM_BROADCAST', w.mapper, w.admin, 'third');
    const [third, second, first] = await ids(w.mapper);
    await call('mark-as-read-multiple/', w.mapper, { method: 'POST', body: { messageIds: [second] } });
    for (const [query, wanted] of [
      ['?messageType=3', [second]],
      ['?messageType=1,11', [third, first]],
      ['?messageType=', [third, second, first]],
      ['?messageType=99', []],
      ['?from=OTH', [second]],
      ['?from=%25', []],
      [`?project=${w.p}`, [third, second]],
      ['?taskId=1', []],
      ['?status=read', [second]],
      ['?status=unread', [third, first]],
      ['?status=odd', [third, second, first]],
      ['?sortBy=date&sortDirection=asc', [first, second, third]],
      ['?sortBy=read&sortDirection=asc', [first, third, second]],
      ['?sortBy=read&sortDirection=desc', [second, third, first]],
      ['?sortBy=message_type&sortDirection=desc', [third, second, first]],
      ['?sortBy=constructor&sortDirection=up', [third, second, first]],
      ['?pageSize=2&page=2', [first]],
      ['?pageSize=2&page=9', []],
    ] as const)
      expect(await ids(w.mapper, query), query).toEqual(wanted);
    expect((await call('?pageSize=2', w.mapper)).body.pagination).toMatchObject({ pages: 2, nextNum: 2, total: 3 });
  });

  it('refuse what is no filter', async () => {
    for (const query of ['?messageType=a', '?messageType=1,,2', '?project=x'])
      expect(await call(query, w.mapper)).toMatchObject({ status: 400, body: { SubCode: 'InvalidData' } });
    for (const query of ['?page=0', '?page=a', '?taskId=x', '?pageSize=99999', '?from=%00'])
      expect((await call(query, w.mapper)).status, query).toBe(422);
  });

  it('name a project only while one may see it', async () => {
    await tell('MENTION_NOTIFICATION', w.mapper, w.other);
    await w.server.database.prisma.project.update({ where: { id: w.p }, data: { private: true } });
    const [message] = (await call('', w.mapper)).body.userMessages;
    expect(message).toMatchObject({ projectId: w.p, projectTitle: null });
    expect(JSON.stringify(message)).not.toContain('A project');
  });

  it('are read by being opened, and deleted; only one’s own', async () => {
    await tell('MENTION_NOTIFICATION', w.mapper, w.other);
    const [id] = await ids(w.mapper);
    for (const method of ['GET', 'DELETE'] as const) {
      expect(await call(`${id}/`, w.other, { method })).toMatchObject({
        status: 403,
        body: { SubCode: 'AccessOtherUserMessage' },
      });
      for (const none of [0, -1, 999_999])
        expect(await call(`${none}/`, w.mapper, { method })).toMatchObject({
          status: 404,
          body: { error: { sub_code: 'MESSAGE_NOT_FOUND', details: { message_id: none } } },
        });
      expect((await call('x/', w.mapper, { method })).status).toBe(422);
    }
    expect(await call(`${id}/`, w.mapper)).toMatchObject({
      status: 200,
      body: { messageId: id, fromUserId: w.other.id, read: true },
    });
    expect(await ids(w.mapper, '?status=unread')).toEqual([]);
    expect(await call(`${id}/`, w.mapper, { method: 'DELETE' })).toMatchObject({
      status: 200,
      body: { Success: 'Message deleted' },
    });
    expect(await ids(w.mapper)).toEqual([]);
  });

  it('are changed many at once; others’ are passed over', async () => {
    await tell('SYSTEM', w.mapper);
    await tell('SYSTEM', w.mapper);
    await tell('MENTION_NOTIFICATION', w.mapper, w.other);
    await tell('SYSTEM', w.other);
    const [others] = await ids(w.other);
    const [mention, system] = await ids(w.mapper);
    const some = { messageIds: [system, others, 0, 999_999] };
    expect(await call('mark-as-read-multiple/', w.mapper, { method: 'POST', body: some })).toMatchObject({
      status: 200,
      body: { Success: 'Messages marked as read' },
    });
    expect(await ids(w.mapper, '?status=read')).toEqual([system]);
    expect((await call('mark-as-read-all/?messageType=3', w.mapper, { method: 'POST' })).status).toBe(200);
    expect(await ids(w.mapper, '?status=read')).toEqual([mention, system]);
    expect((await call('mark-as-read-all/', w.mapper, { method: 'POST' })).status).toBe(200);
    expect(await ids(w.mapper, '?status=unread')).toEqual([]);
    expect(await call('delete-multiple/', w.mapper, { method: 'DELETE', body: some })).toMatchObject({
      status: 200,
      body: { Success: 'Messages deleted' },
    });
    expect(await ids(w.mapper)).toHaveLength(2);
    expect((await call('delete-all/?messageType=3,4', w.mapper, { method: 'DELETE' })).status).toBe(200);
    expect(await ids(w.mapper, '?messageType=3')).toEqual([]);
    expect((await call('delete-all/', w.mapper, { method: 'DELETE' })).status).toBe(200);
    expect(await ids(w.mapper)).toEqual([]);
    expect(await ids(w.other, '?status=unread')).toEqual([others]);

    for (const body of [undefined, {}, { messageIds: 'all' }, { messageIds: ['x'] }, { messageIds: [null] }])
      for (const [path, method] of [
        ['delete-multiple/', 'DELETE'],
        ['mark-as-read-multiple/', 'POST'],
      ] as const)
        expect(await call(path, w.mapper, { method, body })).toMatchObject({
          status: 400,
          body: { SubCode: 'InvalidData' },
        });
    expect((await call('delete-multiple/', w.mapper, { method: 'DELETE', body: { messageIds: [] } })).status).toBe(200);
    for (const [path, method] of [
      ['delete-all/', 'DELETE'],
      ['mark-as-read-all/', 'POST'],
    ] as const)
      expect((await call(`${path}?messageType=x`, w.mapper, { method })).status).toBe(400);
  });

  it('are counted since the bell was opened', async () => {
    const count = async () => (await call('queries/own/count-unread/', w.mapper)).body;
    const open = () => call('queries/own/post-unread/', w.mapper, { method: 'POST' });
    expect(await open()).toMatchObject({ status: 404, body: { error: { sub_code: 'NOTIFICATIONS_NOT_FOUND' } } });
    await tell('SYSTEM', w.mapper);
    expect(await count()).toEqual({ newMessages: true, unread: 1 });
    expect(await open()).toMatchObject({ status: 200, body: 0 });
    expect(await count()).toEqual({ newMessages: false, unread: 0 });
    await tell('SYSTEM', w.mapper);
    expect(await count()).toEqual({ newMessages: true, unread: 1 });
    await w.server.database.prisma.notificationBell.deleteMany();
    await w.server.database.prisma.message.updateMany({ data: { at: new Date(Date.now() - 31 * 86_400_000) } });
    expect(await count()).toEqual({ newMessages: false, unread: 0 });
  });

  it('take as many statements for twenty as for one', async () => {
    const statementsFor = async (query: string) => {
      const before = counter.statements;
      await ids(w.mapper, query);
      return counter.statements - before;
    };
    await tell('MENTION_NOTIFICATION', w.mapper, w.other);
    const one = await statementsFor('');
    for (let n = 0; n < 19; n++) await tell('MENTION_NOTIFICATION', w.mapper, w.other);
    expect(await statementsFor('?pageSize=20')).toBe(one);
  });
});

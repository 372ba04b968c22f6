import { beforeEach, describe, expect, it } from 'vitest';
import { counter } from '../../../test/watch.js';
import { tasksOfAProject, type Person } from '../../../test/tasksOf.js';
import { recordSignIn } from '../people/service.js';
import { notify } from './service.js';

const LIST = `query ($filter: NotificationFilter, $first: Int, $after: String) { viewer { unreadNotificationCount
  notifications(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    nodes { number type subject body readAt projectNumber taskNumber sender { username level { name } } project { number author { username } } } } } }`;
const changing = (name: string) => {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  return `mutation ($input: ${type}Input!) { result: ${name}(input: $input) { ... on Error { code message }
    ... on ${type}Payload { viewer { unreadNotificationCount notificationPreferences { type inApp byMail digest } } ${name.startsWith('set') ? '' : 'count'} } } }`;
};

describe('notifications', () => {
  const w = tasksOfAProject();
  const list = async (who: Person, filter: object = {}, page: object = {}) =>
    (await w.server.get(LIST, { filter, ...page }, who.token)).viewer.notifications;
  const change = async (name: string, input: object, who?: Person) =>
    (await w.server.get(changing(name), { input }, who?.token)).result;
  const prefer = (who: Person, preference: object) =>
    change('setNotificationPreferences', { preferences: [preference] }, who);
  beforeEach(async () => {
    await w.server.database.prisma.message.deleteMany();
    await w.server.database.prisma.notificationPreference.deleteMany();
  });

  describe('of verdicts', () => {
    it('come once a mapper and outcome, naming the first task, and not of one’s own work', async () => {
      for (const n of [1, 2, 3]) await w.map(n, w.mapper);
      await w.map(4, w.other);
      await w.map(5, w.validator);
      const { tasks } = await w.act('lockMany', { n: [1, 2, 3, 4] }, w.validator);
      const verdict = (n: number, status: string) => ({
        taskNumber: n,
        lockVersion: tasks.find(({ number }: { number: number }) => number === n).lock.version,
        status,
      });
      await w.act(
        'validate',
        {
          results: [verdict(1, 'VALIDATED'), verdict(2, 'VALIDATED'), verdict(3, 'INVALIDATED'), verdict(4, 'MAPPED')],
        },
        w.validator,
      );
      const told = await list(w.mapper);
      expect(told.nodes).toMatchObject([
        { type: 'INVALIDATION_NOTIFICATION', taskNumber: 3, projectNumber: w.p, sender: { username: 'validator' } },
        {
          type: 'VALIDATION_NOTIFICATION',
          taskNumber: 1,
          body: expect.stringContaining('1 more'),
          project: { number: w.p, author: { username: 'admin' } },
        },
      ]);
      expect((await list(w.other)).totalCount).toBe(0);
      expect((await list(w.validator)).totalCount).toBe(0);
    });

    it('do not come to who does not want them', async () => {
      await prefer(w.mapper, { type: 'VALIDATION_NOTIFICATION', inApp: false });
      await w.map(1, w.mapper);
      await w.map(2, w.mapper);
      await w.validate(1, 'VALIDATED');
      await w.validate(2, 'INVALIDATED');
      expect((await list(w.mapper)).nodes).toMatchObject([{ type: 'INVALIDATION_NOTIFICATION' }]);
    });
  });

  describe('of comments', () => {
    const say = (comment: string, who: Person) => w.act('comment', { n: 1, comment }, who);

    it('come to those mentioned, and to those who worked there if they ask for it, never to the writer', async () => {
      await w.map(1, w.mapper);
      await prefer(w.mapper, { type: 'TASK_COMMENT_NOTIFICATION', inApp: true });
      await say('@other @[mapper] @validator look, @nobody-here and #author', w.validator);
      expect((await list(w.other)).nodes).toMatchObject([{ type: 'MENTION_NOTIFICATION', taskNumber: 1 }]);
      expect((await list(w.mapper)).nodes).toMatchObject([{ type: 'MENTION_NOTIFICATION' }]);
      expect((await list(w.admin)).nodes).toMatchObject([{ type: 'MENTION_NOTIFICATION' }]);
      expect((await list(w.validator)).totalCount).toBe(0);
      await say('no one in particular', w.validator);
      expect((await list(w.mapper)).nodes.map(({ type }: { type: string }) => type)).toEqual([
        'TASK_COMMENT_NOTIFICATION',
        'MENTION_NOTIFICATION',
      ]);
      expect((await list(w.other)).totalCount).toBe(1);
    });

    it('name groups, and come with results too', async () => {
      await w.map(1, w.mapper, 'MAPPED', 'for #managers');
      expect((await list(w.admin)).nodes).toMatchObject([{ type: 'MENTION_NOTIFICATION', body: 'for #managers' }]);
      await w.validate(1, 'INVALIDATED', 'please look, #mappers');
      expect((await list(w.mapper)).nodes.map(({ type }: { type: string }) => type).sort()).toEqual([
        'INVALIDATION_NOTIFICATION',
        'MENTION_NOTIFICATION',
      ]);
    });

    it('of a private project do not reach who may not see it', async () => {
      await w.server.database.prisma.project.update({ where: { id: w.p }, data: { private: true } });
      await say('@other @validator #author', w.admin);
      expect((await list(w.other)).totalCount).toBe(0);
      await w.server.database.prisma.projectAllowedPerson.create({ data: { projectId: w.p, personId: w.other.id } });
      await say('@other', w.admin);
      expect((await list(w.other)).totalCount).toBe(1);
      await w.server.database.prisma.projectAllowedPerson.deleteMany({ where: { projectId: w.p } });
      expect((await list(w.other)).nodes).toMatchObject([{ project: null }]);
    });
  });

  it('greet who is new, and congratulate on a level', async () => {
    const id = 800_001;
    const signIn = (changesetCount: number) =>
      recordSignIn(w.server.database, { id, username: 'newcomer', pictureUrl: null, changesetCount }, false);
    await signIn(0);
    await signIn(300);
    await signIn(300);
    const messages = await w.server.database.prisma.message.findMany({
      where: { receiverId: id },
      orderBy: { id: 'asc' },
    });
    expect(messages.map(({ subject }) => subject)).toEqual(['Welcome', 'You reached the level INTERMEDIATE']);
  });

  describe('in the list', () => {
    beforeEach(async () => {
      const to = [w.mapper.id];
      const task = await w.server.database.prisma.task.findFirstOrThrow({ where: { projectId: w.p, number: 7 } });
      await notify(w.server.database, [
        { type: 'SYSTEM', to: [w.mapper.id, w.other.id], subject: 'one', body: '' },
        { type: 'BROADCAST', to, from: w.admin.id, projectId: w.p, subject: 'two', body: '' },
        {
          type: 'MENTION_NOTIFICATION',
          to,
          from: w.other.id,
          projectId: w.p,
          taskId: task.id,
          subject: 'three',
          body: '',
        },
      ]);
    });
    const subjects = async (filter: object) =>
      (await list(w.mapper, filter)).nodes.map(({ subject }: { subject: string }) => subject);

    it('are filtered by type, state, project, task and sender, a page at a time', async () => {
      expect(await subjects({})).toEqual(['three', 'two', 'one']);
      expect(await subjects({ types: ['SYSTEM', 'BROADCAST'] })).toEqual(['two', 'one']);
      expect(await subjects({ projectId: w.p })).toEqual(['three', 'two']);
      expect(await subjects({ projectId: w.p, taskNumber: 7 })).toEqual(['three']);
      expect(await subjects({ senderPrefix: 'OTH' })).toEqual(['three']);
      expect(await subjects({ senderPrefix: '%' })).toEqual([]);
      expect(await subjects({ read: true })).toEqual([]);
      const page = await list(w.mapper, {}, { first: 2 });
      expect([page.totalCount, page.pageInfo.hasNextPage]).toEqual([3, true]);
      expect((await list(w.mapper, {}, { first: 2, after: page.pageInfo.endCursor })).nodes).toMatchObject([
        { subject: 'one' },
      ]);
    });

    it('are marked and deleted by number, by type or all, and only one’s own', async () => {
      const [three, two] = (await list(w.mapper)).nodes;
      expect(await change('markNotificationsRead', { numbers: [three.number] }, w.other)).toMatchObject({ count: 0 });
      expect(await change('markNotificationsRead', { numbers: [three.number] }, w.mapper)).toMatchObject({
        count: 1,
        viewer: { unreadNotificationCount: 2 },
      });
      expect(await subjects({ read: true })).toEqual(['three']);
      expect(await change('markNotificationsRead', { types: ['BROADCAST'] }, w.mapper)).toMatchObject({ count: 1 });
      expect(await change('markNotificationsRead', { all: true }, w.mapper)).toMatchObject({
        count: 1,
        viewer: { unreadNotificationCount: 0 },
      });
      expect(await change('deleteNotifications', { numbers: [two.number] }, w.other)).toMatchObject({ count: 0 });
      expect(await change('deleteNotifications', { types: ['SYSTEM'] }, w.mapper)).toMatchObject({ count: 1 });
      expect(await change('deleteNotifications', { all: true }, w.mapper)).toMatchObject({ count: 2 });
      expect((await list(w.other)).totalCount).toBe(1);
      expect(await change('deleteNotifications', {}, w.mapper)).toMatchObject({ code: 'INVALID_INPUT' });
      expect(await change('deleteNotifications', { numbers: [] }, w.mapper)).toMatchObject({ code: 'INVALID_INPUT' });
      expect(await change('deleteNotifications', { all: true })).toMatchObject({ code: 'NOT_SIGNED_IN' });
    });

    it('take as many statements for a page as for one', async () => {
      await notify(
        w.server.database,
        [w.admin, w.other, w.validator].map((from) => ({
          type: 'BROADCAST' as const,
          to: [w.mapper.id],
          from: from.id,
          projectId: w.p,
          subject: 's',
          body: '',
        })),
      );
      const statements = async (first: number) => {
        await list(w.mapper, {}, { first });
        const before = counter.statements;
        await list(w.mapper, {}, { first });
        return counter.statements - before;
      };
      expect(await statements(6)).toBe(await statements(1));
    });
  });

  it('are chosen per type; what was not sent stays, and the system always speaks', async () => {
    const of = async (type: string) =>
      (
        await w.server.get('{ viewer { notificationPreferences { type inApp byMail digest } } }', {}, w.mapper.token)
      ).viewer.notificationPreferences.find((preference: { type: string }) => preference.type === type);
    expect(await of('TASK_COMMENT_NOTIFICATION')).toMatchObject({ inApp: false, byMail: false });
    expect(await of('MENTION_NOTIFICATION')).toMatchObject({ inApp: true, byMail: true, digest: false });
    await prefer(w.mapper, { type: 'TASK_COMMENT_NOTIFICATION', inApp: true });
    expect(await of('TASK_COMMENT_NOTIFICATION')).toMatchObject({ inApp: true, byMail: false });
    await prefer(w.mapper, { type: 'TASK_COMMENT_NOTIFICATION', digest: true });
    expect(await of('TASK_COMMENT_NOTIFICATION')).toMatchObject({ inApp: true, byMail: false, digest: true });
    expect(await prefer(w.mapper, { type: 'SYSTEM', inApp: false })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await change('setNotificationPreferences', { preferences: [] }, w.mapper)).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});

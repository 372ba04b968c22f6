import { beforeEach, describe, expect, it } from 'vitest';
import { tasksOfAProject, type Person } from '../../../test/tasksOf.js';
import { notify } from './service.js';

const LIST = `query ($orderBy: NotificationOrder, $first: Int, $after: String) { viewer {
  notifications(orderBy: $orderBy, first: $first, after: $after) { pageInfo { hasNextPage endCursor } nodes { number subject } } } }`;
const ONE = 'query ($number: Int!) { viewer { notification(number: $number) { subject team { name } } } }';

interface Page {
  viewer: {
    notifications: { pageInfo: { hasNextPage: boolean; endCursor: string | null }; nodes: { subject: string }[] };
  };
}

describe('the inbox', () => {
  const w = tasksOfAProject();
  const send = (subject: string, more: object = {}) =>
    notify(w.server.database, [{ type: 'BROADCAST', to: [w.mapper.id], from: w.admin.id, subject, body: '', ...more }]);
  const numbers = async (): Promise<Record<string, number>> => {
    const rows = await w.server.database.prisma.message.findMany({ where: { receiverId: w.mapper.id } });
    return Object.fromEntries(rows.map(({ subject, id }) => [subject, id]));
  };
  const change = async (name: 'markNotificationsRead' | 'deleteNotifications', input: object) => {
    const type = name.charAt(0).toUpperCase() + name.slice(1);
    const query = `mutation ($input: ${type}Input!) { result: ${name}(input: $input) { ... on Error { code } ... on ${type}Payload { count } } }`;
    return (await w.server.get(query, { input }, w.mapper.token)).result;
  };
  const one = async (number: number, who: Person) =>
    (await w.server.get(ONE, { number }, who.token)).viewer.notification;
  beforeEach(async () => {
    await w.server.database.prisma.message.deleteMany();
    for (const subject of ['a', 'b', 'c', 'd']) await send(subject);
  });

  it.each([
    ['NEWEST', 'd c b a'],
    ['OLDEST', 'a b c d'],
    ['UNREAD_FIRST', 'c a d b'],
    [undefined, 'd c b a'],
  ])('is read in the order %s, page by page: %s', async (orderBy, wanted) => {
    const { b, d } = await numbers();
    await change('markNotificationsRead', { numbers: [b, d] });
    const seen: string[] = [];
    let after: string | null = null;
    for (let more = true; more;) {
      const { viewer }: Page = await w.server.get(LIST, { orderBy, first: 1, after }, w.mapper.token);
      seen.push(...viewer.notifications.nodes.map(({ subject }) => subject));
      ({ hasNextPage: more, endCursor: after } = viewer.notifications.pageInfo);
    }
    expect(seen.join(' ')).toBe(wanted);
  });

  it('refuses a cursor that is none', async () => {
    for (const orderBy of ['NEWEST', 'UNREAD_FIRST'])
      expect((await w.server.ask(LIST, { orderBy, after: 'x' }, w.mapper.token)).errors?.[0]?.message).toContain(
        'no cursor',
      );
  });

  it('shows one message to whom it was sent, and to nobody else', async () => {
    const { a } = await numbers();
    expect(await one(a!, w.mapper)).toEqual({ subject: 'a', team: null });
    expect(await one(a!, w.admin)).toBeNull();
    expect(await one(0, w.mapper)).toBeNull();
  });

  it('names the team as long as its reader may know of it', async () => {
    const organisation = await w.server.database.prisma.organisation.findFirstOrThrow();
    const team = await w.server.database.prisma.team.create({
      data: { name: 'Night shift', organisationId: organisation.id, visibility: 'PUBLIC', joinMethod: 'BY_REQUEST' },
    });
    await send('about a team', { teamId: team.id });
    const number = (await numbers())['about a team']!;
    expect(await one(number, w.mapper)).toMatchObject({ team: { name: 'Night shift' } });
    await w.server.database.prisma.team.update({ where: { id: team.id }, data: { visibility: 'PRIVATE' } });
    expect(await one(number, w.mapper)).toMatchObject({ team: null });
  });

  it('is changed by filter, and only up to what its reader saw', async () => {
    await send('about the project', { projectId: w.p });
    const { c, 'about the project': last } = await numbers();
    expect(await change('markNotificationsRead', { all: true, filter: { projectId: String(w.p) } })).toEqual({
      count: 1,
    });
    expect(await change('deleteNotifications', { all: true, filter: { read: false }, upTo: c })).toEqual({ count: 3 });
    expect(Object.keys(await numbers()).sort()).toEqual(['about the project', 'd']);
    expect(
      await change('deleteNotifications', { numbers: [last], filter: { senderPrefix: 'nobody' }, upTo: last }),
    ).toEqual({ count: 0 });
  });
});

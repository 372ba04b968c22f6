import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../../test/server.js';
import { counter } from '../../../test/watch.js';
import { recordSignIn } from '../people/service.js';

type Person = Awaited<ReturnType<TestServer['person']>>;
let server: TestServer;
let admin: Person, second: Person, mapper: Person;
beforeAll(async () => {
  server = await startServer({}, { jobs: false });
  admin = await server.person('admin', 'ADMIN');
  second = await server.person('second', 'ADMIN');
  mapper = await server.person('mapper');
});
afterAll(() => server?.stop());

const ERROR = '... on Error { __typename code message }';
const LEVEL = 'level { number name ordering approvalsRequired color isBeginner requiredBadges { number } }';
const BADGE = 'badge { number name description requirements { metric minimum } isEnabled isInternal }';
const mutations = {
  createLevel: ['CreateLevel', LEVEL],
  updateLevel: ['UpdateLevel', LEVEL],
  deleteLevel: ['DeleteLevel', 'deletedNumber'],
  createBadge: ['CreateBadge', BADGE],
  updateBadge: ['UpdateBadge', BADGE],
  deleteBadge: ['DeleteBadge', 'deletedNumber'],
  setLevel: ['SetLevel', 'person { level { name } }'],
  approveLevel: ['ApproveLevel', 'person { level { name } nextLevel { votes viewerVoted } }'],
} as const;
async function act(name: keyof typeof mutations, input: object, who: Person | undefined = admin) {
  const [type, fields] = mutations[name];
  const query = `mutation ($input: ${type}Input!) { result: ${name}(input: $input) { ${ERROR} ... on ${type}Payload { ${fields} } } }`;
  return (await server.get(query, { input }, who?.token)).result;
}
const unique = () => Math.random().toString(36).slice(2);
const newBadge = async (requirements: { metric: string; minimum: number }[]) =>
  (await act('createBadge', { name: unique(), requirements })).badge.number as number;
const signIn = (id: number, changesetCount: number) =>
  recordSignIn(server.database, { id, username: `signed-in-${id}`, pictureUrl: null, changesetCount }, false);
const NEXT = `query ($id: ID!) { person(id: $id) { level { name } badges { name }
  nextLevel { level { name } nominatedAt votes viewerVoted requirements { metric minimum reached } viewerCanApprove { allowed reason } } } }`;
const personNow = async (id: number, who = admin) => (await server.get(NEXT, { id }, who.token)).person;

describe('levels and badges', () => {
  it('are made and changed by administrators alone', async () => {
    for (const who of [undefined, mapper]) {
      const code = who ? 'NOT_PERMITTED' : 'NOT_SIGNED_IN';
      const ask = async (name: keyof typeof mutations, input: object) => {
        const [type] = mutations[name];
        const query = `mutation ($input: ${type}Input!) { result: ${name}(input: $input) { ${ERROR} } }`;
        expect((await server.get(query, { input }, who?.token)).result).toMatchObject({ code });
      };
      await ask('createLevel', { name: 'x', requiredBadges: [1] });
      await ask('updateLevel', { number: 2, name: 'x' });
      await ask('deleteLevel', { number: 2 });
      await ask('createBadge', { name: 'x', requirements: [{ metric: 'building', minimum: 1 }] });
      await ask('updateBadge', { number: 1, name: 'x' });
      await ask('deleteBadge', { number: 1 });
      await ask('setLevel', { personId: mapper.id, levelNumber: 3 });
      await ask('approveLevel', { personId: second.id });
    }
  });

  it('a badge keeps what was not sent; bad requirements and taken names are refused', async () => {
    const name = unique();
    const { badge } = await act('createBadge', {
      name,
      description: 'd',
      requirements: [{ metric: 'building', minimum: 5 }],
    });
    expect(badge).toMatchObject({ name, description: 'd', isEnabled: true, isInternal: false });
    expect((await act('updateBadge', { number: badge.number, isEnabled: false })).badge).toMatchObject({
      name,
      description: 'd',
      requirements: [{ metric: 'building', minimum: 5 }],
      isEnabled: false,
    });
    expect(await act('createBadge', { name, requirements: [{ metric: 'poi', minimum: 1 }] })).toMatchObject({
      code: 'NAME_TAKEN',
    });
    for (const requirements of [
      [],
      [{ metric: 'building', minimum: 0 }],
      [{ metric: '', minimum: 1 }],
      [
        { metric: 'poi', minimum: 1 },
        { metric: 'poi', minimum: 2 },
      ],
    ])
      expect(await act('createBadge', { name: unique(), requirements })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await act('updateBadge', { number: 99999, name: unique() })).toMatchObject({ code: 'BADGE_NOT_FOUND' });
  });

  it('a level comes on top, keeps its badges when they are not sent, and stays while it is used', async () => {
    const badge = await newBadge([{ metric: 'poi', minimum: 1_000_000 }]);
    const { level } = await act('createLevel', { name: unique(), requiredBadges: [badge, badge], color: '#fff' });
    expect(level.requiredBadges).toEqual([{ number: badge }]);
    const changed = await act('updateLevel', { number: level.number, name: `renamed ${level.number}` });
    expect(changed.level).toMatchObject({
      requiredBadges: [{ number: badge }],
      color: '#fff',
      ordering: level.ordering,
    });
    expect(await act('updateLevel', { number: level.number, requiredBadges: [] })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(await act('updateLevel', { number: level.number, requiredBadges: [987] })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(await act('updateLevel', { number: level.number, name: 'BEGINNER' })).toMatchObject({ code: 'NAME_TAKEN' });
    expect(await act('deleteBadge', { number: badge })).toMatchObject({ __typename: 'InUse' });
    await act('setLevel', { personId: mapper.id, levelNumber: level.number });
    expect(await act('deleteLevel', { number: level.number })).toMatchObject({ __typename: 'InUse', code: 'IN_USE' });
    await act('setLevel', { personId: mapper.id, levelNumber: 1 });
    expect(await act('deleteLevel', { number: level.number })).toEqual({ deletedNumber: level.number });
    expect(await act('deleteLevel', { number: level.number })).toMatchObject({ code: 'MAPPING_LEVEL_NOT_FOUND' });
    expect(await act('deleteLevel', { number: 1 })).toMatchObject({ code: 'NOT_PERMITTED' });
  }, 20_000);
});

describe('rising', () => {
  let person: number;
  let next = 700_000;
  beforeEach(() => {
    person = next++;
  });

  it('goes as far as the badges reach at once, and never down', async () => {
    await signIn(person, 249);
    expect(await personNow(person)).toMatchObject({
      level: { name: 'BEGINNER' },
      nextLevel: {
        level: { name: 'INTERMEDIATE' },
        requirements: [{ metric: 'changeset', minimum: 250, reached: 249 }],
      },
    });
    await signIn(person, 600);
    expect((await personNow(person)).level.name).toBe('ADVANCED');
    await signIn(person, 0);
    expect((await personNow(person)).level.name).toBe('ADVANCED');
  });

  describe('by votes', () => {
    let level: { number: number; name: string };
    let badge: number;
    beforeEach(async () => {
      badge = await newBadge([
        { metric: 'changeset', minimum: 1000 },
        { metric: 'building', minimum: 10 },
      ]);
      level = (await act('createLevel', { name: unique(), approvalsRequired: 2, requiredBadges: [badge] })).level;
      await signIn(person, 999);
      await server.database.prisma.personStatistics.create({ data: { personId: person, figures: { building: 10 } } });
      expect((await personNow(person)).nextLevel.nominatedAt).toBe(null);
      await signIn(person, 1000);
    });
    // The level would be in the way of the next test's.
    afterEach(async () => {
      await server.database.prisma.person.updateMany({ where: { levelId: level.number }, data: { levelId: 3 } });
      await act('deleteLevel', { number: level.number });
    });

    it('waits for those that it takes, counts a voter once, and nobody votes for themselves', async () => {
      expect(await personNow(person)).toMatchObject({
        level: { name: 'ADVANCED' },
        nextLevel: { votes: 0, nominatedAt: expect.any(String), viewerCanApprove: { allowed: true } },
      });
      const waiting = await server.get(
        `{ people(filter: { awaitingApproval: true }) { nodes { osmId } } }`,
        {},
        admin.token,
      );
      expect(waiting.people.nodes).toContainEqual({ osmId: person });
      for (let twice = 0; twice < 2; twice++)
        expect(await act('approveLevel', { personId: person })).toMatchObject({
          person: { level: { name: 'ADVANCED' }, nextLevel: { votes: 1, viewerVoted: true } },
        });
      expect((await personNow(admin.id)).nextLevel.viewerCanApprove.reason).toBe('OWN_LEVEL');
      expect(await act('approveLevel', { personId: admin.id })).toMatchObject({ code: 'NOT_PERMITTED' });
      expect((await act('approveLevel', { personId: person }, second)).person.level.name).toBe(level.name);
      expect(
        await server.database.prisma.message.findMany({
          where: { receiverId: person, subject: `You reached the level ${level.name}` },
        }),
      ).toHaveLength(1);
      expect(await act('approveLevel', { personId: person }, second)).toMatchObject({ code: 'NOMINATION_NOT_FOUND' });
      expect(await act('approveLevel', { personId: 5 })).toMatchObject({ code: 'PERSON_NOT_FOUND' });
    });

    it('begins anew when the level or its badge changes, and only there', async () => {
      const { prisma } = server.database;
      const nominations = () => prisma.levelNomination.count({ where: { personId: person } });
      await act('approveLevel', { personId: person });
      await act('updateBadge', { number: 1, description: 'another' });
      await act('updateBadge', { number: 1, requirements: [{ metric: 'changeset', minimum: 250 }] });
      await act('updateLevel', { number: level.number, name: unique() });
      expect(await nominations()).toBe(1);
      await act('updateBadge', { number: badge, requirements: [{ metric: 'changeset', minimum: 900 }] });
      expect([await nominations(), await prisma.levelVote.count({ where: { personId: person } })]).toEqual([0, 0]);
      await signIn(person, 1000);
      expect(await nominations()).toBe(1);
      await act('updateLevel', { number: level.number, approvalsRequired: 3 });
      expect(await nominations()).toBe(0);
    });
  });

  it('is read of many people in as many statements as of one', async () => {
    const statements = async (first: number) => {
      const query = `{ people(first: ${first}) { nodes { badges { name } nextLevel { level { name } votes requirements { reached } } } } levels { name requiredBadges { name } } badges { name } }`;
      await server.get(query, {}, admin.token);
      const before = counter.statements;
      await server.get(query, {}, admin.token);
      return counter.statements - before;
    };
    expect(await statements(5)).toBe(await statements(1));
  });
});

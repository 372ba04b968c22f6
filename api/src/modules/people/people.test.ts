import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../../test/server.js';
import { counter } from '../../../test/watch.js';
import { startSession } from '../sign-in/service.js';
import { recordSignIn } from './service.js';

type Person = Awaited<ReturnType<TestServer['person']>>;
let server: TestServer;
beforeAll(async () => {
  server = await startServer({}, { jobs: false });
});
afterAll(() => server?.stop());

const ERRORS = '... on Error { code message } ... on NotPermitted { reason }';
const UPDATE = `mutation ($input: UpdateMyProfileInput!) { result: updateMyProfile(input: $input) { __typename ... on Error { code message } ... on InvalidInput { issues { path } }
  ... on UpdateMyProfilePayload { viewer { account { email emailVerified gender selfDescriptionGender locale } person { name isExpert defaultEditor username } } } } }`;
const SET_ROLE = `mutation ($personId: ID!, $role: UserRole!) { result: setRole(input: { personId: $personId, role: $role }) { __typename ${ERRORS} ... on SetRolePayload { person { role } } } }`;
const DELETE = `mutation ($personId: ID!) { result: deleteAccount(input: { personId: $personId }) { __typename ${ERRORS} ... on DeleteAccountPayload { person { username isDeleted } } } }`;
const EXPERT = `mutation ($personId: ID!) { result: setExpertMode(input: { personId: $personId, isExpert: true }) { __typename ${ERRORS} ... on SetExpertModePayload { person { isExpert } } } }`;
const act = async (mutation: string, variables: object, who?: Person) =>
  (await server.get(mutation, variables, who?.token)).result;
const update = (who: Person | undefined, input: object) => act(UPDATE, { input }, who);

describe('the profile', () => {
  it('changes only what is given; null and "" empty a text', async () => {
    const ann = await server.person('ann');
    expect(
      (await update(ann, { name: ' Ann ', city: 'Accra', defaultEditor: 'JOSM', isExpert: true })).__typename,
    ).toBe('UpdateMyProfilePayload');
    const { viewer } = await update(ann, { city: '' });
    expect(viewer.person).toEqual({ name: 'Ann', isExpert: true, defaultEditor: 'JOSM', username: 'ann' });
    expect((await server.get(`{ person(username: "ann") { name city } }`, {}, ann.token)).person).toEqual({
      name: 'Ann',
      city: null,
    });
    expect((await server.get(`{ person(id: ${ann.id}) { username name } }`)).person).toEqual({
      username: 'ann',
      name: null,
    });
  });

  it('keeps an address in lower case and asks to verify only a new one', async () => {
    const bea = await server.person('bea');
    await server.database.prisma.interestedPerson.create({ data: { email: 'bea@example.org' } });
    expect((await update(bea, { email: ' Bea@Example.ORG ' })).viewer.account.email).toBe('bea@example.org');
    expect(await server.database.prisma.interestedPerson.count({ where: { email: 'bea@example.org' } })).toBe(0);
    await server.database.prisma.person.update({ where: { id: bea.id }, data: { emailVerified: true } });
    expect((await update(bea, { email: 'BEA@example.org' })).viewer.account.emailVerified).toBe(true);
    expect((await update(bea, { email: 'b@example.org' })).viewer.account.emailVerified).toBe(false);
    expect((await update(bea, { email: null })).viewer.account.email).toBe(null);
    expect(await update(bea, { email: 'nowhere' })).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: ['email'] }],
    });
  });

  it('keeps own words for a gender until another gender is chosen', async () => {
    const cem = await server.person('cem');
    const words = async (input: object) => (await update(cem, input)).viewer?.account.selfDescriptionGender;
    expect(await update(cem, { selfDescriptionGender: 'me' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await words({ gender: 'SELF_DESCRIBE', selfDescriptionGender: 'me' })).toBe('me');
    expect(await words({ city: 'Bursa' })).toBe('me');
    expect(await words({ gender: 'PREFER_NOT' })).toBe(null);
  });

  it('refuses what cannot be saved, and visitors', async () => {
    const dan = await server.person('dan');
    expect(await update(dan, { name: 'x\0' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await update(dan, { locale: 'klingon-empire' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await update(undefined, { name: 'x' })).toMatchObject({ code: 'NOT_SIGNED_IN' });
  });
});

describe('people', () => {
  const LIST = `query ($filter: PeopleFilter, $first: Int, $after: String) { people(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { username role level { name } name } } }`;

  it('are found by part of their name, role and level, a page at a time; visitors see no list', async () => {
    const eve = await server.person('list_eve');
    for (const name of ['list%one', 'List Two', 'list_three']) await server.person(name);
    await server.person('list_four', 'READ_ONLY');
    await server.database.prisma.person.update({ where: { username: 'List Two' }, data: { levelId: 3 } });
    const list = async (variables: object) => (await server.get(LIST, variables, eve.token)).people;
    const names = async (filter: object) =>
      (await list({ filter })).nodes.map(({ username }: Person) => username).sort();
    expect(await names({ search: 'LIST' })).toEqual(
      ['List Two', 'list%one', 'list_eve', 'list_four', 'list_three'].sort(),
    );
    expect(await names({ search: 't%o' })).toEqual(['list%one']);
    expect(await names({ search: 'list', roles: ['READ_ONLY'] })).toEqual(['list_four']);
    expect(await names({ search: 'list', levelNumber: 3 })).toEqual(['List Two']);
    expect(await names({ search: 'a\0' })).toBeDefined();

    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await list({ filter: { search: 'list' }, first: 2, after });
      expect(page.totalCount).toBe(5);
      seen.push(...page.nodes.map(({ username }: Person) => username));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(5);
    expect((await server.get(LIST, {})).people).toBe(null);
    const { errors } = await server.ask(LIST, { after: 'not a cursor' }, eve.token);
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  it('are ordered by name, by who waits for votes, by what they did and by any figure, page by page', async () => {
    const { prisma } = server.database;
    const [d, c, b, a] = [
      await server.person('order_d'),
      await server.person('order_c'),
      await server.person('order_b'),
      await server.person('order_a'),
    ] as const;
    for (const [index, { id }] of [d, c, b, a].entries())
      await prisma.person.update({
        where: { id },
        data: {
          tasksMapped: index,
          tasksValidated: index % 2,
          changesetCount: 10 * index,
          registeredAt: new Date(Date.UTC(2026, 0, 1 + index)),
        },
      });
    await prisma.levelNomination.create({ data: { personId: c.id, levelId: 2 } });
    await prisma.personStatistics.createMany({
      data: [
        { personId: a.id, figures: { building: 2.5 } },
        { personId: b.id, figures: { building: 30 } },
        { personId: c.id, figures: { building: 'many', highway: 1 } },
      ],
    });
    const query = `query ($order: PeopleOrder!, $metric: String, $first: Int, $after: String) {
      people(filter: { search: "order_" }, orderBy: $order, metric: $metric, first: $first, after: $after) {
        pageInfo { hasNextPage endCursor } nodes { username } } }`;
    const order = async (name: string, metric?: string) => {
      const names: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const page: { pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: Person[] } = (
          await server.get(query, { order: name, metric, first: 1, after }, d.token)
        ).people;
        names.push(...page.nodes.map(({ username }) => username.slice(-1)));
        ({ hasNextPage: more, endCursor: after } = page.pageInfo);
      }
      return names.join('');
    };
    expect(await order('USERNAME')).toBe('abcd');
    expect(await order('AWAITING_APPROVAL')).toBe('cabd');
    expect(await order('NEWEST')).toBe('abcd');
    expect(await order('TASKS_MAPPED')).toBe('abcd');
    expect(await order('TASKS_VALIDATED')).toBe('cadb');
    expect(await order('TASKS_INVALIDATED')).toBe('dcba');
    expect(await order('FIGURE_MOST', 'building')).toBe('badc');
    expect(await order('FIGURE_LEAST', 'building')).toBe('abdc');
    expect(await order('FIGURE_MOST', 'changeset')).toBe('abcd');
    expect(await order('FIGURE_LEAST', 'nothing')).toBe('dcba');
    for (const metric of [undefined, '', "x' or 1=1", 'x'.repeat(101)]) {
      const { errors } = await server.ask(query, { order: 'FIGURE_MOST', metric }, d.token);
      expect(errors?.[0]?.extensions?.code, metric).toBe('BAD_USER_INPUT');
    }
  });

  it('are read in as many statements as few are', async () => {
    const fay = await server.person('fay');
    const statements = async (first: number) => {
      await server.get(LIST, { first }, fay.token);
      const before = counter.statements;
      await server.get(LIST, { first }, fay.token);
      return counter.statements - before;
    };
    expect(await statements(8)).toBe(await statements(1));
  });

  it('are null where there is nobody, and asked for with something', async () => {
    expect((await server.get(`{ person(username: "nobody") { username } }`)).person).toBe(null);
    expect((await server.get(`{ person(id: 99999999999) { username } }`)).person).toBe(null);
    expect((await server.ask(`{ person { username } }`)).errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});

describe('roles, expert mode and deletion', () => {
  let admin: Person;
  beforeAll(async () => {
    admin = await server.person('the admin', 'ADMIN');
  });
  const PERMISSIONS = `query ($id: ID!) { person(id: $id) { viewerCanSetRole { allowed } viewerCanDelete { allowed } } }`;

  it.each([
    ['a visitor', { sets: false, deletes: false }],
    ['a stranger', { sets: false, deletes: false }],
    ['a blocked person', { sets: false, deletes: false }],
    ['oneself', { sets: false, deletes: true }],
    ['an administrator', { sets: true, deletes: true }],
  ])('by %s: what they are told agrees with what happens', async (who, { sets, deletes }) => {
    const target = await server.person(`target of ${who}`);
    const actor =
      who === 'a visitor'
        ? undefined
        : who === 'oneself'
          ? target
          : who === 'an administrator'
            ? admin
            : await server.person(`actor: ${who}`, who === 'a blocked person' ? 'READ_ONLY' : 'MAPPER');
    const { person } = await server.get(PERMISSIONS, { id: target.id }, actor?.token);
    expect([person.viewerCanSetRole.allowed, person.viewerCanDelete.allowed]).toEqual([sets, deletes]);
    const refused = actor ? 'NOT_PERMITTED' : 'NOT_SIGNED_IN';
    const role = await act(SET_ROLE, { personId: target.id, role: 'READ_ONLY' }, actor);
    expect(role).toMatchObject(sets ? { person: { role: 'READ_ONLY' } } : { code: refused });
    const expert = await act(EXPERT, { personId: target.id }, actor);
    expect(expert).toMatchObject(deletes ? { person: { isExpert: true } } : { code: refused });
    const gone = await act(DELETE, { personId: target.id }, actor);
    expect(gone).toMatchObject(
      deletes ? { person: { username: `user_${target.id}`, isDeleted: true } } : { code: refused },
    );
  });

  it('never take the last administrator away, whoever asks at once', async () => {
    const second = await server.person('second admin', 'ADMIN');
    const others = await server.database.prisma.person.findMany({
      where: { role: 'ADMIN', id: { notIn: [admin.id, second.id] } },
    });
    expect(others).toEqual([]);
    const answers = await Promise.all([
      act(SET_ROLE, { personId: second.id, role: 'MAPPER' }, admin),
      act(SET_ROLE, { personId: admin.id, role: 'READ_ONLY' }, second),
    ]);
    expect(await server.database.prisma.person.count({ where: { role: 'ADMIN' } })).toBe(1);
    expect(answers.filter(({ __typename }) => __typename === 'SetRolePayload')).toHaveLength(1);
    await server.database.prisma.person.update({ where: { id: second.id }, data: { role: 'MAPPER' } });
    await server.database.prisma.person.update({ where: { id: admin.id }, data: { role: 'ADMIN' } });
    expect(await act(DELETE, { personId: admin.id }, admin)).toMatchObject({ reason: 'LAST_ADMIN' });
    expect(await act(SET_ROLE, { personId: admin.id, role: 'ADMIN' }, admin)).toMatchObject({
      person: { role: 'ADMIN' },
    });
    expect(await act(SET_ROLE, { personId: 1, role: 'ADMIN' }, admin)).toMatchObject({ code: 'PERSON_NOT_FOUND' });
  });

  it('deletion ends sessions and takes away what tells who it was; signing in brings the name back', async () => {
    const gus = await server.person('gus');
    const hal = await server.person('hal');
    const { prisma } = server.database;
    await startSession(server.database, gus.id, 3600, 'a phone');
    await update(gus, { email: 'gus@example.org', city: 'Graz', name: 'Gus' });
    await prisma.message.create({ data: { type: 'SYSTEM', receiverId: gus.id, subject: 'hello', body: 'gus' } });
    await prisma.message.create({
      data: { type: 'MENTION_NOTIFICATION', receiverId: hal.id, senderId: gus.id, subject: 's', body: 'I am gus' },
    });
    expect((await act(DELETE, { personId: gus.id }, gus)).person.username).toBe(`user_${gus.id}`);
    expect((await server.get(`{ viewer { account { email } } }`, {}, gus.token)).viewer).toBe(null);
    expect(await prisma.session.count({ where: { personId: gus.id } })).toBe(0);
    expect(await prisma.message.count({ where: { receiverId: gus.id } })).toBe(0);
    expect((await prisma.message.findFirstOrThrow({ where: { senderId: gus.id } })).body).not.toContain('I am gus');
    expect(await prisma.person.findUniqueOrThrow({ where: { id: gus.id } })).toMatchObject({ email: null, city: null });
    expect(await act(DELETE, { personId: gus.id }, admin)).toMatchObject({ code: 'PERSON_NOT_FOUND' });
    const found = await server.get(`{ people(filter: { search: "user_${gus.id}" }) { totalCount } }`, {}, hal.token);
    expect(found.people.totalCount).toBe(0);

    await recordSignIn(server.database, { id: gus.id, username: 'gus', pictureUrl: null, changesetCount: 3 }, false);
    expect((await server.get(`{ person(username: "gus") { isDeleted osmId } }`)).person).toEqual({
      isDeleted: false,
      osmId: gus.id,
    });
  });

  it('who was blocked stays blocked after deleting their account and coming back', async () => {
    const ira = await server.person('ira', 'READ_ONLY');
    await act(DELETE, { personId: ira.id }, ira);
    await recordSignIn(server.database, { id: ira.id, username: 'ira', pictureUrl: null, changesetCount: 0 }, false);
    expect((await server.get(`{ person(id: ${ira.id}) { role } }`)).person.role).toBe('READ_ONLY');
  });
});

describe('the data export', () => {
  it('holds what is kept of oneself, and nothing of others', async () => {
    const jon = await server.person('jon');
    await update(jon, { email: 'jon@example.org' });
    await server.database.prisma.message.create({
      data: { type: 'SYSTEM', receiverId: jon.id, subject: 'hello', body: 'jon' },
    });
    const { viewer } = await server.get(`{ viewer { dataExport } }`, {}, jon.token);
    expect(viewer.dataExport.profile).toMatchObject({ id: jon.id, username: 'jon', email: 'jon@example.org' });
    expect(viewer.dataExport.counts).toEqual({ taskHistory: 0, projectComments: 0, notifications: 1 });
    expect(viewer.dataExport.notifications).toHaveLength(1);
    expect(viewer.dataExport.sessions).toHaveLength(1);
    expect(JSON.stringify(viewer.dataExport)).not.toContain('hash');
  });
});

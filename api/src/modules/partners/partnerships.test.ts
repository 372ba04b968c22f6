import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../../test/server.js';
import { boxOfTiles, newOrganisation, publishedProject } from '../../../test/world.js';

/** Who they are, and whether they may edit the published project. Of a draft those who may not do not even hear. */
const PEOPLE: [who: string, edits: boolean][] = [
  ['visitor', false],
  ['stranger', false],
  ['blocked', false],
  ['blockedManager', false],
  ['READ_ONLY', false],
  ['MAPPER', false],
  ['VALIDATOR', false],
  ['PROJECT_MANAGER', true],
  ['otherManager', false],
  ['manager', true],
  ['author', true],
  ['admin', true],
];
const ROLES = ['READ_ONLY', 'MAPPER', 'VALIDATOR', 'PROJECT_MANAGER'] as const;
const resultOf = (payload: string, fields: string, more = '') =>
  `{ __typename ... on Error { message code } ... on NotPermitted { reason } ... on ${payload} { ${fields} } ${more} }`;
const PARTNERSHIP = 'partnership { id number startedOn endedOn partner { name } project { number } }';
const ISSUES = '... on InvalidInput { issues { path } }';
const MUTATIONS = {
  create: `mutation ($input: CreatePartnershipInput!) { result: createPartnership(input: $input) ${resultOf('CreatePartnershipPayload', PARTNERSHIP, ISSUES)} }`,
  update: `mutation ($input: UpdatePartnershipInput!) { result: updatePartnership(input: $input) ${resultOf('UpdatePartnershipPayload', PARTNERSHIP, ISSUES)} }`,
  delete: `mutation ($input: DeletePartnershipInput!) { result: deletePartnership(input: $input) ${resultOf('DeletePartnershipPayload', 'deletedNumber project { partnerships { number } }')} }`,
};
const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T00:00:00.000Z`;

describe('a partnership', () => {
  let server: TestServer;
  let project: number;
  let draft: number;
  let partner: number;
  const people: Record<string, { id: number; token: string } | undefined> = {};

  beforeAll(async () => {
    server = await startServer({}, { jobs: false });
    const { prisma } = server.database;
    for (const [who] of PEOPLE) {
      if (who === 'visitor') continue;
      const role = who === 'admin' ? 'ADMIN' : who.startsWith('blocked') ? 'READ_ONLY' : 'MAPPER';
      people[who] = await server.person(who, role);
    }
    const admin = people.admin!.token;
    const [organisation, other] = [await newOrganisation(server, admin), await newOrganisation(server, admin)].map(
      Number,
    );
    await prisma.organisationManager.createMany({
      data: [
        { organisationId: organisation!, personId: people.manager!.id },
        { organisationId: organisation!, personId: people.blockedManager!.id },
        { organisationId: other!, personId: people.otherManager!.id },
      ],
    });
    const make = async () => {
      const number = await publishedProject(server, admin, {
        areaOfInterest: boxOfTiles(14, 1, 1),
        zoom: 14,
        organisationId: String(organisation),
      });
      await prisma.project.update({ where: { id: number }, data: { authorId: people.author!.id } });
      return number;
    };
    [project, draft] = [await make(), await make()];
    await prisma.project.update({ where: { id: draft }, data: { status: 'DRAFT' } });
    for (const role of ROLES) {
      await prisma.team.create({
        data: {
          name: role,
          organisationId: other!,
          projects: { create: [project, draft].map((projectId) => ({ projectId, role })) },
          members: { create: [{ personId: people[role]!.id, active: true }] },
        },
      });
    }
  });
  afterAll(() => server?.stop());
  beforeEach(async () => {
    const name = `Partner ${Math.random().toString(36).slice(2)}`;
    partner = (await server.database.prisma.partner.create({ data: { name, primaryHashtag: '#a' } })).id;
    await server.database.prisma.partnership.deleteMany({});
  });

  const send = async (verb: keyof typeof MUTATIONS, input: object, who = 'manager') =>
    (await server.get(MUTATIONS[verb], { input }, people[who]?.token)).result;
  const create = (from: number | null, to: number | null, input: object = {}, who?: string) =>
    send(
      'create',
      {
        projectId: String(project),
        partnerId: String(partner),
        ...(from && { startedOn: day(from) }),
        ...(to && { endedOn: day(to) }),
        ...input,
      },
      who,
    );

  it('has a time, which can be changed and opened again', async () => {
    const { partnership } = await create(1, 10);
    expect(partnership).toMatchObject({ startedOn: day(1), endedOn: day(10), project: { number: project } });
    const partnershipId = String(partnership.number);
    const update = (input: object) => send('update', { partnershipId, ...input });
    expect((await update({ startedOn: day(3) })).partnership).toMatchObject({ startedOn: day(3), endedOn: day(10) });
    expect((await update({ startedOn: null, endedOn: null })).partnership).toMatchObject({
      startedOn: day(3),
      endedOn: null,
    });
    expect((await update({})).partnership).toMatchObject({ startedOn: day(3), endedOn: null });
    const read = `query ($id: ID!) { partnership(id: $id) { startedOn } node(id: "${partnership.id}") { __typename } }`;
    expect(await server.get(read, { id: partnershipId })).toEqual({
      partnership: { startedOn: day(3) },
      node: { __typename: 'Partnership' },
    });
  });

  it('starts now when nobody says when', async () => {
    const { partnership } = await create(null, null);
    expect(Math.abs(Date.parse(partnership.startedOn) - Date.now())).toBeLessThan(60_000);
    expect(partnership.endedOn).toBeNull();
  });

  it('does not end before it starts', async () => {
    expect(await create(5, 4)).toMatchObject({ __typename: 'InvalidInput', issues: [{ path: ['endedOn'] }] });
    const { partnership } = await create(5, 6);
    for (const times of [{ startedOn: day(7) }, { endedOn: day(4) }]) {
      const result = await send('update', { partnershipId: String(partnership.number), ...times });
      expect(result).toMatchObject({ __typename: 'InvalidInput', issues: [{ path: ['endedOn'] }] });
    }
    expect((await create(5, null, { startedOn: '0001-01-01T00:00:00Z' })).issues).toEqual([{ path: ['startedOn'] }]);
  });

  it('is there once at a time, however many ask at once', async () => {
    const first = (await create(5, 10)).partnership;
    for (const [from, to] of [
      [5, 10],
      [9, null],
      [1, 6],
      [6, 7],
      [1, null],
    ] as const)
      expect(await create(from, to)).toMatchObject({ issues: [{ path: ['startedOn'] }] });
    const next = (await create(10, 12)).partnership;
    expect(next.startedOn).toBe(day(10));
    expect((await create(1, 5)).partnership.endedOn).toBe(day(5));
    const widened = await send('update', { partnershipId: String(first.number), endedOn: day(11) });
    expect(widened).toMatchObject({ issues: [{ path: ['startedOn'] }] });
    const results = await Promise.all(Array.from({ length: 5 }, () => create(20, null)));
    expect(results.filter(({ __typename }) => __typename === 'CreatePartnershipPayload')).toHaveLength(1);
  });

  it('is written down with all that happened to it', async () => {
    const { partnership } = await create(1, null, {}, 'author');
    const partnershipId = String(partnership.number);
    await send('update', { partnershipId, endedOn: day(9) }, 'manager');
    await send('update', { partnershipId, endedOn: day(9) }, 'manager'); // nothing new
    const gone = await send('delete', { partnershipId }, 'admin');
    expect(gone).toMatchObject({ deletedNumber: partnership.number, project: { partnerships: [] } });
    const changes =
      'partnershipChanges { action at person { username } partner { name } startedOnBefore endedOnBefore startedOn endedOn }';
    const ask = async (who?: string) =>
      (
        await server.get(
          `query ($p: ID!) { project(id: $p) { ${changes} } }`,
          { p: String(project) },
          people[who ?? '']?.token,
        )
      ).project.partnershipChanges;
    expect((await ask('manager')).slice(0, 3)).toMatchObject([
      {
        action: 'DELETE',
        person: { username: 'admin' },
        startedOnBefore: day(1),
        endedOnBefore: day(9),
        startedOn: null,
        endedOn: null,
      },
      {
        action: 'UPDATE',
        person: { username: 'manager' },
        startedOnBefore: day(1),
        endedOnBefore: null,
        endedOn: day(9),
      },
      {
        action: 'CREATE',
        person: { username: 'author' },
        startedOnBefore: null,
        startedOn: day(1),
        partner: { name: partnership.partner.name },
      },
    ]);
    expect(await ask()).toBeNull();
    expect(await ask('MAPPER')).toBeNull();
  });

  it('ends with its partner', async () => {
    const { partnership } = await create(1, null);
    await server.get(
      `mutation { deletePartner(input: { partnerId: "${partner}" }) { __typename } }`,
      {},
      people.admin!.token,
    );
    expect((await server.get(`{ partnership(id: ${partnership.number}) { id } }`)).partnership).toBeNull();
  });

  it('names what is missing', async () => {
    expect(await create(1, 2, { partnerId: '999' })).toMatchObject({ code: 'PARTNER_NOT_FOUND' });
    expect(await create(1, 2, { projectId: '999' })).toMatchObject({ code: 'PROJECT_NOT_FOUND' });
    expect(await send('update', { partnershipId: '999999' })).toMatchObject({ code: 'PARTNERSHIP_NOT_FOUND' });
    expect(await send('delete', { partnershipId: 'x' })).toMatchObject({ code: 'PARTNERSHIP_NOT_FOUND' });
  });

  it.each(PEOPLE)('is changed by %s as viewerCanEdit says', async (who, edits) => {
    const { number } = (await create(1, 5)).partnership;
    const { partnership, project: read } = await server.get(
      `query ($id: ID!, $p: ID!) { partnership(id: $id) { project { number } viewerCanEdit { allowed reason message } }
        project(id: $p) { viewerCanEdit { allowed reason message } partnerships { number partner { name } } } }`,
      { id: String(number), p: String(project) },
      people[who]?.token,
    );
    expect(read.partnerships).toHaveLength(1);
    expect(partnership).toMatchObject({ viewerCanEdit: read.viewerCanEdit, project: { number: project } });
    const { allowed, reason, message } = partnership.viewerCanEdit;
    expect(allowed).toBe(edits);
    for (const result of [
      await create(10, 20, {}, who),
      await send('update', { partnershipId: String(number), endedOn: day(6) }, who),
      await send('delete', { partnershipId: String(number) }, who),
    ])
      if (allowed) expect(result.__typename).toMatch(/Payload$/);
      else if (who === 'visitor') expect(result.__typename).toBe('NotSignedIn');
      else expect(result).toMatchObject({ __typename: 'NotPermitted', reason, message });
  });

  it.each(PEOPLE)('of a draft hides the project from %s unless they may edit it', async (who, edits) => {
    const { number } = (await create(1, 5, { projectId: String(draft) })).partnership;
    const { partnership } = await server.get(
      'query ($id: ID!) { partnership(id: $id) { project { number } } }',
      { id: String(number) },
      people[who]?.token,
    );
    expect(partnership.project).toEqual(edits || who === 'blockedManager' ? { number: draft } : null);
    const result = await send('update', { partnershipId: String(number), endedOn: day(6) }, who);
    if (edits) expect(result.__typename).toBe('UpdatePartnershipPayload');
    else if (who === 'visitor') expect(result.__typename).toBe('NotSignedIn');
    else if (who === 'blockedManager') expect(result.reason).toBe('USER_BLOCKED');
    else expect(result.code).toBe('PARTNERSHIP_NOT_FOUND');
  });
});

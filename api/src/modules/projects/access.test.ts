import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../../test/server.js';
import { ACTIONS, boxOfTiles, freeEverybody, newOrganisation, publishedProject } from '../../../test/world.js';

const KINDS = ['draft', 'published', 'private', 'archived', 'teamsOnly'] as const;
type Kind = (typeof KINDS)[number];
const OPEN: Kind[] = ['published', 'archived', 'teamsOnly'];

/** Who they are; then which of the projects they see, whether they may change those, and what else they may do. */
const PEOPLE: { who: string; sees: readonly Kind[]; edits?: true; creates?: true; opens?: true; visitor?: true }[] = [
  { who: 'a visitor', sees: OPEN, visitor: true },
  { who: 'a stranger', sees: OPEN },
  { who: 'a blocked person', sees: OPEN },
  { who: 'a blocked manager of the organisation', sees: KINDS },
  { who: 'the author', sees: KINDS, edits: true },
  { who: 'a manager of the organisation', sees: KINDS, edits: true, creates: true },
  { who: 'a manager of another organisation', sees: OPEN },
  { who: 'a member of a READ_ONLY team', sees: OPEN },
  { who: 'a member of a MAPPER team', sees: [...OPEN, 'private'] },
  { who: 'a member of a VALIDATOR team', sees: [...OPEN, 'private'] },
  { who: 'a member of a PROJECT_MANAGER team', sees: KINDS, edits: true },
  { who: 'one who asked to join a READ_ONLY team', sees: OPEN },
  { who: 'one who asked to join a MAPPER team', sees: OPEN },
  { who: 'one who asked to join a VALIDATOR team', sees: OPEN },
  { who: 'one who asked to join a PROJECT_MANAGER team', sees: OPEN },
  { who: 'an allowed person', sees: [...OPEN, 'private'] },
  { who: 'an administrator', sees: KINDS, edits: true, creates: true, opens: true },
];
const ROLES = ['READ_ONLY', 'MAPPER', 'VALIDATOR', 'PROJECT_MANAGER'] as const;

/** Who may map and validate where, of those who see it: an experienced person of each sort (level 2). */
const WORK: Record<string, { maps: readonly Kind[]; validates: readonly Kind[] }> = {
  'a visitor': { maps: [], validates: [] },
  'a stranger': { maps: ['published', 'archived'], validates: ['published', 'archived'] },
  'a blocked person': { maps: [], validates: [] },
  'a blocked manager of the organisation': { maps: [], validates: [] },
  'the author': { maps: KINDS, validates: KINDS },
  'a manager of the organisation': { maps: KINDS, validates: KINDS },
  'a member of a READ_ONLY team': { maps: ['published', 'archived'], validates: ['published', 'archived'] },
  'a member of a MAPPER team': {
    maps: ['published', 'private', 'archived', 'teamsOnly'],
    validates: ['published', 'archived'],
  },
  'a member of a VALIDATOR team': {
    maps: ['published', 'private', 'archived', 'teamsOnly'],
    validates: ['published', 'private', 'archived', 'teamsOnly'],
  },
  'a member of a PROJECT_MANAGER team': { maps: KINDS, validates: KINDS },
  'one who asked to join a VALIDATOR team': { maps: ['published', 'archived'], validates: ['published', 'archived'] },
  'an allowed person': {
    maps: ['published', 'private', 'archived'],
    validates: ['published', 'private', 'archived'],
  },
  'an administrator': { maps: KINDS, validates: KINDS },
};

describe('who may do what with a project', () => {
  let server: TestServer;
  let organisationId: string;
  const people = {} as Record<string, { id: number; token: string } | undefined>;
  const projects = {} as Record<Kind, { number: number; id: string; taskId: string }>;

  beforeAll(async () => {
    server = await startServer({}, { jobs: false });
    const { prisma } = server.database;
    for (const { who, visitor } of PEOPLE) {
      if (visitor) continue;
      const role = who.includes('blocked') ? 'READ_ONLY' : who.includes('administrator') ? 'ADMIN' : 'MAPPER';
      people[who] = await server.person(who, role);
    }
    await prisma.person.updateMany({ data: { levelId: 2 } });
    const id = (who: string) => people[who]!.id;
    const admin = people['an administrator']!.token;
    organisationId = await newOrganisation(server, admin);
    const other = Number(await newOrganisation(server, admin));
    await prisma.organisationManager.deleteMany({});
    await prisma.organisationManager.createMany({
      data: [
        { organisationId: Number(organisationId), personId: id('a manager of the organisation') },
        { organisationId: Number(organisationId), personId: id('a blocked manager of the organisation') },
        { organisationId: other, personId: id('a manager of another organisation') },
      ],
    });

    const mapper = await server.person('mapper');
    for (const kind of KINDS) {
      const number = await publishedProject(server, admin, { areaOfInterest: boxOfTiles(14, 2, 2), zoom: 14 });
      const { task } = (await server.get(ACTIONS.lock, { p: number, n: 2 }, mapper.token)).result;
      await server.get(ACTIONS.submit, { p: number, n: 2, version: task.lock.version, status: 'MAPPED' }, mapper.token);
      const { project } = await server.get(`{ project(id: ${number}) { id task(number: 1) { id } } }`);
      projects[kind] = { number, id: project.id, taskId: project.task.id };
      await prisma.project.update({
        where: { id: number },
        data: {
          organisationId: Number(organisationId),
          authorId: id('the author'),
          private: kind === 'private',
          ...(kind === 'teamsOnly' && { mappingPermission: 'TEAMS', validationPermission: 'TEAMS' }),
        },
      });
      await prisma.projectAllowedPerson.create({ data: { projectId: number, personId: id('an allowed person') } });
    }
    for (const role of ROLES) {
      await prisma.team.create({
        data: {
          name: role,
          organisationId: other,
          projects: { create: KINDS.map((kind) => ({ projectId: projects[kind].number, role })) },
          members: {
            create: [
              { personId: id(`a member of a ${role} team`), active: true },
              { personId: id(`one who asked to join a ${role} team`), active: false },
            ],
          },
        },
      });
    }
    await resetStatuses();
  });
  afterAll(() => server?.stop());

  const resetStatuses = () =>
    server.database.pool.query(
      `update project set status = case id when $1 then 'DRAFT' when $2 then 'ARCHIVED' else 'PUBLISHED' end::project_status`,
      [projects.draft.number, projects.archived.number],
    );
  const numbersOf = (kinds: readonly Kind[]) => kinds.map((kind) => projects[kind].number).sort((a, b) => a - b);
  const sorted = (list: { number: number }[]) => list.map(({ number }) => number).sort((a, b) => a - b);

  describe.each(PEOPLE)('$who', ({ who, sees, edits, creates, opens, visitor }) => {
    const get = (query: string, variables: object = {}) => server.get(query, variables, people[who]?.token);

    it(`sees ${sees.join(', ')}, and nothing else, on every way to a project`, async () => {
      for (const kind of KINDS) {
        const { number, id, taskId } = projects[kind];
        const seen = await get(
          `query ($number: ID!, $id: ID!, $taskId: ID!) { byNumber: project(id: $number) { number } byId: project(id: $id) { number }
            node(id: $id) { ... on Project { number } } nodes(ids: [$id, $taskId]) { id } task: node(id: $taskId) { ... on Task { number } } }`,
          { number, id, taskId },
        );
        expect(seen, kind).toEqual(
          sees.includes(kind)
            ? {
                byNumber: { number },
                byId: { number },
                node: { number },
                nodes: [{ id }, { id: taskId }],
                task: { number: 1 },
              }
            : { byNumber: null, byId: null, node: null, nodes: [null, null], task: null },
        );
      }
      const filter = 'filter: { statuses: [DRAFT, PUBLISHED, ARCHIVED] }';
      const { projects: list, map } = await get(
        `{ projects(first: 100, ${filter}) { totalCount nodes { number } } map: projectMap(${filter}) }`,
      );
      expect(sorted(list.nodes)).toEqual(numbersOf(sees));
      expect(list.totalCount).toBe(sees.length);
      expect(sorted(map.features.map(({ properties }: { properties: object }) => properties))).toEqual(numbersOf(sees));

      const usual = await get('{ projects(first: 100) { nodes { number } } }');
      const hidden: Kind[] = ['draft', 'archived'];
      expect(sorted(usual.projects.nodes)).toEqual(numbersOf(sees.filter((kind) => !hidden.includes(kind))));
    });

    it(`${edits ? 'changes' : 'cannot change'} them, as viewerCanEdit says`, async () => {
      const changes = {
        updateProjectTexts: `updateProjectTexts(input: { projectId: $id, texts: [{ locale: "en", instructions: "By ${who}." }] })`,
        publishProject: 'publishProject(input: { projectId: $id })',
        archiveProject: 'archiveProject(input: { projectId: $id })',
      };
      for (const kind of KINDS) {
        const { number } = projects[kind];
        const before = await server.database.prisma.project.findUniqueOrThrow({ where: { id: number } });
        const { project } = await get(
          'query ($id: ID!) { project(id: $id) { viewerCanEdit { allowed reason message } } }',
          {
            id: number,
          },
        );
        expect(project?.viewerCanEdit.allowed ?? false, kind).toBe(edits ?? false);
        for (const [name, field] of Object.entries(changes)) {
          const { result } = await get(
            `mutation ($id: ID!) { result: ${field} { __typename ... on Error { message } ... on NotPermitted { reason } } }`,
            { id: number },
          );
          if (edits) expect(result.__typename, kind).toBe(`${name[0]!.toUpperCase()}${name.slice(1)}Payload`);
          else if (visitor) expect(result.__typename, kind).toBe('NotSignedIn');
          else if (!project) expect(result.__typename, kind).toBe('NotFound');
          else {
            const { reason, message } = project.viewerCanEdit;
            expect(result, kind).toEqual({ __typename: 'NotPermitted', reason, message });
          }
        }
        if (!edits) expect(await server.database.prisma.project.findUnique({ where: { id: number } })).toEqual(before);
      }
      await resetStatuses();
    });

    it(`${creates ? 'makes' : 'cannot make'} projects, ${opens ? 'opens' : 'cannot open'} organisations, ${visitor ? 'cannot try' : 'tries'} grids`, async () => {
      const areaOfInterest = boxOfTiles(14, 1, 1);
      const counts = async () => [
        await server.database.prisma.project.count(),
        await server.database.prisma.organisation.count(),
      ];
      const [projectCount, organisationCount] = (await counts()) as [number, number];
      const { project, organisation } = await get(
        `mutation ($project: CreateProjectInput!, $organisation: CreateOrganisationInput!) {
          project: createProject(input: $project) { __typename } organisation: createOrganisation(input: $organisation) { __typename } }`,
        { project: { organisationId, name: 'Mine', areaOfInterest }, organisation: { name: `Of ${who}` } },
      );
      const refused = visitor ? 'NotSignedIn' : 'NotPermitted';
      expect(project.__typename).toBe(creates ? 'CreateProjectPayload' : refused);
      expect(organisation.__typename).toBe(opens ? 'CreateOrganisationPayload' : refused);
      expect(await counts()).toEqual([projectCount + (creates ? 1 : 0), organisationCount + (opens ? 1 : 0)]);
      await server.database.prisma.project.deleteMany({ where: { id: { notIn: numbersOf(KINDS) } } });

      const { grid } = await get(
        'query ($area: GeoJSON!) { grid: previewGrid(areaOfInterest: $area) { __typename } }',
        {
          area: areaOfInterest,
        },
      );
      expect(grid.__typename).toBe(visitor ? 'NotSignedIn' : 'GridPreview');
    });

    it('maps and validates where viewerCanMap and viewerCanValidate say so, and nowhere else', async () => {
      for (const kind of KINDS) {
        const p = projects[kind].number;
        const { project } = await get(
          `query ($p: ID!) { project(id: $p) { viewerCanMap { allowed reason message } viewerCanValidate { allowed reason message }
            ready: task(number: 1) { viewerCanMap { allowed } } mapped: task(number: 2) { viewerCanValidate { allowed } } } }`,
          { p },
        );
        for (const [verb, action, variables, payload] of [
          ['Map', 'lock', { p, n: 1 }, 'LockTaskForMappingPayload'],
          ['Validate', 'lockMany', { p, n: [2] }, 'LockTasksForValidationPayload'],
        ] as const) {
          const { result } = await get(ACTIONS[action], variables);
          await freeEverybody(server);
          const done = result.__typename === payload;
          const expected = WORK[who];
          if (expected)
            expect(done, `${verb} ${kind}`).toBe(expected[verb === 'Map' ? 'maps' : 'validates'].includes(kind));
          if (!project) {
            expect(done, `${verb} ${kind}`).toBe(false);
            continue;
          }
          const said = project[`viewerCan${verb}`];
          expect(said.allowed, `${verb} ${kind}`).toBe(done);
          const ofTask = verb === 'Map' ? project.ready.viewerCanMap : project.mapped.viewerCanValidate;
          expect(ofTask.allowed, `${verb} ${kind}`).toBe(done);
          if (visitor) expect(result.__typename).toBe('NotSignedIn');
          else if (!done)
            expect(result).toMatchObject({ __typename: 'NotPermitted', reason: said.reason, message: said.message });
        }
      }
    });
  });

  it('refuses the level that a project asks for to beginners, and not to those who manage it', async () => {
    const { prisma } = server.database;
    await prisma.person.updateMany({ data: { levelId: 1 } });
    for (const [who, allowed] of [
      ['a stranger', false],
      ['a member of a VALIDATOR team', false],
      ['a member of a PROJECT_MANAGER team', true],
      ['the author', true],
    ] as const) {
      const p = projects.published.number;
      const { project } = await server.get(
        `{ project(id: ${p}) { viewerCanMap { allowed } viewerCanValidate { allowed reason } } }`,
        {},
        people[who]!.token,
      );
      expect(project, who).toEqual({
        viewerCanMap: { allowed: true },
        viewerCanValidate: { allowed, reason: allowed ? null : 'USER_NOT_CORRECT_MAPPING_LEVEL' },
      });
      const { result } = await server.get(ACTIONS.lockMany, { p, n: [2] }, people[who]!.token);
      expect(result.__typename, who).toBe(allowed ? 'LockTasksForValidationPayload' : 'NotPermitted');
      await freeEverybody(server);
    }
  });

  it('takes a person out at once who is no longer active in the team', async () => {
    const { id, token } = people['a member of a MAPPER team']!;
    const see = async () =>
      (await server.get(`{ project(id: ${projects.private.number}) { number } }`, {}, token)).project;
    expect(await see()).not.toBeNull();
    await server.database.prisma.teamMember.updateMany({ where: { personId: id }, data: { active: false } });
    expect(await see()).toBeNull();
  });
});

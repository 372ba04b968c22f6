import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../../test/server.js';
import { counter } from '../../../test/statements.js';
import { newOrganisation } from '../../../test/world.js';

const PRIORITIES = ['URGENT', 'HIGH', 'MEDIUM', 'LOW'] as const;
const DIFFICULTIES = ['EASY', 'MODERATE', 'CHALLENGING'] as const;
const TYPES = ['ROADS', 'BUILDINGS', 'WATERWAYS', 'OTHER'] as const;
const STATUSES = ['PUBLISHED', 'ARCHIVED', 'DRAFT'] as const;
const COUNTRIES = ['Nepal', 'Tonga', 'Fiji'];
const PEOPLE = ['visitor', 'stranger', 'member', 'manager', 'admin'] as const;
const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);

/** What a project is, as plain facts. Days count from 2026. */
interface Facts {
  id: number;
  status: (typeof STATUSES)[number];
  private: boolean;
  priority: (typeof PRIORITIES)[number];
  difficulty: (typeof DIFFICULTIES)[number];
  types: string[];
  countries: string[];
  organisation: number;
  campaigns: number[];
  interests: number[];
  teamRoles: ('READ_ONLY' | 'MAPPER' | 'VALIDATOR' | 'PROJECT_MANAGER')[];
  imagery: string | null;
  sandbox: boolean;
  featured: boolean;
  created: number;
  changed: number;
  worked: number;
  due: number | null;
  mapped: number;
  validated: number;
  bad: number;
  level: number;
  teamsOnly: boolean;
  /** Indexes of PEOPLE. */
  author: number;
  allowed: number[];
  contributors: number[];
  favourites: number[];
}
const TOTAL = 7;

interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  nodes: { number: number }[];
}

interface Who {
  index: number;
  name: (typeof PEOPLE)[number];
  id?: number;
  token?: string;
  level: number;
}

describe('any filters together', () => {
  let server: TestServer;
  let team: number;
  let organisations: number[];
  let facts: Facts[];
  const people: Who[] = [];
  const INTERESTS = { stranger: [1], member: [2, 3], manager: [], admin: [1, 2] } as Record<string, number[]>;

  beforeAll(async () => {
    server = await startServer({}, { jobs: false });
    const { prisma, pool } = server.database;
    for (const [index, name] of PEOPLE.entries()) {
      const level = name === 'member' ? 2 : 1;
      const person = name === 'visitor' ? {} : await server.person(name, name === 'admin' ? 'ADMIN' : 'MAPPER');
      people.push({ index, name, level, ...person });
    }
    const idOf = (index: number) => people[index]!.id!;
    await prisma.person.update({ where: { id: idOf(2) }, data: { levelId: 2 } });
    organisations = [];
    for (let n = 0; n < 2; n++) organisations.push(Number(await newOrganisation(server, people[4]!.token!)));
    await prisma.organisationManager.create({ data: { organisationId: organisations[0]!, personId: idOf(3) } });
    const members = { create: { personId: idOf(2), active: true } };
    team = (await prisma.team.create({ data: { organisationId: organisations[0]!, name: 'Team', members } })).id;
    await prisma.campaign.createMany({ data: [1, 2].map((id) => ({ id, name: `Campaign ${id}` })) });
    await prisma.interest.createMany({ data: [1, 2, 3].map((id) => ({ id, name: `Interest ${id}` })) });
    for (const [name, interests] of Object.entries(INTERESTS)) {
      const personId = people.find((each) => each.name === name)!.id!;
      await prisma.personInterest.createMany({ data: interests.map((interestId) => ({ personId, interestId })) });
    }

    const some = <T>(...items: T[]) => fc.subarray(items);
    const one = <T>(...items: T[]) => fc.constantFrom(...items);
    const person = fc.integer({ min: 1, max: 4 });
    const day = fc.integer({ min: 0, max: 4 });
    const project = fc.record({
      status: one(...STATUSES, 'PUBLISHED' as const, 'PUBLISHED' as const),
      private: one(false, false, true),
      priority: one(...PRIORITIES),
      difficulty: one(...DIFFICULTIES),
      types: some<string>(...TYPES),
      countries: some(...COUNTRIES),
      organisation: one(...organisations),
      campaigns: some(1, 2),
      interests: some(1, 2, 3),
      teamRoles: one<Facts['teamRoles']>(
        [],
        [],
        ['READ_ONLY'],
        ['MAPPER'],
        ['VALIDATOR', 'MAPPER'],
        ['PROJECT_MANAGER'],
      ),
      imagery: one(null, 'Bing', 'https://tiles.example.org/{z}/{x}/{y}'),
      sandbox: fc.boolean(),
      featured: fc.boolean(),
      created: day,
      changed: day,
      worked: day,
      due: fc.option(day),
      mapped: fc.integer({ min: 0, max: 3 }),
      validated: fc.integer({ min: 0, max: 2 }),
      bad: fc.integer({ min: 0, max: 2 }),
      level: fc.integer({ min: 1, max: 3 }),
      teamsOnly: fc.boolean(),
      author: person,
      allowed: some(1, 2, 3),
      contributors: some(1, 2, 3, 4),
      favourites: some(1, 2, 3, 4),
    });
    facts = fc.sample(project, { numRuns: 60, seed: 20261125 }).map((each) => ({ id: 0, ...each }));
    const moment = (days: number | null) => (days === null ? null : new Date(START + days * DAY));
    for (const p of facts) {
      const { rows } = await pool.query<{ id: number }>(
        `insert into project (status, author_id, organisation_id, created_at, changed_at, priority, difficulty, mapping_types, private, featured, imagery,
           due_date, sandbox, countries, mapping_permission, validation_permission, mapping_level_id, validation_level_id, task_creation_mode, area_m2, area_of_interest, centroid)
         values ($1, $2, $3, $4, $5, $6, $7, $8::mapping_type[], $9, $10, $11, $12, $13, $14, $15, $15, $16, $16, 'ARBITRARY', 1,
           st_multi(st_makeenvelope(0, 0, 1, 1, 4326)), st_point(0.5, 0.5, 4326)) returning id`,
        [
          ...[p.status, idOf(p.author), p.organisation, moment(p.created), moment(p.changed), p.priority, p.difficulty],
          ...[p.types, p.private, p.featured, p.imagery, moment(p.due), p.sandbox, p.countries],
          ...[p.teamsOnly ? 'TEAMS' : 'ANY', p.level],
        ],
      );
      const projectId = (p.id = rows[0]!.id);
      await prisma.projectProgress.create({
        data: {
          projectId,
          totalTasks: TOTAL,
          tasksMapped: p.mapped,
          tasksValidated: p.validated,
          tasksBadImagery: p.bad,
          lastUpdated: moment(p.worked)!,
        },
      });
      await prisma.projectText.create({ data: { projectId, locale: 'en', name: `Project ${projectId}` } });
      const rowsOf = (indexes: number[]) => indexes.map((index) => ({ projectId, personId: idOf(index) }));
      await prisma.projectAllowedPerson.createMany({ data: rowsOf(p.allowed) });
      await prisma.projectContributor.createMany({ data: rowsOf(p.contributors) });
      await prisma.projectFavourite.createMany({ data: rowsOf(p.favourites) });
      await prisma.campaignProject.createMany({ data: p.campaigns.map((campaignId) => ({ projectId, campaignId })) });
      await prisma.projectInterest.createMany({ data: p.interests.map((interestId) => ({ projectId, interestId })) });
      await prisma.projectTeam.createMany({ data: p.teamRoles.map((role) => ({ projectId, teamId: team, role })) });
    }
  });
  afterAll(() => server?.stop());

  const manages = (p: Facts, who: Who) =>
    who.name === 'admin' ||
    (who.name !== 'visitor' && p.author === who.index) ||
    (who.name === 'manager' && p.organisation === organisations[0]) ||
    (who.name === 'member' && p.teamRoles.includes('PROJECT_MANAGER'));
  const sees = (p: Facts, who: Who) =>
    manages(p, who) ||
    (p.status !== 'DRAFT' &&
      (!p.private ||
        p.allowed.includes(who.index) ||
        (who.name === 'member' && p.teamRoles.some((role) => role !== 'READ_ONLY'))));
  const suits = (p: Facts, who: Who, validating: boolean) =>
    manages(p, who) ||
    (p.level <= who.level &&
      (!p.teamsOnly ||
        (who.name === 'member' &&
          p.teamRoles.some((role) => role !== 'READ_ONLY' && !(validating && role === 'MAPPER')))));
  const at = (text: string) => (Date.parse(text) - START) / DAY;
  const updated = (p: Facts) => Math.max(p.changed, p.worked);
  const percent = (part: number, { bad }: Facts) => Math.floor((100 * part) / (TOTAL - bad));

  /** The plain reference: each filter as a sentence over the facts. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the value has the type of its filter
  const FILTERS: Record<string, (p: Facts, value: any, who: Who, filter: Record<string, unknown>) => boolean> = {
    statuses: (p, value) => value.includes(p.status),
    need: (p, value) =>
      value === 'TO_MAP' ? p.mapped + p.validated + p.bad < TOTAL : p.validated + p.bad < TOTAL && p.mapped > 0,
    suitsMe: (p, _value, who, { need }) => suits(p, who, need === 'TO_VALIDATE'),
    difficulty: (p, value) => p.difficulty === value,
    mappingTypes: (p, value) => value.some((type: string) => p.types.includes(type)),
    mappingTypesExact: (p, _value, _who, { mappingTypes }) =>
      mappingTypes === undefined || [...p.types].sort().join() === [...(mappingTypes as string[])].sort().join(),
    organisationId: (p, value) => String(p.organisation) === value,
    teamId: (p, value) => value === String(team) && p.teamRoles.length > 0,
    campaignId: (p, value) => p.campaigns.map(String).includes(value),
    interestIds: (p, value) => value.some((id: string) => p.interests.map(String).includes(id)),
    basedOnMyInterests: (p, _value, who) => p.interests.some((id) => INTERESTS[who.name]?.includes(id)),
    country: (p, value) => p.countries.some((each) => each.toLowerCase() === value.toLowerCase()),
    countries: (p, value) => value.some((each: string) => p.countries.includes(each)),
    imagery: (p, value) => (value === 'custom' ? p.imagery?.startsWith('https') === true : p.imagery === value),
    sandbox: (p, value) => p.sandbox === value,
    featured: (p, value) => p.featured === value,
    createdFrom: (p, value) => p.created >= at(value),
    createdTo: (p, value) => p.created < at(value),
    updatedFrom: (p, value) => updated(p) >= at(value),
    updatedTo: (p, value) => updated(p) < at(value),
    dueFrom: (p, value) => p.due !== null && p.due >= at(value),
    dueTo: (p, value) => p.due !== null && p.due < at(value),
    createdByMe: (p, _value, who) => who.name !== 'visitor' && p.author === who.index,
    managedByMe: (p, _value, who) => manages(p, who),
    mappedByMe: (p, _value, who) => p.contributors.includes(who.index),
    favouritedByMe: (p, _value, who) => p.favourites.includes(who.index),
    search: (p, value) => String(p.id).includes(value), // it is in the name
  };
  const ORDERS: Record<string, (p: Facts) => number> = {
    PRIORITY: (p) => PRIORITIES.indexOf(p.priority),
    LAST_UPDATED: (p) => -updated(p),
    LEAST_RECENTLY_UPDATED: updated,
    NEWEST: () => 0,
    OLDEST: (p) => p.created,
    DUE_DATE: (p) => p.due ?? Infinity,
    EASIEST: (p) => DIFFICULTIES.indexOf(p.difficulty),
    HARDEST: (p) => -DIFFICULTIES.indexOf(p.difficulty),
    LEAST_MAPPED: (p) => percent(p.mapped + p.validated, p),
    MOST_MAPPED: (p) => -percent(p.mapped + p.validated, p),
    LEAST_VALIDATED: (p) => percent(p.validated, p),
    MOST_VALIDATED: (p) => -percent(p.validated, p),
  };
  const expected = (filter: Record<string, unknown>, orderBy: string, who: Who) => {
    const given = { statuses: filter.createdByMe ? STATUSES : ['PUBLISHED'], ...filter };
    const key = ORDERS[orderBy]!;
    return facts
      .filter((p) => sees(p, who))
      .filter((p) =>
        Object.entries(given).every(([name, value]) => value === undefined || FILTERS[name]!(p, value, who, filter)),
      )
      .sort((a, b) => (key(a) === key(b) ? b.id - a.id : key(a) - key(b)))
      .map(({ id }) => id);
  };

  const LIST = `query ($filter: ProjectFilter!, $orderBy: ProjectOrder!, $first: Int!, $after: String) {
    projects(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { number } } }`;

  it('find the same as a plain reference, in its order, page by page', async () => {
    const some = <T>(...items: T[]) => fc.subarray(items, { minLength: 1 });
    const date = fc.integer({ min: -1, max: 5 }).map((day) => new Date(START + day * DAY).toISOString());
    const yes = fc.constant(true);
    const values: Record<string, fc.Arbitrary<unknown>> = {
      statuses: fc.subarray([...STATUSES]),
      need: fc.constantFrom('TO_MAP', 'TO_VALIDATE'),
      suitsMe: yes,
      difficulty: fc.constantFrom(...DIFFICULTIES),
      mappingTypes: some(...TYPES),
      mappingTypesExact: yes,
      organisationId: fc.constantFrom(...organisations.map(String), '99'),
      teamId: fc.constantFrom(String(team), '99'),
      campaignId: fc.constantFrom('1', '2', '9'),
      interestIds: some('1', '2', '9'),
      basedOnMyInterests: yes,
      country: fc.constantFrom('nepal', 'Tonga', 'Atlantis'),
      countries: some(...COUNTRIES, 'Atlantis'),
      imagery: fc.constantFrom('Bing', 'custom', 'Other'),
      sandbox: fc.boolean(),
      featured: fc.boolean(),
      createdFrom: date,
      createdTo: date,
      updatedFrom: date,
      updatedTo: date,
      dueFrom: date,
      dueTo: date,
      createdByMe: yes,
      managedByMe: yes,
      mappedByMe: yes,
      favouritedByMe: yes,
      search: fc.constantFrom('1', '2', '3', '47'),
    };
    expect(Object.keys(values)).toEqual(Object.keys(FILTERS));
    // Three filters or so at a time: with more nothing is left to find.
    const filter = fc
      .subarray(Object.keys(values), { maxLength: 4 })
      .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, values[name]!]))));
    let found = 0;
    await fc.assert(
      fc.asyncProperty(
        filter,
        fc.constantFrom(...Object.keys(ORDERS)),
        fc.constantFrom(...people),
        fc.constantFrom(4, 100),
        async (filter, orderBy, who, first) => {
          const numbers: number[] = [];
          const wanted = expected(filter as Record<string, unknown>, orderBy, who);
          let after: string | null = null;
          do {
            const variables: object = { filter, orderBy, first, after };
            const { projects }: { projects: Page } = await server.get(LIST, variables, who.token);
            expect(projects.totalCount).toBe(wanted.length);
            numbers.push(...projects.nodes.map(({ number }) => number));
            after = projects.pageInfo.hasNextPage ? projects.pageInfo.endCursor : null;
          } while (after && numbers.length < 100);
          expect(numbers).toEqual(wanted);
          found += Math.min(numbers.length, 1);
        },
      ),
      { numRuns: 120, seed: 5 },
    );
    expect(found).toBeGreaterThan(40); // the test is of no use when nothing fits
  }, 120_000);

  it('cost as many statements whatever is asked', async () => {
    const ask = async (filter: object, first: number) => {
      const before = counter.statements;
      await server.get(LIST, { filter, orderBy: 'PRIORITY', first }, people[2]!.token);
      return counter.statements - before;
    };
    await ask({}, 1);
    const few = await ask({}, 1);
    const all = {
      suitsMe: true,
      managedByMe: true,
      basedOnMyInterests: true,
      countries: COUNTRIES,
      statuses: STATUSES,
    };
    expect(await ask(all, 100)).toBeLessThanOrEqual(few);
    expect(await ask({}, 100)).toBe(few);
  });

  it('favourites of the viewer, as long as they may see them', async () => {
    for (const who of people.slice(1)) {
      const { viewer } = await server.get(
        '{ viewer { favourites(first: 100) { totalCount nodes { number } } } }',
        {},
        who.token,
      );
      const wanted = expected({ favouritedByMe: true, statuses: STATUSES }, 'LAST_UPDATED', who);
      expect(viewer.favourites.nodes.map(({ number }: { number: number }) => number)).toEqual(wanted);
      expect(viewer.favourites.totalCount).toBe(wanted.length);
    }
    expect((await server.get('{ viewer { favourites { totalCount } } }')).viewer).toBeNull();
  });

  it('featured projects are the published ones', async () => {
    const { featuredProjects } = await server.get('{ featuredProjects(first: 100) { nodes { number } } }');
    expect(featuredProjects.nodes.map(({ number }: { number: number }) => number)).toEqual(
      expected({ featured: true }, 'PRIORITY', people[0]!),
    );
  });

  it('by their distance from a point, also over the 180° meridian', async () => {
    const [a, b, c] = facts
      .filter(({ status, private: hidden }) => status === 'PUBLISHED' && !hidden)
      .map(({ id }) => id);
    const place = (id: number, lon: number) =>
      server.database.pool.query('update project set centroid = st_point($2, 0, 4326) where id = $1', [id, lon]);
    await place(a!, 179.9);
    await place(b!, -179.8);
    await place(c!, 179.5);
    const near = async (near: object, rest: object = {}) => {
      const variables = { filter: { near }, orderBy: 'NEAREST', first: 2, ...rest };
      return (await server.get(LIST, variables)).projects;
    };
    const point = { lon: 180, lat: 0 };
    const first = await near(point);
    expect(first.nodes.map(({ number }: { number: number }) => number)).toEqual([a, b]); // 11 and 22 km
    expect((await near(point, { after: first.pageInfo.endCursor })).nodes[0].number).toBe(c); // 56 km
    expect((await near({ ...point, withinKm: 30 })).totalCount).toBe(2);
    expect((await near({ ...point, withinKm: 0 })).totalCount).toBe(0);
    for (const filter of [
      {},
      { near: { lon: 181, lat: 0 } },
      { near: { lon: 0, lat: 91 } },
      { near: { ...point, withinKm: -1 } },
    ]) {
      const { errors } = await server.ask(LIST, { filter, orderBy: 'NEAREST', first: 1 });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });

  it('answer whatever dates are asked for', async () => {
    for (const date of ['0000-01-01', '0001-01-01T00:00:00+14:00', '9999-12-31T23:59:59-12:00']) {
      const filter = { createdFrom: date, updatedTo: date, dueFrom: date };
      expect((await server.get(LIST, { filter, orderBy: 'NEWEST', first: 1 })).projects.totalCount).toBe(0);
    }
  });
});

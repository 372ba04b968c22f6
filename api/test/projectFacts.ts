import fc from 'fast-check';
import { afterAll, beforeAll } from 'vitest';
import { startServer, type TestServer } from './server.js';
import { newOrganisation } from './world.js';

export const PRIORITIES = ['URGENT', 'HIGH', 'MEDIUM', 'LOW'] as const;
export const DIFFICULTIES = ['EASY', 'MODERATE', 'CHALLENGING'] as const;
export const TYPES = ['ROADS', 'BUILDINGS', 'WATERWAYS', 'OTHER'] as const;
export const STATUSES = ['PUBLISHED', 'ARCHIVED', 'DRAFT'] as const;
export const COUNTRIES = ['Nepal', 'Tonga', 'Fiji'];
const PEOPLE = ['visitor', 'stranger', 'member', 'manager', 'admin'] as const;
export const DAY = 86_400_000;
export const START = Date.UTC(2026, 0, 1);

/** What a project is, as plain facts. Days count from 2026. */
export interface Facts {
  id: number;
  status: (typeof STATUSES)[number];
  /** Archived without ever having been published. */
  archivedAsDraft: boolean;
  private: boolean;
  priority: (typeof PRIORITIES)[number];
  difficulty: (typeof DIFFICULTIES)[number];
  types: string[];
  countries: string[];
  organisation: number;
  campaigns: number[];
  /** Partners, and from which to which day. */
  partnerships: { partner: number; from: number; to: number | null }[];
  interests: number[];
  teamRoles: ('READ_ONLY' | 'MAPPER' | 'VALIDATOR' | 'PROJECT_MANAGER')[];
  imagery: string | null;
  sandbox: boolean;
  database: string;
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

export interface Who {
  index: number;
  name: (typeof PEOPLE)[number];
  id?: number;
  token?: string;
  level: number;
}

/**
 * A server with sixty projects of all kinds and people of every standing, and beside them a plain reference: what a search
 * is to find, said over the facts. Call it at the top of a describe.
 */
export function projectsOfFacts() {
  const people: Who[] = [];
  const world = { people } as {
    server: TestServer;
    team: number;
    organisations: number[];
    facts: Facts[];
    people: Who[];
  };
  const INTERESTS = { stranger: [1], member: [2, 3], manager: [], admin: [1, 2] } as Record<string, number[]>;

  beforeAll(async () => {
    const server = (world.server = await startServer({}, { jobs: false }));
    const { prisma, pool } = server.database;
    for (const [index, name] of PEOPLE.entries()) {
      const level = name === 'member' ? 2 : 1;
      const person = name === 'visitor' ? {} : await server.person(name, name === 'admin' ? 'ADMIN' : 'MAPPER');
      people.push({ index, name, level, ...person });
    }
    const idOf = (index: number) => people[index]!.id!;
    await prisma.person.update({ where: { id: idOf(2) }, data: { levelId: 2 } });
    const organisations: number[] = (world.organisations = []);
    for (let n = 0; n < 2; n++) organisations.push(Number(await newOrganisation(server, people[4]!.token!)));
    await prisma.organisationManager.create({ data: { organisationId: organisations[0]!, personId: idOf(3) } });
    const members = { create: { personId: idOf(2), active: true } };
    const team = (world.team = (
      await prisma.team.create({ data: { organisationId: organisations[0]!, name: 'Team', members } })
    ).id);
    await prisma.campaign.createMany({ data: [1, 2].map((id) => ({ id, name: `Campaign ${id}` })) });
    await prisma.partner.createMany({
      data: [1, 2].map((id) => ({ id, name: `Partner ${id}`, primaryHashtag: '#a' })),
    });
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
      archivedAsDraft: one(false, false, true),
      private: one(false, false, true),
      priority: one(...PRIORITIES),
      difficulty: one(...DIFFICULTIES),
      types: some<string>(...TYPES),
      countries: some(...COUNTRIES),
      organisation: one(...organisations),
      campaigns: some(1, 2),
      partnerships: fc
        .tuple(some(1, 2), day, fc.option(fc.integer({ min: 0, max: 2 })))
        .map(([partners, from, days]) =>
          partners.map((partner) => ({ partner, from, to: days === null ? null : from + days })),
        ),
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
      database: one('OSM', 'playground'),
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
    const facts = (world.facts = fc
      .sample(project, { numRuns: 60, seed: 20261125 })
      .map((each) => ({ id: 0, ...each })));
    const moment = (days: number | null) => (days === null ? null : new Date(START + days * DAY));
    for (const p of facts) {
      const { rows } = await pool.query<{ id: number }>(
        `insert into project (status, author_id, organisation_id, created_at, changed_at, priority, difficulty, mapping_types, private, featured, imagery,
           due_date, sandbox, countries, mapping_permission, validation_permission, mapping_level_id, validation_level_id, database, task_creation_mode, area_m2, area_of_interest, centroid)
         values ($1, $2, $3, $4, $5, $6, $7, $8::mapping_type[], $9, $10, $11, $12, $13, $14, $15, $15, $16, $16, $17, 'ARBITRARY', 1,
           st_multi(st_makeenvelope(0, 0, 1, 1, 4326)), st_point(0.5, 0.5, 4326)) returning id`,
        [
          ...[
            p.archivedAsDraft ? 'DRAFT' : p.status,
            idOf(p.author),
            p.organisation,
            moment(p.created),
            moment(p.changed),
            p.priority,
            p.difficulty,
          ],
          ...[p.types, p.private, p.featured, p.imagery, moment(p.due), p.sandbox, p.countries],
          ...[p.teamsOnly ? 'TEAMS' : 'ANY', p.level, p.database],
        ],
      );
      const projectId = (p.id = rows[0]!.id);
      await prisma.project.update({ where: { id: projectId }, data: { status: p.status } });
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
      await prisma.partnership.createMany({
        data: p.partnerships.map(({ partner, from, to }) => ({
          projectId,
          partnerId: partner,
          startedOn: moment(from)!,
          endedOn: moment(to),
        })),
      });
      await prisma.projectInterest.createMany({ data: p.interests.map((interestId) => ({ projectId, interestId })) });
      await prisma.projectTeam.createMany({ data: p.teamRoles.map((role) => ({ projectId, teamId: team, role })) });
    }
  });
  afterAll(() => world.server?.stop());

  const manages = (p: Facts, who: Who) =>
    who.name === 'admin' ||
    (who.name !== 'visitor' && p.author === who.index) ||
    (who.name === 'manager' && p.organisation === world.organisations[0]) ||
    (who.name === 'member' && p.teamRoles.includes('PROJECT_MANAGER'));
  const sees = (p: Facts, who: Who) =>
    manages(p, who) ||
    (p.status !== 'DRAFT' &&
      !(p.status === 'ARCHIVED' && p.archivedAsDraft) &&
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
    priorities: (p, value) => value.includes(p.priority),
    mappingTypes: (p, value) => value.some((type: string) => p.types.includes(type)),
    mappingTypesExact: (p, _value, _who, { mappingTypes }) =>
      mappingTypes === undefined || [...p.types].sort().join() === [...(mappingTypes as string[])].sort().join(),
    organisationId: (p, value) => String(p.organisation) === value,
    teamId: (p, value) => value === String(world.team) && p.teamRoles.length > 0,
    campaignId: (p, value) => p.campaigns.map(String).includes(value),
    partnerId: (p, value, _who, { partnershipFrom, partnershipTo }) =>
      p.partnerships.some(
        ({ partner, from, to }) =>
          String(partner) === value &&
          (partnershipFrom === undefined || from <= at(partnershipFrom as string)) &&
          (partnershipTo === undefined || to === null || to >= at(partnershipTo as string)),
      ),
    partnershipFrom: () => true, // of partnerId
    partnershipTo: () => true,
    interestIds: (p, value) => value.some((id: string) => p.interests.map(String).includes(id)),
    basedOnMyInterests: (p, _value, who) => p.interests.some((id) => INTERESTS[who.name]?.includes(id)),
    country: (p, value) => p.countries.some((each) => each.toLowerCase() === value.toLowerCase()),
    countries: (p, value) => value.some((each: string) => p.countries.includes(each)),
    imagery: (p, value) => (value === 'custom' ? p.imagery?.startsWith('https') === true : p.imagery === value),
    sandbox: (p, value) => p.sandbox === value,
    database: (p, value) => p.database === value,
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
    return world.facts
      .filter((p) => sees(p, who))
      .filter((p) =>
        Object.entries(given).every(([name, value]) => value === undefined || FILTERS[name]!(p, value, who, filter)),
      )
      .sort((a, b) => (key(a) === key(b) ? b.id - a.id : key(a) - key(b)))
      .map(({ id }) => id);
  };
  return Object.assign(world, { expected, FILTERS, ORDERS, INTERESTS });
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v2 } from '../../../test/rest.js';
import { startServer, type TestServer } from '../../../test/server.js';
import { boxOfTiles, newOrganisation, publishedProject } from '../../../test/world.js';
import { V2_ORDERS } from './v2Search.js';

type Person = Awaited<ReturnType<TestServer['person']>>;
let server: TestServer;
let admin: Person;
let manager: Person;
let mapper: Person;
let organisationId: string;
const made: Record<string, number> = {};

beforeAll(async () => {
  server = await startServer({ TM_LOG_LEVEL: 'error' }, { jobs: false });
  admin = await server.person('ada', 'ADMIN');
  manager = await server.person('mia');
  mapper = await server.person('max');
  organisationId = await newOrganisation(server, admin.token);
  const { prisma } = server.database;
  await prisma.organisationManager.create({ data: { organisationId: Number(organisationId), personId: manager.id } });
  const areaOfInterest = boxOfTiles(14, 2, 2);
  const project = async (name: string, data: object, more: object = {}) => {
    made[name] = await publishedProject(server, admin.token, {
      areaOfInterest,
      zoom: 14,
      organisationId,
      name,
      ...more,
    });
    await prisma.project.update({ where: { id: made[name] }, data });
  };
  await project('Roads of Kenya', { priority: 'URGENT', countries: ['Kenya'], mappingTypes: ['ROADS'] });
  await project('Houses of Nepal', {
    priority: 'LOW',
    difficulty: 'EASY',
    countries: ['Nepal', 'India'],
    mappingTypes: ['ROADS', 'BUILDINGS'],
    dueDate: new Date('2031-05-01T00:00:00Z'),
    imagery: 'https://tiles.example.org/{z}/{x}/{y}.png',
    featured: true,
  });
  await project('Secret rivers', { private: true });
  await project('A draft', { status: 'DRAFT' });
  await project('Done', { status: 'ARCHIVED' });
  await prisma.projectText.create({
    data: { projectId: made['Houses of Nepal']!, locale: 'fr', name: 'Maisons', shortDescription: '' },
  });
});
afterAll(() => server?.stop());

const names = async (query: string, person?: Person) => {
  const { status, body } = await v2(server, `/projects/?${query}`, { token: person?.token });
  expect([query, status]).toEqual([query, 200]);
  return body.results.map((row: { name: string }) => row.name);
};
const refused = async (query: string, person?: Person) => v2(server, `/projects/?${query}`, { token: person?.token });

describe('the search of v2', () => {
  it('gives rows, points of all that fit, and where the page stands', async () => {
    const { body } = await v2(server, '/projects/?orderBy=id&orderByType=DESC', {
      headers: { 'accept-language': 'fr-CH, en;q=0.5' },
    });
    expect(body.pagination).toEqual({
      hasNext: false,
      hasPrev: false,
      nextNum: null,
      page: 1,
      pages: 1,
      prevNum: null,
      perPage: 14,
      total: 2,
    });
    expect(body.results).toEqual([
      {
        projectId: made['Houses of Nepal'],
        locale: 'fr',
        name: 'Maisons',
        shortDescription: '<p>For a test.</p>',
        difficulty: 'EASY',
        priority: 'LOW',
        organisationName: expect.stringContaining('Organisation'),
        organisationLogo: null,
        campaigns: [],
        percentMapped: 0,
        percentValidated: 0,
        status: 'PUBLISHED',
        activeMappers: 0,
        lastUpdated: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z$/),
        dueDate: '2031-05-01T00:00:00Z',
        totalContributors: 0,
        country: ['Nepal', 'India'],
        sandbox: false,
        database: 'OSM',
        creationDate: null,
        author: 'ada',
        partnerNames: null,
        totalAreaSquareKilometers: null,
      },
      expect.objectContaining({ projectId: made['Roads of Kenya'], locale: 'en' }),
    ]);
    expect(body.mapResults.features.map((each: { properties: object }) => each.properties)).toEqual([
      { projectId: made['Houses of Nepal'], priority: 'LOW' },
      { projectId: made['Roads of Kenya'], priority: 'URGENT' },
    ]);
    expect((await v2(server, '/projects/?omitMapResults=true')).body.mapResults).toEqual([]);
    expect((await v2(server, '/projects/?page=9')).body).toMatchObject({
      results: [],
      pagination: { page: 9, total: 2 },
    });
    expect((await v2(server, '/projects/?country=Chad')).body).toEqual({ mapResults: {}, results: [] });
  });

  it.each([
    ['', ['Roads of Kenya', 'Houses of Nepal']],
    ['orderBy=difficulty', ['Houses of Nepal', 'Roads of Kenya']],
    ['orderBy=due_date&orderByType=DESC', ['Roads of Kenya', 'Houses of Nepal']],
    ['orderBy=percent_mapped', ['Houses of Nepal', 'Roads of Kenya']],
    ['textSearch=kenya', ['Roads of Kenya']],
    ['textSearch=hous nepal', ['Houses of Nepal']],
    ['textSearch=@(|', ['Roads of Kenya', 'Houses of Nepal']],
    ['textSearch=zebra', []],
    ['difficulty=EASY', ['Houses of Nepal']],
    ['difficulty=ALL', ['Roads of Kenya', 'Houses of Nepal']],
    ['mappingTypes=ROADS,OTHER', ['Roads of Kenya', 'Houses of Nepal']],
    ['mappingTypes=ROADS&mappingTypesExact=true', ['Roads of Kenya']],
    ['country=india', ['Houses of Nepal']],
    ['imagery=Custom', ['Houses of Nepal']],
    ['action=map', ['Roads of Kenya', 'Houses of Nepal']],
    ['action=validate', ['Roads of Kenya', 'Houses of Nepal']],
    ['action=any', ['Roads of Kenya', 'Houses of Nepal']],
    ['organisationName=nobody', []],
    ['campaign=nothing', []],
    ['teamId=1', []],
    ['interests=1,2', []],
    ['sandbox=true', []],
    ['database=elsewhere', ['Roads of Kenya', 'Houses of Nepal']],
    ['sandbox=false&database=elsewhere', []],
    ['projectStatuses=ARCHIVED', ['Done']],
    ['projectStatuses=DRAFT', []],
    ['createdByMe=true&managedByMe=1&basedOnMyInterests=yes', ['Roads of Kenya', 'Houses of Nepal']],
    ['createdFrom=2001-01-01&createdTo=2002-01-01', []],
    ['lastUpdatedFrom=2001-01-01', ['Roads of Kenya', 'Houses of Nepal']],
  ])('%s finds for a visitor %j', async (query, expected) => expect(await names(query)).toEqual(expected));

  it('shows each person what they may see', async () => {
    const all = 'projectStatuses=PUBLISHED,DRAFT,ARCHIVED&orderBy=id';
    expect(await names(all, mapper)).toEqual(['Roads of Kenya', 'Houses of Nepal', 'Done']);
    const everything = ['Roads of Kenya', 'Houses of Nepal', 'Secret rivers', 'A draft', 'Done'];
    expect(await names(all, manager)).toEqual(everything);
    expect(await names('createdByMe=true&orderBy=id', admin)).toEqual(everything);
    expect(await names('managedByMe=true&orderBy=id', mapper)).toEqual([]);
    expect(await names('managedByMe=true&orderBy=id', manager)).toHaveLength(3);
    expect(await names('basedOnMyInterests=true', mapper)).toEqual([]);
    expect(await names('favoritedByMe=true', mapper)).toEqual([]);
    expect(await names('mappedByMe=true', mapper)).toEqual([]);
    expect(await names('action=validate', mapper)).toEqual([]);
    expect(await names('action=validate', admin)).toHaveLength(3);
  });

  it('counts and maps what fits anew as soon as something of it changes, for each person', async () => {
    const { prisma, pool } = server.database;
    const [organisation, person] = [Number(organisationId), await server.person('of-teams')];
    const areaOfInterest = boxOfTiles(14, 2, 2);
    let id = 0;
    const set = (data: object) => prisma.project.update({ where: { id }, data });
    const own = { organisationId: organisation, personId: person.id };
    const campaign = await prisma.campaign.create({ data: { name: 'Flood' } });
    const team = await prisma.team.create({ data: { name: 'Readers', organisationId: organisation } });
    const membership = { teamId: team.id, personId: person.id };
    const member = { ...membership, function: 'MEMBER', active: true } as const;
    await prisma.teamMember.create({ data: member });
    const searches = ['', 'omitMapResults=true', 'campaign=Flood', 'textSearch=rivers', 'managedByMe=true', 'action=map', 'orderBy=last_updated']; // prettier-ignore
    const changes: [string, () => Promise<unknown>][] = [
      ['made', async () => (id = await publishedProject(server, admin.token, { areaOfInterest, zoom: 14, organisationId, name: 'Coast' }))],
      ['of another name', () => prisma.projectText.updateMany({ where: { projectId: id }, data: { name: 'Coast and rivers' } })],
      ['of another priority', () => set({ priority: 'URGENT' })],
      ['of a campaign', () => prisma.campaignProject.create({ data: { projectId: id, campaignId: campaign.id } })],
      ['of one that has another name', () => prisma.campaign.update({ where: { id: campaign.id }, data: { name: 'Storm' } })],
      ['private', () => set({ private: true })],
      ['of a person', () => prisma.projectAllowedPerson.create({ data: { projectId: id, personId: person.id } })],
      ['of nobody', () => prisma.projectAllowedPerson.deleteMany({ where: { projectId: id } })],
      ['of a team', () => prisma.projectTeam.create({ data: { projectId: id, teamId: team.id, role: 'PROJECT_MANAGER' } })],
      ['of a team that the person left', () => prisma.teamMember.deleteMany({ where: membership })],
      ['of one that they came back to', () => prisma.teamMember.create({ data: member })],
      ['of a team without a role', () => prisma.projectTeam.deleteMany({ where: { projectId: id } })],
      ['of a manager', () => prisma.organisationManager.create({ data: own })],
      ['of another manager', () => prisma.organisationManager.deleteMany({ where: own })],
      ['not what still needs work', () => prisma.projectProgress.update({ where: { projectId: made['Houses of Nepal']! }, data: { tasksMapped: 4 } })],
      ['not the last that was worked on', () => prisma.projectProgress.update({ where: { projectId: made['Roads of Kenya']! }, data: { lastUpdated: new Date('2040-01-01') } })],
      ['archived', () => set({ private: false, status: 'ARCHIVED' })],
      ['published', () => set({ status: 'PUBLISHED' })],
      ['deleted', () => prisma.project.delete({ where: { id } })],
    ]; // prettier-ignore
    const count = `query ($campaign: ID) { all: projects { totalCount } open: projects(filter: { need: TO_MAP }) { totalCount }
      words: projects(filter: { search: "rivers" }) { totalCount } misspelt: projects(filter: { search: "rievrs" }) { totalCount }
      campaign: projects(filter: { campaignId: $campaign }) { totalCount } urgent: projects(filter: { priorities: [URGENT] }) { totalCount }
      own: projects(filter: { managedByMe: true, statuses: [PUBLISHED, ARCHIVED] }) { totalCount } }`;
    const answers = () =>
      Promise.all(
        [undefined, person, manager].flatMap((who) => [
          ...searches.map(async (query) => {
            const { body } = await v2(server, `/projects/?${query}`, { token: who?.token });
            return { who: who?.username, query, body };
          }),
          server.get(count, { campaign: String(campaign.id) }, who?.token),
        ]),
      );
    let before = await answers();
    for (const [change, make] of changes) {
      await make();
      const after = await answers();
      expect(after, change).not.toEqual(before);
      await pool.query('update projects_version set version = version + 1'); // now nothing that is known counts
      expect(after, change).toEqual(await answers());
      before = after;
    }
    await prisma.projectProgress.update({ where: { projectId: made['Houses of Nepal']! }, data: { tasksMapped: 0 } });
    await prisma.campaign.delete({ where: { id: campaign.id } });
    await prisma.team.delete({ where: { id: team.id } });
  });

  it('tells who has an answer with all points that it is the same, until a project on the page is worked on', async () => {
    const { prisma } = server.database;
    const where = { projectId: made['Roads of Kenya']! };
    const search = (headers = {}, token?: string) => v2(server, '/projects/?orderBy=id', { headers, token });
    const { body, headers } = await search();
    const have = { 'if-none-match': headers.get('etag')! };
    expect((await search(have)).status).toBe(304);
    expect((await search({ 'accept-encoding': 'gzip' })).body).toEqual(body);
    expect(await search(have, admin.token)).toMatchObject({ status: 200, body: { results: expect.any(Array) } });
    const { tasksMapped } = await prisma.projectProgress.update({ where, data: { tasksMapped: { increment: 1 } } });
    const after = await search(have);
    expect(after.status).toBe(200);
    expect(after.body.mapResults).toEqual(body.mapResults);
    expect(after.body.results).not.toEqual(body.results);
    await prisma.projectProgress.update({ where, data: { tasksMapped: tasksMapped - 1 } });
    expect((await search(have)).status).toBe(304);
  });

  it('refuses what it does not know with 400, and partners to all but administrators with 401', async () => {
    for (const query of [
      'difficulty=easy',
      'projectStatuses=FOO',
      'mappingTypes=ROADS,TREES',
      'interests=1,a',
      'createdFrom=yesterday',
      'createdTo=2024-02-31',
      'orderBy=id;drop table project',
      'orderBy=constructor',
    ])
      expect(await refused(query)).toMatchObject({
        status: 400,
        body: { Error: expect.stringMatching(/^Projects GET - /) },
      });
    for (const query of [
      'omitMapResults=true&downloadAsCSV=true',
      'partnershipFrom=2024-01-01',
      'partnerId=1&partnershipFrom=2024-01-02&partnershipTo=2024-01-01',
    ])
      expect(await refused(query, admin)).toMatchObject({ status: 400, body: { Error: expect.any(String) } });
    expect((await refused('partnerId=1', manager)).status).toBe(401);
    expect(await names('partnerId=1', admin)).toEqual([]);
    expect((await refused('page=0')).status).toBe(422);
    expect((await refused('teamId=x')).status).toBe(422);
  });

  it('gives a CSV of all that fits, which no spreadsheet runs', async () => {
    const { prisma } = server.database;
    const where = { projectId_locale: { projectId: made['Done']!, locale: 'en' } };
    await prisma.projectText.update({ where, data: { name: '=1+1, "done"' } });
    const answer = await v2(server, '/projects/?downloadAsCSV=true&projectStatuses=ARCHIVED');
    expect(answer.headers.get('content-type')).toMatch('text/csv');
    expect(answer.headers.get('content-disposition')).toContain('data.csv');
    const [head, row, ...none] = (answer.body as string).trim().split('\n');
    expect(head).toBe(
      'projectId,name,priority,difficulty,status,sandbox,database,lastUpdated,dueDate,organisationName,percentMapped,percentValidated,totalArea,country,creation_date,totalContributors,author',
    );
    expect(row).toMatch(
      new RegExp(
        `^${made['Done']},"'=1\\+1, ""done""",MEDIUM,MODERATE,ARCHIVED,False,OSM,[^,]+Z,,[^,]+,0\\.0,0\\.0,\\d+\\.\\d+,`,
      ),
    );
    expect(none).toEqual([]);
    const ofAdmin = await v2(server, '/projects/?downloadAsCSV=true&country=Chad', { token: admin.token });
    expect(ofAdmin.body).toMatch(/,author,partnerNames\n$/);
  });

  it('does not disturb the search of the GraphQL API, whose statements are prepared on the same connections', async () => {
    for (const [search, name] of [
      ['Kenya', 'Roads of Kenya'],
      ['Nepal', 'Houses of Nepal'],
    ])
      // prettier-ignore
      for (const ask of ['v2', 'graphql', 'graphql', 'v2', 'graphql', 'graphql']) {
        if (ask === 'v2') {
          for (const more of ['', '&omitMapResults=true', '&orderBy=id'])
            expect(await names(`textSearch=${search}${more}`)).toContain(name);
          continue;
        }
        const { data, errors } = await server.ask(
          'query ($search: String) { projects(filter: { search: $search }, first: 3) { totalCount nodes { name } } }',
          { search },
        );
        expect(errors).toBeUndefined();
        expect(data.projects.nodes).toContainEqual({ name });
        expect(data.projects.totalCount).toBe(data.projects.nodes.length);
      }
  });

  it('gives the CSV and the own projects in every order that there is', async () => {
    const { token } = admin;
    const idsOf = (csv: string) => csv.trim().split('\n').slice(1).map((line) => Number(line.split(',')[0])); // prettier-ignore
    for (const order of Object.keys(V2_ORDERS)) {
      const csv = await v2(server, `/projects/?downloadAsCSV=true&orderBy=${order}`, { token });
      expect([order, csv.status]).toEqual([order, 200]);
      const { body } = await v2(server, `/projects/?orderBy=${order}`, { token });
      expect([order, ...idsOf(csv.body)]).toEqual([order, ...body.results.map((each: { projectId: number }) => each.projectId)]); // prettier-ignore
      const own = await v2(server, `/projects/queries/myself/owner/?orderBy=${order}`, { token });
      expect([order, own.status]).toEqual([order, 200]);
    }
  });
});

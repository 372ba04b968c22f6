import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oldClient, type OldClient } from './oldClient.js';
import { startServer, type TestServer } from './server.js';
import { boxOfTiles, newOrganisation, publishedProject } from './world.js';

// What the pages of the original's client call, in their order, for somebody who looks around and then signs in.

let server: TestServer;
let p: number;
let organisationId: string;
const visitor = oldClient(() => server);
const REDIRECT = 'http://127.0.0.1:3000/authorized';

beforeAll(async () => {
  server = await startServer({}, { jobs: false });
  const admin = await server.person('ada', 'ADMIN');
  organisationId = await newOrganisation(server, admin.token);
  p = await publishedProject(server, admin.token, { areaOfInterest: boxOfTiles(14, 2, 2), zoom: 14, organisationId });
  await server.database.prisma.campaign.create({ data: { name: 'Floods' } });
  await server.database.prisma.interest.create({ data: { name: 'Health' } });
});
afterAll(() => server?.stop());

describe('a visitor with the old client', () => {
  it('may call from a page of another address, with the headers that the client sends', async () => {
    const answer = await fetch(`${server.url}/api/v2/projects/`, {
      method: 'OPTIONS',
      headers: {
        origin: 'http://127.0.0.1:3000',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'accept-language,authorization,content-type',
      },
    });
    expect(answer.status).toBe(204);
    const allowed = answer.headers.get('access-control-allow-headers')?.toLowerCase();
    for (const name of ['accept-language', 'authorization', 'content-type']) expect(allowed).toContain(name);
  });

  it('sees the numbers of the home page, the languages of the header and the banner', async () => {
    expect(await visitor.get('system/statistics/')).toEqual(
      expect.objectContaining({ mappersOnline: expect.any(Number), tasksMapped: 0, totalProjects: 1 }),
    );
    const { supportedLanguages } = await visitor.get('system/languages/');
    expect(supportedLanguages).toContainEqual({ code: 'en', language: 'English' });
    expect(supportedLanguages.map(({ code }: { code: string }) => code).join()).not.toContain('-');
    expect(await visitor.get('system/banner/')).toMatchObject({
      message: expect.stringMatching(/^<p>/),
      visible: true,
    });
  });

  it('explores projects: the cards, the table, the map, and what the filters offer', async () => {
    const query = 'action=any&orderBy=priority&orderByType=ASC&page=1';
    const { results, mapResults, pagination } = await visitor.get(`projects/?${query}`);
    expect(pagination).toMatchObject({ page: 1, pages: 1, perPage: expect.any(Number), total: 1, hasNext: false });
    expect(results).toEqual([
      expect.objectContaining({
        projectId: p,
        name: 'A project',
        shortDescription: expect.stringContaining('For a test.'),
        organisationName: expect.stringContaining('Organisation'),
        organisationLogo: null,
        priority: 'MEDIUM',
        status: 'PUBLISHED',
        difficulty: expect.stringMatching(/^(EASY|MODERATE|CHALLENGING)$/),
        percentMapped: 0,
        percentValidated: 0,
        totalContributors: 0,
        dueDate: null,
        lastUpdated: expect.stringMatching(/Z$/),
      }),
    ]);
    expect(mapResults.type).toBe('FeatureCollection');
    const [point] = mapResults.features;
    expect(point.geometry).toMatchObject({ type: 'Point', coordinates: [expect.any(Number), expect.any(Number)] });
    // A click on the point searches for its number.
    expect(point.properties.projectId).toBe(p);
    for (const found of [`%23${p}`, String(p), 'project'])
      expect((await visitor.get(`projects/?textSearch=${found}&${query}`)).results).toHaveLength(1);

    expect((await visitor.get('campaigns/')).campaigns).toEqual([{ id: expect.any(Number), name: 'Floods' }]);
    const { organisations } = await visitor.get('organisations/?omitManagerList=true&omitStats=true');
    expect(organisations).toEqual([
      expect.objectContaining({ organisationId: Number(organisationId), name: results[0].organisationName }),
    ]);
    expect((await visitor.get('countries/')).tags).toEqual(expect.any(Array));
    expect((await visitor.get('interests/')).interests).toEqual([
      expect.objectContaining({ id: expect.any(Number), name: 'Health' }),
    ]);
  });

  it('narrows the search with every filter and order that the page writes', async () => {
    const [country] = (await visitor.get('countries/')).tags;
    const finds = (more: string) =>
      visitor
        .get(`projects/?page=1&${more}`)
        .then(({ results }) => results.map((each: { projectId: number }) => each.projectId));
    const { results } = await visitor.get('projects/');
    expect(await finds(`organisationName=${encodeURIComponent(results[0].organisationName)}`)).toEqual([p]);
    expect(await finds('organisationName=Nobody')).toEqual([]);
    if (country) expect(await finds(`country=${encodeURIComponent(country)}`)).toEqual([p]);
    expect(await finds('campaign=Floods')).toEqual([]);
    expect(await finds('mappingTypes=WATERWAYS,OTHER')).toEqual([]);
    expect(await finds('mappingTypes=BUILDINGS&mappingTypesExact=true')).toEqual(await finds('mappingTypes=BUILDINGS'));
    expect(await finds(`difficulty=${results[0].difficulty}`)).toEqual([p]);
    expect(await finds('difficulty=ALL')).toEqual([p]);
    expect(await finds('action=map')).toEqual([p]);
    expect(await finds('action=validate')).toEqual([p]);
    expect(await finds('projectStatuses=ARCHIVED')).toEqual([]);
    expect(await finds('lastUpdatedTo=2020-01-01')).toEqual([]);
    expect(await finds('createdFrom=2020-01-01')).toEqual([p]);
    expect(await finds('omitMapResults=true')).toEqual([p]);
    for (const [by, way] of [
      ['priority', 'ASC'],
      ['last_updated', 'DESC'],
      ['id', 'DESC'],
      ['id', 'ASC'],
      ['difficulty', 'ASC'],
      ['difficulty', 'DESC'],
      ['due_date', 'ASC'],
      ['percent_mapped', 'DESC'],
      ['percent_validated', 'DESC'],
    ])
      expect(await finds(`orderBy=${by}&orderByType=${way}`)).toEqual([p]);
  });

  it('opens a project with its map, talk, people, timeline and neighbours', async () => {
    const project = await visitor.get(`projects/${p}/`);
    expect(project).toMatchObject({
      projectId: p,
      status: 'PUBLISHED',
      defaultLocale: 'en',
      author: 'ada',
      organisation: Number(organisationId),
      organisationSlug: expect.any(String),
      projectInfo: {
        name: 'A project',
        description: expect.stringContaining('<p>'),
        instructions: expect.stringContaining('Map every building'),
      },
      areaOfInterest: { type: 'MultiPolygon' },
      aoiBBOX: [expect.any(Number), expect.any(Number), expect.any(Number), expect.any(Number)],
      mappingEditors: expect.arrayContaining(['ID']),
      teams: [],
      percentMapped: 0,
    });
    const tasks = await visitor.get(`projects/${p}/tasks/`);
    expect(tasks.features).toHaveLength(4);
    expect(tasks.features[0]).toMatchObject({
      geometry: { type: 'MultiPolygon' },
      properties: { taskId: 1, taskStatus: 'READY', lockedBy: null },
    });
    expect(await visitor.get(`projects/${p}/comments/?perPage=5&page=1`)).toEqual({ chat: [], pagination: null });
    expect(await visitor.get(`projects/${p}/contributions/`)).toEqual({ userContributions: [] });
    const { levels } = await visitor.get('levels/');
    expect(levels[0]).toMatchObject({ id: expect.any(Number), name: expect.any(String), ordering: expect.any(Number) });
    expect(await visitor.get(`projects/${p}/contributions/queries/day/`)).toEqual({ stats: [] });
    expect(await visitor.call('GET', `projects/queries/${p}/similar-projects/`)).toMatchObject({
      status: 200,
      body: { results: [] },
    });
    const area = await visitor.call('GET', `projects/${p}/queries/aoi/?as_file=true`);
    expect(area.headers.get('content-disposition')).toContain('attachment');
    expect(area.body).toMatchObject({ type: 'MultiPolygon', coordinates: expect.any(Array) });
    const grid = await visitor.call('GET', `projects/${p}/tasks/?as_file=true`);
    expect(grid.headers.get('content-disposition')).toContain('attachment');
    expect(grid.body.features).toHaveLength(4);
    const summary = await visitor.get(`projects/${p}/queries/summary/`);
    expect(summary).toMatchObject({ projectId: p, projectInfo: { name: 'A project' }, percentMapped: 0 });
    expect(await visitor.get(`projects/${p}/statistics/`)).toMatchObject({ totalTasks: 4, totalMappers: 0 });
  });

  it('is told what there is not, and sent to sign in for what is not for everybody', async () => {
    expect(await visitor.refused('GET', 'projects/999999/')).toEqual([404, 'PROJECT_NOT_FOUND']);
    expect((await visitor.call('GET', 'notifications/queries/own/count-unread/')).status).toBe(403);
    expect((await visitor.call('POST', `projects/${p}/comments/`, { message: 'Hello' })).status).toBe(403);
    expect((await visitor.call('POST', `projects/${p}/tasks/actions/lock-for-mapping/1/`)).status).toBe(403);
  });

  it('looks at an organisation, with its teams and projects', async () => {
    const { slug } = await visitor.get(`organisations/${organisationId}/?omitManagerList=true`);
    const organisation = await visitor.get(`organisations/${slug}/`);
    expect(organisation).toMatchObject({
      organisationId: Number(organisationId),
      slug,
      teams: [],
      managers: [expect.objectContaining({ username: 'ada' })],
    });
    const { results } = await visitor.get(`projects/?organisationId=${organisationId}&omitMapResults=true`);
    expect(results).toHaveLength(1);
  });

  it('writes to the contact address', async () => {
    const body = { name: 'Vic', email: 'vic@example.org', content: 'Hello' };
    expect([201, 501]).toContain((await visitor.call('POST', 'system/contact-admin/', body)).status);
  });
});

describe('signing in with the old client', () => {
  let me: OldClient;

  it('goes to OpenStreetMap and comes back with a token that works', async () => {
    const { auth_url, state } = await visitor.get(
      `system/authentication/login/?redirect_uri=${encodeURIComponent(REDIRECT)}`,
    );
    const page = new URL(auth_url);
    const agreed = await fetch(`${page.origin}${page.pathname}`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams([...page.searchParams, ['name', 'vera'], ['changesets', '0']]),
    });
    const back = new URL(agreed.headers.get('location')!);
    expect(back.searchParams.get('state')).toBe(state);
    const code = encodeURIComponent(back.searchParams.get('code')!);
    const answer = await visitor.get(
      `system/authentication/callback/?redirect_uri=${encodeURIComponent(REDIRECT)}&code=${code}&email_address=vera%40example.org`,
    );
    expect(answer).toMatchObject({ username: 'vera', session_token: expect.any(String), picture: null });
    expect(answer.session.access_token).toEqual(expect.any(String));
    me = oldClient(() => server, answer.session_token, 'pt-BR');
  });

  it('loads the profile and the three lists that decide which buttons show', async () => {
    const profile = await me.get('users/queries/vera/');
    expect(profile).toMatchObject({
      id: expect.any(Number),
      username: 'vera',
      role: 'MAPPER',
      mappingLevel: expect.any(String),
      emailAddress: 'vera@example.org',
      isEmailVerified: false,
      isExpert: false,
      defaultEditor: 'ID',
    });
    const [osm, managed, leads, teams] = await Promise.all([
      me.call('GET', 'users/vera/openstreetmap/'),
      me.get(`organisations/?omitManagerList=true&manager_user_id=${profile.id}`),
      me.get(`teams/?omitMemberList=true&team_role=PROJECT_MANAGER&member=${profile.id}`),
      me.get(`teams/?fullMemberList=false&manager=${profile.id}`),
    ]);
    expect([200, 502]).toContain(osm.status);
    expect([managed.organisations, leads.teams, teams.teams]).toEqual([[], [], []]);
  });

  it('welcomes with interests and projects, and remembers what is chosen', async () => {
    const [health] = (await me.get('interests/')).interests;
    expect(await me.post('users/me/actions/set-interests/', { interests: [health.id] })).toMatchObject({
      interests: [{ id: health.id, name: 'Health' }],
    });
    expect((await me.get('users/vera/queries/interests/')).interests).toContainEqual({ ...health, userSelected: true });
    expect((await me.get('projects/?basedOnMyInterests=true')).results).toEqual([]);
    expect((await me.get('projects/?action=map&omitMapResults=true')).results).toHaveLength(1);
  });

  it('is asked to sign in again when the session has ended', async () => {
    const ended = oldClient(() => server, 'gone');
    expect(await ended.refused('GET', 'users/queries/vera/')).toEqual([401, 'InvalidToken']);
  });
});

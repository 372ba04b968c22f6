import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oldClient, type OldClient } from './oldClient.js';
import { startServer, type TestServer } from './server.js';
import { boxOfTiles, newOrganisation } from './world.js';

// What the original's wizard and its page for editing call, in their order: one project from its first polygon to its end.

type Person = Awaited<ReturnType<TestServer['person']>>;
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as the page holds what it loaded
type Loaded = any;

let server: TestServer;
let people: Record<'admin' | 'manager' | 'mapper', Person>;
let me: OldClient;
let mapper: OldClient;
let organisationId: number;
let p: number;

beforeAll(async () => {
  server = await startServer({}, { jobs: false });
  people = {
    admin: await server.person('ada', 'ADMIN'),
    manager: await server.person('mia'),
    mapper: await server.person('max'),
  };
  organisationId = Number(await newOrganisation(server, people.admin.token));
  const { prisma } = server.database;
  await prisma.organisationManager.create({ data: { organisationId, personId: people.manager.id } });
  await prisma.license.create({ data: { name: 'Imagery' } });
  await prisma.campaign.create({ data: { name: 'Floods' } });
  await prisma.interest.create({ data: { name: 'Health' } });
  me = oldClient(() => server, people.manager.token);
  mapper = oldClient(() => server, people.mapper.token);
});
afterAll(() => server?.stop());

const feature = (geometry: object, properties: object = {}) => ({ type: 'Feature', geometry, properties });
const collection = (...features: object[]) => ({ type: 'FeatureCollection', features });
/** Six decimals, as the wizard sends. */
const rounded = <Value>(value: Value): Value =>
  JSON.parse(JSON.stringify(value, (_, each) => (typeof each === 'number' ? Math.round(each * 1e6) / 1e6 : each)));

const ZOOM = 14;
const MIDDLE = 2 ** (ZOOM - 1);
const corner = (x: number, y: number) => [
  (x / 2 ** ZOOM) * 360 - 180,
  (Math.atan(Math.sinh(Math.PI * ((2 * y) / 2 ** ZOOM - 1))) * 180) / Math.PI,
];
const cell = (x: number, y: number) =>
  feature(
    {
      type: 'MultiPolygon',
      coordinates: [[[corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1), corner(x, y)]]],
    },
    { x, y, zoom: ZOOM, isSquare: true },
  );
/** The wizard's grid over the box around an area: here one column and one row more than the area touches. */
const grid = () =>
  collection(...[0, 1, 2].flatMap((column) => [0, 1, 2].map((row) => cell(MIDDLE + column, MIDDLE + row))));
const areaOfInterest = () => collection(feature(boxOfTiles(ZOOM, 2, 2)));

/** One save for all tabs: the whole object that was loaded, with what was edited. */
const save = async (change: (project: Loaded) => void) => {
  const project = await me.get(`projects/${p}/`);
  change(project);
  return me.patch(`projects/${p}/`, project);
};
/** What a save must leave as it is: all but when it was. Where a ring begins does not matter. */
const kept = ({ lastUpdated: _, priorityAreas: __, ...rest }: Loaded) => rest;
const corners = (polygons: Loaded) =>
  new Set<string>(polygons.flatMap(({ coordinates }: Loaded) => coordinates[0].map(String)));
const whole = () => me.get(`projects/${p}/`) as Promise<Loaded>;

describe('the wizard of the old client', () => {
  it('offers the own organisations, and shows what there is on its map', async () => {
    const { organisations } = await me.get(`organisations/?omitManagerList=true&manager_user_id=${people.manager.id}`);
    expect(organisations).toEqual([expect.objectContaining({ organisationId, name: expect.any(String) })]);
    expect(await me.get('projects/queries/bbox/?bbox=-1,-1,1,1&srid=4326')).toEqual(collection());
  });

  it('trims a grid to the area, whole or cut at its edge', async () => {
    const kept = await me.post('projects/actions/intersecting-tiles/', {
      areaOfInterest: areaOfInterest(),
      clipToAoi: false,
      grid: grid(),
    });
    expect(kept.features).toHaveLength(4);
    expect(kept.features[0]).toMatchObject({ type: 'Feature', properties: { zoom: ZOOM, isSquare: true } });
    const cut = await me.post('projects/actions/intersecting-tiles/', {
      areaOfInterest: areaOfInterest(),
      clipToAoi: true,
      grid: grid(),
    });
    expect(cut.features.map(({ properties }: Loaded) => properties.isSquare)).toEqual([false, false, false, false]);
    const bow = [[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]; // prettier-ignore
    expect(
      await me.refused('POST', 'projects/actions/intersecting-tiles/', {
        areaOfInterest: collection(feature({ type: 'Polygon', coordinates: [bow] })),
        clipToAoi: true,
        grid: grid(),
      }),
    ).toEqual([400, 'SelfIntersectingAOI']);
  });

  it('makes the draft of what the trimming gave, and opens it', async () => {
    const tasks = await me.post('projects/actions/intersecting-tiles/', {
      areaOfInterest: areaOfInterest(),
      clipToAoi: true,
      grid: grid(),
    });
    const created = await me.call('POST', 'projects/', {
      areaOfInterest: rounded(areaOfInterest()),
      projectName: 'Ngong hills',
      organisation: organisationId,
      tasks: rounded(tasks),
      arbitraryTasks: false,
      database: 'OSM',
      sandbox: false,
    });
    expect(created.status).toBe(201);
    p = created.body.projectId;
    expect(await whole()).toMatchObject({ status: 'DRAFT', author: 'mia', projectInfo: { name: 'Ngong hills' } });
    const { features } = await me.get('projects/queries/bbox/?bbox=-1,-1,1,1&srid=4326');
    expect(features[0].properties).toMatchObject({ projectId: p, projectStatus: 'DRAFT' });
    // Nobody else opens a draft.
    expect((await mapper.refused('GET', `projects/${p}/`))[0]).toBe(403);
    const { results } = await me.get('projects/?managedByMe=true&projectStatuses=DRAFT&omitMapResults=true');
    expect(results).toEqual([expect.objectContaining({ projectId: p, status: 'DRAFT' })]);
    expect((await me.get('projects/?createdByMe=true')).results).toHaveLength(1);
  });

  it('makes tasks of uploaded polygons', async () => {
    const { projectId } = await me.post('projects/', {
      areaOfInterest: rounded(areaOfInterest()),
      projectName: 'By hand',
      organisation: organisationId,
      tasks: null,
      arbitraryTasks: true,
      database: 'OSM',
      sandbox: false,
    });
    const project = await me.get(`projects/${projectId}/`);
    expect(project).toMatchObject({ taskCreationMode: 'ARBITRARY' });
    expect(project.tasks.features).toHaveLength(1);
    await me.delete(`projects/${projectId}/`);
    expect((await me.call('GET', `projects/${projectId}/`)).status).toBe(404);
  });
});

describe('editing with the old client', () => {
  it('saves what it loaded, unchanged', async () => {
    const before = await whole();
    expect(await save(() => undefined)).toEqual({ Status: 'Updated' });
    const after = await whole();
    // Only that presets were ever saved shows.
    expect([before.idPresets, after.idPresets]).toEqual([null, []]);
    expect(kept({ ...after, idPresets: null })).toEqual(kept(before));
  });

  it('publishes with texts in two languages, of which each reader gets their own', async () => {
    expect(
      (
        await me.refused('PATCH', `projects/${p}/`, {
          ...(await whole()),
          status: 'PUBLISHED',
        })
      )[0],
    ).toBe(403);
    await save((project) => {
      project.projectInfoLocales = [
        {
          locale: 'en',
          name: 'Ngong hills',
          shortDescription: 'Short',
          description: '**Long**, with a [link](https://example.org)',
          instructions: '<p>How</p>',
          perTaskInstructions: 'Task {x} {y} {z}',
        },
        { locale: 'fr', name: 'Collines de Ngong' },
      ];
      project.status = 'PUBLISHED';
      project.projectPriority = 'URGENT';
      project.dueDate = '2031-05-01T00:00:00.000Z';
    });
    const project = await whole();
    expect(project).toMatchObject({
      status: 'PUBLISHED',
      projectPriority: 'URGENT',
      dueDate: expect.stringMatching(/^2031-05-01T.*Z$/),
    });
    expect(project.projectInfo.description).toMatch(/<strong>Long<\/strong>.*<a [^>]*href="https:\/\/example.org"/);
    expect(project.projectInfo.instructions).toContain('<p>How</p>');
    const french = oldClient(() => server, undefined, 'fr');
    expect((await french.get(`projects/${p}/`)).projectInfo.name).toBe('Collines de Ngong');
    expect((await mapper.get(`projects/${p}/tasks/1/`)).perTaskInstructions).toContain(`${ZOOM}`);
    // Saved again as it came, in HTML: readers see the same.
    await save(() => undefined);
    expect((await whole()).projectInfo).toEqual(project.projectInfo);
    expect((await whole()).projectInfoLocales).toEqual(project.projectInfoLocales);
  });

  it('keeps metadata, imagery, permissions and settings of the other tabs', async () => {
    const [campaign] = (await me.get('campaigns/')).campaigns;
    const [interest] = (await me.get('interests/')).interests;
    const [license] = (await me.get('licenses/')).licenses;
    const { levels } = await me.get('levels/');
    const { teamId } = await me.post('teams/', {
      organisation_id: organisationId,
      name: 'Checkers',
      description: '',
      joinMethod: 'ANY',
      visibility: 'PUBLIC',
    });
    const { teams } = await me.get(`teams/?organisation=${organisationId}&fullMemberList=false`);
    expect(teams).toEqual([expect.objectContaining({ teamId, name: 'Checkers' })]);
    await save((project) => {
      Object.assign(project, {
        changesetComment: '#hills',
        difficulty: 'CHALLENGING',
        mappingTypes: ['ROADS', 'BUILDINGS'],
        idPresets: ['building', 'highway/track'],
        campaigns: [campaign],
        interests: [interest],
        osmchaFilterId: '9c1a7c2e-0000-4000-8000-3d2f1e0a9b8c',
        extraIdParams: 'offset=10,-10',
        imagery: 'tms[22]:https://tiles.example.org/{zoom}/{x}/{y}.png',
        licenseId: license.licenseId,
        mappingPermission: 'ANY',
        mappingPermissionLevelId: levels[0].id,
        validationPermission: 'TEAMS',
        validationPermissionLevelId: levels[1].id,
        teams: [{ teamId, name: 'Checkers', role: 'VALIDATOR' }],
        mappingEditors: ['ID', 'JOSM', 'RAPID'],
        validationEditors: ['ID', 'JOSM'],
        enforceRandomTaskSelection: true,
        rapidPowerUser: true,
        priorityAreas: [boxOfTiles(ZOOM, 1, 1)],
        customEditor: { name: 'Ours', description: 'An editor', url: 'https://editor.example.org/?x' },
      });
    });
    const project = await whole();
    expect(project).toMatchObject({
      changesetComment: '#hills',
      difficulty: 'CHALLENGING',
      mappingTypes: expect.arrayContaining(['ROADS', 'BUILDINGS']),
      idPresets: ['building', 'highway/track'],
      campaigns: [{ id: campaign.id, name: 'Floods' }],
      interests: [{ id: interest.id, name: 'Health' }],
      extraIdParams: 'offset=10,-10',
      imagery: 'tms[22]:https://tiles.example.org/{zoom}/{x}/{y}.png',
      licenseId: license.licenseId,
      validationPermission: 'TEAMS',
      validationPermissionLevelId: levels[1].id,
      teams: [{ teamId, name: 'Checkers', role: 'VALIDATOR' }],
      mappingEditors: ['ID', 'JOSM', 'RAPID'],
      enforceRandomTaskSelection: true,
      rapidPowerUser: true,
      customEditor: { name: 'Ours', description: 'An editor', url: 'https://editor.example.org/?x' },
    });
    expect(project.priorityAreas).toHaveLength(1);
    expect(await mapper.get(`projects/${p}/queries/priority-areas/`)).toMatchObject([{ type: 'Polygon' }]);
    // And once more through the form, nothing lost.
    await save(() => undefined);
    const again = await whole();
    expect(kept(again)).toEqual(kept(project));
    expect(corners(again.priorityAreas)).toEqual(corners(project.priorityAreas));
    const { results } = await mapper.get('projects/?campaign=Floods&mappingTypes=ROADS,BUILDINGS');
    expect(results).toMatchObject([{ projectId: p, priority: 'URGENT', difficulty: 'CHALLENGING' }]);
    expect((await mapper.get(`projects/?teamId=${teamId}&omitMapResults=true`)).results).toHaveLength(1);
  });

  it('hides a private project from those whom it is not for', async () => {
    await save((project) => (project.private = true));
    expect(await mapper.refused('GET', `projects/${p}/`)).toEqual([403, 'PrivateProject']);
    await save((project) => (project.private = false));
    expect((await mapper.get(`projects/${p}/`)).private).toBe(false);
  });

  it('does what the tab of actions has, and clones', async () => {
    await save((project) => {
      project.licenseId = null;
      project.validationPermission = 'ANY';
    });
    const states = async () =>
      (await mapper.get(`projects/${p}/tasks/`)).features.map(({ properties }: Loaded) => properties.taskStatus);
    const all = (status: string) => Array.from({ length: 4 }, () => status);
    const actions = `projects/${p}/tasks/actions`;
    for (const [action, status] of [
      ['map-all', 'MAPPED'],
      ['validate-all', 'VALIDATED'],
      ['invalidate-all', 'INVALIDATED'],
      ['reset-all', 'READY'],
    ] as const) {
      expect(await me.post(`${actions}/${action}/`)).toHaveProperty('Success');
      expect(await states()).toEqual(all(status));
    }
    await mapper.post(`${actions}/lock-for-mapping/1/`);
    await mapper.post(`${actions}/unlock-after-mapping/1/`, { status: 'BADIMAGERY', comment: '' });
    await me.post(`${actions}/reset-by-user/?username=max&action=BADIMAGERY`);
    expect(await states()).toEqual(all('READY'));
    await me.post(`${actions}/reset-all-badimagery/`);
    expect(
      await me.post(`projects/${p}/actions/message-contributors/`, { subject: 'Thanks', message: '**All** of you' }),
    ).toHaveProperty('Success');
    expect((await mapper.refused('POST', `${actions}/map-all/`))[0]).toBe(403);

    const { projectId: copy } = await me.post('projects/', {
      areaOfInterest: rounded(areaOfInterest()),
      projectName: 'ignored',
      organisation: organisationId,
      tasks: rounded(grid()),
      arbitraryTasks: false,
      database: 'OSM',
      sandbox: false,
      cloneFromProjectId: p,
    });
    expect(await me.get(`projects/${copy}/`)).toMatchObject({
      status: 'DRAFT',
      changesetComment: expect.any(String),
      difficulty: 'CHALLENGING',
      campaigns: [{ name: 'Floods' }],
    });
    await me.post(`projects/${copy}/actions/transfer-ownership/`, { username: 'ada' });
    expect((await me.get(`projects/${copy}/`)).author).toBe('ada');
    await me.delete(`projects/${copy}/`);
  });

  it('archives, which takes it out of the search and leaves it to be read', async () => {
    await save((project) => (project.status = 'ARCHIVED'));
    expect((await mapper.get('projects/')).results).toEqual([]);
    expect((await mapper.get('projects/?projectStatuses=ARCHIVED')).results).toHaveLength(1);
    expect((await mapper.get(`projects/${p}/`)).status).toBe('ARCHIVED');
  });
});

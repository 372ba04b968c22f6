import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v2 } from '../../../test/rest.js';
import { startServer, type TestServer } from '../../../test/server.js';
import { ACTIONS, boxOfTiles, publishedProject } from '../../../test/world.js';

type Person = Awaited<ReturnType<TestServer['person']>>;
let server: TestServer;
let admin: Person;
let manager: Person;
let mapper: Person;
let open: number;
let secret: number;
let draft: number;
const areaOfInterest = boxOfTiles(14, 2, 2);

beforeAll(async () => {
  server = await startServer({}, { jobs: false });
  admin = await server.person('ada', 'ADMIN');
  manager = await server.person('mia');
  mapper = await server.person('max');
  const { prisma } = server.database;
  [open, secret, draft] = (await Promise.all(
    ['Open', 'Secret', 'Draft'].map((name) =>
      publishedProject(server, admin.token, { areaOfInterest, zoom: 14, name, mappingTypes: ['ROADS', 'LAND_USE'] }),
    ),
  )) as [number, number, number];
  await prisma.project.update({ where: { id: secret }, data: { private: true } });
  await prisma.project.update({ where: { id: draft }, data: { status: 'DRAFT', authorId: manager.id } });
  const { organisationId } = await prisma.project.findUniqueOrThrow({ where: { id: draft } });
  await prisma.organisationManager.create({ data: { organisationId: organisationId!, personId: manager.id } });
  for (const p of [open, secret]) {
    const act = (action: keyof typeof ACTIONS, variables: object) =>
      server.get(ACTIONS[action], { p, ...variables }, admin.token);
    const { result } = await act('lock', { n: 1 });
    await act('submit', { n: 1, version: result.task.lock.version, status: 'MAPPED' });
  }
});
afterAll(() => server?.stop());

const ids = (features: { properties: { projectId: number } }[]) =>
  features.map(({ properties }) => properties.projectId);
const BOX = '-1,-1,1,1';

describe('lists of projects over v2', () => {
  it('a box has the projects that the viewer may see, in degrees and in metres', async () => {
    const inBox = (query: string, token?: string) => v2(server, `/projects/queries/bbox/?${query}`, { token });
    const { body } = await inBox(`bbox=${BOX}`, admin.token);
    expect(ids(body.features)).toEqual([open, secret, draft].sort((a, b) => a - b));
    expect(body.features[0].geometry.type).toBe('MultiPolygon');
    expect(
      body.features.find((each: { properties: { projectId: number } }) => each.properties.projectId === draft)
        .properties,
    ).toEqual({ projectId: draft, projectStatus: 'DRAFT', projectName: 'Draft' });
    expect(ids((await inBox(`bbox=${BOX}`, manager.token)).body.features).sort()).toEqual([open, draft].sort());
    expect(ids((await inBox(`bbox=${BOX}&createdByMe=true`, manager.token)).body.features)).toEqual([draft]);
    expect((await inBox('bbox=-200000,-200000,200000,200000&srid=3857', admin.token)).body.features).toHaveLength(3);
    expect((await inBox('bbox=50,50,51,51', admin.token)).body.features).toEqual([]);
    expect((await inBox(`bbox=${BOX}`)).status).toBe(403);
    expect(await inBox(`bbox=${BOX}`, mapper.token)).toMatchObject({
      status: 403,
      body: { SubCode: 'UserPermissionError' },
    });
    expect(await inBox('bbox=-170,-80,170,80', admin.token)).toMatchObject({
      status: 400,
      body: { SubCode: 'BBoxTooBigError' },
    });
    for (const query of [
      '',
      'bbox=1,2,3',
      'bbox=a,b,c,d',
      'bbox=1,1,0,0',
      'bbox=,,,',
      `bbox=${BOX}&srid=1`,
      `bbox=${BOX}&srid=x`,
    ])
      expect(await inBox(query, admin.token)).toMatchObject({ status: 400, body: { SubCode: 'InvalidData' } });
  });

  it('who manages has the list of their own projects, by status', async () => {
    const own = (token?: string, query = '') => v2(server, `/projects/queries/myself/owner/${query}`, { token });
    const { body } = await own(admin.token, '?orderBy=id&orderByType=DESC');
    expect(body.activeProjects.map((each: { projectId: number }) => each.projectId)).toEqual(
      [open, secret].sort((a, b) => b - a),
    );
    expect(body).toMatchObject({ draftProjects: [], archivedProjects: [] });
    expect((await own(manager.token)).body.draftProjects).toMatchObject([{ projectId: draft, author: 'mia' }]);
    expect(await own(mapper.token)).toMatchObject({ status: 403, body: { SubCode: 'UserPermissionError' } });
    expect((await own()).status).toBe(403);
    expect((await own(admin.token, '?orderBy=name;--')).status).toBe(400);
  });

  it('what a person touched is shown to those who may see the projects', async () => {
    const touched = async (token?: string) =>
      (await v2(server, '/projects/queries/ada/touched/', { token })).body.mappedProjects;
    expect(await touched()).toEqual([
      {
        projectId: open,
        name: 'Open',
        tasksMapped: 1,
        tasksValidated: 0,
        status: 'PUBLISHED',
        centroid: { type: 'Point', coordinates: [expect.any(Number), expect.any(Number)] },
      },
    ]);
    expect(await touched(admin.token)).toHaveLength(2);
    expect((await v2(server, '/projects/queries/max/touched/')).body).toEqual({ mappedProjects: [] });
    expect(await v2(server, '/projects/queries/nobody/touched/')).toMatchObject({
      status: 404,
      body: { error: { sub_code: 'USER_NOT_FOUND', details: { username: 'nobody' } } },
    });
  });

  it('featured and popular ones are public and published', async () => {
    const { prisma } = server.database;
    expect((await v2(server, '/projects/queries/featured/')).body).toEqual({
      mapResults: [],
      results: [],
      pagination: null,
    });
    await prisma.project.updateMany({ data: { featured: true } });
    const { body } = await v2(server, '/projects/queries/featured/', { token: admin.token });
    expect(body.results).toMatchObject([{ projectId: open, name: 'Open', percentMapped: 25, totalContributors: 1 }]);
    const popular = (await v2(server, '/projects/queries/popular/')).body;
    expect(popular).toMatchObject({ mapResults: [], results: [{ projectId: open }], pagination: {} });
  });

  it('projects like one are found for those that are published', async () => {
    const like = (id: number, query = '', token?: string) =>
      v2(server, `/projects/queries/${id}/similar-projects/${query}`, { token });
    const other = await publishedProject(server, admin.token, { areaOfInterest, zoom: 14, name: 'Other' });
    expect((await like(open)).body).toMatchObject({
      mapResults: [],
      results: [{ projectId: other }],
      pagination: null,
    });
    expect((await like(open, '?limit=0')).body.results).toEqual([]);
    expect((await like(open, '?limit=1000')).body.results).toHaveLength(1);
    expect((await like(open, '?limit=x')).status).toBe(422);
    for (const [id, token] of [
      [draft, admin.token],
      [secret, undefined],
      [0, undefined],
    ] as const)
      expect(await like(id, '', token)).toMatchObject({
        status: 404,
        body: { error: { sub_code: 'PROJECT_NOT_FOUND', details: { project_id: id } } },
      });
  });

  it('areas of projects at work are shown for up to 24 hours', async () => {
    const active = (query: string) => v2(server, `/projects/queries/active/${query}`);
    const { body } = await active('');
    expect(body.features).toMatchObject([
      { geometry: { type: 'MultiPolygon' }, properties: { project_id: open, mapping_types: [1, 4] } },
    ]);
    await server.database.pool.query(
      `update task_history set at = at - interval '2 hours'; update task set lock_since = lock_since - interval '2 hours'`,
    );
    expect((await active('?interval=1')).body.features).toEqual([]);
    expect((await active('?interval=3')).body.features).toHaveLength(1);
    for (const interval of ['0', '25', '-1', 'x'])
      expect(await active(`?interval=${interval}`)).toMatchObject({ status: 400, body: { Error: expect.any(String) } });
  });
});

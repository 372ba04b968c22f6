import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v2 } from '../../../test/rest.js';
import { startServer, type TestServer } from '../../../test/server.js';
import { newOrganisation } from '../../../test/world.js';

type Person = Awaited<ReturnType<TestServer['person']>>;
let server: TestServer;
let admin: Person;
let manager: Person;
let mapper: Person;
let own: number;
let others: number;

beforeAll(async () => {
  const sandbox = { TM_SANDBOX_DB: 'playground, second', SANDBOX_URL: 'https://{database}.sandbox.example' };
  server = await startServer(sandbox, { jobs: false });
  admin = await server.person('ada', 'ADMIN');
  manager = await server.person('mia');
  mapper = await server.person('max');
  own = Number(await newOrganisation(server, admin.token));
  others = Number(await newOrganisation(server, admin.token));
  await server.database.prisma.organisationManager.create({ data: { organisationId: own, personId: manager.id } });
});
afterAll(() => server?.stop());

const [X, Y, Z] = [19733, 16267, 15];
const degrees = (value: number) => Math.round(value * 1e7) / 1e7;
const lon = (x: number) => degrees((x / 2 ** Z) * 360 - 180);
const lat = (y: number) => degrees((Math.atan(Math.sinh(Math.PI * (y / 2 ** (Z - 1) - 1))) * 180) / Math.PI);
const ring = (x: number, y: number, w = 1, h = 1) => [
  [lon(x), lat(y)],
  [lon(x + w), lat(y)],
  [lon(x + w), lat(y + h)],
  [lon(x), lat(y + h)],
  [lon(x), lat(y)],
];
const feature = (geometry: unknown, properties: unknown = {}) => ({ type: 'Feature', geometry, properties });
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const area = (w = 1, h = 1, x = X) => collection(feature({ type: 'Polygon', coordinates: [ring(x, Y, w, h)] }));
const tile = (x: number, y: number, properties: object = {}) =>
  feature({ type: 'MultiPolygon', coordinates: [[ring(x, y)]] }, { x, y, zoom: Z, isSquare: true, ...properties });
/** North to south, so that the order given is not the usual one. */
const tasks = collection(tile(X, Y + 1), tile(X, Y));
const draft = (more: object = {}) => ({
  projectName: 'Ngong hills',
  organisation: own,
  areaOfInterest: area(1, 2),
  tasks,
  arbitraryTasks: false,
  ...more,
});
const create = (body: unknown, person?: Person) =>
  v2(server, '/projects/', { method: 'POST', token: person?.token, body });
const refusal = (status: number, SubCode: string) => ({ status, body: { SubCode } });
const tasksOf = async (id: number) =>
  (
    await server.database.pool.query(
      `select number, x, y, zoom, is_square, extra_properties as extra, st_area(geometry) as area
       from task join task_geometry on task_id = id where task.project_id = $1 order by number`,
      [id],
    )
  ).rows;

describe('a new project over v2', () => {
  it('is a draft with the tasks that were sent, numbered in their order', async () => {
    const { status, body } = await create(draft(), manager);
    expect(status).toBe(201);
    expect(await server.database.prisma.project.findUnique({ where: { id: body.projectId } })).toMatchObject({
      status: 'DRAFT',
      authorId: manager.id,
      organisationId: own,
      taskCreationMode: 'GRID',
      mappingEditors: ['ID', 'JOSM', 'CUSTOM'],
      countries: ['Kenya'],
    });
    expect(await tasksOf(body.projectId)).toMatchObject([
      { number: 1, x: X, y: Y + 1, zoom: Z, is_square: true },
      { number: 2, x: X, y: Y, zoom: Z, is_square: true },
    ]);
    const view = await v2(server, `/projects/${body.projectId}/`, { token: manager.token });
    expect(view.body).toMatchObject({ projectId: body.projectId, status: 'DRAFT', author: 'mia' });
    expect(view.body.tasks.features).toHaveLength(2);
  });

  it('has pieces and shapes of the grid as they are, and what they carry along', async () => {
    const half = [lon(X), lat(Y), lon(X) + (lon(X + 1) - lon(X)) / 2, lat(Y + 1)] as const;
    const [west, south, middle, north] = half;
    const outline = [
      [west, south],
      [middle, south],
      [middle, north],
      [west, north],
      [west, south],
    ];
    const { body } = await create(
      draft({
        tasks: collection(
          feature(
            { type: 'MultiPolygon', coordinates: [[outline]] },
            { x: X, y: Y, zoom: Z, isSquare: false, extra_properties: '{"name":"West"}' },
          ),
          tile(X, Y, { x: 1, y: 1 }), // a square that lies elsewhere
          tile(X, Y + 1, { x: null, y: null, zoom: null, extra_properties: { name: 'North' } }),
          tile(X, Y + 1, { zoom: 1_000_000 }),
        ),
      }),
      admin,
    );
    expect(await tasksOf(body.projectId)).toMatchObject([
      { x: X, zoom: Z, is_square: false, extra: { name: 'West' } },
      { x: 1, y: 1, is_square: false, extra: null },
      { x: null, zoom: null, is_square: false, extra: { name: 'North' } },
      { is_square: false },
    ]);
  });

  it('has a task for each polygon, when they are arbitrary', async () => {
    const areaOfInterest = collection(
      feature({ type: 'Polygon', coordinates: [ring(X, Y)] }, { name: 'A' }),
      feature({ type: 'Point', coordinates: [1, 2] }),
      feature({ type: 'Polygon', coordinates: [ring(X + 2, Y)] }, { name: 'B' }),
    );
    const { status, body } = await create(draft({ areaOfInterest, arbitraryTasks: true, tasks: null }), manager);
    expect(status).toBe(201);
    expect(await tasksOf(body.projectId)).toMatchObject([
      { x: null, is_square: false, extra: { name: 'A' } },
      { x: null, is_square: false, extra: { name: 'B' } },
    ]);
    const overlapping = collection(...[0, 0].map(() => feature({ type: 'Polygon', coordinates: [ring(X, Y)] })));
    expect(await create(draft({ areaOfInterest: overlapping, arbitraryTasks: true }), manager)).toMatchObject(
      refusal(400, 'InvalidMultipolygon'),
    );
  });

  it('takes over the settings of another, its name and organisation too', async () => {
    const { prisma } = server.database;
    const source = (await create(draft(), admin)).body.projectId;
    await prisma.project.update({ where: { id: source }, data: { difficulty: 'EASY', featured: true } });
    await prisma.projectText.create({ data: { projectId: source, locale: 'fr', name: 'Collines' } });
    const copy = draft({
      projectName: 'Copy',
      organisation: others,
      cloneFromProjectId: source,
      areaOfInterest: area(),
    });
    const { status, body } = await create({ ...copy, tasks: collection(tile(X, Y)) }, manager);
    expect(status).toBe(201);
    expect(
      await prisma.project.findUnique({
        where: { id: body.projectId },
        include: { texts: { orderBy: { locale: 'asc' } } },
      }),
    ).toMatchObject({
      difficulty: 'EASY',
      organisationId: own,
      featured: false,
      texts: [{ name: 'Ngong hills' }, { name: 'Collines' }],
    });
    expect(await create({ ...copy, cloneFromProjectId: 999 }, manager)).toMatchObject({
      status: 404,
      body: { error: { sub_code: 'PROJECT_NOT_FOUND', details: { project_id: 999 } } },
    });
  });

  it('is for trying out in a database that there is', async () => {
    for (const [more, database] of [
      [{ sandbox: true, database: 'OSM' }, 'playground'],
      [{ sandbox: true }, 'playground'],
      [{ sandbox: true, database: 'second' }, 'second'],
      [{ sandbox: false, database: 'OSM' }, 'OSM'],
    ] as const) {
      const { body } = await create(draft(more), manager);
      const project = await server.database.prisma.project.findUnique({ where: { id: body.projectId } });
      expect(project).toMatchObject({ database, sandbox: database !== 'OSM' });
    }
  });

  it('is for those who manage the organisation', async () => {
    expect((await create(draft())).status).toBe(403);
    expect(await create(draft(), mapper)).toMatchObject(refusal(403, 'NotPermittedToCreate'));
    expect(await create(draft({ areaOfInterest: 7 }), mapper)).toMatchObject(refusal(403, 'NotPermittedToCreate'));
    expect(await create(draft({ organisation: others }), manager)).toMatchObject(refusal(403, 'NotPermittedToCreate'));
    for (const organisation of [999, null])
      expect(await create(draft({ organisation }), admin)).toMatchObject({
        status: 404,
        body: { error: { sub_code: 'ORGANISATION_NOT_FOUND', details: { organisation_id: organisation } } },
      });
  });

  const bowTie = [
    [36, -1],
    [36.01, -1.01],
    [36.01, -1],
    [36, -1.01],
    [36, -1],
  ];
  it.each<[string, unknown, number, string | undefined]>([
    ['null', null, 400, 'InvalidData'],
    ['a text', '"x"', 422, undefined],
    ['no name', { projectName: undefined }, 422, undefined],
    ['an empty name', { projectName: ' ' }, 400, 'InvalidData'],
    ['no area', { areaOfInterest: undefined }, 400, 'MustHaveFeatures'],
    ['a bare polygon', { areaOfInterest: { type: 'Polygon', coordinates: [ring(X, Y)] } }, 400, 'MustHaveFeatures'],
    ['an empty area', { areaOfInterest: collection() }, 400, 'MustHaveFeatures'],
    [
      'a point',
      { areaOfInterest: collection(feature({ type: 'Point', coordinates: [1, 2] })) },
      400,
      'MustBeMultiPloygon',
    ],
    ['an area of nulls', { areaOfInterest: collection(null, 7) }, 400, 'MustBeMultiPloygon'],
    [
      'a bow tie',
      { areaOfInterest: collection(feature({ type: 'Polygon', coordinates: [bowTie] })) },
      400,
      'SelfIntersectingAOI',
    ],
    ['no coordinates', { areaOfInterest: collection(feature({ type: 'Polygon' })) }, 400, 'InvalidMultipolygon'],
    ['a continent', { areaOfInterest: area(2000, 2000) }, 400, 'AreaTooLarge'],
    ['no tasks', { tasks: null }, 400, 'MustBeFeatureCollection'],
    ['tasks as a polygon', { tasks: { type: 'Polygon' } }, 400, 'MustBeFeatureCollection'],
    ['an empty grid', { tasks: collection() }, 400, 'InvalidFeatureCollection'],
    ['tasks of numbers', { tasks: collection(7) }, 400, 'MustBeFeature'],
    ['a task as a polygon', { tasks: area() }, 400, 'MustBeMultiPolygon'],
    ['a task without its place', { tasks: collection(tile(X, Y, { zoom: undefined })) }, 400, 'PropertyNotFound'],
    [
      'a task of nothing',
      { tasks: collection({ ...tile(X, Y), geometry: { type: 'MultiPolygon', coordinates: [[[[1, 2]]]] } }) },
      400,
      'InvalidMultiPolygon',
    ],
    [
      'a task that crosses itself',
      { tasks: collection({ ...tile(X, Y), geometry: { type: 'MultiPolygon', coordinates: [[bowTie]] } }) },
      400,
      'InvalidMultiPolygon',
    ],
    ['extras of text', { tasks: collection(tile(X, Y, { extra_properties: 'x' })) }, 400, 'InvalidData'],
    ['extras of NUL', { tasks: collection(tile(X, Y, { extra_properties: { a: '\0' } })) }, 400, 'InvalidData'],
    ['an unknown database', { sandbox: true, database: 'nowhere' }, 400, 'InvalidData'],
  ])('%s is refused', async (_what, body, status, subCode) => {
    const answer = await create(typeof body === 'object' && body ? draft(body) : body, manager);
    expect(answer.status).toBe(status);
    expect(answer.body.SubCode).toBe(subCode);
  });
});

describe('a body that is nested 100,000 deep', () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  const square = JSON.stringify(area());
  const tiles = `{"areaOfInterest":${square},"clipToAoi":true,"grid":{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":${deep}},"geometry":{"type":"Polygon","coordinates":[${JSON.stringify(ring(X, Y))}]}}]}}`;

  it.each<[method: 'POST' | 'PATCH', path: string, body: string, status: number]>([
    ['POST', '/projects/', deep, 422],
    ['POST', '/projects/', `{"projectName":${deep}}`, 422],
    ['POST', '/projects/', `{"projectName":"x","areaOfInterest":${deep}}`, 400],
    ['POST', '/projects/actions/intersecting-tiles/', deep, 422],
    ['POST', '/projects/actions/intersecting-tiles/', tiles, 400],
  ])('is refused: %s %s', async (method, path, body, status) => {
    expect((await v2(server, path, { method, token: manager.token, body })).status).toBe(status);
  });
});

describe('the tiles in an area over v2', () => {
  const tilesIn = (body: unknown, person: Person | undefined = mapper) =>
    v2(server, '/projects/actions/intersecting-tiles/', { method: 'POST', token: person?.token, body });
  const grid = collection(tile(X, Y), tile(X + 1, Y), tile(X + 5, Y));

  it('are those that lie in it or reach into it, not their neighbours', async () => {
    const { body } = await tilesIn({ areaOfInterest: area(), grid, clipToAoi: true });
    expect(body).toEqual(collection(tile(X, Y)));
    const half = collection(feature({ type: 'Polygon', coordinates: [ring(X, Y, 1.5, 1)] }));
    expect((await tilesIn({ areaOfInterest: half, grid, clipToAoi: false })).body.features).toEqual(
      grid.features.slice(0, 2),
    );
    const cut = (await tilesIn({ areaOfInterest: half, grid, clipToAoi: true })).body.features;
    expect(cut[0]).toEqual(grid.features[0]);
    expect(cut[1]).toMatchObject({ geometry: { type: 'MultiPolygon' }, properties: { x: X + 1, isSquare: false } });
    expect((await tilesIn({ areaOfInterest: area(), grid: collection(), clipToAoi: true })).body.features).toEqual([]);
  });

  it('are for everybody who is signed in, and for areas that can be used', async () => {
    const { status } = await v2(server, '/projects/actions/intersecting-tiles/', { method: 'POST', body: {} });
    expect(status).toBe(403);
    for (const body of [
      {},
      { areaOfInterest: area(), grid },
      { areaOfInterest: area(), grid: 7, clipToAoi: true },
      null,
    ])
      expect((await tilesIn(body)).status).toBe(422);
    const tried = (areaOfInterest: unknown, tiles: unknown = grid) =>
      tilesIn({ areaOfInterest, grid: tiles, clipToAoi: true });
    expect(await tried(collection())).toMatchObject(refusal(400, 'MustHaveFeatures'));
    const crossed = [
      [36, -1],
      [36.01, -1.01],
      [36.01, -1],
      [36, -1.01],
      [36, -1],
    ];
    expect(await tried(collection(feature({ type: 'Polygon', coordinates: [crossed] })))).toMatchObject(
      refusal(400, 'SelfIntersectingAOI'),
    );
    for (const tiles of [
      collection(7),
      collection(feature(null)),
      collection(
        feature({
          type: 'MultiPolygon',
          coordinates: [
            [
              [
                [1e300, 2],
                [1, 2],
                [3, 4],
                [1e300, 2],
              ],
            ],
          ],
        }),
      ),
    ])
      expect((await tried(area(), tiles)).status).toBeLessThan(401);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../../test/server.js';

const CREATE = `mutation ($input: CreateProjectInput!) { result: createProject(input: $input) { __typename
  ... on Error { message code } ... on NotPermitted { reason } ... on InvalidInput { issues { path message } }
  ... on InvalidGeometry { reason at featureIndex featureName } ... on TooManyTasks { limit count } ... on AreaTooLarge { areaKm2 }
  ... on InputTooLarge { limitBytes bytes }
  ... on CreateProjectPayload { repairs project { number status name texts { locale name instructions } organisation { name } author { username }
    priority difficulty mappingTypes countries imagery changesetComment dueDate private taskCreationMode gridZoom mappingEditors
    areaM2 bbox centroid areaOfInterest priorityAreas gridVersion figures { totalTasks ready percentMapped }
    tasks(first: 50, orderBy: NUMBER) { nodes { number status x y zoom isSquare areaM2 geometry } } } } } }`;

type Ring = number[][];
const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const polygon = (...rings: Ring[]) => ({ type: 'Polygon', coordinates: rings });
const feature = (geometry: unknown, properties: unknown) => ({ type: 'Feature', properties, geometry });
const KATHMANDU = polygon(box(85.3, 27.68, 85.36, 27.72));

describe('creating a project', () => {
  let server: TestServer;
  let people: Record<'admin' | 'manager' | 'elsewhere' | 'stranger' | 'blocked', { id: number; token: string }>;
  let organisation: number;
  beforeAll(async () => {
    server = await startServer({ TM_DEFAULT_CHANGESET_COMMENT: '#mapathon', TM_MAX_TASKS: '500' }, { jobs: false });
    const { prisma } = server.database;
    people = {
      admin: await server.person('admin', 'ADMIN'),
      manager: await server.person('manager'),
      elsewhere: await server.person('elsewhere'),
      stranger: await server.person('stranger'),
      blocked: await server.person('blocked', 'READ_ONLY'),
    };
    const managedBy = (...ids: number[]) => ({ create: ids.map((personId) => ({ personId })) });
    organisation = (
      await prisma.organisation.create({
        data: { name: 'Kathmandu Living Labs', slug: 'kll', managers: managedBy(people.manager.id, people.blocked.id) },
      })
    ).id;
    await prisma.organisation.create({
      data: { name: 'Other', slug: 'other', managers: managedBy(people.elsewhere.id) },
    });
  });
  afterAll(() => server?.stop());

  const create = async (input: object, who: keyof typeof people | null = 'manager') =>
    (
      await server.get(
        CREATE,
        { input: { organisationId: String(organisation), name: 'Buildings', areaOfInterest: KATHMANDU, ...input } },
        who ? people[who].token : undefined,
      )
    ).result;
  const everything = async () =>
    (
      await server.database.pool.query(
        `select (select count(*)::int from project) as projects, (select count(*)::int from task) as tasks, (select count(*)::int from project_text) as texts`,
      )
    ).rows[0];

  it('is for managers of that organisation and administrators', async () => {
    expect(await create({}, null)).toMatchObject({ __typename: 'NotSignedIn' });
    for (const who of ['stranger', 'elsewhere'] as const)
      expect(await create({}, who)).toMatchObject({ __typename: 'NotPermitted', reason: 'NOT_MANAGER' });
    expect(await create({}, 'blocked')).toMatchObject({ __typename: 'NotPermitted', reason: 'USER_BLOCKED' });
    for (const who of ['manager', 'admin'] as const)
      expect(await create({}, who)).toMatchObject({ __typename: 'CreateProjectPayload' });
    expect(await create({ organisationId: '999' }, 'admin')).toMatchObject({
      __typename: 'NotFound',
      code: 'ORGANISATION_NOT_FOUND',
    });
  });

  it('makes a draft with a grid, and fills in what was left out', async () => {
    const { project } = await create({ zoom: 14 });
    expect(project).toMatchObject({
      status: 'DRAFT',
      name: 'Buildings',
      texts: [{ locale: 'en', name: 'Buildings', instructions: '' }],
      organisation: { name: 'Kathmandu Living Labs' },
      author: { username: 'manager' },
      priority: 'MEDIUM',
      difficulty: 'MODERATE',
      mappingTypes: [],
      countries: ['Nepal'],
      changesetComment: `#mapathon-${project.number}`,
      dueDate: null,
      private: false,
      taskCreationMode: 'GRID',
      gridZoom: 14,
      mappingEditors: ['ID', 'JOSM', 'RAPID'],
      bbox: [85.3, 27.68, 85.36, 27.72],
      priorityAreas: { type: 'MultiPolygon', coordinates: [] },
      gridVersion: 1,
      figures: { totalTasks: 9, ready: 9, percentMapped: 0 },
    });
    expect(project.areaM2 / 1e6).toBeCloseTo(26.24, 1);
    expect(project.centroid.coordinates[0]).toBeCloseTo(85.33, 4);
    const tasks = project.tasks.nodes;
    expect(tasks.map(({ number }: { number: number }) => number)).toEqual(
      Array.from({ length: 9 }, (_, index) => index + 1),
    );
    const [first] = tasks;
    expect(first).toMatchObject({ status: 'READY', zoom: 14, isSquare: true, geometry: { type: 'MultiPolygon' } });
    expect(tasks[1]).toMatchObject({ x: first.x, y: first.y + 1 });
    expect(tasks.every(({ isSquare }: { isSquare: boolean }) => isSquare)).toBe(true);
  });

  it('keeps everything that is sent', async () => {
    const { project } = await create({
      locale: 'pt_BR',
      name: '  Edifícios  ',
      instructions: 'Tudo.',
      priority: 'URGENT',
      difficulty: 'CHALLENGING',
      mappingTypes: ['BUILDINGS', 'ROADS'],
      imagery: 'Bing',
      changesetComment: '#own',
      dueDate: '2027-01-31T00:00:00Z',
      clip: true,
      zoom: 14,
      priorityAreas: { type: 'FeatureCollection', features: [feature(polygon(box(85.31, 27.69, 85.32, 27.7)), {})] },
    });
    expect(project).toMatchObject({
      texts: [{ locale: 'pt_BR', name: 'Edifícios', instructions: 'Tudo.' }],
      name: 'Edifícios',
      priority: 'URGENT',
      difficulty: 'CHALLENGING',
      mappingTypes: ['BUILDINGS', 'ROADS'],
      imagery: 'Bing',
      changesetComment: '#own',
      dueDate: '2027-01-31T00:00:00.000Z',
    });
    expect(project.priorityAreas.coordinates).toHaveLength(1);
    const sum = project.tasks.nodes.reduce((total: number, { areaM2 }: { areaM2: number }) => total + areaM2, 0);
    expect(sum / project.areaM2).toBeCloseTo(1, 4);
    expect((await create({ priorityAreas: { type: 'FeatureCollection', features: [] } })).__typename).toBe(
      'CreateProjectPayload',
    );
  });

  it('makes a task of each polygon in their order, and keeps their properties', async () => {
    const { project } = await create({
      taskCreationMode: 'ARBITRARY',
      areaOfInterest: {
        type: 'FeatureCollection',
        features: [
          feature(polygon(box(85.34, 27.68, 85.36, 27.72)), { name: 'Ward 2', population: 1200 }),
          feature(polygon(box(85.3, 27.68, 85.34, 27.72)), { name: 'Ward 1' }),
        ],
      },
    });
    expect(project).toMatchObject({ taskCreationMode: 'ARBITRARY', gridZoom: null, figures: { totalTasks: 2 } });
    expect(project.areaOfInterest.coordinates).toHaveLength(1);
    const tasks = project.tasks.nodes;
    expect(
      tasks.map((task: { geometry: { coordinates: Ring[][] } }) =>
        Math.min(...task.geometry.coordinates[0]![0]!.map(([x]) => x!)),
      ),
    ).toEqual([85.34, 85.3]);
    for (const task of tasks) expect(task).toMatchObject({ x: null, y: null, zoom: null, isSquare: false });
    const { rows } = await server.database.pool.query(
      'select extra_properties from task_geometry where project_id = $1 order by task_id',
      [project.number],
    );
    expect(rows.map((row) => row.extra_properties)).toEqual([{ name: 'Ward 2', population: 1200 }, { name: 'Ward 1' }]);
  });

  it('refuses tasks that overlap, but not neighbours drawn by hand', async () => {
    const two = (east: number) => ({
      taskCreationMode: 'ARBITRARY',
      areaOfInterest: {
        type: 'FeatureCollection',
        features: [
          feature(polygon(box(85.3, 27.68, 85.33, 27.72)), { name: 'Ward 1' }),
          feature(polygon(box(east, 27.68, 85.36, 27.72)), { name: 'Ward 2' }),
        ],
      },
    });
    expect(await create(two(85.329))).toMatchObject({
      __typename: 'InvalidGeometry',
      reason: 'OVERLAPS',
      featureIndex: 1,
      featureName: 'Ward 2',
      message: expect.stringMatching(/"Ward 2" and "Ward 1" overlap/),
      at: [expect.closeTo(85.3295, 3), expect.closeTo(27.7, 1)],
    });
    expect((await create(two(85.329998))).__typename).toBe('CreateProjectPayload');
  });

  it('lies over the 180° meridian in one piece of work', async () => {
    const { project } = await create({ areaOfInterest: polygon(box(179.9, -17, 180.1, -16.95)), zoom: 12 });
    expect(project.bbox).toEqual([179.9, -17, -179.9, -16.95]);
    expect(Math.abs(project.centroid.coordinates[0])).toBeCloseTo(180, 5);
    expect(project.countries).toEqual(['Fiji']);
    expect(project.figures.totalTasks).toBeLessThan(10);
  });

  it('says what is wrong, and then has saved nothing', async () => {
    const before = await everything();
    const bowtie: Ring = [
      [85.3, 27.68],
      [85.36, 27.72],
      [85.36, 27.68],
      [85.3, 27.72],
      [85.3, 27.68],
    ];
    for (const [input, expected] of [
      [{ name: '   ' }, { __typename: 'InvalidInput', issues: [{ path: ['name'] }] }],
      [{ name: 'x'.repeat(513) }, { __typename: 'InvalidInput', issues: [{ path: ['name'] }] }],
      [{ name: 'a\0b' }, { __typename: 'InvalidInput', issues: [{ path: ['name'] }] }],
      [{ locale: '../en' }, { __typename: 'InvalidInput', issues: [{ path: ['locale'] }] }],
      [{ zoom: 40 }, { __typename: 'InvalidInput', issues: [{ path: ['zoom'] }] }],
      [{ zoom: 20 }, { __typename: 'TooManyTasks', limit: 500 }],
      [{ areaOfInterest: polygon(bowtie) }, { __typename: 'InvalidGeometry', reason: 'SELF_INTERSECTION' }],
      [{ areaOfInterest: polygon(box(80, 27, 82, 29)) }, { __typename: 'AreaTooLarge' }],
      [
        { priorityAreas: polygon(bowtie) },
        { __typename: 'InvalidGeometry', message: expect.stringMatching(/^Areas to map first: /) },
      ],
      [{ priorityAreas: polygon(box(0, 0, 0.1, 0.1)) }, { __typename: 'InvalidGeometry', reason: 'OUTSIDE' }],
      [
        { taskCreationMode: 'ARBITRARY', areaOfInterest: feature(KATHMANDU, { note: 'a\0b' }) },
        { __typename: 'InvalidInput', issues: [{ path: ['areaOfInterest'] }] },
      ],
    ] as const) {
      const answer = await create(input);
      expect(answer, JSON.stringify(input).slice(0, 80)).toMatchObject(expected);
      expect(answer.message).not.toBe('');
    }
    const many = Array.from({ length: 501 }, (_, index) =>
      feature(polygon(box(85 + index / 1e4, 27, 85 + (index + 0.9) / 1e4, 27.0001)), {}),
    );
    expect(
      await create({ taskCreationMode: 'ARBITRARY', areaOfInterest: { type: 'FeatureCollection', features: many } }),
    ).toMatchObject({ __typename: 'TooManyTasks', limit: 500, count: 501 });
    expect(await everything()).toEqual(before);
  });

  it('makes projects at the same time without mixing their tasks', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, (_, index) => create({ zoom: 13 + (index % 3) })));
    for (const [index, { project }] of answers.entries()) {
      expect(project.gridZoom).toBe(13 + (index % 3));
      expect(new Set(project.tasks.nodes.map(({ zoom }: { zoom: number }) => zoom))).toEqual(
        new Set([project.gridZoom]),
      );
    }
  });
});

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { box, collection, feature, polygon, previewOf, star, tilesOf, type TaskFeature } from '../../../test/areas.js';
import { startServer, type TestServer } from '../../../test/server.js';
import { newOrganisation } from '../../../test/world.js';

/** What fails is shown as it was found, without minutes of making it smaller. */
const RUNS = { endOnFailure: true } as const;

// Things that look like GeoJSON and are wrong in one place or another.
const number = fc.oneof(
  fc.double({ noNaN: true }),
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.integer({ min: -90, max: 90 }),
);
const position: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 12, arbitrary: fc.array(number, { minLength: 2, maxLength: 4 }) },
  { weight: 1, arbitrary: fc.jsonValue() },
);
const ring = fc.oneof(
  fc.array(position, { maxLength: 7 }),
  fc.array(position, { minLength: 3, maxLength: 7 }).map((positions) => [...positions, positions[0]]),
);
const coordinates = fc.oneof(
  fc.array(ring, { maxLength: 3 }),
  fc.array(fc.array(ring, { maxLength: 2 }), { maxLength: 2 }),
  ring,
  fc.jsonValue(),
);
const name = fc.oneof(
  fc.constantFrom(
    'Polygon',
    'MultiPolygon',
    'LineString',
    'Point',
    'GeometryCollection',
    'Feature',
    'FeatureCollection',
  ),
  fc.jsonValue(),
);
const geometry = fc.record({ type: name, coordinates }, { requiredKeys: [] });
const crs = fc.oneof(fc.jsonValue(), fc.record({ type: fc.constant('name'), properties: fc.jsonValue() }));
const oneFeature = fc.record(
  {
    type: fc.constantFrom('Feature', 'Feature', 'Polygon', 7),
    geometry,
    properties: fc.jsonValue(),
    id: fc.jsonValue(),
  },
  { requiredKeys: ['type', 'geometry'] },
);
const geojson: fc.Arbitrary<unknown> = fc.oneof(
  geometry,
  oneFeature,
  fc.record(
    { type: fc.constant('FeatureCollection'), features: fc.array(fc.oneof(oneFeature, fc.jsonValue())), crs },
    { requiredKeys: ['type', 'features'] },
  ),
  fc.jsonValue(),
);
/** A polygon around a place that does not cross itself, some kilometres across. */
const island = (radius: number) =>
  fc
    .tuple(
      fc.double({ min: -179.5, max: 179.5, noNaN: true }),
      fc.double({ min: -75, max: 75, noNaN: true }),
      fc.array(fc.double({ min: radius / 4, max: radius, noNaN: true }), { minLength: 9, maxLength: 60 }),
    )
    .map(([lon, lat, radii]) => polygon(star([lon, lat], radii)));

describe('whatever is sent as an area', () => {
  let server: TestServer;
  let token: string;
  let organisationId: string;
  beforeAll(async () => {
    server = await startServer({ TM_MAX_TASKS: '3000' }, { jobs: false });
    token = (await server.person('someone', 'ADMIN')).token;
    organisationId = await newOrganisation(server, token);
  });
  afterAll(() => server?.stop());

  const CREATE = `mutation ($input: CreateProjectInput!) { result: createProject(input: $input) { __typename
    ... on Error { code message } ... on CreateProjectPayload { project { number areaM2 figures { totalTasks } } } } }`;
  const create = (input: object) =>
    server.ask(CREATE, { input: { organisationId, name: 'A project', ...input } }, token);

  /** An answer of the schema, or an error of the request that names the wrong value. */
  const expectForeseen = ({ data, errors }: Awaited<ReturnType<typeof create>>) => {
    if (errors) {
      expect(data ?? null).toBeNull();
      expect(errors[0]!.message).toMatch(/GeoJSON is an object|Expected non-nullable type "GeoJSON!"|must not be null/);
    } else if ('message' in data.result) expect(data.result.message).toMatch(/[.)]$/);
  };

  it('is answered with a type of the schema, never with an unexpected error', async () => {
    await fc.assert(
      fc.asyncProperty(geojson, fc.option(fc.integer({ min: -1, max: 23 })), async (areaOfInterest, zoom) => {
        const query = `query ($area: GeoJSON!, $zoom: Int) { result: previewGrid(areaOfInterest: $area, zoom: $zoom, clip: true) {
          __typename ... on Error { code message } ... on GridPreview { areaM2 tasks repairs } } }`;
        expectForeseen(await server.ask(query, { area: areaOfInterest, zoom }, token));
      }),
      { ...RUNS, numRuns: 250 },
    );
  }, 60_000);

  it('makes a project or none, of any polygons with any properties', async () => {
    const properties = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary' }));
    const place = fc.tuple(island(0.02), fc.oneof(properties, fc.jsonValue()));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc
            .array(place, { minLength: 1, maxLength: 3 })
            .map((places) => collection(...places.map(([g, p]) => ({ ...feature(g), properties: p })))),
          geojson,
        ),
        async (areaOfInterest) => {
          const before = await server.database.prisma.project.count();
          const answer = await create({ areaOfInterest, taskCreationMode: 'ARBITRARY' });
          expectForeseen(answer);
          const made = answer.data?.result.__typename === 'CreateProjectPayload' ? 1 : 0;
          expect(await server.database.prisma.project.count()).toBe(before + made);
        },
      ),
      { ...RUNS, numRuns: 60 },
    );
  }, 60_000);

  it.each([
    ['nested without end', `{"type":"Polygon","coordinates":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
    ['nested features', `${'{"type":"Feature","geometry":'.repeat(20_000)}null${'}'.repeat(20_000)}`],
    [
      'properties nested deep',
      `{"type":"Feature","geometry":null,"properties":${'['.repeat(3_000)}${']'.repeat(3_000)}}`,
    ],
    ['numbers beyond all', `{"type":"Polygon","coordinates":[[[1e999,0],[0,1e-999],[-1e999,1],[1e999,0]]]}`],
    ['a type that is no text', `{"type":{"toString":1},"coordinates":[]}`],
    ['a system that is no text', `{"type":"Polygon","crs":{"properties":{"name":{"toString":1}}}}`],
    ['a prototype', `{"__proto__":{"type":"Polygon"},"type":"Feature","geometry":{"__proto__":[]}}`],
    ['half a character', `{"type":"Feature","properties":{"name":"\\ud800"},"geometry":null}`],
  ])('is answered also when it is %s', async (_name, area) => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: `{"query":"query ($area: GeoJSON!) { result: previewGrid(areaOfInterest: $area) { __typename ... on Error { message } } }","variables":{"area":${area}}}`,
    });
    const { data, errors } = (await response.json()) as Awaited<ReturnType<typeof create>>;
    expect(errors).toBeUndefined();
    expect(['InvalidGeometry', 'InputTooLarge']).toContain(data.result.__typename);
  });

  it('is answered also when it is written into the query itself', async () => {
    for (const area of [
      '{ type: { a: 1 } }',
      '{ type: Polygon, coordinates: [[[0, 0], [0, 0.01], [0.01, 0], [0, 0]]] }',
      '{}',
    ]) {
      const { data } = await server.ask(`{ result: previewGrid(areaOfInterest: ${area}) { __typename } }`, {}, token);
      expect(['InvalidGeometry', 'GridPreview']).toContain(data.result.__typename);
    }
  });

  it('is divided without a gap, each part once, each whole tile reaching into it', async () => {
    await fc.assert(
      fc.asyncProperty(island(0.02), fc.integer({ min: 11, max: 17 }), async (area, zoom) => {
        const clipped = await previewOf(server, token, area, { zoom, clip: true });
        fc.pre(clipped.__typename === 'GridPreview');
        const whole = await previewOf(server, token, area, { zoom, clip: false });
        expect(tilesOf(whole.tasks)).toEqual(tilesOf(clipped.tasks));
        const geometries = (tasks: { features: TaskFeature[] }) =>
          JSON.stringify(tasks.features.map(({ geometry }) => geometry));
        const { rows } = await server.database.pool.query<{ share: number; outside: number; least: number }>(
          `select (select sum(st_area(st_geomfromgeojson(g))) from jsonb_array_elements($1) g) / st_area(a) as share,
                  (select max(st_area(st_difference(st_geomfromgeojson(g), st_buffer(a, 2e-6)))) from jsonb_array_elements($1) g) as outside,
                  (select min(st_area(st_intersection(st_geomfromgeojson(g), st_buffer(a, 1e-6)))) from jsonb_array_elements($2) g) as least
             from (select st_geomfromgeojson($3) as a) area`,
          [geometries(clipped.tasks), geometries(whole.tasks), JSON.stringify(clipped.areaOfInterest)],
        );
        const { share, outside, least } = rows[0]!;
        expect(Math.abs(share - 1)).toBeLessThan(1e-4); // positions have six decimals
        expect(outside).toBe(0);
        expect(least).toBeGreaterThan(0);
      }),
      { ...RUNS, numRuns: 20 },
    );
  }, 60_000);

  it('becomes the tasks that the preview showed, none of them over another', async () => {
    await fc.assert(
      fc.asyncProperty(
        island(0.05),
        fc.integer({ min: 11, max: 16 }),
        fc.boolean(),
        async (areaOfInterest, zoom, clip) => {
          const shown = await previewOf(server, token, areaOfInterest, { zoom, clip });
          fc.pre(shown.__typename === 'GridPreview');
          const { project } = (await create({ areaOfInterest, zoom, clip })).data.result;
          expect(project).toMatchObject({ areaM2: shown.areaM2, figures: { totalTasks: shown.taskCount } });
          const { rows: tasks } = await server.database.pool.query<{ feature: TaskFeature }>(
            `select json_build_object('type', 'Feature', 'geometry', g.geojson::json,
                    'properties', json_build_object('x', x, 'y', y, 'zoom', zoom, 'isSquare', is_square)) as feature
             from task t join task_geometry g on g.task_id = t.id where t.project_id = $1 order by t.number`,
            [project.number],
          );
          expect(tasks.map((task) => task.feature)).toEqual(shown.tasks.features);
          const { rows: over } = await server.database.pool.query(
            `select 1 from task_geometry a join task_geometry b on a.project_id = b.project_id and a.task_id < b.task_id and a.geometry && b.geometry
            where a.project_id = $1 and st_area(st_intersection(a.geometry, b.geometry)) > 1e-14`,
            [project.number],
          );
          expect(over).toEqual([]);
        },
      ),
      { ...RUNS, numRuns: 20 },
    );
  }, 60_000);

  it('gives the same grid however the same area is cut into features', async () => {
    const [left, right] = [polygon(box(84, 28, 84.05, 28.1)), polygon(box(84.05, 28, 84.1, 28.1))];
    const one = await previewOf(server, token, polygon(box(84, 28, 84.1, 28.1)), { zoom: 14, clip: true });
    const two = await previewOf(server, token, collection(feature(left), feature(right)), { zoom: 14, clip: true });
    expect(tilesOf(two.tasks)).toEqual(tilesOf(one.tasks));
    expect(two.areaM2 / one.areaM2).toBeCloseTo(1, 5);
  });
});

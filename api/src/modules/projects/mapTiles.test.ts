import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectsOfFacts, STATUSES } from '../../../test/projectFacts.js';
import { counter } from '../../../test/watch.js';

describe('tiles of projects', () => {
  const world = projectsOfFacts();
  const { people, expected } = world;
  const person = (name: string) => people.find((each) => each.name === name)!;
  const open = (filter: Record<string, unknown> = {}) => expected(filter, 'NEWEST', person('visitor'));

  const fetchTile = (path: string, token?: string, headers: object = {}) =>
    fetch(world.server.url + path, { headers: { ...headers, ...(token ? { authorization: `Bearer ${token}` } : {}) } });
  const addressOf = (z: number, x: number, y: number, filter?: object) =>
    `/tiles/projects/${z}/${x}/${y}.mvt${filter ? `?filter=${encodeURIComponent(JSON.stringify(filter))}` : ''}`;
  /** The points of a tile: property number or count, and degrees. */
  const points = async (z: number, x: number, y: number, filter?: object, token?: string) => {
    const response = await fetchTile(addressOf(z, x, y, filter), token);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile');
    const layer = new VectorTile(new PbfReader(new Uint8Array(await response.arrayBuffer()))).layers.projects;
    return Array.from({ length: layer?.length ?? 0 }, (_, index) => {
      const feature = layer!.feature(index);
      const { geometry } = feature.toGeoJSON(x, y, z);
      return {
        id: feature.id,
        properties: feature.properties,
        at: (geometry as { coordinates: number[] }).coordinates,
      };
    });
  };
  const numbersIn = async (z: number, x: number, y: number, filter?: object, token?: string) =>
    (await points(z, x, y, filter, token)).map(({ properties }) => properties.number as number).sort((a, b) => a - b);
  const sorted = (ids: number[]) => [...ids].sort((a, b) => a - b);

  beforeAll(async () => {
    // All at (0.5, 0.5), but three that everybody sees.
    const [first, second, third] = open();
    const place = (id: number, lon: number, lat: number) =>
      world.server.database.pool.query('update project set centroid = st_point($2, $3, 4326) where id = $1', [
        id,
        lon,
        lat,
      ]);
    await place(first!, 180, -21);
    await place(second!, 10, 90);
    await place(third!, 85.4, 27.7);
  });

  it('hold what the list holds, for everyone and with any filter', async () => {
    const [x, y] = [Math.floor((180.5 / 360) * 4096), 2042]; // of (0.5, 0.5) at zoom 12
    const away = new Set(open().slice(0, 3));
    for (const who of people)
      for (const filter of [
        undefined,
        { statuses: STATUSES },
        { priorities: ['URGENT', 'HIGH'], mappingTypes: ['ROADS'] },
        { createdByMe: true },
        { organisationId: String(world.organisations[0]), createdFrom: '2026-01-02T00:00:00Z' },
        { search: 'project' },
      ]) {
        const wanted = expected((filter ?? {}) as Record<string, unknown>, 'NEWEST', who);
        const list = filter?.search ? expected({}, 'NEWEST', who) : wanted;
        expect(await numbersIn(12, x, y, filter, who.token), `${who.name} ${JSON.stringify(filter)}`).toEqual(
          sorted(list.filter((id) => !away.has(id))),
        );
      }
  });

  it('say of a project what its pin needs, where it is', async () => {
    const third = open()[2]!;
    const { priority, mapped, validated, bad } = world.facts.find(({ id }) => id === third)!;
    const [point] = await points(3, 5, 3);
    expect(point).toEqual({
      id: third,
      properties: {
        number: third,
        name: `Project ${third}`,
        status: 'PUBLISHED',
        priority,
        percentMapped: Math.floor((100 * (mapped + validated)) / (7 - bad)),
        percentValidated: Math.floor((100 * validated) / (7 - bad)),
      },
      at: [expect.closeTo(85.4, 1), expect.closeTo(27.7, 1)],
    });
  });

  it('have one point with a count where many are close together, and each project once on every zoom', async () => {
    const total = open().length;
    for (const z of [0, 1, 2]) {
      let counted = 0;
      const singles = new Set<number>();
      for (let x = 0; x < 2 ** z; x++)
        for (let y = 0; y < 2 ** z; y++)
          for (const { id, properties } of await points(z, x, y)) {
            if (properties.count) expect(properties.number).toBeUndefined();
            else singles.add(id!);
            counted += Number(properties.count ?? 1);
          }
      expect(counted).toBe(total);
      expect([...singles].sort()).toEqual(open().slice(0, 3).sort());
    }
  });

  it('are where the API says, with the same filter', async () => {
    const { projectTiles } = await world.server.get(
      '{ projectTiles(filter: { statuses: [ARCHIVED], createdFrom: "2026-01-01T00:00:00Z" }) { url maxZoom } }',
    );
    const response = await fetchTile(projectTiles.url.replace('{z}', '0').replace('{x}', '0').replace('{y}', '0'));
    expect(response.status).toBe(200);
    const tile = new VectorTile(new PbfReader(new Uint8Array(await response.arrayBuffer())));
    expect(tile.layers.projects!.feature(0).properties.count).toBe(
      open({ statuses: ['ARCHIVED'], createdFrom: '2026-01-01T00:00:00Z' }).length,
    );
    expect(projectTiles.maxZoom).toBe(12);
    expect((await world.server.get('{ projectTiles { url } }')).projectTiles.url).toBe(
      '/tiles/projects/{z}/{x}/{y}.mvt',
    );
  });

  it('are kept by caches: everybody’s for all, a person’s own for them alone', async () => {
    const all = await fetchTile(addressOf(0, 0, 0));
    expect(all.headers.get('cache-control')).toBe('public, max-age=60');
    expect(all.headers.get('content-encoding')).toBe('gzip');
    expect(all.headers.get('vary')).toContain('authorization');
    const own = await fetchTile(addressOf(0, 0, 0), person('manager').token);
    expect(own.headers.get('cache-control')).toBe('private, no-cache');
    const tag = all.headers.get('etag')!;
    expect(own.headers.get('etag')).not.toBe(tag);
    const again = await fetchTile(addressOf(0, 0, 0), undefined, { 'if-none-match': `"x", ${tag}` });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await fetchTile(addressOf(0, 0, 0), person('admin').token, { 'if-none-match': tag })).status).toBe(200);
    const plain = await fetchTile(addressOf(0, 0, 0), undefined, { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.headers.get('etag')).toBe(tag);
  });

  it('refuse places and filters that there are not', async () => {
    const refused = [
      '/tiles/projects/13/0/0.mvt',
      '/tiles/projects/1/2/0.mvt',
      '/tiles/projects/1/0/-1.mvt',
      '/tiles/projects/a/0/0.mvt',
      '/tiles/projects/99999999999/0/0.mvt',
      '/tiles/projects/0/0/0.mvt?filter={',
      '/tiles/projects/0/0/0.mvt?filter=3',
      '/tiles/projects/0/0/0.mvt?filter={"statuses":["GONE"]}',
      '/tiles/projects/0/0/0.mvt?filter={"nothing":true}',
      '/tiles/projects/0/0/0.mvt?filter={"createdFrom":"soon"}',
      '/tiles/projects/0/0/0.mvt?filter={"bbox":[1,2]}',
      '/tiles/projects/0/0/0.mvt?filter={}&filter={}',
      `/tiles/projects/0/0/0.mvt?filter={"search":"${'x'.repeat(8_000)}"}`,
    ];
    for (const path of refused) {
      const response = await fetchTile(path);
      expect(response.status, path.slice(0, 100)).toBe(400);
      const { error } = (await response.json()) as { error: { code: number; sub_code: string; message: string } };
      expect(error).toMatchObject({ code: 400, sub_code: expect.stringMatching(/^INVALID_(TILE|FILTER)$/) });
      expect(error.message, path).toMatch(/\.$/);
    }
  });

  it('cost one statement, and one to know who asks', async () => {
    const before = counter.statements;
    await fetchTile(addressOf(0, 0, 0, { statuses: STATUSES }), person('admin').token);
    expect(counter.statements - before).toBe(2);
  });
});

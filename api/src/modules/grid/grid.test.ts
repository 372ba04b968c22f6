import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  box,
  collection,
  country,
  degrees,
  feature,
  H,
  polygon,
  previewOf,
  star,
  tilesOf,
  type Ring,
  type TaskFeature,
} from '../../../test/areas.js';
import { startServer, type TestServer } from '../../../test/server.js';

const step = (zoom: number) => H / 2 ** (zoom - 1);
/** The box of tiles x0…x1, y0…y1 in degrees, made smaller by `inset` m on each side. */
const tiles = (zoom: number, x0: number, y0: number, x1 = x0, y1 = y0, inset = 0): Ring => {
  const [west, south] = degrees(x0 * step(zoom) - H + inset, y0 * step(zoom) - H + inset);
  const [east, north] = degrees((x1 + 1) * step(zoom) - H - inset, (y1 + 1) * step(zoom) - H - inset);
  return box(west, south, east, north);
};

describe('the grid', () => {
  let server: TestServer;
  let token: string;
  beforeAll(async () => {
    server = await startServer({ TM_MAX_AOI_AREA: '200000', TM_IMPORT_MAX_FILESIZE: '3000000' }, { jobs: false });
    token = (await server.person('someone')).token;
  });
  afterAll(() => server?.stop());

  const preview = async (area: unknown, options?: { zoom?: number; clip?: boolean }) => {
    const answer = await previewOf(server, token, area, options);
    expect(answer, answer.message).toMatchObject({ __typename: 'GridPreview' });
    return answer;
  };
  /** Geodesic area of all together, m2. */
  const areaOf = async (...geometries: unknown[]): Promise<number> => {
    const { rows } = await server.database.pool.query<{ area: number }>(
      `select sum(st_area(st_geomfromgeojson(g)::geography)) as area from jsonb_array_elements($1) g`,
      [JSON.stringify(geometries)],
    );
    return rows[0]!.area;
  };
  /** Nothing lost, nothing doubled: all tasks together are the area, but for the roundness of long edges on the ground. */
  const expectWhole = async ({ tasks, areaM2 }: { tasks: { features: TaskFeature[] }; areaM2: number }) => {
    const sum = await areaOf(...tasks.features.map(({ geometry }) => geometry));
    expect(Math.abs(sum / areaM2 - 1)).toBeLessThan(1e-4);
    expect(new Set(tilesOf(tasks)).size).toBe(tasks.features.length);
  };

  describe('arithmetic', () => {
    const [west, south] = degrees(2039794.95, 1484921.84);
    const [east, north] = degrees(2040126.98, 1485231.18);
    it('finds the one tile of zoom 11 and the two of zoom 13 that a small area lies in', async () => {
      const area = polygon(box(west, south, east, north));
      expect(tilesOf((await preview(area, { zoom: 11 })).tasks)).toEqual(['1128/1099/11']);
      expect(tilesOf((await preview(area, { zoom: 13 })).tasks)).toEqual(['4512/4399/13', '4513/4399/13']);
    });

    it('gives tile 1010/1399/11 its longitudes and latitudes', async () => {
      const { tasks } = await preview(polygon(box(-2.4, 54.9, -2.35, 54.95)), { zoom: 11 });
      expect(tilesOf(tasks)).toEqual(['1010/1399/11']);
      const [{ geometry, properties }] = tasks.features;
      expect(properties).toEqual({ x: 1010, y: 1399, zoom: 11, isSquare: true });
      expect(geometry).toEqual({
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [-2.460937, 54.876607],
              [-2.285156, 54.876607],
              [-2.285156, 54.977614],
              [-2.460937, 54.977614],
              [-2.460937, 54.876607],
            ],
          ],
        ].map((part) => part.map((ring) => ring.map((p) => p.map((value) => expect.closeTo(value, 5))))),
      });
    });

    it('goes through the columns from west to east, and in each from south to north', async () => {
      const { tasks } = await preview(polygon(tiles(12, 2100, 2300, 2102, 2301, 10)), { zoom: 12 });
      expect(tilesOf(tasks)).toEqual([2100, 2101, 2102].flatMap((x) => [2300, 2301].map((y) => `${x}/${y}/12`)));
      const [lower, upper] = tasks.features.map(({ geometry }: TaskFeature) => geometry.coordinates[0]![0]!);
      expect(upper[0][1]).toBe(lower[2][1]); // the north edge of the first is the south edge of the second
      expect(upper[0][0]).toBe(lower[0][0]);
    });

    it.each([
      [1, 20037508.3392],
      [11, 19567.8792375],
      [18, 152.874],
    ])('has tiles of zoom %i that are %f m wide', async (zoom, metres) => {
      const { tasks } = await preview(polygon(box(0.0001, 0.0001, 0.0011, 0.0011)), { zoom });
      const ring: Ring = tasks.features[0].geometry.coordinates[0][0];
      expect(((ring[1]![0]! - ring[0]![0]!) / 180) * 20037508.34).toBeCloseTo(metres, -1);
    });

    it('does not reach into the next tiles by a hair when an area is drawn along tile edges', async () => {
      for (const zoom of [14, 17]) {
        const middle = 2 ** (zoom - 1);
        const { tasks } = await preview(polygon(tiles(zoom, middle + 5, middle + 7, middle + 6, middle + 8)), { zoom });
        expect(tilesOf(tasks), `zoom ${zoom}`).toHaveLength(4);
      }
    });

    it('halves from zoom to zoom: every tile is the union of its four children', async () => {
      const area = polygon(tiles(13, 4100, 4500, 4100, 4500, 20));
      const [parent] = (await preview(area, { zoom: 13 })).tasks.features as TaskFeature[];
      const children = (await preview(area, { zoom: 14 })).tasks.features as TaskFeature[];
      expect(children.map(({ properties: { x, y } }) => [x, y])).toEqual([
        [8200, 9000],
        [8200, 9001],
        [8201, 9000],
        [8201, 9001],
      ]);
      const corners = (features: TaskFeature[]) => features.flatMap(({ geometry }) => geometry.coordinates.flat(2));
      for (const side of [0, 1]) {
        const of = (features: TaskFeature[]) => corners(features).map((position) => position[side]!);
        expect(Math.min(...of(children))).toBe(Math.min(...of([parent!])));
        expect(Math.max(...of(children))).toBe(Math.max(...of([parent!])));
      }
    });
  });

  describe('cut at the edge', () => {
    const zoom = 13;
    // Three columns and three rows; the area covers the middle tile whole and half of those around it.
    const [x, y] = [4200, 4700];
    const half = polygon(tiles(zoom, x - 1, y - 1, x + 1, y + 1, step(zoom) / 2));

    it('leaves a tile that lies inside as it is, with and without', async () => {
      for (const clip of [false, true]) {
        const { tasks } = await preview(half, { zoom, clip });
        expect(tilesOf(tasks)).toHaveLength(9);
        const middle = (tasks.features as TaskFeature[]).find(
          ({ properties }) => properties.x === x && properties.y === y,
        )!;
        expect(middle.properties.isSquare).toBe(true);
        const ring = middle.geometry.coordinates[0]![0]!;
        expect(ring.map((p) => p.map((value) => expect.closeTo(value, 5)))).toEqual(tiles(zoom, x, y));
      }
    });

    it('keeps those that are cut whole, or takes their part of the area', async () => {
      const whole = (await preview(half, { zoom, clip: false })).tasks;
      expect((whole.features as TaskFeature[]).every(({ properties }) => properties.isSquare)).toBe(true);
      const clipped = await preview(half, { zoom, clip: true });
      const { tasks: cut, areaM2 } = clipped;
      expect(tilesOf(cut)).toEqual(tilesOf(whole));
      expect((cut.features as TaskFeature[]).map(({ properties }) => properties.isSquare)).toEqual(
        Array.from({ length: 9 }, (_, index) => index === 4),
      );
      await expectWhole(clipped);
      expect(whole.features).toHaveLength(9);
      expect(await areaOf(...whole.features.map(({ geometry }: TaskFeature) => geometry))).toBeGreaterThan(2 * areaM2);
    });

    it('makes one task of the pieces of a tile, and leaves out what the area only touches', async () => {
      // Two legs into one tile from the west, and a box whose east edge is the tile's west edge.
      const [[, south], [, north]] = [tiles(zoom, x, y)[0]!, tiles(zoom, x, y)[2]!] as [number[], number[]];
      const west = tiles(zoom, x, y)[0]![0]!;
      const third = (north! - south!) / 3;
      const leg = (from: number, to: number) => feature(polygon(box(west - 0.01, from, west + 0.01, to)));
      const legs = collection(leg(south! + 0.1 * third, south! + third), leg(south! + 2 * third, north! - 0.1 * third));
      const { tasks } = await preview(legs, { zoom, clip: true });
      expect(tilesOf(tasks)).toEqual([`${x - 1}/${y}/13`, `${x}/${y}/13`]);
      for (const { geometry } of tasks.features) expect(geometry.coordinates).toHaveLength(2);

      const touching = await preview(polygon(box(west - 0.01, south! + third, west, north! - third)), {
        zoom,
        clip: true,
      });
      expect(tilesOf(touching.tasks)).toEqual([`${x - 1}/${y}/13`]);
    });

    it('keeps the area of a tile that the outline also runs along', async () => {
      // A spit goes from inside the tile to its edge and along it: the cut is an area and a line.
      const [[west, south], , [east, north]] = tiles(zoom, x, y) as [number[], number[], number[]];
      const middle = (west! + east!) / 2;
      const spit = polygon([
        [middle, south! + 0.01],
        [east! + 0.02, south! + 0.01],
        [east! + 0.02, north! - 0.01],
        [east!, north! - 0.01],
        [east!, south! + 0.02],
        [middle, south! + 0.02],
        [middle, south! + 0.01],
      ]);
      const clipped = await preview(spit, { zoom, clip: true });
      expect(tilesOf(clipped.tasks)).toEqual([`${x}/${y}/13`, `${x + 1}/${y}/13`]);
      await expectWhole(clipped);
    });
  });

  describe('over areas of every shape', () => {
    it('leaves holes free, and fills islands in them', async () => {
      const lake = tiles(14, 8310, 9210, 8317, 9217, -10);
      const island = tiles(14, 8313, 9213, 8314, 9214, 10);
      const around = tiles(14, 8306, 9206, 8321, 9221, 10);
      const area = collection(feature(polygon(around, lake)), feature(polygon(island)));
      expect((await preview(area, { zoom: 14 })).tasks.features).toHaveLength(16 * 16 - 8 * 8 + 4);
      await expectWhole(await preview(area, { zoom: 14, clip: true }));
    });

    it('cuts and counts a round area at 78° north by what it has on the ground', async () => {
      const svalbard = polygon(
        star(
          [15.6, 78.2],
          Array.from({ length: 90 }, () => 0.09),
        ),
      );
      const round = await preview(svalbard, { clip: true });
      const { tasks, areaM2, taskAreaM2, zoom } = round;
      expect(areaM2 / 1e6).toBeCloseTo(Math.PI * (0.09 * 111.66) ** 2, -1); // a degree of latitude has 111.66 km here
      expect(taskAreaM2).toBeLessThan(1.05e6);
      expect(taskAreaM2).toBeGreaterThan(0.2e6);
      expect(tilesOf(tasks)[0]).toMatch(new RegExp(`/${zoom}$`));
      await expectWhole(round);
    });

    it('reaches up to 85.05°, where the map ends', async () => {
      const { tasks } = await preview(polygon(box(-40, 84.9, -39, 85.05)), { zoom: 12 });
      expect(Math.max(...(tasks.features as TaskFeature[]).map(({ properties }) => properties.y))).toBe(4095);
      expect(await previewOf(server, token, polygon(box(-40, 84.9, -39, 85.06)))).toMatchObject({
        __typename: 'InvalidGeometry',
        reason: 'BEYOND_MAP',
        at: [expect.any(Number), 85.06],
      });
    });

    it('takes Fiji as OpenStreetMap has it: islands, lakes, and both sides of the 180° meridian', async () => {
      const fiji = country('FJI');
      const answer = await preview(fiji, { zoom: 11, clip: true });
      await expectWhole(answer);
      expect(answer.areaM2 / (await areaOf(fiji))).toBeCloseTo(1, 2);
      const [west, , east] = answer.bbox;
      expect(west).toBeGreaterThan(170);
      expect(east).toBeLessThan(-170);
      const columns = new Set(answer.tasks.features.map(({ properties }: TaskFeature) => properties.x));
      expect([...columns].every((column) => Number(column) < 60 || Number(column) > 1980)).toBe(true);
      expect(columns).toContain(0);
      expect(columns).toContain(2047);
      for (const sentence of answer.repairs) expect(sentence).toMatch(/^[A-Z].*\.$/);
    });

    it.each(['LSO', 'MDV', 'TON', 'CPV'])('cuts %s so that nothing is lost and nothing is doubled', async (code) => {
      await expectWhole(await preview(country(code), { zoom: 11, clip: true }));
    });

    it('says where the fault is in the Faroe Islands as the file has them', async () => {
      const answer = await previewOf(server, token, collection(feature(country('FRO'), { name: 'Faroe Islands' })));
      expect(answer).toMatchObject({ reason: 'HOLE_OUTSIDE', featureIndex: 0, featureName: 'Faroe Islands' });
      expect(answer.at[0]).toBeCloseTo(-7, 0);
      expect(answer.at[1]).toBeCloseTo(62, 0);
    });
  });

  describe('zoom that is left out', () => {
    it.each([
      ['a village of 1 km2', polygon(box(84, 28, 84.01, 28.009)), 1, 20],
      ['a town of 100 km2', polygon(box(84, 28, 84.1, 28.09)), 100, 400],
      ['a district of 4,500 km2', polygon(box(84, 28, 84.7, 28.6)), 900, 2000],
    ])('suits %s', async (_name, area, least, most) => {
      const { taskCount, tasks } = await preview(area);
      expect(taskCount).toBe(tasks.features.length);
      expect(taskCount).toBeGreaterThanOrEqual(least);
      expect(taskCount).toBeLessThanOrEqual(most);
    });
  });

  it('draws up to 12,000 tasks, and beyond only counts them', async () => {
    const { taskCount, tasks } = await preview(polygon(tiles(16, 33000, 33000, 33119, 33119, 5)), { zoom: 16 });
    expect(taskCount).toBe(14_400);
    expect(tasks).toBeNull();
  });
});

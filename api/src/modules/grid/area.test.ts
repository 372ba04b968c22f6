import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../../test/server.js';

const PREVIEW = `query ($area: GeoJSON!, $zoom: Int) { result: previewGrid(areaOfInterest: $area, zoom: $zoom) { __typename
  ... on Error { message code }
  ... on InvalidGeometry { reason at featureIndex featureName } ... on AreaTooLarge { limitKm2 areaKm2 }
  ... on InputTooLarge { limitBytes bytes } ... on TooManyTasks { limit count } ... on InvalidInput { issues { path } }
  ... on GridPreview { areaOfInterest areaM2 bbox repairs taskCount zoom } } }`;

type Ring = number[][];
const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const polygon = (...rings: Ring[]) => ({ type: 'Polygon', coordinates: rings });
const feature = (geometry: unknown, properties: unknown = {}) => ({ type: 'Feature', properties, geometry });
const collection = (...geometries: unknown[]) => ({
  type: 'FeatureCollection',
  features: geometries.map((geometry) => feature(geometry)),
});
const SQUARE = box(84, 28, 84.1, 28.1);

describe('an area of interest', () => {
  let server: TestServer;
  let token: string;
  beforeAll(async () => {
    server = await startServer({ TM_MAX_AOI_AREA: '5000', TM_MAX_TASKS: '2000' }, { jobs: false });
    token = (await server.person('someone')).token;
  });
  afterAll(() => server?.stop());
  const preview = async (area: unknown, zoom?: number) => (await server.get(PREVIEW, { area, zoom }, token)).result;

  describe('is refused with its reason, its feature and its place', () => {
    const bowtie: Ring = [
      [84, 28],
      [84.1, 28.1],
      [84.1, 28],
      [84, 28.1],
      [84, 28],
    ];
    it.each<[string, unknown, string, object]>([
      ['no type', {}, 'NOT_GEOJSON', {}],
      ['an unknown type', { type: 'Circle' }, 'NOT_GEOJSON', {}],
      ['more than a world', polygon(box(-300, 0, 200, 1)), 'NOT_WGS84', { at: null }],
      ['a list', [1], 'NOT_GEOJSON', {}],
      ['a collection without features', { type: 'FeatureCollection' }, 'NOT_GEOJSON', {}],
      ['an empty collection', { type: 'FeatureCollection', features: [] }, 'EMPTY', {}],
      ['a feature that is none', { type: 'FeatureCollection', features: [7] }, 'NOT_GEOJSON', { featureIndex: 0 }],
      ['a feature without geometry', collection(polygon(SQUARE), null), 'EMPTY', { featureIndex: 1 }],
      ['a point', { type: 'Point', coordinates: [84, 28] }, 'NOT_POLYGON', { featureIndex: 0 }],
      ['an open line', { type: 'LineString', coordinates: SQUARE.slice(0, 4) }, 'NOT_POLYGON', {}],
      ['a polygon without rings', { type: 'Polygon', coordinates: [] }, 'EMPTY', {}],
      ['rings that are no lists', { type: 'Polygon', coordinates: [7] }, 'NOT_GEOJSON', {}],
      ['two points', polygon(SQUARE.slice(0, 2)), 'TOO_FEW_POINTS', {}],
      ['text for a number', { type: 'Polygon', coordinates: [[['84', 28], ...SQUARE]] }, 'NOT_GEOJSON', {}],
      ['null for a number', { type: 'Polygon', coordinates: [[[null, 28], ...SQUARE]] }, 'NOT_GEOJSON', {}],
      ['one number', { type: 'Polygon', coordinates: [[[84], ...SQUARE]] }, 'NOT_GEOJSON', {}],
      [
        'corners on one line',
        polygon([
          [84, 28],
          [84.1, 28.1],
          [84.2, 28.2],
          [84, 28],
        ]),
        'EMPTY',
        {},
      ],
      ['a speck', polygon(box(84, 28, 84.000001, 28.000001)), 'EMPTY', {}],
      ['an outline that crosses itself', polygon(bowtie), 'SELF_INTERSECTION', { at: [84.05, 28.05] }],
      ['a hole outside', polygon(SQUARE, box(85, 28, 85.1, 28.1)), 'HOLE_OUTSIDE', {}],
      [
        'a hole in a hole',
        polygon(SQUARE, box(84.01, 28.01, 84.09, 28.09), box(84.02, 28.02, 84.03, 28.03)),
        'HOLES_OVERLAP',
        {},
      ],
      ['metres', polygon(box(9350000, 3240000, 9360000, 3250000)), 'NOT_WGS84', { at: [9350000, 3240000] }],
      [
        'a huge number',
        polygon([
          [1e308, 0],
          [1e308, 1],
          [0, 1],
          [1e308, 0],
        ]),
        'NOT_WGS84',
        {},
      ],
      [
        'latitude first',
        polygon([
          [28, 100],
          [28.1, 100],
          [28.1, 100.1],
          [28, 100],
        ]),
        'WRONG_AXIS_ORDER',
        { at: [28, 100] },
      ],
      [
        'a latitude beyond the pole',
        polygon([
          [100, 89],
          [100, 91],
          [101, 91],
          [100, 89],
        ]),
        'NOT_WGS84',
        {},
      ],
      ['the North Pole', polygon(box(0, 85, 1, 86)), 'BEYOND_MAP', {}],
      [
        'another reference system',
        { ...collection(polygon(SQUARE)), crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } } },
        'NOT_WGS84',
        {},
      ],
    ])('%s', async (_name, area, reason, rest) => {
      const answer = await preview(area);
      expect(answer).toMatchObject({ __typename: 'InvalidGeometry', code: 'INVALID_GEOMETRY', reason, ...rest });
      expect(answer.message).toMatch(/^[A-Z"].*\.$/s);
    });

    it('names the feature at fault', async () => {
      const area = {
        type: 'FeatureCollection',
        features: [feature(polygon(SQUARE)), feature(polygon(bowtie), { name: 'Ward 7' })],
      };
      expect(await preview(area)).toMatchObject({
        reason: 'SELF_INTERSECTION',
        featureIndex: 1,
        featureName: 'Ward 7',
        message: expect.stringContaining('"Ward 7"'),
      });
    });

    it('says metres only of what looks like metres', async () => {
      expect((await preview(polygon(box(9350000, 3240000, 9360000, 3250000)))).message).toContain('metres');
      const { message } = await preview(
        polygon([
          [100, 89],
          [100, 91],
          [101, 91],
          [100, 89],
        ]),
      );
      expect(message).toContain('90°');
      expect(message).not.toContain('metres');
    });
  });

  describe('is mended where there is but one reading, and says so', () => {
    const part = SQUARE.slice(0, 4);
    it.each<[string, unknown, RegExp | null, number]>([
      ['nothing to mend', polygon(SQUARE), null, 1],
      ['a bare feature', feature(polygon(SQUARE)), null, 1],
      ['a multipolygon', { type: 'MultiPolygon', coordinates: [[SQUARE]] }, null, 1],
      [
        'CRS84 said aloud',
        {
          ...collection(polygon(SQUARE)),
          crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } },
        },
        null,
        1,
      ],
      [
        'EPSG:4326 said aloud',
        { ...collection(polygon(SQUARE)), crs: { type: 'name', properties: { name: 'EPSG:4326' } } },
        null,
        1,
      ],
      ['an open ring', polygon(part), /was open/, 1],
      ['a closed line', { type: 'LineString', coordinates: SQUARE }, /closed line/, 1],
      ['heights', polygon(SQUARE.map((position) => [...position, 1200])), /Heights/, 1],
      [
        'heights of some points',
        polygon(SQUARE.map((position, index) => (index === 2 ? [...position, 1200] : position))),
        /Heights/,
        1,
      ],
      ['measures', polygon(SQUARE.map((position) => [...position, 1200, 7])), /Heights/, 1],
      ['repeated points', polygon([SQUARE[0]!, ...SQUARE]), /Repeated points/, 1],
      ['a clockwise ring', polygon([...SQUARE].reverse()), /direction/, 1],
      ['a spike', polygon([SQUARE[0]!, SQUARE[1]!, [84.3, 28], ...SQUARE.slice(1)]), /touches itself/, 1],
      [
        'two squares that meet in a corner',
        polygon([
          [84, 28],
          [84.05, 28],
          [84.05, 28.05],
          [84.1, 28.05],
          [84.1, 28.1],
          [84.05, 28.1],
          [84.05, 28.05],
          [84, 28.05],
          [84, 28],
        ]),
        /touches itself/,
        0.5,
      ],
      ['parts over each other', { type: 'MultiPolygon', coordinates: [[SQUARE], [SQUARE]] }, null, 1],
      ['neighbours', collection(polygon(box(84, 28, 84.05, 28.1)), polygon(box(84.05, 28, 84.1, 28.1))), null, 1],
      [
        'a speck beside it',
        collection(polygon(SQUARE), polygon(box(85, 28, 85.000005, 28.000005))),
        /less than 1 m2/,
        1,
      ],
      ['a hair of a hole', polygon(SQUARE, box(84.05, 28.05, 84.050005, 28.050005)), /less than 1 m2/, 1],
    ])('%s', async (_name, area, repair, share) => {
      const answer = await preview(area, 12);
      expect(answer).toMatchObject({ __typename: 'GridPreview' });
      expect(answer.areaOfInterest.type).toBe('MultiPolygon');
      // 0.1° × 0.1° at 28° N
      expect(answer.areaM2 / (108.98e6 * share)).toBeCloseTo(1, 2);
      if (repair) expect(answer.repairs.join(' ')).toMatch(repair);
      else expect(answer.repairs).toEqual([]);
    });

    it('keeps holes and islands', async () => {
      const { areaM2, areaOfInterest } = await preview(polygon(SQUARE, box(84.02, 28.02, 84.08, 28.08).reverse()));
      expect(areaOfInterest.coordinates[0]).toHaveLength(2);
      expect(areaM2 / (108.98e6 * 0.64)).toBeCloseTo(1, 2);
      const island = collection(
        polygon(SQUARE, box(84.02, 28.02, 84.08, 28.08).reverse()),
        polygon(box(84.04, 28.04, 84.06, 28.06)),
      );
      expect((await preview(island)).areaOfInterest.coordinates).toHaveLength(2);
    });

    it('answers with six decimals, outlines counter-clockwise', async () => {
      const { areaOfInterest } = await preview(polygon(box(84.12345678, 28, 84.2, 28.1).reverse()));
      const ring: Ring = areaOfInterest.coordinates[0][0];
      expect(ring.flat().every((value) => Number(value.toFixed(6)) === value)).toBe(true);
      const signed = ring
        .slice(1)
        .reduce((sum, [x, y], index) => sum + ring[index]![0]! * y! - x! * ring[index]![1]!, 0);
      expect(signed).toBeGreaterThan(0);
    });
  });

  describe('over the 180° meridian', () => {
    // 0.4° × 0.1° near Taveuni, Fiji
    const east = box(179.8, -17, 180, -16.9);
    const west = box(-180, -17, -179.8, -16.9);
    it.each<[string, unknown, RegExp | null]>([
      ['cut, as RFC 7946 wants it', { type: 'MultiPolygon', coordinates: [[east], [west]] }, null],
      ['as two features', collection(polygon(east), polygon(west)), null],
      ['with longitudes above 180', polygon(box(179.8, -17, 180.2, -16.9)), /moved to the other side/],
      ['with longitudes below -180', polygon(box(-180.2, -17, -179.8, -16.9)), /moved to the other side/],
      [
        'with a jump from 179.8 to -179.8',
        polygon([
          [179.8, -17],
          [-179.8, -17],
          [-179.8, -16.9],
          [179.8, -16.9],
          [179.8, -17],
        ]),
        /read across the 180° meridian/,
      ],
    ])('%s', async (_name, area, repair) => {
      const answer = await preview(area, 13);
      expect(answer).toMatchObject({ __typename: 'GridPreview', bbox: [179.8, -17, -179.8, -16.9] });
      expect(answer.areaOfInterest.coordinates).toHaveLength(2);
      expect(answer.areaOfInterest.coordinates.flat(2).every(([x]: number[]) => Math.abs(x!) <= 180)).toBe(true);
      expect(answer.areaM2 / 470.4e6).toBeCloseTo(1, 2);
      // Tiles of zoom 13 are 0.044° wide: ten columns, not the 8,192 around the world; none doubled.
      expect(answer.taskCount).toBe(30);
      if (repair) expect(answer.repairs.join(' ')).toMatch(repair);
      else expect(answer.repairs).toEqual([]);
    });
  });

  describe('has its limits', () => {
    it('of size: the geodesic area of all of it together', async () => {
      const tooLarge = await preview(polygon(box(84, 28, 84.8, 28.8)));
      expect(tooLarge).toMatchObject({ __typename: 'AreaTooLarge', code: 'AREA_TOO_LARGE', limitKm2: 5000 });
      expect(tooLarge.areaKm2).toBeGreaterThan(6900);
      expect(tooLarge.areaKm2).toBeLessThan(7000);
      // Twice the same 3,500 km2 are 3,500 km2.
      const half = polygon(box(84, 28, 84.4, 28.8));
      expect((await preview(collection(half, half), 12)).__typename).toBe('GridPreview');
    });
    it('of tasks, said at once however absurd the zoom', async () => {
      const started = Date.now();
      const answer = await preview(polygon(SQUARE), 22);
      expect(answer).toMatchObject({ __typename: 'TooManyTasks', code: 'TOO_MANY_TASKS', limit: 2000 });
      expect(answer.count).toBeGreaterThan(1_000_000);
      expect(Date.now() - started).toBeLessThan(2000);
    });
    it('of tasks along an outline, which its size does not tell', async () => {
      // A strip 3° long and 5 m wide: 0.02 of its tiles by area.
      const answer = await preview(polygon(box(84, 28, 87, 28.00005)), 20);
      expect(answer).toMatchObject({ __typename: 'TooManyTasks' });
    });
    it('of zoom', async () => {
      for (const zoom of [0, -3, 23, 2_000_000])
        expect(await preview(polygon(SQUARE), zoom)).toMatchObject({
          __typename: 'InvalidInput',
          issues: [{ path: ['zoom'] }],
        });
    });
    it('of bytes', async () => {
      const ring = Array.from({ length: 60_000 }, (_, index) => {
        const angle = (2 * Math.PI * index) / 60_000;
        return [84 + 0.1 * Math.cos(angle), 28 + 0.1 * Math.sin(angle)];
      });
      expect(await preview(polygon([...ring, ring[0]!]))).toMatchObject({
        __typename: 'InputTooLarge',
        limitBytes: 1_000_000,
      });
    });
  });

  it('is read for people who are signed in', async () => {
    expect((await server.get(PREVIEW, { area: polygon(SQUARE) })).result.__typename).toBe('NotSignedIn');
  });
});

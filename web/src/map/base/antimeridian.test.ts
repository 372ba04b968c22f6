import type { MultiPolygon, Polygon, Position } from 'geojson';
import { expect, test } from 'vitest';
import { cutAtAntimeridian } from './antimeridian';

const longestStep = (rings: Position[][]) =>
  Math.max(
    ...rings.flatMap((ring) => ring.slice(1).map((point, i) => Math.abs((point[0] ?? 0) - (ring[i]?.[0] ?? 0)))),
  );

test('a polygon away from the meridian is left alone', () => {
  const polygon: Polygon = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
    ],
  };
  expect(cutAtAntimeridian(polygon)).toBe(polygon);
});

test('an island over the meridian becomes two halves that meet at it', () => {
  const island: Polygon = {
    type: 'Polygon',
    coordinates: [
      [
        [178, -18],
        [-178, -18],
        [-178, -16],
        [178, -16],
        [178, -18],
      ],
    ],
  };
  const cut = cutAtAntimeridian(island) as MultiPolygon;
  expect(cut.coordinates).toHaveLength(2);
  const spans = cut.coordinates
    .map((rings) => rings.flat().map(([x]) => x ?? 0))
    .map((xs) => [Math.min(...xs), Math.max(...xs)]);
  expect(spans).toEqual(
    expect.arrayContaining([
      [178, 180],
      [-180, -178],
    ]),
  );
});

test('a ring around the pole is closed along it', () => {
  const ring: Position[] = [
    [-180, -80],
    [-90, -75],
    [0, -78],
    [90, -75],
    [170, -80],
    [-180, -80],
  ];
  const cut = cutAtAntimeridian({ type: 'Polygon', coordinates: [ring] }) as MultiPolygon;
  const points = cut.coordinates.flat(2);
  expect(points.some(([, y]) => (y ?? 0) < -89)).toBe(true);
  expect(Math.min(...points.map(([x]) => x ?? 0))).toBeGreaterThanOrEqual(-180);
  expect(Math.max(...points.map(([x]) => x ?? 0))).toBeLessThanOrEqual(180);
  expect(longestStep(cut.coordinates.map((rings) => rings[0] ?? []))).toBeLessThanOrEqual(360);
});

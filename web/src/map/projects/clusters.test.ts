import type { Feature, Point } from 'geojson';
import { expect, test } from 'vitest';
import { buildClusters, normalBounds, readPoints, ringsIn, standsFor, type ProjectPoint } from './clusters';

const point = (number: number, lon: number, lat: number, percentMapped: number, percentValidated: number) =>
  ({
    type: 'Feature',
    properties: { number, name: `Project ${number}`, percentMapped, percentValidated },
    geometry: { type: 'Point', coordinates: [lon, lat] },
  }) satisfies Feature<Point, ProjectPoint>;

const clusters = buildClusters([point(1, 39, -6, 60, 30), point(2, 39.1, -6.1, 20, 10), point(3, -70, 19, 100, 100)]);
const world = [-180, -85, 180, 85] as [number, number, number, number];

test('projects close together are one ring with their mean, validated work not counted as mapped again', () => {
  const rings = ringsIn(clusters, world, 2);
  expect(rings).toHaveLength(2);
  const group = rings.find(({ count }) => count === 2);
  expect(group).toMatchObject({ validated: 20, mapped: 20 });
  expect(group && standsFor(group, 2, clusters)).toBe(true);
  expect(group && standsFor(group, 3, clusters)).toBe(false);
});

test('closer by, each has its own', () => {
  expect(
    ringsIn(clusters, world, 10)
      .map(({ project }) => project?.number)
      .sort(),
  ).toEqual([1, 2, 3]);
});

test('a view over the 180th meridian has its west greater than its east', () => {
  expect(normalBounds(170, -20, 190, -10)).toEqual([170, -20, -170, -10]);
  expect(normalBounds(-400, -95, 400, 95)).toEqual([-180, -90, 180, 90]);
});

test('what is no project on a point is left out', () => {
  expect(readPoints({ type: 'Point', coordinates: [0, 0] })).toEqual([]);
  expect(
    readPoints({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: null, geometry: { type: 'Point', coordinates: [0, 0] } }],
    }),
  ).toEqual([]);
});

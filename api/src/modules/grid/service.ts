import pg from 'pg';
import { z } from 'zod';
import { statement } from '../../database/database.js';
import { InvalidInput } from '../../errors.js';
import type { Services } from '../../graphql/context.js';
import { AreaTooLarge, InputTooLarge, InvalidGeometry, TooManyTasks } from './errors.js';
import { featuresOf, type AreaFeature } from './shape.js';

export { featuresOf } from './shape.js';

const READ_AREA = statement(import.meta.url, 'sql/read_area');
const PREVIEW = statement(import.meta.url, 'sql/preview');

/** Most tasks that a preview draws. */
export const MOST_DRAWN = 12_000;
/** Grid tiles of these zooms can be made. */
const ZOOMS = { least: 1, most: 22 };
/** Side of a zoom-0 tile on the equator, m. */
const WORLD = 2 * 20037508.3392;

/** An area of interest that can be used. */
export interface Area {
  /** MultiPolygon, EPSG:4326, as EWKB in hex: for statements. */
  ewkb: string;
  areaM2: number;
  /** [west, south, east, north] in degrees. */
  bbox: [number, number, number, number];
  features: AreaFeature[];
  /** What was mended, in sentences. */
  repairs: string[];
  /** Points inside it, [lon, lat]. */
  samples: [number, number][];
}

interface AreaRow {
  [column: string]: unknown;
  fault: string | null;
  index: number | null;
  other: number | null;
  at: [number, number] | null;
  area: string;
  area_m2: number;
  bbox: Area['bbox'];
  repairs: [number | null, string[]][] | null;
  samples: [number, number][];
}

/** Length of an input as JSON. Throws InvalidGeometry for one that is nested thousands deep, which nothing reads. */
export function bytesOf(input: unknown): number {
  try {
    return Buffer.byteLength(JSON.stringify(input));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InvalidGeometry('NOT_GEOJSON', 'This is no GeoJSON: lists and objects in it are nested far too deep.');
  }
}

/**
 * Reads and mends an area of interest. `separate`: its features become tasks, and must not overlap.
 * Throws InputTooLarge, InvalidGeometry, AreaTooLarge.
 */
export async function readArea(
  { database, settings }: Services,
  input: unknown,
  { separate }: { separate: boolean },
): Promise<Area> {
  const bytes = bytesOf(input);
  if (bytes > settings.limits.inputBytes) throw new InputTooLarge(settings.limits.inputBytes, bytes);
  const features = featuresOf(input);
  const geometries = JSON.stringify(features.map(({ geometry }) => geometry));
  const [row] = await database.query<AreaRow>(READ_AREA, [geometries, separate]);
  if (row!.fault) throw faultOf(row!, features);
  const areaKm2 = row!.area_m2 / 1e6;
  if (areaKm2 > settings.limits.areaKm2) throw new AreaTooLarge(settings.limits.areaKm2, areaKm2);
  return {
    ewkb: row!.area,
    areaM2: row!.area_m2,
    bbox: row!.bbox,
    features,
    repairs: [
      ...features.flatMap(({ repairs }) => repairs),
      ...(row!.repairs ?? []).flatMap(([index, what]) => what.map((each) => sentenceOf(each, index, features))),
    ],
    samples: row!.samples,
  };
}

const labelOf = (index: number | null, features: AreaFeature[]) => {
  if (index === null || features.length === 1) return 'the area';
  const name = features[index]?.name;
  return name ? `"${name}"` : `feature ${index + 1}`;
};

const REPAIRS: Record<string, (label: string) => string> = {
  HAS_Z: (label) => `Heights in ${label} were left out.`,
  REPEATED_POINTS: (label) => `Repeated points in ${label} were removed.`,
  RING_DIRECTION: (label) => `The direction of an outline in ${label} was turned.`,
  TOUCHING_RING: (label) => `An outline in ${label} that touches itself was mended.`,
  CROSSES_ANTIMERIDIAN: (label) => `The outline of ${label} was read across the 180° meridian, and cut there.`,
  BEYOND_ANTIMERIDIAN: (label) => `What lies beyond the 180° meridian in ${label} was moved to the other side.`,
  SLIVERS: () => 'Parts and holes of less than 1 m2 were left out.',
};
const sentenceOf = (repair: string, index: number | null, features: AreaFeature[]) =>
  REPAIRS[repair]?.(labelOf(index, features)) ?? repair;

const FAULTS: Record<string, (label: string, other: string, at: AreaRow['at']) => string> = {
  NOT_WGS84: (label, _other, at) => {
    if (!at) return `The longitudes of ${label} lie more than 360° apart. They go from -180 to 180.`;
    if (Math.abs(at[0]) <= 540 && Math.abs(at[1]) <= 180)
      return `A latitude in ${label} is beyond 90°. A position is [longitude, latitude], in degrees.`;
    return `The coordinates of ${label} are no degrees; they look like metres of a map projection. Convert them to WGS84 (EPSG:4326).`;
  },
  WRONG_AXIS_ORDER: (label) => `In ${label} latitude and longitude are swapped: GeoJSON has the longitude first.`,
  BEYOND_MAP: (label) => `Part of ${label} is north or south of 85.05° latitude, where the map ends.`,
  HOLE_OUTSIDE: (label) =>
    `A hole of ${label} lies outside its outline. Move it inside, or make it a polygon of its own.`,
  HOLES_OVERLAP: (label) => `Holes of ${label} lie over each other. Join them.`,
  SELF_INTERSECTION: (label) => `The outline of ${label} crosses itself. Move the point where it does.`,
  EMPTY: (label) => `There is no area in ${label}: its outline encloses nothing.`,
  OVERLAPS: (label, other) =>
    `${label.charAt(0).toUpperCase()}${label.slice(1)} and ${other} overlap. Tasks must lie apart: move one of them.`,
};

function faultOf({ fault, index, other, at }: AreaRow, features: AreaFeature[]): InvalidGeometry {
  const message =
    FAULTS[fault!]?.(labelOf(index, features), labelOf(other, features), at) ?? `The area cannot be used (${fault}).`;
  return new InvalidGeometry(fault!, message, index, index === null ? null : (features[index]?.name ?? null), at);
}

/** Side of a tile of a zoom at a latitude, m on the ground. */
const tileSide = (zoom: number, latitude: number) => (WORLD / 2 ** zoom) * Math.cos((latitude * Math.PI) / 180);

/**
 * The zoom a new grid starts with: the first whose tiles have at most 1 km2 on the ground, but no more than some 1,500 of
 * them over the area.
 */
export function usualZoom({ areaM2, bbox: [, south, , north] }: Pick<Area, 'areaM2' | 'bbox'>): number {
  const tileM2 = (zoom: number) => tileSide(zoom, (south + north) / 2) ** 2;
  let zoom = ZOOMS.least;
  while (zoom < 18 && tileM2(zoom) > 1e6) zoom++;
  while (zoom < 18 && tileM2(zoom) > areaM2) zoom++; // a small area is more than one task
  while (zoom > ZOOMS.least && areaM2 / tileM2(zoom) > 1500) zoom--;
  return zoom;
}

/** Throws InvalidInput for a zoom at which no grid can be made. */
export function checkZoom(zoom: number): number {
  const parsed = z.int().min(ZOOMS.least).max(ZOOMS.most).safeParse(zoom);
  if (parsed.success) return zoom;
  throw new InvalidInput([
    { path: ['zoom'], message: `The zoom of a grid is between ${ZOOMS.least} and ${ZOOMS.most}.` },
  ]);
}

/** Turns the database's "too many" into TooManyTasks. */
export function orTooManyTasks(limit: number) {
  return (error: unknown): never => {
    if (error instanceof pg.DatabaseError && error.code === 'TG001')
      throw new TooManyTasks(limit, Math.min(Number(error.detail), 2_147_483_647));
    throw error;
  };
}

export interface Preview extends Area {
  zoom: number;
  taskCount: number;
  taskAreaM2: number;
  areaOfInterest: unknown;
  tasks: unknown;
}

/** What a grid over an area would be, without saving anything. `draw`: with the tasks' geometries. */
export async function previewGrid(
  services: Services,
  { areaOfInterest, zoom, clip, draw }: { areaOfInterest: unknown; zoom?: number | null; clip: boolean; draw: boolean },
): Promise<Preview> {
  const area = await readArea(services, areaOfInterest, { separate: false });
  const chosen = zoom == null ? usualZoom(area) : checkZoom(zoom);
  const limit = services.settings.limits.tasks;
  const [row] = await services.database
    .query<{ count: number; median: number; tasks: string | null; area: string }>(PREVIEW, [
      area.ewkb,
      chosen,
      clip,
      limit,
      draw ? MOST_DRAWN : 0,
    ])
    .catch(orTooManyTasks(limit));
  return {
    ...area,
    zoom: chosen,
    taskCount: row!.count,
    taskAreaM2: row!.median ?? 0,
    areaOfInterest: JSON.parse(row!.area),
    tasks: row!.tasks === null ? null : JSON.parse(row!.tasks),
  };
}

import type { GeoJSON } from 'geojson';

/** [west, south, east, north] in degrees; west > east crosses the antimeridian. */
export type Bbox = [west: number, south: number, east: number, north: number];

/** A box as MapLibre wants it: south-west and north-east corner, the east always right of the west. */
export function boundsOf([west, south, east, north]: Bbox): [[number, number], [number, number]] {
  return [
    [west, south],
    [east < west ? east + 360 : east, north],
  ];
}

/** The box round several boxes; they lie within one project, so on one side of the world. */
export function unionOf(boxes: readonly (readonly number[])[]): Bbox {
  const side = (index: number, pick: (...values: number[]) => number) => pick(...boxes.map((box) => box[index] ?? 0));
  return [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)];
}

/** The box round any GeoJSON; null where it holds no place. */
export function boxOf(geojson: GeoJSON | null): Bbox | null {
  const box: Bbox = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    const [lon, lat] = part as unknown[];
    if (typeof lon !== 'number' || typeof lat !== 'number') return part.forEach(take);
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  };
  const walk = (each: GeoJSON | null): void => {
    if (!each) return;
    if (each.type === 'FeatureCollection') each.features.forEach(walk);
    else if (each.type === 'Feature') walk(each.geometry);
    else if (each.type === 'GeometryCollection') each.geometries.forEach(walk);
    else take(each.coordinates);
  };
  walk(geojson);
  return box[0] === Infinity ? null : box;
}

import type { MultiPolygon, Polygon, Position } from 'geojson';

/** Degrees at which a ring around a pole is closed: beyond every map's edge, and short of where Mercator has no number. */
const POLE = 89.9;

/**
 * Cuts a polygon that crosses the 180th meridian into parts that lie within -180 to 180 degrees, so that a flat map
 * draws no line across the world. Rings that wind around a pole are closed along it. Untouched polygons come back as
 * they are. Degrees, EPSG:4326.
 */
export function cutAtAntimeridian(geometry: Polygon | MultiPolygon): Polygon | MultiPolygon {
  if (!crossesAntimeridian(geometry)) return geometry;
  return { type: 'MultiPolygon', coordinates: partsOf(geometry).flatMap(cutPolygon) };
}

/** Does an outline step over the 180th meridian, that is, by more than half the world at once? */
export function crossesAntimeridian(geometry: Polygon | MultiPolygon): boolean {
  return partsOf(geometry).some((rings) => rings.some(crosses));
}

function partsOf(geometry: Polygon | MultiPolygon): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

function crosses(ring: Position[]): boolean {
  return ring.some((point, i) => i > 0 && Math.abs(lon(point) - lon(ring[i - 1])) > 180);
}

function cutPolygon(rings: Position[][]): Position[][][] {
  if (!rings.some(crosses)) return [rings];
  const unwrapped = rings.map(unwrap);
  const parts: Position[][][] = [];
  for (const shift of [-360, 0, 360]) {
    const clipped = unwrapped
      .map((ring) => clip(clip(ring, -180 + shift, 1), 180 + shift, -1))
      .filter((ring) => ring.length >= 4 && new Set(ring.map(lon)).size > 1)
      .map((ring) => ring.map(([x, y]) => [(x ?? 0) - shift, y ?? 0]));
    if (clipped.length > 0) parts.push(clipped);
  }
  return parts;
}

/** Longitudes made continuous, so that no step is longer than half the world. */
function unwrap(ring: Position[]): Position[] {
  const out: Position[] = [];
  let turn = 0;
  ring.forEach((point, i) => {
    if (i > 0) {
      const step = lon(point) - lon(ring[i - 1]);
      if (step > 180) turn -= 360;
      else if (step < -180) turn += 360;
    }
    out.push([lon(point) + turn, lat(point)]);
  });
  const first = out[0];
  const last = out.at(-1);
  if (first && last && Math.abs(lon(first) - lon(last)) > 180) {
    const pole = out.reduce((sum, point) => sum + lat(point), 0) < 0 ? -POLE : POLE;
    out.push([lon(last), pole], [lon(first), pole], first);
  }
  return out;
}

/** The part of a closed ring on one side of a meridian: `side` 1 keeps the east, -1 the west. */
function clip(ring: Position[], meridian: number, side: 1 | -1): Position[] {
  const inside = (point: Position) => (lon(point) - meridian) * side >= 0;
  const out: Position[] = [];
  ring.forEach((point, i) => {
    const previous = ring[i - 1];
    if (previous && inside(previous) !== inside(point)) {
      const t = (meridian - lon(previous)) / (lon(point) - lon(previous));
      out.push([meridian, lat(previous) + t * (lat(point) - lat(previous))]);
    }
    if (inside(point)) out.push(point);
  });
  const first = out[0];
  const last = out.at(-1);
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) out.push(first);
  return out;
}

const lon = (point: Position | undefined): number => point?.[0] ?? 0;
const lat = (point: Position | undefined): number => point?.[1] ?? 0;

import { InvalidGeometry } from './errors.js';

// What GeoJSON must look like before PostGIS reads it. Only the shape is looked at here, and which feature is at fault;
// whether it is a sound area is decided by read_polygons (sql/functions).

export type Position = number[];
export type PolygonGeometry =
  { type: 'Polygon'; coordinates: Position[][] } | { type: 'MultiPolygon'; coordinates: Position[][][] };

export interface AreaFeature {
  name: string | null;
  geometry: PolygonGeometry;
  properties: Record<string, unknown>;
  repairs: string[];
}

/** Geometries that enclose nothing. */
const OTHER_TYPES = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'GeometryCollection'];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text as it is; of anything else nothing, as an object of a request need not have a text. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const notGeoJson = (message: string, index: number | null = null, name: string | null = null) =>
  new InvalidGeometry('NOT_GEOJSON', message, index, name);

/** The polygonal features of a FeatureCollection, a Feature or a geometry. Throws InvalidGeometry. */
export function featuresOf(input: unknown): AreaFeature[] {
  if (!isObject(input))
    throw notGeoJson('This is no GeoJSON: it needs a "type", such as FeatureCollection or Polygon.');
  checkCrs(input);
  if (input.type === 'FeatureCollection') {
    if (!Array.isArray(input.features)) throw notGeoJson('The FeatureCollection has no list of features.');
    if (input.features.length === 0)
      throw new InvalidGeometry('EMPTY', 'There are no features in it. Draw the area as one or several polygons.');
    return input.features.map((feature, index) => featureOf(feature, index));
  }
  return [featureOf(input.type === 'Feature' ? input : { type: 'Feature', geometry: input, properties: null }, 0)];
}

/** GeoJSON is WGS84 (RFC 7946); files of the older draft may say something else. */
function checkCrs({ crs }: Record<string, unknown>): void {
  if (crs === undefined || crs === null) return;
  const name = textOf(isObject(crs) && isObject(crs.properties) ? crs.properties.name : crs).slice(0, 100);
  if (/CRS:?:?84$|EPSG:?:?(.*:)?4326$/i.test(name)) return;
  throw new InvalidGeometry(
    'NOT_WGS84',
    `The coordinates are in ${name || 'another reference system'}. Convert them to WGS84 (EPSG:4326), longitude first.`,
  );
}

function featureOf(feature: unknown, index: number): AreaFeature {
  if (!isObject(feature) || feature.type !== 'Feature') throw notGeoJson(`Item ${index + 1} is no Feature.`, index);
  const properties = isObject(feature.properties) ? feature.properties : {};
  const name = nameOf(feature, properties);
  const label = name ? `"${name}"` : `Feature ${index + 1}`;
  const geometry = feature.geometry;
  if (!isObject(geometry))
    throw new InvalidGeometry('EMPTY', `${label} has no geometry. Remove it, or draw its outline.`, index, name);
  const repairs: string[] = [];
  const ring = (positions: unknown) => ringOf(positions, label, index, name, repairs);
  const rings = (list: unknown) => {
    if (!Array.isArray(list) || list.length === 0)
      throw new InvalidGeometry('EMPTY', `${label} has no outline. Remove it, or draw it.`, index, name);
    return list.map(ring);
  };
  switch (geometry.type) {
    case 'Polygon':
      return { name, properties, repairs, geometry: { type: 'Polygon', coordinates: rings(geometry.coordinates) } };
    case 'MultiPolygon':
      if (!Array.isArray(geometry.coordinates) || geometry.coordinates.length === 0) {
        throw new InvalidGeometry('EMPTY', `${label} has no outline. Remove it, or draw it.`, index, name);
      }
      return {
        name,
        properties,
        repairs,
        geometry: { type: 'MultiPolygon', coordinates: geometry.coordinates.map(rings) },
      };
    case 'LineString': {
      const line = geometry.coordinates;
      if (!Array.isArray(line) || line.length < 4 || !isClosed(line)) break;
      repairs.push(`${label} is a closed line: its inside was taken.`);
      return { name, properties, repairs, geometry: { type: 'Polygon', coordinates: [ring(line)] } };
    }
  }
  if (!OTHER_TYPES.includes(textOf(geometry.type)))
    throw notGeoJson(`${label} is no GeoJSON: its geometry needs a "type", such as Polygon.`, index, name);
  throw new InvalidGeometry(
    'NOT_POLYGON',
    `${label} is a ${textOf(geometry.type)}. An area is drawn as polygons (or a closed line).`,
    index,
    name,
  );
}

function nameOf(feature: Record<string, unknown>, properties: Record<string, unknown>): string | null {
  const name = properties.name ?? properties.NAME ?? properties.Name ?? feature.id ?? properties.id;
  return typeof name === 'string' || typeof name === 'number' ? String(name).slice(0, 100) : null;
}

const isClosed = (positions: unknown[]) => {
  const [first, last] = [positions[0], positions.at(-1)] as [unknown[], unknown[]];
  return Array.isArray(first) && Array.isArray(last) && first[0] === last[0] && first[1] === last[1];
};

/** A closed ring of at least four positions; one that was left open is closed. */
function ringOf(positions: unknown, label: string, index: number, name: string | null, repairs: string[]): Position[] {
  if (!Array.isArray(positions)) throw notGeoJson(`The outline of ${label} is no list of positions.`, index, name);
  for (const position of positions) {
    if (
      !Array.isArray(position) ||
      position.length < 2 ||
      !position.every((value) => typeof value === 'number' && Number.isFinite(value))
    ) {
      throw notGeoJson(`${label} has a position that is no [longitude, latitude] of two numbers.`, index, name);
    }
  }
  let ring = positions as Position[];
  if (ring.length >= 3 && !isClosed(ring)) {
    ring = [...ring, ring[0]!];
    repairs.push(`The outline of ${label} was open: it was closed.`);
  }
  if (ring.length < 4)
    throw new InvalidGeometry(
      'TOO_FEW_POINTS',
      `The outline of ${label} has too few points: three corners are the least.`,
      index,
      name,
    );
  // All positions of a geometry have as many numbers, or PostGIS does not read it.
  return ring.some((position) => position.length > 3) ? ring.map((position) => position.slice(0, 3)) : ring;
}

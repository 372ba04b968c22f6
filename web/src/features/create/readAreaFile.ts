import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon, Position } from 'geojson';

export type AreaFileFault = 'NOT_JSON' | 'NOT_GEOJSON' | 'NO_AREA' | 'OPEN_LINE';

export type AreaFile =
  | { polygons: FeatureCollection<Polygon | MultiPolygon>; fault?: undefined }
  | { polygons?: undefined; fault: AreaFileFault };

type Area = Feature<Polygon | MultiPolygon>;

/**
 * The areas in a GeoJSON text: polygons, and closed lines, which are outlines drawn with another tool. Points are left
 * out. Whether the areas are sound (WGS 84, no crossings, size) is the server's to judge: one rule, in one place.
 */
export function readAreaFile(text: string): AreaFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { fault: 'NOT_JSON' };
  }
  const features = toFeatures(json);
  if (!features) return { fault: 'NOT_GEOJSON' };
  const areas = features.flatMap(toAreas);
  if (areas.length > 0) return { polygons: { type: 'FeatureCollection', features: areas } };
  const hasLines = features.some(({ geometry }) => /LineString/.test(geometry?.type ?? ''));
  return { fault: hasLines ? 'OPEN_LINE' : 'NO_AREA' };
}

function toFeatures(json: unknown): Feature[] | null {
  if (typeof json !== 'object' || json === null || !('type' in json)) return null;
  if (json.type === 'FeatureCollection') {
    const { features } = json as Partial<FeatureCollection>;
    return Array.isArray(features) ? features : null;
  }
  if (json.type === 'Feature') return [json as Feature];
  if ('coordinates' in json || 'geometries' in json) {
    return [{ type: 'Feature', properties: {}, geometry: json as Geometry }];
  }
  return null;
}

function toAreas(feature: Feature): Area[] {
  const { geometry } = feature;
  const properties = feature.properties ?? {};
  const area = (part: Polygon | MultiPolygon): Area => ({ ...feature, type: 'Feature', properties, geometry: part });
  switch (geometry?.type) {
    case 'Polygon':
    case 'MultiPolygon':
      return [area(geometry)];
    case 'LineString':
      return isClosed(geometry.coordinates) ? [area({ type: 'Polygon', coordinates: [geometry.coordinates] })] : [];
    case 'MultiLineString':
      return geometry.coordinates.filter(isClosed).map((line) => area({ type: 'Polygon', coordinates: [line] }));
    case 'GeometryCollection':
      return geometry.geometries.flatMap((each) => toAreas({ ...feature, geometry: each }));
    default:
      return [];
  }
}

function isClosed(line: Position[]): boolean {
  const first = line[0];
  const last = line.at(-1);
  return line.length >= 4 && first !== undefined && first[0] === last?.[0] && first[1] === last?.[1];
}

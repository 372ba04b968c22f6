import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { crossesAntimeridian } from '../../map/base/antimeridian';

/** [west, south, east, north] of areas, in degrees, east beyond 180 where one crosses that meridian; null without a point. */
export function extentOf({ features }: FeatureCollection<Polygon | MultiPolygon>) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const crosses = features.some(({ geometry }) => crossesAntimeridian(geometry));
  for (const { geometry } of features) {
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
    for (const [lon = NaN, lat = NaN] of rings.flat()) {
      // A file in another reference system has coordinates no map can go to; the server says what is wrong with it.
      if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) return null;
      const x = crosses && lon < 0 ? lon + 360 : lon;
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  }
  return west <= east ? ([west, south, east, north] as [number, number, number, number]) : null;
}

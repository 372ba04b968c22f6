import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';

/** [west, south, east, north] of areas, in degrees; null when they have no point. */
export function extentOf({ features }: FeatureCollection<Polygon | MultiPolygon>) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { geometry } of features) {
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
    for (const [lon = NaN, lat = NaN] of rings.flat()) {
      // A file in another reference system has coordinates no map can go to; the server says what is wrong with it.
      if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) return null;
      west = Math.min(west, lon);
      east = Math.max(east, lon);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  }
  return west <= east ? ([west, south, east, north] as [number, number, number, number]) : null;
}

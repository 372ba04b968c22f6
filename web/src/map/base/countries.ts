import type { FeatureCollection, Geometry, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import coarseUrl from 'world-atlas/countries-110m.json?url';
import fineUrl from 'world-atlas/countries-50m.json?url';
import { cutAtAntimeridian } from './antimeridian';

/** coarse: 1:110m, there at once (38 KB); fine: 1:50m, fetched when the map rests (230 KB). */
export type LandDetail = 'coarse' | 'fine';

const addresses: Record<LandDetail, string> = { coarse: coarseUrl, fine: fineUrl };
const loaded = new Map<LandDetail, Promise<FeatureCollection<Polygon | MultiPolygon, { name: string }>>>();

/** Countries as polygons that a flat map can draw, each with its English name. */
export function loadCountries(detail: LandDetail) {
  let countries = loaded.get(detail);
  if (!countries) {
    countries = fetchCountries(addresses[detail]);
    countries.catch(() => loaded.delete(detail));
    loaded.set(detail, countries);
  }
  return countries;
}

async function fetchCountries(url: string) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The map of the world did not load (${response.status}).`);
  const topology = (await response.json()) as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  const { features } = feature(topology, topology.objects.countries);
  return {
    type: 'FeatureCollection' as const,
    features: features
      .filter((country) => isArea(country.geometry))
      .map((country) => ({ ...country, geometry: cutAtAntimeridian(country.geometry as Polygon | MultiPolygon) })),
  };
}

function isArea(geometry: Geometry | null): boolean {
  return geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';
}

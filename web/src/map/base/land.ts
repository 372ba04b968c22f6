import type { FeatureCollection, Geometry, MultiPolygon, Point, Polygon, Position } from 'geojson';
import { addProtocol } from 'maplibre-gl';
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

/** One point a country, in its largest part, with `rank`: the larger the country, the smaller. */
async function loadNames(): Promise<FeatureCollection<Point, { name: string; rank: number }>> {
  const { features } = await loadCountries('coarse');
  return {
    type: 'FeatureCollection',
    features: features.map(({ geometry, properties }) => {
      const rings =
        geometry.type === 'Polygon' ? [geometry.coordinates[0]] : geometry.coordinates.map(([ring]) => ring);
      const largest = rings.map((ring) => middle(ring ?? [])).reduce((a, b) => (b.area > a.area ? b : a));
      return {
        type: 'Feature',
        properties: { name: properties.name, rank: -largest.area },
        geometry: { type: 'Point', coordinates: largest.at },
      };
    }),
  };
}

/** Centre of gravity and area (square degrees, narrowed with the latitude) of a closed ring. */
function middle(ring: Position[]): { area: number; at: Position } {
  let doubled = 0;
  let x = 0;
  let y = 0;
  ring.slice(1).forEach(([x1 = 0, y1 = 0], i) => {
    const [x0 = 0, y0 = 0] = ring[i] ?? [];
    const cross = x0 * y1 - x1 * y0;
    doubled += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  });
  if (doubled === 0) return { area: 0, at: ring[0] ?? [0, 0] };
  const at = [x / (3 * doubled), y / (3 * doubled)];
  return { area: Math.abs(doubled / 2) * Math.cos(((at[1] ?? 0) * Math.PI) / 180), at };
}

// The style names its data `land://…`; MapLibre asks here. The style itself stays a few lines, the same for every map.
addProtocol('land', async ({ url }) => {
  const what = url.slice('land://'.length);
  return { data: what === 'names' ? await loadNames() : await loadCountries(what as LandDetail) };
});

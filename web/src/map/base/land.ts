import type { FeatureCollection, Point, Position } from 'geojson';
import { addProtocol } from 'maplibre-gl';
import { loadCountries, type LandDetail } from './countries';
import { countryName } from './names';

/** One point a country, in its largest part, named in a language, with `rank`: the larger the country, the smaller. */
async function loadNames(language: string): Promise<FeatureCollection<Point, { name: string; rank: number }>> {
  const { features } = await loadCountries('coarse');
  return {
    type: 'FeatureCollection',
    features: features.map(({ id, geometry, properties }) => {
      const rings =
        geometry.type === 'Polygon' ? [geometry.coordinates[0]] : geometry.coordinates.map(([ring]) => ring);
      const largest = rings.map((ring) => middle(ring ?? [])).reduce((a, b) => (b.area > a.area ? b : a));
      return {
        type: 'Feature',
        properties: { name: countryName({ id, name: properties.name }, language), rank: -largest.area },
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
  const [kind, language = 'en'] = what.split('/');
  return { data: kind === 'names' ? await loadNames(language) : await loadCountries(kind as LandDetail) };
});

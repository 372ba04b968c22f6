import type { StyleSpecification } from 'maplibre-gl';
import { familyOf } from '../../app/fonts';
import { MAP_COLOURS, type MapTheme } from './colours';
import { EMPTY } from './graticule';
import type { LandDetail } from './countries';

let detail: LandDetail = 'coarse';

/** Told by `furnish` once the fine land is there, so that a later style (another theme) starts with it. */
export function fineLandLoaded(): void {
  detail = 'fine';
}

/** The language that the page is in at this moment: names on the map are in it. */
export const pageLanguage = (): string => document.documentElement.lang || 'en';

/** Where the map finds the names of countries in a language. */
export const namesData = (language: string): string => `land://names/${language}`;

/**
 * Sea, land, borders, names: the ground under every map, from our own server alone. Add layers above it;
 * `furnish(map)` brings finer coasts and the lines of the graticule. Layers: sea, land, land-line, graticule, names.
 */
export function baseStyle(theme: MapTheme): StyleSpecification {
  const colour = MAP_COLOURS[theme];
  const language = pageLanguage();
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: `land://${detail}`, attribution: 'Land: Natural Earth' },
      'land-names': { type: 'geojson', data: namesData(language) },
      graticule: { type: 'geojson', data: EMPTY },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colour.sea } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colour.land, 'fill-antialias': false } },
      {
        id: 'graticule',
        type: 'line',
        source: 'graticule',
        paint: { 'line-color': colour.landLine, 'line-width': 0.5, 'line-opacity': 0.5 },
      },
      {
        id: 'land-line',
        type: 'line',
        source: 'land',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': colour.landLine,
          'line-width': ['interpolate', ['linear'], ['zoom'], 1, 0.6, 5, 1.1],
        },
      },
      {
        id: 'names',
        type: 'symbol',
        source: 'land-names',
        maxzoom: 7,
        // From afar only the large countries: rank is minus the square degrees.
        filter: ['<', ['get', 'rank'], ['step', ['zoom'], -12, 2.5, -5, 4, -1, 5, 0]],
        layout: {
          'text-field': ['get', 'name'],
          // A web font by its CSS name: MapLibre draws the glyphs itself, no glyph server is asked.
          'text-font': [familyOf(language)],
          'text-size': ['interpolate', ['linear'], ['zoom'], 2, 11, 6, 14],
          'text-max-width': 7,
          'text-padding': 6,
          'symbol-sort-key': ['get', 'rank'],
        },
        paint: { 'text-color': colour.landText, 'text-halo-color': colour.halo, 'text-halo-width': 1.4 },
      },
    ],
  };
}

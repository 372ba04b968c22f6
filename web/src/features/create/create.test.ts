import { expect, test } from 'vitest';
import { EMPTY_DRAFT, loadDraft, missingTexts, saveDraft } from './draft';
import { readAreaFile } from './readAreaFile';

const ring = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
];

test('polygons, closed lines and collections are areas; their names stay with them', () => {
  const { polygons } = readAreaFile(
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: { name: 'North' }, geometry: { type: 'Polygon', coordinates: [ring] } },
        { type: 'Feature', properties: null, geometry: { type: 'LineString', coordinates: ring } },
        { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [0, 0] } },
      ],
    }),
  );
  expect(polygons?.features.map(({ geometry, properties }) => [geometry.type, properties?.name])).toEqual([
    ['Polygon', 'North'],
    ['Polygon', undefined],
  ]);
});

test.each([
  ['<gpx/>', 'NOT_JSON'],
  ['[1]', 'NOT_GEOJSON'],
  ['{"type":"Topology"}', 'NOT_GEOJSON'],
  ['{"type":"Point","coordinates":[0,0]}', 'NO_AREA'],
  ['{"type":"FeatureCollection","features":[]}', 'NO_AREA'],
  ['{"type":"LineString","coordinates":[[0,0],[1,1]]}', 'OPEN_LINE'],
])('a file without an area says why: %s', (text, fault) => {
  expect(readAreaFile(text)).toEqual({ fault });
});

test('a draft survives a reload, and one of another shape does not break the page', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  expect(loadDraft(storage)).toEqual(EMPTY_DRAFT);
  expect(saveDraft({ ...EMPTY_DRAFT, name: 'North' }, storage)).toBe(true);
  expect(loadDraft(storage).name).toBe('North');
  for (const broken of ['{', 'null', '"x"']) {
    expect(loadDraft({ getItem: () => broken })).toEqual(EMPTY_DRAFT);
  }
});

test('an area too large to keep does not take the typed words with it', () => {
  let kept = '';
  const small = {
    setItem: (_: string, value: string) => {
      if (value.length > 600) throw new Error('QuotaExceededError');
      kept = value;
    },
  };
  const features = Array.from({ length: 50 }, () => ({
    type: 'Feature' as const,
    properties: {},
    geometry: { type: 'Polygon' as const, coordinates: [ring] },
  }));
  const area = { polygons: { type: 'FeatureCollection' as const, features }, fileName: 'large.geojson' };
  expect(saveDraft({ ...EMPTY_DRAFT, name: 'North', area }, small)).toBe(false);
  expect(JSON.parse(kept)).toMatchObject({ name: 'North', area: null });
});

test('what must be written before publishing', () => {
  expect(missingTexts({ ...EMPTY_DRAFT, name: 'North', description: ' ' })).toEqual([
    'shortDescription',
    'description',
    'instructions',
  ]);
});

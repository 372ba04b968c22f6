import { expect, test } from 'vitest';
import {
  NO_FILTERS,
  ORDERS,
  countFilters,
  nearOf,
  orderOf,
  readFilters,
  toProjectFilter,
  writeFilters,
  type Filters,
} from './filters';

const all: Filters = {
  search: 'Zanzibar & coast',
  need: 'TO_VALIDATE',
  difficulty: 'EASY',
  mappingTypes: ['BUILDINGS', 'LAND_USE'],
  exactTypes: true,
  country: 'São Tomé and Principe',
  organisationId: '1',
  campaignId: '2',
  teamId: '3',
  interestIds: ['4', '5'],
  imagery: 'custom',
  database: 'OSM',
  suitsMe: true,
  myInterests: true,
  favourites: true,
  mine: 'MANAGED',
  stale: true,
  bounds: [179.5, -20, -178.25, -15.125],
  orderBy: 'NEWEST',
  near: [12.5, -3.1],
};

test.each([
  NO_FILTERS,
  all,
  { ...NO_FILTERS, need: 'ALL' as const },
  ...ORDERS.map((orderBy) => ({ ...NO_FILTERS, orderBy })),
])('filters survive the address', (filters) => {
  expect(readFilters(new URLSearchParams(writeFilters(filters).toString()))).toEqual(filters);
});

test('the default view has a clean address', () => {
  expect(writeFilters(NO_FILTERS).toString()).toBe('');
});

test.each([
  'need=x&type=a,roads&difficulty=hard&order=toString&mine=toString&stale=maybe&country=',
  'in=1,2,3',
  'in=0,10,5,5',
  'in=a,b,c,d',
  'near=1',
  'near=200,5',
  'near=1,2,3',
])('what an address gets wrong is left at its default: %s', (address) => {
  const filters = readFilters(new URLSearchParams(address));
  expect({ ...filters, mappingTypes: [] }).toEqual(NO_FILTERS);
});

test('the API is asked for nothing that was not chosen', () => {
  const sent = (filters: Filters) => JSON.parse(JSON.stringify(toProjectFilter(filters)));
  expect(sent({ ...NO_FILTERS, need: 'ALL', search: '  ' })).toEqual({});
  expect(sent({ ...NO_FILTERS, need: 'ALL', exactTypes: true })).toEqual({});
  expect(sent({ ...NO_FILTERS, mine: 'CREATED' })).toEqual({ need: 'TO_MAP', createdByMe: true });
});

test('a place to be near to decides the order, and is not handed on to the metre', () => {
  const near: Filters = { ...NO_FILTERS, orderBy: 'OLDEST', near: nearOf(43.2551, -11.7022) };
  expect([orderOf(NO_FILTERS), orderOf(near)]).toEqual(['PRIORITY', 'NEAREST']);
  expect(toProjectFilter(near).near).toEqual({ lon: 43.3, lat: -11.7 });
  expect(writeFilters(near).get('near')).toBe('43.3,-11.7');
});

test('every filter but what is to be done and the order counts', () => {
  expect(countFilters({ ...NO_FILTERS, need: 'ALL', orderBy: 'OLDEST' })).toBe(0);
  expect(countFilters(all)).toBe(Object.keys(NO_FILTERS).length - 3);
});

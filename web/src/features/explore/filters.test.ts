import { expect, test } from 'vitest';
import { NO_FILTERS, countFilters, readFilters, toProjectFilter, writeFilters, type Filters } from './filters';

const all: Filters = {
  search: 'Zanzibar & coast',
  need: 'TO_VALIDATE',
  difficulty: 'EASY',
  mappingTypes: ['BUILDINGS', 'LAND_USE'],
  organisationId: 'T3JnYW5pc2F0aW9uOjE=',
  bounds: [179.5, -20, -178.25, -15.125],
  orderBy: 'NEWEST',
};

test.each([NO_FILTERS, all, { ...NO_FILTERS, need: 'ALL' as const }])('filters survive the address', (filters) => {
  expect(readFilters(new URLSearchParams(writeFilters(filters).toString()))).toEqual(filters);
});

test('the default view has a clean address', () => {
  expect(writeFilters(NO_FILTERS).toString()).toBe('');
});

test.each(['need=x&type=a,roads&difficulty=hard&order=toString', 'in=1,2,3', 'in=0,10,5,5', 'in=a,b,c,d'])(
  'what an address gets wrong is left at its default: %s',
  (address) => {
    const filters = readFilters(new URLSearchParams(address));
    expect({ ...filters, mappingTypes: [] }).toEqual(NO_FILTERS);
  },
);

test('the API is asked for nothing that was not chosen', () => {
  expect(JSON.parse(JSON.stringify(toProjectFilter({ ...NO_FILTERS, need: 'ALL', search: '  ' })))).toEqual({});
  expect(countFilters(all)).toBe(5);
});

import type { MappingType, ProjectDifficulty, ProjectFilter, ProjectNeed, ProjectOrder } from '../../gql/graphql';

/** [west, south, east, north] in degrees. */
export type Bounds = [number, number, number, number];

/** What Explore shows, as the address holds it. */
export type Filters = {
  search: string;
  need: ProjectNeed | 'ALL';
  difficulty: ProjectDifficulty | null;
  mappingTypes: MappingType[];
  organisationId: string | null;
  /** Only projects in this view of the map. */
  bounds: Bounds | null;
  orderBy: ExploreOrder;
};

export const NO_FILTERS: Filters = {
  search: '',
  need: 'TO_MAP',
  difficulty: null,
  mappingTypes: [],
  organisationId: null,
  bounds: null,
  orderBy: 'PRIORITY',
};

// Words of the address, short and lower case; those left out are the defaults.
const needs = { map: 'TO_MAP', validate: 'TO_VALIDATE', all: 'ALL' } as const;
/** The orders that Explore offers, of those the API knows. */
export type ExploreOrder = Extract<ProjectOrder, 'PRIORITY' | 'LAST_UPDATED' | 'NEWEST'>;

const orders = { urgent: 'PRIORITY', updated: 'LAST_UPDATED', newest: 'NEWEST' } as const;
const difficulties = { easy: 'EASY', moderate: 'MODERATE', challenging: 'CHALLENGING' } as const;
const types = {
  roads: 'ROADS',
  buildings: 'BUILDINGS',
  waterways: 'WATERWAYS',
  'land-use': 'LAND_USE',
  other: 'OTHER',
} as const;

/** Value of an address word, or undefined for a word it does not know. */
function valueOf<T>(words: Record<string, T>, word: string | null): T | undefined {
  return word !== null && Object.hasOwn(words, word) ? words[word] : undefined;
}

function wordOf<T>(words: Record<string, T>, value: T): string {
  return Object.entries(words).find(([, each]) => each === value)?.[0] ?? '';
}

function readBounds(text: string | null): Bounds | null {
  const numbers = (text ?? '').split(',').map(Number);
  const [west = NaN, south = NaN, east = NaN, north = NaN] = numbers;
  const valid =
    numbers.length === 4 &&
    [west, east].every((lon) => Math.abs(lon) <= 180) &&
    [south, north].every((lat) => Math.abs(lat) <= 90) &&
    south < north;
  return valid ? [west, south, east, north] : null;
}

/** Filters of an address; what it does not understand is left at its default. */
export function readFilters(params: URLSearchParams): Filters {
  return {
    search: params.get('q') ?? '',
    need: valueOf(needs, params.get('need')) ?? NO_FILTERS.need,
    difficulty: valueOf(difficulties, params.get('difficulty')) ?? null,
    mappingTypes: (params.get('type') ?? '')
      .split(',')
      .map((word) => valueOf(types, word))
      .filter((type) => type !== undefined),
    organisationId: params.get('organisation'),
    bounds: readBounds(params.get('in')),
    orderBy: valueOf(orders, params.get('order')) ?? NO_FILTERS.orderBy,
  };
}

/** The address of filters: only what differs from the defaults. */
export function writeFilters(filters: Filters): URLSearchParams {
  const params = new URLSearchParams();
  if (filters.search) params.set('q', filters.search);
  if (filters.need !== NO_FILTERS.need) params.set('need', wordOf(needs, filters.need));
  if (filters.difficulty) params.set('difficulty', wordOf(difficulties, filters.difficulty));
  if (filters.mappingTypes.length > 0) {
    params.set('type', filters.mappingTypes.map((type) => wordOf(types, type)).join(','));
  }
  if (filters.organisationId) params.set('organisation', filters.organisationId);
  if (filters.bounds) params.set('in', filters.bounds.map((degrees) => Number(degrees.toFixed(3))).join(','));
  if (filters.orderBy !== NO_FILTERS.orderBy) params.set('order', wordOf(orders, filters.orderBy));
  return params;
}

/** The filters as the API takes them. */
export function toProjectFilter(filters: Filters): ProjectFilter {
  return {
    search: filters.search.trim() || undefined,
    need: filters.need === 'ALL' ? undefined : filters.need,
    difficulty: filters.difficulty ?? undefined,
    mappingTypes: filters.mappingTypes.length > 0 ? filters.mappingTypes : undefined,
    organisationId: filters.organisationId ?? undefined,
    bbox: filters.bounds ?? undefined,
  };
}

/** How many choices narrow the list; what is to be done (to map, to validate) is not one of them. */
export function countFilters(filters: Filters): number {
  return [
    filters.search.trim(),
    filters.difficulty,
    filters.mappingTypes.length,
    filters.organisationId,
    filters.bounds,
  ].filter(Boolean).length;
}

import type { MappingType, ProjectDifficulty, ProjectFilter, ProjectNeed, ProjectOrder } from '../../gql/graphql';
import type { Bbox } from '../../map/bounds';

/** A place to sort by the distance from: longitude and latitude in degrees. */
export type Near = readonly [lon: number, lat: number];

/** A place to about ten kilometres: near enough to sort by, and no home in an address that is handed on. */
export const nearOf = (lon: number, lat: number): Near => [Number(lon.toFixed(1)), Number(lat.toFixed(1))];

/** The orders that Explore offers without a place; with one in the filters the nearest come first. */
export type ExploreOrder = Exclude<ProjectOrder, 'NEAREST'>;

/** What a person has to do with a project. */
export type Mine = 'MAPPED' | 'CREATED' | 'MANAGED';

/** What Explore shows, as the address holds it. */
export type Filters = {
  search: string;
  need: ProjectNeed | 'ALL';
  difficulty: ProjectDifficulty | null;
  mappingTypes: MappingType[];
  /** All of these types and no others. */
  exactTypes: boolean;
  country: string | null;
  organisationId: string | null;
  campaignId: string | null;
  teamId: string | null;
  /** Number of each. */
  interestIds: string[];
  imagery: string | null;
  /** Where the edits go: OSM or a sandbox. */
  database: string | null;
  /** Only where level and teams let the person work. */
  suitsMe: boolean;
  myInterests: boolean;
  favourites: boolean;
  mine: Mine | null;
  /** Nobody has changed them for half a year. */
  stale: boolean;
  /** Only projects in this view of the map. */
  bounds: Bbox | null;
  orderBy: ExploreOrder;
  /** The nearest to this place come first, instead of `orderBy`. */
  near: Near | null;
};

export const NO_FILTERS: Filters = {
  search: '',
  need: 'TO_MAP',
  difficulty: null,
  mappingTypes: [],
  exactTypes: false,
  country: null,
  organisationId: null,
  campaignId: null,
  teamId: null,
  interestIds: [],
  imagery: null,
  database: null,
  suitsMe: false,
  myInterests: false,
  favourites: false,
  mine: null,
  stale: false,
  bounds: null,
  orderBy: 'PRIORITY',
  near: null,
};

// Words of the address, short and lower case; those left out are the defaults.
const needs = { map: 'TO_MAP', validate: 'TO_VALIDATE', all: 'ALL' } as const;
const mines = { mapped: 'MAPPED', created: 'CREATED', managed: 'MANAGED' } as const;
const orders = {
  urgent: 'PRIORITY',
  updated: 'LAST_UPDATED',
  quiet: 'LEAST_RECENTLY_UPDATED',
  newest: 'NEWEST',
  oldest: 'OLDEST',
  due: 'DUE_DATE',
  easiest: 'EASIEST',
  hardest: 'HARDEST',
  'most-mapped': 'MOST_MAPPED',
  'least-mapped': 'LEAST_MAPPED',
  'most-validated': 'MOST_VALIDATED',
  'least-validated': 'LEAST_VALIDATED',
} as const satisfies Record<string, ExploreOrder>;
export const ORDERS: readonly ExploreOrder[] = Object.values(orders);
const difficulties = { easy: 'EASY', moderate: 'MODERATE', challenging: 'CHALLENGING' } as const;
const types = {
  roads: 'ROADS',
  buildings: 'BUILDINGS',
  waterways: 'WATERWAYS',
  'land-use': 'LAND_USE',
  other: 'OTHER',
} as const;
/** Filters that are text in the address as they are, by their names there. */
const texts = {
  country: 'country',
  organisationId: 'organisation',
  campaignId: 'campaign',
  teamId: 'team',
  imagery: 'imagery',
  database: 'edits',
} as const;
/** Those that are there or not. */
const flags = {
  exactTypes: 'exact',
  suitsMe: 'suits-me',
  myInterests: 'my-interests',
  favourites: 'favourites',
  stale: 'stale',
} as const;

const keysOf = <T extends object>(of: T) => Object.keys(of) as (keyof T)[];

/** Value of an address word, or undefined for a word it does not know. */
function valueOf<T>(words: Record<string, T>, word: string | null): T | undefined {
  return word !== null && Object.hasOwn(words, word) ? words[word] : undefined;
}

function wordOf<T>(words: Record<string, T>, value: T): string {
  return Object.entries(words).find(([, each]) => each === value)?.[0] ?? '';
}

const partsOf = (text: string | null): string[] => (text ?? '').split(',').filter(Boolean);

function readBounds(text: string | null): Bbox | null {
  const numbers = (text ?? '').split(',').map(Number);
  const [west = NaN, south = NaN, east = NaN, north = NaN] = numbers;
  const valid =
    numbers.length === 4 &&
    [west, east].every((lon) => Math.abs(lon) <= 180) &&
    [south, north].every((lat) => Math.abs(lat) <= 90) &&
    south < north;
  return valid ? [west, south, east, north] : null;
}

function readNear(text: string | null): Near | null {
  const [lon = NaN, lat = NaN, ...more] = (text ?? '').split(',').map(Number);
  return more.length === 0 && Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : null;
}

/** Filters of an address; what it does not understand is left at its default. */
export function readFilters(params: URLSearchParams): Filters {
  const filters: Filters = {
    ...NO_FILTERS,
    search: params.get('q') ?? '',
    need: valueOf(needs, params.get('need')) ?? NO_FILTERS.need,
    difficulty: valueOf(difficulties, params.get('difficulty')) ?? null,
    mappingTypes: partsOf(params.get('type'))
      .map((word) => valueOf(types, word))
      .filter((type) => type !== undefined),
    interestIds: partsOf(params.get('interest')),
    mine: valueOf(mines, params.get('mine')) ?? null,
    bounds: readBounds(params.get('in')),
    orderBy: valueOf(orders, params.get('order')) ?? NO_FILTERS.orderBy,
    near: readNear(params.get('near')),
  };
  for (const key of keysOf(texts)) filters[key] = params.get(texts[key]) || null;
  for (const key of keysOf(flags)) filters[key] = params.get(flags[key]) === 'yes';
  return filters;
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
  if (filters.interestIds.length > 0) params.set('interest', filters.interestIds.join(','));
  for (const key of keysOf(texts)) if (filters[key]) params.set(texts[key], filters[key]);
  for (const key of keysOf(flags)) if (filters[key]) params.set(flags[key], 'yes');
  if (filters.mine) params.set('mine', wordOf(mines, filters.mine));
  if (filters.bounds) params.set('in', filters.bounds.map((degrees) => Number(degrees.toFixed(3))).join(','));
  if (filters.orderBy !== NO_FILTERS.orderBy) params.set('order', wordOf(orders, filters.orderBy));
  if (filters.near) params.set('near', filters.near.join(','));
  return params;
}

/** The order as the API takes it. */
export const orderOf = (filters: Filters): ProjectOrder => (filters.near ? 'NEAREST' : filters.orderBy);

/** Midnight half a year ago: the same the whole day, so that an answer in the cache is found again. */
function halfAYearAgo(now = new Date()): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 6, now.getUTCDate())).toISOString();
}

/** The filters as the API takes them; what is not chosen is not sent. */
export function toProjectFilter(filters: Filters): ProjectFilter {
  const some = <T>(list: T[]) => (list.length > 0 ? list : undefined);
  return {
    search: filters.search.trim() || undefined,
    need: filters.need === 'ALL' ? undefined : filters.need,
    difficulty: filters.difficulty ?? undefined,
    mappingTypes: some(filters.mappingTypes),
    mappingTypesExact: (filters.exactTypes && filters.mappingTypes.length > 0) || undefined,
    country: filters.country ?? undefined,
    organisationId: filters.organisationId ?? undefined,
    campaignId: filters.campaignId ?? undefined,
    teamId: filters.teamId ?? undefined,
    interestIds: some(filters.interestIds),
    imagery: filters.imagery ?? undefined,
    database: filters.database ?? undefined,
    suitsMe: filters.suitsMe || undefined,
    basedOnMyInterests: filters.myInterests || undefined,
    favouritedByMe: filters.favourites || undefined,
    mappedByMe: filters.mine === 'MAPPED' || undefined,
    createdByMe: filters.mine === 'CREATED' || undefined,
    managedByMe: filters.mine === 'MANAGED' || undefined,
    updatedTo: filters.stale ? halfAYearAgo() : undefined,
    bbox: filters.bounds ?? undefined,
    near: filters.near ? { lon: filters.near[0], lat: filters.near[1] } : undefined,
  };
}

/** How many choices narrow the list; what is to be done (to map, to validate) is not one of them. */
export function countFilters(filters: Filters): number {
  return [
    filters.search.trim(),
    filters.difficulty,
    filters.mappingTypes.length,
    filters.interestIds.length,
    ...keysOf(texts).map((key) => filters[key]),
    ...keysOf(flags).map((key) => filters[key]),
    filters.mine,
    filters.bounds,
  ].filter(Boolean).length;
}

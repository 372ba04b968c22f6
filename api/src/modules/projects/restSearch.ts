import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { paginationOf, pagination, featureCollection } from '../../rest/answers.js';
import { e1, refuse, Refused } from '../../rest/errors.js';
import { csvCell } from '../../rest/csv.js';
import { etagOf } from '../../rest/json.js';
import { operation, Raw } from '../../rest/operation.js';
import { projectRow, shownRows } from '../../rest/projectRows.js';
import { bool, int, text } from '../../rest/values.js';
import type { Viewer } from '../../viewer.js';
import type { ProjectFilter } from './filter.js';
import { searchPage, searchTable, V2_ORDERS, type CsvRow, type V2Order } from './v2Search.js';

const STATUSES = ['ARCHIVED', 'PUBLISHED', 'DRAFT'] as const;
const DIFFICULTIES = ['EASY', 'MODERATE', 'CHALLENGING'] as const;
const MAPPING_TYPES = ['ROADS', 'BUILDINGS', 'WATERWAYS', 'LAND_USE', 'OTHER'] as const;

/** 400 as the search tells of a value that it does not know. */
const unfit = (message: string): never => refuse(400, undefined, `Projects GET - ${message}`);

const listOf = (value: string | undefined) =>
  value
    ?.split(',')
    .map((each) => each.trim())
    .filter(Boolean) ?? [];

function named<const Name extends string>(names: readonly Name[], what: string, value: string): Name {
  return names.includes(value as Name)
    ? (value as Name)
    : unfit(`${value.slice(0, 100)} is no ${what}. There are ${names.join(', ')}.`);
}

/** Midnight of a date, UTC. */
function dayOf(value: string | undefined): Date | undefined {
  if (!value) return undefined;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  const fits = day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
  return fits ? day : unfit(`${value.slice(0, 100)} is no date. Write it as YYYY-MM-DD.`);
}

function numbersOf(value: string | undefined): number[] {
  return listOf(value).map((each) =>
    /^\d{1,9}$/.test(each) ? Number(each) : unfit(`${each.slice(0, 100)} is no number of an interest.`),
  );
}

/** The order that v2 is asked for. Throws Refused for one that it does not know. */
export function orderOf(orderBy: string, orderByType: string): V2Order {
  if (!Object.hasOwn(V2_ORDERS, orderBy))
    unfit(`Nothing is ordered by ${orderBy.slice(0, 100)}. Take one of ${Object.keys(V2_ORDERS).join(', ')}.`);
  return { by: orderBy, descending: orderByType === 'DESC' };
}

const word = (max = 1_000) => text({ max }).optional();
const flag = () => bool().default(false);
const search = {
  page: int({ min: 1 }).optional(),
  textSearch: word().describe('Words of names, texts and numbers of projects; all must be found.'),
  difficulty: word(),
  action: word().describe('map or validate: only where the viewer could; any: everywhere.'),
  mappingTypes: word(),
  mappingTypesExact: flag(),
  organisationName: word(),
  organisationId: int().optional(),
  teamId: int().optional(),
  campaign: word().describe('Its exact name.'),
  country: word(),
  imagery: word().describe('Id of a layer, or custom.'),
  projectStatuses: word().describe('PUBLISHED when left out.'),
  interests: word(),
  sandbox: bool().optional(),
  database: word().describe('Counts only together with sandbox.'),
  createdByMe: flag(),
  mappedByMe: flag(),
  favoritedByMe: flag(),
  managedByMe: flag(),
  basedOnMyInterests: flag(),
  lastUpdatedFrom: word(10),
  lastUpdatedTo: word(10),
  createdFrom: word(10),
  createdTo: word(10),
  partnerId: int().optional(),
  partnershipFrom: word(10),
  partnershipTo: word(10),
  orderBy: text({ max: 100 }).default('priority'),
  orderByType: text({ max: 10 }).default('ASC'),
  omitMapResults: flag(),
  downloadAsCSV: flag(),
};
type Search = z.output<z.ZodObject<typeof search>>;

/** What v2 asks for in the words of our filter. */
function filterOf(query: Search, viewer: Viewer | null): ProjectFilter {
  const { action, difficulty } = query;
  const statuses = listOf(query.projectStatuses).map((each) => named(STATUSES, 'status of projects', each));
  const need = { map: 'TO_MAP', validate: 'NOT_VALIDATED' } as const;
  const work = action === 'map' || action === 'validate' ? need[action] : undefined;
  const own = viewer !== null; // a visitor has nothing: what asks for their own is not heard
  return {
    // What the original takes out; a search for nothing else finds everything.
    search: query.textSearch?.replace(/[@|&!><\\():']/g, ''),
    statuses: statuses.length > 0 ? statuses : own && query.createdByMe ? null : ['PUBLISHED'],
    createdByMe: own && query.createdByMe,
    mappedByMe: own && query.mappedByMe,
    favouritedByMe: own && query.favoritedByMe,
    managedByMe: own && query.managedByMe,
    basedOnMyInterests: own && query.basedOnMyInterests,
    need: work,
    suitsMe: own && work !== undefined,
    difficulty: difficulty && difficulty !== 'ALL' ? named(DIFFICULTIES, 'difficulty', difficulty) : undefined,
    mappingTypes: listOf(query.mappingTypes).map((each) => named(MAPPING_TYPES, 'mapping type', each)),
    mappingTypesExact: query.mappingTypesExact,
    organisationName: query.organisationName || undefined,
    organisation: query.organisationId,
    team: query.teamId,
    campaignName: query.campaign || undefined,
    country: query.country || undefined,
    imagery: query.imagery?.toLowerCase() === 'custom' ? 'custom' : query.imagery || undefined,
    interests: own && query.basedOnMyInterests ? undefined : numbersOf(query.interests),
    sandbox: query.sandbox,
    database: query.sandbox === undefined ? undefined : query.database || undefined,
    updatedFrom: dayOf(query.lastUpdatedFrom),
    updatedTo: dayOf(query.lastUpdatedTo),
    createdFrom: dayOf(query.createdFrom),
    createdTo: dayOf(query.createdTo),
    partner: query.partnerId,
    partnershipFrom: dayOf(query.partnershipFrom),
    partnershipTo: dayOf(query.partnershipTo),
  };
}

/** What cannot be asked for together, or by everybody. */
function checkTogether(query: Search, viewer: Viewer | null): void {
  const { partnerId, partnershipFrom, partnershipTo } = query;
  const error = (message: string): never => refuse(400, undefined, message);
  if (query.omitMapResults && query.downloadAsCSV) error('omitMapResults and downloadAsCSV cannot both be true.');
  if (partnerId === undefined && (partnershipFrom || partnershipTo))
    error('partnershipFrom and partnershipTo are of a partner: send partnerId too.');
  if (partnershipFrom && partnershipTo && partnershipFrom > partnershipTo)
    error('partnershipFrom is not later than partnershipTo.');
  if (partnerId !== undefined && viewer?.role !== 'ADMIN')
    throw new Refused(e1(401, undefined, 'Only administrators can search projects by their partner.'));
}

const COLUMNS: (keyof CsvRow)[] = [
  'projectId',
  'name',
  'priority',
  'difficulty',
  'status',
  'sandbox',
  'database',
  'lastUpdated',
  'dueDate',
  'organisationName',
  'percentMapped',
  'percentValidated',
  'totalArea',
  'country',
  'creation_date',
  'totalContributors',
  'author',
];
const DECIMAL = new Set<keyof CsvRow>(['percentMapped', 'percentValidated', 'totalArea']);

/** A value as scripts that read this file are used to: True, 50.0, ['Nepal']. */
function cell(column: keyof CsvRow, value: CsvRow[keyof CsvRow]): string {
  const written =
    value === null
      ? ''
      : typeof value === 'boolean'
        ? value
          ? 'True'
          : 'False'
        : typeof value === 'number' && DECIMAL.has(column) && Number.isInteger(value)
          ? value.toFixed(1)
          : Array.isArray(value)
            ? `[${value.map((each) => `'${each.replace(/[\\']/g, '\\$&')}'`).join(', ')}]`
            : String(value);
  return csvCell(written);
}

const NO_POINTS = Buffer.from('[]');
/** Answers of late, by the points in them and by all else that was read for them: each is put together, and compressed, once. */
const answers = new WeakMap<Buffer, LRUCache<string, Raw>>();

/** A page of rows, JSON for shownRows, with all points, which nothing reads here. */
function answerOf(points: Buffer, rows: string, pages: ReturnType<typeof paginationOf>): Raw {
  let kept = answers.get(points);
  if (!kept) answers.set(points, (kept = new LRUCache({ max: points === NO_POINTS ? 500 : 2 })));
  const key = `${pages.page} ${pages.total} ${rows}`;
  let answer = kept.get(key);
  if (!answer) {
    const read = JSON.parse(rows) as Parameters<typeof shownRows>[0];
    const rest = JSON.stringify({ results: shownRows(read), pagination: pages });
    const bytes = Buffer.concat([Buffer.from('{"mapResults":'), points, Buffer.from(`,${rest.slice(1)}`)]);
    kept.set(key, (answer = new Raw(bytes, { contentType: 'application/json', etag: etagOf(bytes) })));
  }
  return answer;
}

export const projectSearchOperations = [
  operation({
    method: 'GET',
    path: '/projects/',
    tag: 'projects',
    summary: 'Searches projects: a page of fourteen, and all of them as points on a map; or all as CSV.',
    access: 'optional',
    query: search,
    answers: z.object({
      mapResults: z.union([featureCollection, z.object({}).strict(), z.array(z.never())]),
      results: z.array(projectRow),
      pagination: pagination.optional().describe('Not there when nothing fits.'),
    }),
    fails: { 400: 'A value is none of those that there are.', 401: 'Only administrators search by partner.' },
    alsoAs: ['text/csv'],
    service: 'projects: searchPage, searchTable',
    differences: [
      'Nothing of orderBy reaches the database but the names of columns that are listed; others are a 400.',
      'Private projects are found by those who may see them: also their authors and allowed people, and no pending members of teams.',
      'Accept-Language hides no projects, and words are found in all languages, also by their beginnings.',
      'managedByMe of somebody who manages nothing finds nothing, not everything.',
      'A page below 1 is a 422.',
      'Administrators find work of every level, as they may do it.',
      'totalContributors are those who finished a task or hold one, not those who once opened one.',
      'A CSV of nothing has a head and no rows; it is never older than the request, and shows private projects as the search does.',
    ],
    handler: async ({ context: { database, locales }, viewer, query }) => {
      checkTogether(query, viewer);
      const filter = filterOf(query, viewer);
      const order = orderOf(query.orderBy, query.orderByType);
      if (query.downloadAsCSV) {
        const columns = viewer?.role === 'ADMIN' ? [...COLUMNS, 'partnerNames' as const] : COLUMNS;
        const rows = await searchTable(database, viewer, filter, order, locales);
        const lines = rows.map((row) => columns.map((column) => cell(column, row[column])).join(','));
        return new Raw([columns.join(','), ...lines, ''].join('\n'), {
          contentType: 'text/csv; charset=utf-8',
          headers: { 'content-disposition': 'attachment; filename=data.csv' },
        });
      }
      const page = query.page ?? 1;
      const wanted = { page, map: !query.omitMapResults, locales };
      const { total, rows, points, perPage } = await searchPage(database, viewer, filter, order, wanted);
      if (total === 0) return { mapResults: {}, results: [] };
      return answerOf(points ?? NO_POINTS, rows, paginationOf(page, perPage, total));
    },
  }),
];

import type { Database } from '../../database/database.js';
import { written } from '../../database/written.js';
import { MAX_INT } from '../../graphql/ids.js';
import {
  CONTRIBUTORS,
  LAST_UPDATED,
  PERCENT_MAPPED,
  PERCENT_VALIDATED,
  ROW_COLUMNS,
  rowSources,
  timeText,
  wantedLocales,
} from '../../rest/projectRows.js';
import type { Viewer } from '../../viewer.js';
import { conditionOf, isSettled, type ProjectFilter } from './filter.js';
import { knownIn, nameOf, VERSION, type Whole } from './known.js';

/** What v2 orders projects by, as it names it: over project p and project_progress g. */
export const V2_ORDERS: Record<string, string> = {
  id: 'p.id',
  status: 'p.status',
  priority: 'p.priority',
  difficulty: 'p.difficulty',
  created: 'p.created_at',
  last_updated: LAST_UPDATED,
  due_date: 'p.due_date',
  percent_mapped: PERCENT_MAPPED,
  percent_validated: PERCENT_VALIDATED,
  total_tasks: 'g.total_tasks',
  tasks_mapped: 'g.tasks_mapped',
  tasks_validated: 'g.tasks_validated',
  tasks_bad_imagery: 'g.tasks_bad_imagery',
  author_id: 'p.author_id',
  organisation_id: 'p.organisation_id',
  default_locale: 'p.default_locale',
  imagery: 'p.imagery',
  country: 'p.countries',
  private: 'p.private',
  featured: 'p.featured',
  sandbox: 'p.sandbox',
  database: 'p.database',
};

export interface V2Order {
  /** A key of V2_ORDERS. */
  by: string;
  descending: boolean;
}
/** Of those that are equal, the newest number comes first; without a date: last, or first when the order is turned. */
export const orderText = ({ by, descending }: V2Order) => `${V2_ORDERS[by]!} ${descending ? 'desc' : 'asc'}, p.id desc`;

const PER_PAGE = 14;

interface Read {
  version: string;
  isNew: boolean;
  total: number;
  points: string | null;
  rows: string | null;
}

/**
 * A page of v2's search, from 1, and all that fits as points: one statement. What is found in all does not change while people map,
 * mostly: the statement counts it anew when it is of another version than what is known. While it is the same, `points` is the same
 * Buffer. `rows` is JSON for `shownRows`.
 */
export async function searchPage(
  database: Database,
  viewer: Viewer | null,
  filter: ProjectFilter,
  order: V2Order,
  { page, map, locales }: { page: number; map: boolean; locales: string[] },
): Promise<Whole & { rows: string; perPage: number }> {
  const { sql, values } = conditionOf(viewer, filter);
  const by = `key ${order.descending ? 'desc' : 'asc'}, id desc`;
  const key = V2_ORDERS[order.by]!;
  // Points come in their order, and an order by progress follows the work.
  const isKept = isSettled(filter) && !(map && key.includes('g.'));
  const name = nameOf(sql, values, map ? orderText(order) : '');
  const before = isKept ? knownIn(database).get(name) : undefined;

  const parameter = (value: unknown) => `$${values.push(value)}`;
  const languages = parameter(wantedLocales(locales));
  const skipped = parameter(Math.min((page - 1) * PER_PAGE, MAX_INT - PER_PAGE));
  const version = parameter(before?.version ?? null);
  const points = `'{"type":"FeatureCollection","features":[' || coalesce(string_agg('{"type":"Feature","geometry":' || centroid_geojson
                || ',"properties":{"projectId":' || id || ',"priority":"' || priority || '"}}', ','), '') || ']}'`;
  // An index may have what fits in order, and may count it, each sooner than all is read; not words, nor what is counted each time.
  const [row] = await database.query<Read & { [column: string]: unknown }>(
    written(`with fits as ${filter.search || (map && !isKept) ? '' : 'not '}materialized (
         select p.id, ${key} as key${map ? ', p.priority, p.centroid_geojson' : ''}
           from project p left join project_progress g on g.project_id = p.id where ${sql}),
       whole as materialized (
         select count(*)::int as total, ${map ? points : 'null'} as points from ${map ? `(select * from fits order by ${by})` : 'fits'} listed),
       page as materialized (
         select id, row_number() over () as place from (select id from fits order by ${by} limit ${PER_PAGE} offset ${skipped}::int) shown)
       select now.version, now.version is distinct from ${version} as "isNew",
            case when now.version is distinct from ${version} then (select total from whole) end as total,
            case when now.version is distinct from ${version} then (select points from whole) end as points,
            (select json_agg(shown order by place)::text
               from (select place, (select r from (select ${ROW_COLUMNS}) r) as shown
                       from page join project p on p.id = page.id join project_progress g on g.project_id = p.id ${rowSources(languages)}) listed) as rows
         from ${VERSION} now`),
    values,
  );
  const { version: now, isNew, total, points: text, rows } = row!;
  const whole = isNew ? { version: now, total, points: text === null ? null : Buffer.from(text) } : before!;
  if (isKept && isNew) knownIn(database).set(name, whole);
  return { total: whole.total, points: whole.points, rows: rows ?? '[]', perPage: PER_PAGE };
}

/** A project in the CSV of v2's search. */
export interface CsvRow {
  projectId: number;
  name: string;
  priority: string;
  difficulty: string;
  status: string;
  sandbox: boolean;
  database: string;
  lastUpdated: string;
  dueDate: string | null;
  organisationName: string | null;
  percentMapped: number;
  percentValidated: number;
  totalArea: number;
  country: string[];
  creation_date: string;
  totalContributors: number;
  author: string;
  partnerNames: string | null;
}

/** All that fits, for the CSV, in one statement. Percentages with two decimals, areas in km². */
export async function searchTable(
  { pool }: Database,
  viewer: Viewer | null,
  filter: ProjectFilter,
  order: V2Order,
  locales: string[],
): Promise<CsvRow[]> {
  const { sql, values } = conditionOf(viewer, filter);
  const languages = `$${values.push(wantedLocales(locales))}`;
  const share = (part: string) =>
    `coalesce(round(100.0 * (${part}) / nullif(g.total_tasks - g.tasks_bad_imagery, 0), 2), 0)::float8`;
  const { rows } = await pool.query<CsvRow>(
    `select p.id as "projectId", coalesce(nullif(wanted.name, ''), own.name, '') as name, p.priority, p.difficulty, p.status, p.sandbox, p.database,
            ${timeText(LAST_UPDATED)} as "lastUpdated", ${timeText('p.due_date')} as "dueDate", o.name as "organisationName",
            ${share('g.tasks_mapped + g.tasks_validated')} as "percentMapped", ${share('g.tasks_validated')} as "percentValidated",
            round((p.area_m2 / 1e6)::numeric, 3)::float8 as "totalArea", p.countries as country, ${timeText('p.created_at')} as creation_date,
            ${CONTRIBUTORS} as "totalContributors", coalesce(nullif(author.name, ''), author.username) as author,
            (select string_agg(distinct n.name, ', ') from partnership s join partner n on n.id = s.partner_id where s.project_id = p.id) as "partnerNames"
       from project p join project_progress g on g.project_id = p.id ${rowSources(languages)}
      where ${sql} order by ${orderText(order)}`,
    values,
  );
  return rows;
}

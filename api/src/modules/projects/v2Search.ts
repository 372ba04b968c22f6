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
  shownRows,
  timeText,
  wantedLocales,
  type ProjectRow,
} from '../../rest/projectRows.js';
import type { Viewer } from '../../viewer.js';
import { conditionOf, type ProjectFilter } from './filter.js';

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

interface Page {
  total: number;
  rows: ProjectRow[];
  /** All that fit as a FeatureCollection of points, JSON text; null when it was not asked for. */
  map: string | null;
}

/** A page of v2's search, from 1, and all that fits as points: one statement. */
export async function searchPage(
  database: Database,
  viewer: Viewer | null,
  filter: ProjectFilter,
  order: V2Order,
  { page, map, locales }: { page: number; map: boolean; locales: string[] },
): Promise<Page & { perPage: number }> {
  const { sql, values } = conditionOf(viewer, filter);
  const parameter = (value: unknown) => `$${values.push(value)}`;
  const languages = parameter(wantedLocales(locales));
  const by = `key ${order.descending ? 'desc' : 'asc'}, id desc`;
  const skipped = parameter(Math.min((page - 1) * PER_PAGE, MAX_INT - PER_PAGE));
  const fits = `select p.id, ${V2_ORDERS[order.by]!} as key${map ? ', p.priority, p.centroid_geojson' : ''}
                  from project p left join project_progress g on g.project_id = p.id where ${sql}`;
  // With a map, all that fit are read in their order, once. Without, nobody needs to: an index may have them in order and may count
  // them, each sooner than both. Only words are looked up once for both.
  const found = map
    ? `fits as materialized (
         select count(*)::int as total, (array_agg(id))[${skipped}::int + 1 : ${skipped}::int + ${PER_PAGE}] as ids,
                string_agg('{"type":"Feature","geometry":' || centroid_geojson || ',"properties":{"projectId":' || id || ',"priority":"' || priority || '"}}', ',') as points
           from (select * from (${fits}) fits order by ${by}) listed),
       page as (select id, place from fits, unnest(ids) with ordinality shown (id, place))
       select (select total from fits) as total,
              (select '{"type":"FeatureCollection","features":[' || coalesce(points, '') || ']}' from fits) as map,`
    : `fits as ${filter.search ? '' : 'not '}materialized (${fits}),
       page as materialized (
         select id, row_number() over () as place from (select id from fits order by ${by} limit ${PER_PAGE} offset ${skipped}::int) shown)
       select (select count(*)::int from fits) as total, null as map,`;
  const rows = await database.query<Omit<Page, 'rows'> & { rows: Parameters<typeof shownRows>[0] | null }>(
    written(`with ${found}
            (select json_agg(shown order by place)
               from (select place, (select r from (select ${ROW_COLUMNS}) r) as shown
                       from page join project p on p.id = page.id join project_progress g on g.project_id = p.id ${rowSources(languages)}) listed) as rows`),
    values,
  );
  return { ...rows[0]!, rows: shownRows(rows[0]!.rows ?? []), perPage: PER_PAGE };
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

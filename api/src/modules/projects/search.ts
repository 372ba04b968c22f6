import type { Database } from '../../database/database.js';
import { MAX_INT } from '../../graphql/ids.js';
import { badPage } from '../../graphql/page.js';
import type { Viewer } from '../../viewer.js';

export interface ProjectFilter {
  search?: string | null;
  statuses?: ('ARCHIVED' | 'PUBLISHED' | 'DRAFT')[] | null;
  need?: 'TO_MAP' | 'TO_VALIDATE' | null;
  difficulty?: string | null;
  mappingTypes?: string[] | null;
  organisation?: number | null;
  country?: string | null;
  /** [west, south, east, north] in degrees; west > east crosses the 180° meridian. */
  bbox?: number[] | null;
}
export type ProjectOrder = 'PRIORITY' | 'LAST_UPDATED' | 'NEWEST';

interface Parts {
  sql: string;
  values: unknown[];
}

/** Words as prefixes, joined by and: `flood ma` → `'flood':* & 'ma':*`. Only letters, their marks and digits are left. */
const prefixes = (words: string) =>
  words
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ') // marks are the vowels of many scripts
    .trim()
    .split(' ')
    .filter(Boolean)
    .slice(0, 10)
    .map((word) => `'${word}':*`)
    .join(' & ');

/** The condition over project p and project_progress g, from fixed texts and numbered values. */
function conditionOf(viewer: Viewer | null, filter: ProjectFilter): Parts {
  const values: unknown[] = [];
  const parameter = (value: unknown) => `$${values.push(value)}`;
  const conditions: string[] = [visibleTo(viewer, parameter)];

  conditions.push(`p.status = any (${parameter(filter.statuses ?? ['PUBLISHED'])}::project_status[])`);
  if (filter.need === 'TO_MAP')
    conditions.push('g.tasks_mapped + g.tasks_validated + g.tasks_bad_imagery < g.total_tasks');
  if (filter.need === 'TO_VALIDATE')
    conditions.push('g.tasks_validated + g.tasks_bad_imagery < g.total_tasks and g.tasks_mapped > 0');
  if (filter.difficulty) conditions.push(`p.difficulty = ${parameter(filter.difficulty)}::project_difficulty`);
  if (filter.mappingTypes?.length)
    conditions.push(`p.mapping_types && ${parameter(filter.mappingTypes)}::mapping_type[]`);
  if (filter.organisation != null) conditions.push(`p.organisation_id = ${parameter(filter.organisation)}`);
  if (filter.country)
    conditions.push(
      `exists (select from unnest(p.countries) c where lower(c) = lower(${parameter(filter.country.replaceAll('\0', ''))}))`,
    );
  if (filter.bbox) conditions.push(within(filter.bbox, parameter));

  const search = filter.search?.replaceAll('\0', '').trim();
  if (search) {
    const query = prefixes(search);
    const name = parameter(`%${search.replace(/[\\%_]/g, '\\$&')}%`);
    const words = query ? `words @@ to_tsquery('every_language', ${parameter(query)}) or ` : '';
    conditions.push(`p.id in (select project_id from project_words where ${words}names like folded(${name}))`);
  }
  return { sql: conditions.join('\n   and '), values };
}

/** As canSee in policy.ts says of one project, said of many. */
function visibleTo(viewer: Viewer | null, parameter: (value: unknown) => string): string {
  if (!viewer) return `p.status <> 'DRAFT' and not p.private`;
  if (viewer.role === 'ADMIN') return 'true';
  const me = parameter(viewer.id);
  const inTeam = (roles: string) =>
    `exists (select from project_team pt join team_member m using (team_id) where pt.project_id = p.id and m.person_id = ${me} and m.active and pt.role in (${roles}))`;
  return `((p.status <> 'DRAFT' and not p.private) or p.author_id = ${me}
    or exists (select from organisation_manager m where m.organisation_id = p.organisation_id and m.person_id = ${me})
    or ${inTeam(`'PROJECT_MANAGER'`)}
    or (p.status <> 'DRAFT' and (exists (select from project_allowed_person a where a.project_id = p.id and a.person_id = ${me}) or ${inTeam(`'MAPPER', 'VALIDATOR'`)})))`;
}

function within(bbox: number[], parameter: (value: unknown) => string): string {
  const [west, south, east, north] = bbox;
  const valid =
    bbox.length === 4 &&
    bbox.every(Number.isFinite) &&
    Math.abs(west!) <= 180 &&
    Math.abs(east!) <= 180 &&
    south! <= north! &&
    south! >= -90 &&
    north! <= 90;
  if (!valid) throw badPage('bbox is [west, south, east, north] in degrees, south below north.');
  // Made valid: a box without width is a line or a point.
  const box = (from: number, to: number) =>
    `st_intersects(p.area_of_interest, st_makevalid(st_makeenvelope(${parameter(from)}, ${parameter(south)}, ${parameter(to)}, ${parameter(north)}, 4326)))`;
  return west! <= east! ? box(west!, east!) : `(${box(west!, 180)} or ${box(-180, east!)})`;
}

const LAST_UPDATED = `date_trunc('milliseconds', greatest(g.last_updated, p.changed_at))`;
const ORDERS: Record<ProjectOrder, { key: string; type: string; comparison: string; by: string }> = {
  // Urgent first, then the newest; the cursor holds the priority and the number.
  PRIORITY: {
    key: 'p.priority::text',
    type: 'project_priority',
    comparison: '(p.priority, -p.id) >',
    by: 'p.priority, p.id desc',
  },
  LAST_UPDATED: {
    key: `(extract(epoch from ${LAST_UPDATED}) * 1000)::bigint::text`,
    type: 'moment',
    comparison: `(${LAST_UPDATED}, p.id) <`,
    by: `${LAST_UPDATED} desc, p.id desc`,
  },
  NEWEST: { key: `''`, type: 'none', comparison: 'p.id <', by: 'p.id desc' },
};

export interface Found {
  id: number;
  cursor: string;
}

/** The condition that says "after this cursor". */
function placeAfter(order: ProjectOrder, after: string, parameter: (value: unknown) => string): string {
  const wrong = () => badPage('This is no cursor of this list. Send one that an edge or pageInfo gave.');
  const [, key, id] = /^([A-Z0-9]*)\.(\d{1,10})$/.exec(after) ?? [];
  if (key === undefined || id === undefined || Number(id) > MAX_INT) throw wrong();
  const { comparison, type } = ORDERS[order];
  if (type === 'project_priority') {
    if (!['URGENT', 'HIGH', 'MEDIUM', 'LOW'].includes(key)) throw wrong();
    return `${comparison} (${parameter(key)}::project_priority, ${parameter(-Number(id))}::int)`;
  }
  if (type === 'moment') {
    if (!/^\d{1,15}$/.test(key)) throw wrong();
    return `${comparison} (to_timestamp(${parameter(Number(key))}::float8 / 1000), ${parameter(Number(id))}::int)`;
  }
  if (key !== '') throw wrong();
  return `${comparison} ${parameter(Number(id))}::int`;
}

/** Numbers and cursors of the projects that fit, after a cursor: one more than `limit` when there are more. */
export async function searchProjects(
  { pool }: Database,
  viewer: Viewer | null,
  filter: ProjectFilter,
  order: ProjectOrder,
  limit: number,
  after: string | null,
): Promise<Found[]> {
  const { sql, values } = conditionOf(viewer, filter);
  const parameter = (value: unknown) => `$${values.push(value)}`;
  const place = after === null ? '' : ` and ${placeAfter(order, after, parameter)}`;
  const { rows } = await pool.query<Found>(
    `select p.id, ${ORDERS[order].key} || '.' || p.id as cursor from project p join project_progress g on g.project_id = p.id
      where ${sql}${place} order by ${ORDERS[order].by} limit ${parameter(limit + 1)}`,
    values,
  );
  return rows;
}

export async function countProjects({ pool }: Database, viewer: Viewer | null, filter: ProjectFilter): Promise<number> {
  const { sql, values } = conditionOf(viewer, filter);
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int as count from project p join project_progress g on g.project_id = p.id where ${sql}`,
    values,
  );
  return rows[0]!.count;
}

/** All projects that fit as a FeatureCollection of centroids (EPSG:4326). */
export async function mapOfProjects(
  { pool }: Database,
  viewer: Viewer | null,
  filter: ProjectFilter,
): Promise<unknown> {
  const { sql, values } = conditionOf(viewer, filter);
  const { rows } = await pool.query<{ map: unknown }>(
    `select json_build_object('type', 'FeatureCollection', 'features', coalesce(json_agg(json_build_object('type', 'Feature', 'id', p.id,
              'geometry', json_build_object('type', 'Point', 'coordinates', json_build_array(round(st_x(p.centroid)::numeric, 5), round(st_y(p.centroid)::numeric, 5))),
              'properties', json_build_object('number', p.id, 'name', name.name, 'priority', p.priority,
                'percentMapped', share.mapped, 'percentValidated', share.validated)) order by p.priority, p.id desc), '[]')) as map
       from project p join project_progress g on g.project_id = p.id
       cross join lateral (select coalesce(100 * (g.tasks_mapped + g.tasks_validated) / nullif(g.total_tasks - g.tasks_bad_imagery, 0), 0) as mapped,
                                  coalesce(100 * g.tasks_validated / nullif(g.total_tasks - g.tasks_bad_imagery, 0), 0) as validated) share
       left join lateral (select t.name from project_text t where t.project_id = p.id and t.name <> '' order by t.locale = p.default_locale desc limit 1) name on true
      where ${sql}`,
    values,
  );
  return rows[0]!.map;
}

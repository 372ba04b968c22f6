import type { Database } from '../../database/database.js';
import type { UserRole } from '../../generated/prisma/client.js';
import { badPage, fromKeyCursor, toKeyCursor } from '../../graphql/page.js';

// The list of people: who fits a filter, in an order.

export interface PeopleFilter {
  search?: string | null;
  roles?: UserRole[] | null;
  levelNumber?: number | null;
  awaitingApproval?: boolean | null;
}

/** `metric`: for FIGURE_… alone. */
export interface PeopleOrderBy {
  order: PeopleOrder;
  metric?: string | null;
}

export type Parameter = (value: unknown) => string;

const NOMINATED = 'exists (select from level_nomination n where n.person_id = p.id)';
/** Behind every figure there can be. */
const NO_FIGURE = '1e300::float8';

/** What the list is ordered by, the smallest first; people of one key by their OSM id. */
export const KEYS = {
  USERNAME: () => 'p.username',
  AWAITING_APPROVAL: () => `case when ${NOMINATED} then '0' else '1' end || p.username`,
  NEWEST: () => '-extract(epoch from p.registered_at)::float8',
  LAST_SEEN: () => '-extract(epoch from p.last_seen_at)::float8',
  TASKS_MAPPED: () => '-p.tasks_mapped::float8',
  TASKS_VALIDATED: () => '-p.tasks_validated::float8',
  TASKS_INVALIDATED: () => '-p.tasks_invalidated::float8',
  FIGURE_MOST: (metric) => `coalesce(-${figure(metric)}, ${NO_FIGURE})`,
  FIGURE_LEAST: (metric) => `coalesce(${figure(metric)}, ${NO_FIGURE})`,
} as const satisfies Record<string, (metric: () => string) => string>;
export type PeopleOrder = keyof typeof KEYS;

/** A figure that badges can ask for; null where it is not known. */
const figure = (metric: () => string) => {
  const name = metric();
  return `(case when ${name} = 'changeset' then p.changeset_count::float8
     else (select (s.figures ->> ${name})::float8 from person_statistics s where s.person_id = p.id and jsonb_typeof(s.figures -> ${name}) = 'number') end)`;
};

/** Those who deleted their account never fit. */
export function conditionOf(
  { search, roles, levelNumber, awaitingApproval }: PeopleFilter,
  parameter: Parameter,
): string {
  const conditions = ['p.deleted_at is null'];
  const words = search?.replaceAll('\0', '').trim();
  if (words) conditions.push(`p.username ilike ${parameter(`%${words.replace(/[\\%_]/g, '\\$&')}%`)}`);
  if (roles) conditions.push(`p.role = any (${parameter(roles)}::user_role[])`);
  if (levelNumber != null) conditions.push(`p.level_id = ${parameter(levelNumber)}`);
  if (awaitingApproval != null) conditions.push(awaitingApproval ? NOMINATED : `not ${NOMINATED}`);
  return conditions.join(' and ');
}

export interface PersonFound {
  id: number;
  key: number | string;
}
export const personCursor = ({ key, id }: PersonFound) => toKeyCursor(key, id);

/** OSM ids of people after a cursor: one more than `limit` where there are more. */
export async function searchPeople(
  { pool }: Database,
  filter: PeopleFilter,
  { order, metric }: PeopleOrderBy,
  limit: number,
  after: string | null,
): Promise<PersonFound[]> {
  const values: unknown[] = [];
  const parameter = (value: unknown) => `$${values.push(value)}`;
  const condition = conditionOf(filter, parameter);
  const isText = order === 'USERNAME' || order === 'AWAITING_APPROVAL';
  const key = KEYS[order](() => `${parameter(metricOf(metric))}::text`);
  let place = '';
  if (after !== null) {
    const [last, id] = fromKeyCursor(after, isText ? 'string' : 'number');
    place = ` and (${key}, p.id) > (${parameter(last)}::${isText ? 'text' : 'float8'}, ${parameter(id)}::int)`;
  }
  const { rows } = await pool.query<PersonFound>(
    `select p.id, ${key} as key from person p where ${condition}${place} order by 2, p.id limit ${parameter(limit + 1)}`,
    values,
  );
  return rows;
}

export async function countPeople({ pool }: Database, filter: PeopleFilter): Promise<number> {
  const values: unknown[] = [];
  const condition = conditionOf(filter, (value) => `$${values.push(value)}`);
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int as count from person p where ${condition}`,
    values,
  );
  return rows[0]!.count;
}

function metricOf(metric: string | null | undefined): string {
  if (!metric) throw badPage('Say which figure to order by: metric, such as changeset or building.');
  if (!/^[a-z0-9_.:-]{1,100}$/i.test(metric)) throw badPage('A metric is a word such as changeset or building.');
  return metric;
}

import { written } from '../../database/written.js';
import type { Context } from '../../graphql/context.js';
import { fromKeyCursor, toKeyCursor } from '../../graphql/page.js';
import { batchedPages } from '../../graphql/perRequest.js';
import { grouped } from '../../grouped.js';
import type { Viewer } from '../../viewer.js';
import { conditionOf } from '../projects/service.js';

// Tasks from the side of a person, in projects that the viewer may see. Each in one statement for all people asked about.

type Row<Shape> = Shape & { [column: string]: unknown };

/** A statement in the making: values get their numbers as they are written into it. */
function inVisibleProjects(viewer: Viewer | null, status: ProjectStatus | null | undefined) {
  const { sql, values } = conditionOf(viewer, { statuses: status ? [status] : ['PUBLISHED', 'ARCHIVED', 'DRAFT'] });
  return { visible: sql, values, parameter: (value: unknown) => `$${values.push(value)}` };
}
type Parameter = (value: unknown) => string;
type ProjectStatus = 'ARCHIVED' | 'PUBLISHED' | 'DRAFT';

/** How a list is ordered: the smallest key first, rows of one key by id. */
const TIME = (column: string) => `(extract(epoch from ${column}) * 1000000)::bigint`;
const behind = (after: string | null | undefined, id: string, parameter: Parameter) => {
  if (after == null) return '';
  const [key, last] = fromKeyCursor(after, 'integer');
  return ` where (w.key, w.${id}) > (${parameter(key)}::bigint, ${parameter(last)}::int)`;
};

export interface Invalidation {
  id: number;
  task_id: number;
  history_id: number;
  mapper_id: number | null;
  mapped_at: Date | null;
  invalidator_id: number;
  invalidated_at: Date;
  validator_id: number | null;
  validated_at: Date | null;
  closed: boolean;
  changed_at: Date;
  key: number;
}

const INVALIDATION_KEYS = {
  LAST_CHANGED: `-${TIME('i.changed_at')}`,
  FIRST_CHANGED: TIME('i.changed_at'),
  HIGHEST_PROJECT: '-i.project_id::bigint',
  LOWEST_PROJECT: 'i.project_id::bigint',
} as const;
export type InvalidationOrder = keyof typeof INVALIDATION_KEYS;

export interface InvalidationPage {
  as: 'MAPPER' | 'VALIDATOR';
  closed?: boolean | null;
  project?: number | null;
  order: InvalidationOrder;
  rows: number;
  after?: string | null;
}

/** Invalidations of whom, as a condition over task_invalidation i, its task t and project p with progress g. */
function invalidationsThat({ as, closed, project }: Omit<InvalidationPage, 'order' | 'rows'>, parameter: Parameter) {
  const conditions = [`i.${as === 'MAPPER' ? 'mapper_id' : 'invalidator_id'} = asked.person_id`, `t.status <> 'SPLIT'`];
  if (closed != null) conditions.push(`i.closed = ${parameter(closed)}`);
  if (project != null) conditions.push(`i.project_id = ${parameter(project)}`);
  return `task_invalidation i join task t on t.id = i.task_id join project p on p.id = i.project_id
           join project_progress g on g.project_id = p.id where ${conditions.join(' and ')}`;
}

export const invalidationCursor = ({ key, id }: Invalidation) => toKeyCursor(key, id);

/** What was sent back of the work of people, or by them. */
export const invalidationsOf = batchedPages(async (people, page: InvalidationPage, { database, viewer }) => {
  const { visible, values, parameter } = inVisibleProjects(viewer, null);
  const { rows } = await database.pool.query<Row<Invalidation & { person_id: number }>>(
    `select asked.person_id, listed.* from unnest(${parameter(people)}::int[]) asked (person_id) cross join lateral (
       select w.* from (select i.*, ${INVALIDATION_KEYS[page.order]} as key from ${invalidationsThat(page, parameter)} and ${visible}) w
       ${behind(page.after, 'id', parameter)} order by w.key, w.id limit ${parameter(page.rows)}) listed`,
    values,
  );
  const of = grouped(rows, ({ person_id }) => person_id);
  return (person): Invalidation[] => of.get(person) ?? [];
});

export const invalidationCountOf = batchedPages(
  async (people, page: Omit<InvalidationPage, 'order' | 'rows'>, { database, viewer }) => {
    const { visible, values, parameter } = inVisibleProjects(viewer, null);
    const { rows } = await database.pool.query<Row<{ person_id: number; count: number }>>(
      `select asked.person_id, counted.count from unnest(${parameter(people)}::int[]) asked (person_id)
        cross join lateral (select count(*)::int as count from ${invalidationsThat(page, parameter)} and ${visible}) counted`,
      values,
    );
    const counts = new Map(rows.map(({ person_id, count }) => [person_id, count]));
    return (person) => counts.get(person)!;
  },
);

export interface TouchedTask {
  task_id: number;
  last_at: Date;
  key: number;
}

const TOUCHED_KEYS = {
  LATEST: `-${TIME('last_at')}`,
  EARLIEST: TIME('last_at'),
  HIGHEST_PROJECT: '-project_id::bigint',
  LOWEST_PROJECT: 'project_id::bigint',
} as const;
export type TouchedOrder = keyof typeof TOUCHED_KEYS;
/** The same of a page, whose rows need no key. */
const LISTED_BY: Record<TouchedOrder, string> = {
  LATEST: 'last_at desc',
  EARLIEST: 'last_at',
  HIGHEST_PROJECT: 'project_id desc',
  LOWEST_PROJECT: 'project_id',
};

export interface TouchedFilter {
  /** What they made of the task, whatever it is now. */
  result?: string | null;
  projectStatus?: ProjectStatus | null;
  project?: number | null;
  from?: Date | string | null;
  to?: Date | string | null;
}
export interface TouchedPage {
  filter: TouchedFilter;
  order: TouchedOrder;
  rows: number;
  after?: string | null;
}

/**
 * The tasks that a person did something on, each once, with its project and when they last did: a select over history h and project p
 * with progress g, of which `visible` is a condition. Where it does not matter what they did, or when, nobody reads all their history; and
 * no projects where all of them may be seen.
 */
function touchedBy({ result, project, from, to }: TouchedFilter, visible: string, parameter: Parameter) {
  const conditions = [
    'h.person_id = asked.person_id',
    `not exists (select from task gone where gone.id = h.task_id and gone.status = 'SPLIT')`,
  ];
  const anything = result == null && from == null && to == null;
  if (result != null)
    conditions.push(`h.kind = 'STATE_CHANGE' and not h.undo and h.credited and h.status::text = ${parameter(result)}`);
  if (project != null) conditions.push(`h.project_id = ${parameter(project)}`);
  if (from != null) conditions.push(`h.at >= ${parameter(from)}::timestamptz`);
  if (to != null) conditions.push(`h.at < ${parameter(to)}::timestamptz`);
  const [source, last, by] = anything
    ? ['task_touched', 'h.at', '']
    : ['task_history_with_open_lock', 'max(h.at)', ' group by h.task_id, h.project_id'];
  const projects =
    visible === 'true'
      ? ''
      : 'join project p on p.id = h.project_id left join project_progress g on g.project_id = p.id';
  return `select h.task_id, h.project_id, ${last} as last_at from ${source} h ${projects}
           where ${conditions.join(' and ')} and ${visible}${by}`;
}

export const touchedCursor = ({ key, task_id }: TouchedTask) => toKeyCursor(key, task_id);

/** Tasks that people did anything on, comments included, with when they last did. */
export const touchedTasksOf = batchedPages(async (people, page: TouchedPage, { database, viewer }) => {
  const { visible, values, parameter } = inVisibleProjects(viewer, page.filter.projectStatus);
  const { rows } = await database.pool.query<Row<TouchedTask & { person_id: number }>>(
    `select asked.person_id, listed.* from unnest(${parameter(people)}::int[]) asked (person_id) cross join lateral (
       select w.* from (select task_id, last_at, ${TOUCHED_KEYS[page.order]} as key from (${touchedBy(page.filter, visible, parameter)}) h) w
       ${behind(page.after, 'task_id', parameter)} order by w.key, w.task_id limit ${parameter(page.rows)}) listed`,
    values,
  );
  const of = grouped(rows, ({ person_id }) => person_id);
  return (person): TouchedTask[] => of.get(person) ?? [];
});

/**
 * A page of the tasks that a person did anything on, as JSON text of what v2 shows of them, and how many there are; in projects that
 * the viewer may see. `lockSeconds` is only shown.
 */
export async function touchedTasksPage(
  { database, viewer, settings }: Context,
  personId: number,
  { filter, order, limit, offset }: Pick<TouchedPage, 'filter' | 'order'> & { limit: number; offset: number },
): Promise<{ total: number; tasks: string }> {
  const { visible, values, parameter } = inVisibleProjects(viewer, filter.projectStatus);
  const by = `${LISTED_BY[order]}, task_id`;
  const rows = await database.query<{ total: number; tasks: string }>(
    written(`with touched as materialized (
       select h.* from (select ${parameter(personId)}::int as person_id) asked cross join lateral (${touchedBy(filter, visible, parameter)}) h)
     select (select count(*)::int from touched) as total,
            (select coalesce(json_agg(json_build_object(
                      'taskId', n.number, 'projectId', n.project_id, 'taskStatus', n.status, 'lockHolder', holder.username,
                      'taskHistory', '[]'::json, 'taskAnnotation', null, 'perTaskInstructions', null,
                      'autoUnlockSeconds', ${parameter(settings.lockSeconds)}::float8, 'lastUpdated', iso_time(page.last_at),
                      'numberOfComments', (select count(*) from task_history c where c.task_id = n.id and c.kind = 'COMMENT')
                    ) order by page.place), '[]')
               from (select *, row_number() over (order by ${by}) as place
                       from (select * from touched order by ${by} limit ${parameter(limit)} offset ${parameter(offset)}::bigint) shown) page
               join task_now n on n.id = page.task_id
               left join person holder on holder.id = n.lock_holder)::text as tasks`),
    values,
  );
  return rows[0]!;
}

export const touchedTaskCountOf = batchedPages(async (people, filter: TouchedFilter, { database, viewer }) => {
  const { visible, values, parameter } = inVisibleProjects(viewer, filter.projectStatus);
  const { rows } = await database.pool.query<Row<{ person_id: number; count: number }>>(
    `select asked.person_id, counted.count from unnest(${parameter(people)}::int[]) asked (person_id)
      cross join lateral (select count(*)::int as count from (${touchedBy(filter, visible, parameter)}) h) counted`,
    values,
  );
  const counts = new Map(rows.map(({ person_id, count }) => [person_id, count]));
  return (person) => counts.get(person)!;
});

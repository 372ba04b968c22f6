import type { Database } from '../../database/database.js';
import { badPage, numberCursor } from '../../graphql/page.js';
import type { TaskRow, TaskStatus } from './rows.js';

export interface TaskFilter {
  statuses?: TaskStatus[] | null;
  /** A task's number, or part of the name of who holds it or changed it last. */
  search?: string | null;
  /** Only those that reach into a priority area; false: only the others. */
  inPriorityArea?: boolean | null;
}

export type TaskOrder = 'NUMBER' | 'LAST_CHANGE';

/** Tasks of project $1 that reach into an area to be mapped first. */
const URGENT = `select g.task_id from priority_area a
                  join task_geometry g on g.project_id = a.project_id and g.geometry && a.geometry
                   and st_intersects(g.geometry, a.geometry) and not st_touches(g.geometry, a.geometry)
                 where a.project_id = $1`;

/** The condition of a filter over task_now n, and its values from $2 on. */
function conditionOf({ statuses, search, inPriorityArea }: TaskFilter): { sql: string; values: unknown[] } {
  const values: unknown[] = [];
  let sql = '';
  if (statuses) {
    values.push(statuses);
    sql += ` and n.status = any ($${values.length + 1}::text[])`;
  }
  if (typeof inPriorityArea === 'boolean') sql += ` and n.id ${inPriorityArea ? '' : 'not '}in (${URGENT})`;
  const words = search?.trim();
  if (words && /^\d{1,9}$/.test(words)) {
    values.push(Number(words));
    sql += ` and n.number = $${values.length + 1}`;
  } else if (words) {
    values.push(`%${words.replaceAll('\0', '').replace(/[\\%_]/g, '\\$&')}%`);
    sql += ` and exists (select from person p where p.id = coalesce(n.lock_holder, n.changed_by) and p.username ilike $${values.length + 1})`;
  }
  return { sql, values };
}

/** LAST_CHANGE is ordered by time and number; its cursor holds both. */
export const cursorOf = (order: TaskOrder) => (task: TaskRow) =>
  order === 'NUMBER' ? String(task.number) : `${task.changed_at.getTime()}.${task.number}`;

/** Tasks of a project after a cursor: one more than `limit` when there are more. */
export async function listTasks(
  database: Database,
  projectId: number,
  filter: TaskFilter,
  order: TaskOrder,
  limit: number,
  after: string | null,
): Promise<TaskRow[]> {
  const { sql, values } = conditionOf(filter);
  const parameter = (value: unknown) => `$${values.push(value) + 1}`;
  let place = '';
  if (after !== null && order === 'NUMBER') place = ` and n.number > ${parameter(numberCursor(after))}`;
  if (after !== null && order === 'LAST_CHANGE') {
    const [, time, number] = /^(\d{1,15})\.(\d{1,9})$/.exec(after) ?? [];
    if (!time || !number) throw badPage('This is no cursor of this list. Send one that an edge or pageInfo gave.');
    // A cursor knows milliseconds: rows of the same millisecond are told apart by their number.
    place = ` and (date_trunc('milliseconds', n.changed_at), -n.number) < (${parameter(new Date(Number(time)))}, ${parameter(-Number(number))})`;
  }
  const by = order === 'NUMBER' ? 'n.number' : `date_trunc('milliseconds', n.changed_at) desc, n.number`;
  const rows = await database.pool.query<TaskRow>(
    `select n.* from task_now n where n.project_id = $1${sql}${place} order by ${by} limit ${parameter(limit + 1)}`,
    [projectId, ...values],
  );
  return rows.rows;
}

export async function countTasks(database: Database, projectId: number, filter: TaskFilter): Promise<number> {
  const { sql, values } = conditionOf(filter);
  const { rows } = await database.pool.query<{ count: number }>(
    `select count(*)::int as count from task_now n where n.project_id = $1${sql}`,
    [projectId, ...values],
  );
  return rows[0]!.count;
}

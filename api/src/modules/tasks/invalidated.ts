import type { Context } from '../../graphql/context.js';
import { conditionOf } from '../projects/service.js';
import { withoutSubtags } from '../projects/texts.js';

/** Something that was sent back, as REST v2 lists it. */
export interface InvalidatedTask {
  taskId: number;
  projectId: number;
  projectName: string;
  historyId: number;
  closed: boolean;
  updatedDate: string;
}

export interface InvalidatedPage {
  personId: number;
  as: 'MAPPER' | 'VALIDATOR';
  closed: boolean | undefined;
  project: number | undefined;
  sortBy: 'updatedDate' | 'projectId';
  descending: boolean;
  page: number;
  pageSize: number;
}

/** A page of what was sent back of a person's work, or by them, in projects that the viewer may see. One statement. */
export async function invalidatedTasks(
  { database, viewer, locales }: Context,
  { personId, as, closed, project, sortBy, descending, page, pageSize }: InvalidatedPage,
): Promise<{ total: number; tasks: InvalidatedTask[] }> {
  const { sql, values } = conditionOf(viewer, { statuses: ['PUBLISHED', 'ARCHIVED', 'DRAFT'] });
  const parameter = (value: unknown) => `$${values.push(value)}`;
  const wanted = parameter(locales.flatMap(withoutSubtags).map((locale) => locale.toLowerCase()));
  const conditions = [
    `i.${as === 'MAPPER' ? 'mapper_id' : 'invalidator_id'} = ${parameter(personId)}`,
    `t.status <> 'SPLIT'`,
    sql,
    ...(closed === undefined ? [] : [`i.closed = ${parameter(closed)}`]),
    ...(project === undefined ? [] : [`i.project_id = ${parameter(project)}`]),
  ];
  const direction = descending ? 'desc' : 'asc';
  const order = `${sortBy === 'projectId' ? 'project_id' : 'changed_at'} ${direction}, id ${direction}`;
  const { rows } = await database.pool.query<{ total: number; tasks: InvalidatedTask[] }>(
    `with found as materialized (
       select i.id, i.project_id, i.history_id, i.closed, i.changed_at, t.number, p.default_locale
         from task_invalidation i join task t on t.id = i.task_id join project p on p.id = i.project_id
         join project_progress g on g.project_id = p.id
        where ${conditions.join(' and ')}
     )
     select (select count(*)::int from found) as total, coalesce(json_agg(json_build_object('taskId', f.number, 'projectId', f.project_id,
              'projectName', coalesce(n.name, ''), 'historyId', f.history_id, 'closed', f.closed, 'updatedDate', v2_time(f.changed_at)) order by f.ord), '[]') as tasks
       from (select *, row_number() over (order by ${order}) as ord from found
              order by ${order} limit ${parameter(pageSize)} offset ${parameter((page - 1) * pageSize)}) f
       left join lateral (
         select x.name from project_text x, array_append(${wanted}::text[], lower(f.default_locale)) wanted (locales)
          where x.project_id = f.project_id and x.name <> '' and lower(x.locale) = any (wanted.locales)
          order by array_position(wanted.locales, lower(x.locale)) limit 1
       ) n on true`,
    values,
  );
  return rows[0]!;
}

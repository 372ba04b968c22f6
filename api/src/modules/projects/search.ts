import type { Database } from '../../database/database.js';
import { columnsOf } from '../../database/rows.js';
import { written } from '../../database/written.js';
import type { Project } from '../../generated/prisma/client.js';
import type { Viewer } from '../../viewer.js';
import { conditionOf, isSettled, type ProjectFilter } from './filter.js';
import { knownIn, nameOf, VERSION } from './known.js';
import { placeIn, type ProjectOrder } from './orders.js';

/** A project that fits, its row where that was asked for. */
export type Found = { id: number; cursor: string } & Partial<Project>;

/** The filter itself, or if no project has its words, one that takes them as misspelt. One more statement, only with words. */
export async function forgiving(
  database: Database,
  viewer: Viewer | null,
  filter: ProjectFilter,
): Promise<ProjectFilter> {
  if (!filter.search?.trim()) return filter;
  const { sql, values } = conditionOf(viewer, filter);
  const [row] = await database.read<{ found: boolean }>(
    written(
      `select exists (select from project p join project_progress g on g.project_id = p.id where ${sql}) as found`,
    ),
    values,
  );
  return row!.found ? filter : { ...filter, misspelt: true };
}

/**
 * Numbers and cursors of the projects that fit, after a cursor, one more than `limit` when there are more; `whole`: with their rows.
 */
export async function searchProjects(
  database: Database,
  viewer: Viewer | null,
  filter: ProjectFilter,
  order: ProjectOrder,
  limit: number,
  after: string | null,
  whole: boolean,
): Promise<Found[]> {
  const { sql, values } = conditionOf(viewer, await forgiving(database, viewer, filter));
  const parameter = (value: unknown) => `$${values.push(value)}`;
  const place = placeIn(order, filter, after, parameter);
  const found = `select p.id, ${place.cursor} as cursor from project p join project_progress g on g.project_id = p.id
      where ${sql}${place.condition} order by ${place.by} limit ${parameter(limit + 1)}`;
  // Found in what an index holds; then each of the few is looked up.
  const rows = `select r.*, f.cursor from (select *, row_number() over () as place from (${found}) f) f
     cross join lateral (select ${columnsOf('Project', 'p')} from project p where p.id = f.id limit 1) r order by f.place`;
  return database.read<Found>(written(whole ? rows : found), values);
}

export async function countProjects(database: Database, viewer: Viewer | null, asked: ProjectFilter): Promise<number> {
  const filter = await forgiving(database, viewer, asked);
  const { sql, values } = conditionOf(viewer, filter);
  const name = nameOf(sql, values);
  const before = isSettled(filter) ? knownIn(database).get(name) : undefined;
  const version = `$${values.push(before?.version ?? null)}`;
  const [row] = await database.read<{ version: string; total: number | null }>(
    // Each project has its progress: a left join is left out where no condition asks for it.
    written(`select now.version, case when now.version is distinct from ${version} then
        (select count(*)::int from project p left join project_progress g on g.project_id = p.id where ${sql}) end as total
       from ${VERSION} now`),
    values,
  );
  if (row!.total === null) return before!.total;
  if (isSettled(filter)) knownIn(database).set(name, { version: row!.version, total: row!.total, points: null });
  return row!.total;
}

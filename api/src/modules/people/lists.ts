import { statement, type Database } from '../../database/database.js';
import type { Viewer } from '../../viewer.js';
import { conditionOf, KEYS, type PeopleFilter, type PeopleOrderBy } from './search.js';

// Lists of people by pages of a number, as old clients leaf through them. Each is one statement.

const NAMED_LIKE = statement(import.meta.url, 'sql/people_named_like');

/** JSON text of the people, and how many there are in all. */
export interface ListedPeople {
  total: number;
  people: string;
}

/**
 * People of a page (all, where `limit` is null), as JSON text of what lists of v2 show. Those of `topics` of their figures are shown.
 * `metric` of the order has to be a word.
 */
export async function listPeople(
  { pool }: Database,
  viewer: Viewer,
  filter: PeopleFilter,
  { order, metric }: PeopleOrderBy,
  { limit, offset, topics }: { limit: number | null; offset: number; topics: string[] },
): Promise<ListedPeople> {
  const values: unknown[] = [];
  const parameter = (value: unknown) => `$${values.push(value)}`;
  const condition = conditionOf(filter, parameter);
  const key = KEYS[order](() => `${parameter(metric)}::text`);
  const { rows } = await pool.query<ListedPeople>(
    `with fitting as (select p.id, ${key} as key from person p where ${condition})
     select (select count(*)::int from fitting) as total,
            (select coalesce(json_agg(json_build_object(
                      'id', p.id, 'username', p.username, 'role', p.role, 'mappingLevel', l.name, 'pictureUrl', p.picture_url,
                      'statsLastUpdated', to_char(s.obtained_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
                      'stats', coalesce((select jsonb_object_agg(f.key, f.value) from jsonb_each(s.figures) f where f.key = any (${parameter(topics)}::text[])), '{}')
                               || jsonb_build_object('changeset', p.changeset_count),
                      'requires_approval', (select true from level_nomination n where n.person_id = p.id limit 1),
                      'user_has_voted', (select true from level_vote v where v.person_id = p.id and v.voter_id = ${parameter(viewer.id)}::int limit 1)
                    ) order by page.key, page.id), '[]')
               from (select * from fitting order by key, id limit ${parameter(limit)}::int offset ${parameter(offset)}::bigint) page
               join person p on p.id = page.id
               join mapping_level l on l.id = p.level_id
               left join person_statistics s on s.person_id = p.id)::text as people`,
    values,
  );
  return rows[0]!;
}

/** Somebody whose name begins so. */
export interface NamedLike {
  username: string;
  participates: boolean;
}

/** People whose name begins so, in upper or lower case: who works on the project first, then by name. */
export async function peopleNamedLike(
  database: Database,
  beginning: string,
  project: number | null,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ total: number; people: NamedLike[] }> {
  const pattern = `${beginning.replace(/[\\%_]/g, '\\$&')}%`;
  const [row] = await database.query<{ total: number; people: NamedLike[] }>(NAMED_LIKE, [
    pattern,
    project,
    limit,
    offset,
  ]);
  return row!;
}

import { SEEN_BY_ALL } from './policy.js';
import { statement } from '../../database/database.js';
import type { Database } from '../../database/database.js';
import { badPage } from '../../graphql/page.js';
import type { Viewer } from '../../viewer.js';
import { batched } from '../../graphql/perRequest.js';
import { grouped } from '../../grouped.js';
import { conditionOf } from './filter.js';

const POPULAR = statement(import.meta.url, 'sql/popular');
const RECENTLY_ACTIVE = statement(import.meta.url, 'sql/recently_active');
const SIMILAR = statement(import.meta.url, 'sql/similar');
const MOST = 50;

/** Throws for a number of rows that a short list does not give. */
export function shortList(first: number): number {
  if (first < 1 || first > MOST) throw badPage(`first is between 1 and ${MOST}.`);
  return first;
}

/** Numbers of public projects, the most worked on in the last 90 days first. */
export async function popularProjects(database: Database, first: number): Promise<number[]> {
  return (await database.query<{ id: number }>(POPULAR, [shortList(first)])).map(({ id }) => id);
}

/** Numbers of public projects with work or comments in the last `hours` (1 to 24), the latest first. */
export async function recentlyActiveProjects(database: Database, hours: number, first: number): Promise<number[]> {
  if (hours < 1 || hours > 24) throw badPage('hours is between 1 and 24.');
  return (await database.query<{ id: number }>(RECENTLY_ACTIVE, [hours, shortList(first)])).map(({ id }) => id);
}

/**
 * Numbers of published projects for a person, of those that the viewer may see and something is left to do in: first those of
 * campaigns in which the person worked or that they made projects for, then those as difficult as their level is high; each
 * by common interests and urgency. Not their own, and none in which they finished work.
 */
export async function recommendedProjects(
  { pool }: Database,
  viewer: Viewer | null,
  personId: number,
  first: number,
): Promise<number[]> {
  const { sql, values } = conditionOf(viewer, {});
  const person = `$${values.push(personId)}::int`;
  const { rows } = await pool.query<{ id: number }>(
    `with mine as (
       select project_id from project_contributor where person_id = ${person}
       union select id from project where author_id = ${person}),
     shared as materialized (
       select distinct c.project_id from mine join campaign_project other on other.project_id = mine.project_id
         join campaign_project c using (campaign_id)),
     level as (select least(l.ordering, 3) as ordering from person join mapping_level l on l.id = person.level_id where person.id = ${person})
     select p.id
       from project p join project_progress g on g.project_id = p.id
      cross join level
      cross join lateral (
        select p.id in (select project_id from shared) as shares_campaign,
               (select count(*) from project_interest i join person_interest own using (interest_id)
                 where i.project_id = p.id and own.person_id = ${person}) as interests) alike
      where ${sql} and p.author_id <> ${person} and g.tasks_validated + g.tasks_bad_imagery < g.total_tasks
        and not exists (select from project_contributor done where done.project_id = p.id and done.person_id = ${person})
        and (shares_campaign or p.difficulty = (array['EASY', 'MODERATE', 'CHALLENGING']::project_difficulty[])[level.ordering])
      order by shares_campaign desc, interests desc, p.priority, p.id desc limit $${values.push(shortList(first))}`,
    values,
  );
  return rows.map(({ id }) => id);
}

/** Numbers of the viewer's favourites that they may see, whatever their status. */
export async function favouriteProjects({ pool }: Database, viewer: Viewer): Promise<number[]> {
  const { sql, values } = conditionOf(viewer, {
    statuses: ['PUBLISHED', 'ARCHIVED', 'DRAFT'],
    favouritedByMe: true,
  });
  const { rows } = await pool.query<{ id: number }>(
    `select p.id from project p join project_progress g on g.project_id = p.id where ${sql} order by p.id`,
    values,
  );
  return rows.map(({ id }) => id);
}

const MOST_SIMILAR = 12;
const similar = batched(async (ids: number[], { database }) => {
  const rows = await database.query<{ of: number; id: number }>(SIMILAR, [ids, MOST_SIMILAR]);
  const found = grouped(rows, (row) => row.of);
  return (id: number) => (found.get(id) ?? []).map((row) => row.id);
});

/** Numbers of public projects like one, the most alike first; those of many projects in one statement. */
export async function similarProjects(context: Parameters<typeof similar>[0], id: number, first: number) {
  if (first < 1 || first > MOST_SIMILAR) throw badPage(`first is between 1 and ${MOST_SIMILAR}.`);
  return (await similar(context, id)).slice(0, first);
}

const COUNTRIES = {
  name: 'projects/countries',
  text: `select distinct country from project p, unnest(p.countries) country where ${SEEN_BY_ALL} order by 1`,
};

/** The countries of projects that everybody sees, by name. */
export const countriesOfProjects = async (database: Database): Promise<string[]> =>
  (await database.query<{ country: string }>(COUNTRIES)).map(({ country }) => country);

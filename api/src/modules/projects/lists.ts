import { statement } from '../../database/database.js';
import type { Database } from '../../database/database.js';
import { badPage } from '../../graphql/page.js';
import { batched } from '../../graphql/perRequest.js';
import { grouped } from '../../grouped.js';

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

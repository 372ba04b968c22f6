import { z } from 'zod';
import type { Database } from '../../database/database.js';
import { isDuplicate } from '../../database/violations.js';
import { NameTaken, NotFound } from '../../errors.js';
import { parseInput, text } from '../../input.js';
import type { Viewer } from '../../viewer.js';
import { MOST_SEARCHES, tooManySearches } from './policy.js';

export const LONGEST_NAME = 60;
export const LONGEST_QUERY = 2_000;

const search = z.object({
  name: text(LONGEST_NAME).trim().min(1, 'Give the search a name.'),
  query: text(LONGEST_QUERY).transform((query) => query.replace(/^\?/, '')),
});
const changes = z.object({
  name: search.shape.name.nullish(),
  query: search.shape.query.nullish(),
  opensExplore: z.boolean().nullish(),
});

const SAVE = { name: 'people/save_search', text: 'select save_search($1, $2, $3, $4) as id' };
const UPDATE = { name: 'people/update_saved_search', text: 'select update_saved_search($1, $2, $3, $4, $5) as found' };

const missing = () => new NotFound('SAVED_SEARCH', 'You have no such saved search. Load the page again.');

const refusedName = (name: string | null | undefined) => (error: unknown) => {
  throw isDuplicate(error) ? new NameTaken(name ?? '') : error;
};

/** Keeps a search of the viewer's. Throws InvalidInput, NameTaken, NotPermitted. */
export async function saveSearch(database: Database, viewer: Viewer, input: object): Promise<{ id: number }> {
  const { name, query } = parseInput(search, input);
  const [row] = await database
    .query<{ id: number | null }>(SAVE, [viewer.id, name, query, MOST_SEARCHES])
    .catch(refusedName(name));
  if (row!.id === null) throw tooManySearches();
  return { id: row!.id };
}

/** Changes what is given of a search of the viewer's. Throws InvalidInput, NameTaken, NotFound. */
export async function updateSavedSearch(database: Database, viewer: Viewer, id: number, input: object) {
  const { name, query, opensExplore } = parseInput(changes, input);
  const [row] = await database
    .query<{ found: boolean }>(UPDATE, [viewer.id, id, name, query, opensExplore])
    .catch(refusedName(name));
  if (!row!.found) throw missing();
  return { id };
}

/** Throws NotFound for any that is not the viewer's. */
export async function deleteSavedSearch({ prisma }: Database, viewer: Viewer, id: number): Promise<{ id: number }> {
  const { count } = await prisma.savedSearch.deleteMany({ where: { id, personId: viewer.id } });
  if (count === 0) throw missing();
  return { id };
}

import { statement } from '../../database/database.js';
import { batched } from '../../graphql/perRequest.js';

const NEXT_LEVEL = statement(import.meta.url, 'sql/next_level');

export interface Progress {
  metric: string;
  minimum: number;
  reached: number;
}
export interface Next {
  person_id: number;
  level_id: number;
  name: string;
  nominated_at: Date | null;
  votes: number;
  viewer_voted: boolean;
  requirements: Progress[];
}

/** The level above a person's and what it takes; null at the top, and for who is not there. Those asked for in one tick in one statement. */
export const nextLevelOf = batched(async (ids: number[], { database, viewer }) => {
  const rows = await database.query<Next & { [column: string]: unknown }>(NEXT_LEVEL, [ids, viewer?.id ?? 0]);
  const next = new Map(rows.map((row) => [row.person_id, row]));
  return (id: number): Next | null => next.get(id) ?? null;
});

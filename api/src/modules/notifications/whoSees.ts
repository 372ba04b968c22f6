import type { Database } from '../../database/database.js';
import { canSee } from '../projects/policy.js';
import { readStandings } from '../projects/standing.js';

/** Of these people, those who may see the project: a comment there is not for others. */
export async function whoSees(database: Database, projectId: number, people: number[]): Promise<Set<number>> {
  const ids = [...new Set(people)];
  if (ids.length === 0) return new Set();
  const standings = await readStandings(
    database,
    ids.map((personId) => ({ personId, projectId })),
  );
  return new Set(ids.filter((_, index) => standings[index] && canSee(standings[index])));
}

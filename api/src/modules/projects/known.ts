import { LRUCache } from 'lru-cache';
import type { Database } from '../../database/database.js';

/** What a search finds in all: how many, and as a FeatureCollection of points, JSON; null when it was not asked for. */
export interface Whole {
  total: number;
  points: Buffer | null;
}
/** As of a version. */
type Known = Whole & { version: string };

const known = new WeakMap<Database, LRUCache<string, Known>>();
const KNOWN_BYTES = 32_000_000;

/**
 * What was found in all of late, by `nameOf`. It holds as long as the version is the same, where the filter
 * `isSettled`: the statement that would count is told the version, and counts only when it sees another one (docs/decisions/0011).
 */
export function knownIn(database: Database): LRUCache<string, Known> {
  let found = known.get(database);
  if (!found) {
    const sizeCalculation = ({ points }: Known, key: string) => key.length + (points?.length ?? 0) + 100;
    known.set(database, (found = new LRUCache({ maxSize: KNOWN_BYTES, sizeCalculation })));
  }
  return found;
}

/** What is found in all by a condition with its values; its points come in an order. */
export const nameOf = (sql: string, values: unknown[], order = ''): string =>
  `${order} ${sql} ${JSON.stringify(values)}`;

/** The version that one statement sees, as a row to select from. */
export const VERSION = `(select projects.version || '.' || people.version as version from projects_version projects, people_version people)`;

import { LRUCache } from 'lru-cache';
import type { Database } from '../../database/database.js';

const FEATURES = { name: 'tasks/v2_features', text: 'select v2_task_features($1, $2::int[]) as text' };
const VERSION = { name: 'tasks/v2_version', text: 'select v2_tasks_version($1) as version' };
const KEPT_BYTES = 64_000_000;

interface Wanted {
  database: Database;
  projectId: number;
}

/** Of each database, as its tasks were at a version: what is newer has another, and is never looked up here. */
const kept = new WeakMap<Database, LRUCache<string, Buffer, Wanted>>();

function keptOf(database: Database): LRUCache<string, Buffer, Wanted> {
  let cache = kept.get(database);
  if (!cache) {
    cache = new LRUCache({
      maxSize: KEPT_BYTES,
      sizeCalculation: (bytes) => bytes.length + 100,
      // Everyone who waits for the same version shares one read.
      fetchMethod: (_key, _stale, { context }) => read(context, null),
    });
    kept.set(database, cache);
  }
  return cache;
}

async function read({ database, projectId }: Wanted, numbers: number[] | null): Promise<Buffer> {
  const [row] = await database.query<{ text: string }>(FEATURES, [projectId, numbers]);
  return Buffer.from(row!.text);
}

/** Grows with all that the tasks of a project show in REST v2. */
export async function featuresVersion(database: Database, projectId: number): Promise<string> {
  const [row] = await database.query<{ version: string }>(VERSION, [projectId]);
  return row!.version;
}

/** All tasks of a project as the GeoJSON of REST v2, not older than `version`, which was read before. */
export async function allFeatures(database: Database, projectId: number, version: string): Promise<Buffer> {
  const bytes = await keptOf(database).fetch(`${projectId} ${version}`, { context: { database, projectId } });
  return bytes!;
}

/** The same of some of them. */
export const someFeatures = (database: Database, projectId: number, numbers: number[]): Promise<Buffer> =>
  read({ database, projectId }, numbers);

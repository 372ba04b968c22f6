import type { Database } from '../../database/database.js';
import { keptBytes } from '../../rest/kept.js';

const FEATURES = { name: 'tasks/v2_features', text: 'select v2_task_features($1, $2::int[]) as text' };

async function read(database: Database, projectId: number, numbers: number[] | null): Promise<string> {
  const [row] = await database.query<{ text: string }>(FEATURES, [projectId, numbers]);
  return row!.text;
}

/** All tasks of a project as the GeoJSON of REST v2, not older than `version`, the one of v2_version, which was read before. */
export const allFeatures = (database: Database, projectId: number, version: string): Promise<Buffer> =>
  keptBytes(database, `tasks ${projectId} ${version}`, () => read(database, projectId, null));

/** The same of some of them. */
export const someFeatures = async (database: Database, projectId: number, numbers: number[]): Promise<Buffer> =>
  Buffer.from(await read(database, projectId, numbers));

import { statement, type Database } from '../../database/database.js';
import { keptBytes } from '../../rest/kept.js';

const FEATURES = statement(import.meta.url, 'sql/v2_features');

async function read(database: Database, projectId: number, numbers: number[] | null): Promise<Buffer> {
  const rows = await database.query<{ features: string }>(FEATURES, [projectId, numbers]);
  const parts = rows.map(({ features }, place) => Buffer.from(place === 0 ? features : `,${features}`));
  return Buffer.concat([Buffer.from('{"type":"FeatureCollection","features":['), ...parts, Buffer.from(']}')]);
}

/** All tasks of a project as the GeoJSON of REST v2, not older than `version`, the one of v2_version, which was read before. */
export const allFeatures = (database: Database, projectId: number, version: string): Promise<Buffer> =>
  keptBytes(database, `tasks ${projectId} ${version}`, () => read(database, projectId, null));

/** The same of some of them. */
export const someFeatures = (database: Database, projectId: number, numbers: number[]): Promise<Buffer> =>
  read(database, projectId, numbers);

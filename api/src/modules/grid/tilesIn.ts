import pg from 'pg';
import { statement } from '../../database/database.js';
import type { Services } from '../../graphql/context.js';
import { InvalidGeometry, TooManyTasks } from './errors.js';
import { featuresOf } from './shape.js';
import { bytesOf, readArea } from './service.js';

const TILES_IN = statement(import.meta.url, 'sql/tiles_in');

interface Feature {
  type: 'Feature';
  geometry: unknown;
  properties: Record<string, unknown> | null;
  [member: string]: unknown;
}

/**
 * The features of a grid that lie in an area of interest, in their order. `clip`: of those that reach out of it only what is
 * inside, no squares any more. Throws InvalidGeometry, AreaTooLarge, InputTooLarge, TooManyTasks.
 */
export async function tilesIn(
  services: Services,
  { areaOfInterest, grid, clip }: { areaOfInterest: unknown; grid: { features: unknown[] }; clip: boolean },
): Promise<Feature[]> {
  const limit = services.settings.limits.tasks;
  if (grid.features.length > limit) throw new TooManyTasks(limit, grid.features.length);
  bytesOf(grid); // what nothing could write is not answered either
  const area = await readArea(services, areaOfInterest, { separate: false });
  if (grid.features.length === 0) return [];
  const geometries = featuresOf(grid).map(({ geometry }) => geometry);
  const kept = await services.database
    .query<{ index: number; piece: unknown }>(TILES_IN, [area.ewkb, JSON.stringify(geometries), clip])
    .catch((error: unknown) => {
      if (!(error instanceof pg.DatabaseError)) throw error;
      throw new InvalidGeometry('TILES', 'The grid has tiles whose outlines cannot be used.');
    });
  return kept.map(({ index, piece }) => {
    const feature = grid.features[index] as Feature;
    return piece ? { ...feature, geometry: piece, properties: { ...feature.properties, isSquare: false } } : feature;
  });
}

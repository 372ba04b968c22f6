import type { Readable } from 'node:stream';
import { z } from 'zod';
import { statement } from '../../database/database.js';
import type { Services } from '../../graphql/context.js';
import { MAX_INT } from '../../graphql/ids.js';
import { parseInput } from '../../input.js';
import type { Viewer } from '../../viewer.js';
import { canSee } from '../projects/policy.js';
import { visible } from '../projects/service.js';
import { standingOf } from '../projects/standing.js';
import { contentTypeOf, PARTS } from './documents.js';
import { streamOf } from './stream.js';

const PROJECT = statement(import.meta.url, 'sql/project');

/** A document to be sent to whoever asked for it. */
export interface Export {
  contentType: string;
  /** ASCII without spaces, quotes or slashes. */
  fileName: string;
  /** Whether only those who were let into the project may have it: no shared cache may keep it. */
  restricted: boolean;
  /** The same as long as the document tells the same; null where to know that would be as much work as to make it. */
  version: string | null;
  /** Nothing is read before it is. Destroy it if you do not want it. */
  body: Readable;
}

const STATUSES = [
  'READY',
  'LOCKED_FOR_MAPPING',
  'MAPPED',
  'LOCKED_FOR_VALIDATION',
  'VALIDATED',
  'INVALIDATED',
  'BADIMAGERY',
] as const;

/** Tasks that can be named in one export; the others are had all together. */
const MOST_NAMED = 500;

const taskNumbers = z
  .array(
    z
      .int('Name tasks by their numbers, such as 12,13.')
      .min(1, 'Tasks are numbered from 1 on.')
      .max(MAX_INT, 'There are no such numbers of tasks.'),
  )
  .min(1, 'Name at least one task, or leave it out for all of them.')
  .max(MOST_NAMED, `Name at most ${MOST_NAMED} tasks, or none for all of them.`)
  .nullish();
const named = z.object({ taskNumbers });
const selected = z.object({
  taskNumbers,
  statuses: z.array(z.enum(STATUSES, `A status is one of ${STATUSES.join(', ')}.`)).nullish(),
});

type Asked<Schema extends z.ZodType> = z.input<Schema> & { projectId: number };

/** Its tasks; numbers that it does not have are left out. Throws NotFound, InvalidInput. */
export function exportTasks(
  services: Services,
  viewer: Viewer | null,
  { projectId, format, ...input }: Asked<typeof selected> & { format: 'geojson' | 'gpx' | 'osm' | 'csv' | 'fgb' },
): Promise<Export> {
  return exported(services, viewer, projectId, `tasks.${format}`, parseInput(selected, input));
}

/** Its tasks as clients of v2 know them; numbers that it does not have are left out. Throws NotFound, InvalidInput. */
export function exportTasksOfV2(
  services: Services,
  viewer: Viewer | null,
  { projectId, format, ...input }: Asked<typeof named> & { format: 'gpx' | 'osm' },
): Promise<Export> {
  return exported(services, viewer, projectId, `v2.${format}`, parseInput(named, input));
}

/** All that happened to its tasks, in the order in which it began. Throws NotFound, InvalidInput. */
export function exportHistory(
  services: Services,
  viewer: Viewer | null,
  { projectId, format, ...input }: Asked<typeof named> & { format: 'csv' | 'geojson' },
): Promise<Export> {
  return exported(services, viewer, projectId, `history.${format}`, parseInput(named, input));
}

/** Who worked there and what stands of it, as CSV. Throws NotFound. */
export const exportContributors = (services: Services, viewer: Viewer | null, projectId: number): Promise<Export> =>
  exported(services, viewer, projectId, 'contributors.csv');

/** Its area of interest, as one GeoJSON feature. Throws NotFound. */
export const exportArea = (services: Services, viewer: Viewer | null, projectId: number): Promise<Export> =>
  exported(services, viewer, projectId, 'area.geojson');

async function exported(
  services: Services,
  viewer: Viewer | null,
  projectId: number,
  document: keyof typeof PARTS,
  { taskNumbers, statuses }: z.output<typeof selected> = {},
): Promise<Export> {
  const [visitor] = await Promise.all([standingOf(services, null, projectId), visible(services, viewer, projectId)]);
  const { database } = services;
  // Read before the document: should it change in between, its version is an older one, and it is fetched once too often.
  const [project] = await database.query<{ name: string | null; version: string }>(PROJECT, [projectId]);
  const parts = PARTS[document]({
    projectId,
    name: project!.name ?? '',
    taskNumbers: taskNumbers ?? null,
    statuses: statuses ?? null,
  });
  return {
    contentType: contentTypeOf(document),
    fileName: `project-${projectId}-${document}`,
    restricted: !canSee(visitor!),
    version: /^(tasks|v2)\./.test(document) ? project!.version : null,
    body: streamOf(database, parts, { small: taskNumbers != null || document === 'area.geojson' }),
  };
}

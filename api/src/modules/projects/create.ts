import { feature } from '@rapideditor/country-coder';
import pg from 'pg';
import { z } from 'zod';
import { InvalidInput, NotFound } from '../../errors.js';
import type { Services } from '../../graphql/context.js';
import { parseInput, text } from '../../input.js';
import type { Viewer } from '../../viewer.js';
import { InvalidGeometry, TooManyTasks } from '../grid/errors.js';
import { checkZoom, orTooManyTasks, readArea, usualZoom, type Area } from '../grid/service.js';
import { whyNotCreateProject } from './policy.js';
import { locale } from './service.js';

const CREATE = {
  name: 'projects/create',
  text: `select copy_project_settings($12, $13,
    create_project($1, $2::jsonb, $3::text::geometry, $4, $5, $6, $7, $8, $9::jsonb, $10::jsonb, $11::text::geometry)) as id`,
};
const EARLIEST_DUE = new Date('2000-01-01');

const newProject = z.object({
  name: text(512).trim().min(1, 'Give the project a name.'),
  locale: locale.default('en'),
  shortDescription: text(2_000).trim().default(''),
  description: text(100_000).default(''),
  instructions: text(100_000).default(''),
  perTaskInstructions: text(20_000).default(''),
  priority: z.enum(['URGENT', 'HIGH', 'MEDIUM', 'LOW']).optional(),
  difficulty: z.enum(['EASY', 'MODERATE', 'CHALLENGING']).optional(),
  mappingTypes: z.array(z.enum(['ROADS', 'BUILDINGS', 'WATERWAYS', 'LAND_USE', 'OTHER'])).optional(),
  imagery: text(1_000).trim().optional(),
  changesetComment: text(1_000).trim().optional(),
  sandbox: z.boolean().optional(),
  database: text(50).trim().optional(),
  dueDate: z.date().min(EARLIEST_DUE, 'This date is too long ago.').optional(),
});

/** A task that was made elsewhere; its number is its place in the list. */
export interface GivenTask {
  /** MultiPolygon in EPSG:4326. */
  geometry: object;
  /** Of the grid's tile that it is or is cut from, y growing northward; null for other shapes. */
  tile: { x: number; y: number; zoom: number } | null;
  /** The whole tile. Where the geometry is another one, it is taken as a shape of its own. */
  isSquare: boolean;
  properties: Record<string, unknown>;
}

export interface NewProject extends Partial<Record<keyof z.input<typeof newProject>, unknown>> {
  organisationId: number;
  areaOfInterest?: unknown;
  taskCreationMode?: 'GRID' | 'ARBITRARY' | null;
  zoom?: number | null;
  clip?: boolean | null;
  priorityAreas?: unknown;
  /** In place of the tiles of `zoom`. Not for ARBITRARY. */
  tasks?: GivenTask[];
  /** For mappers and validators alike; the usual ones when left out. */
  editors?: string[];
}

/**
 * Creates a draft with its tasks. Throws NotPermitted, NotFound (organisation), InvalidInput, InvalidGeometry, AreaTooLarge,
 * TooManyTasks, InputTooLarge. Returns its number and what was mended of the area. `copied`: a project whose settings it
 * takes over, and whether its teams come along.
 */
export async function createProject(
  services: Services,
  viewer: Viewer,
  input: NewProject,
  copied?: { from: number; withTeams: boolean },
): Promise<{ projectId: number; repairs: string[] }> {
  const { database, settings } = services;
  const organisation = await database.prisma.organisation.findUnique({
    where: { id: input.organisationId },
    select: { managers: { where: { personId: viewer.id } } },
  });
  const refusal = whyNotCreateProject(viewer, (organisation?.managers.length ?? 0) > 0);
  if (refusal) throw refusal;
  if (!organisation) throw new NotFound('ORGANISATION', 'There is no such organisation. Choose one that you manage.');

  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value != null));
  const { name, ...parsed } = parseInput(newProject, given);
  const mode = input.taskCreationMode ?? 'GRID';
  const area = await readArea(services, input.areaOfInterest, { separate: mode === 'ARBITRARY' });
  const zoom = mode === 'GRID' ? (input.zoom == null ? usualZoom(area) : checkZoom(input.zoom)) : null;
  const tasks =
    mode === 'GRID' ? input.tasks : area.features.map((feature) => ({ ...feature, tile: null, isSquare: false }));
  if (tasks && tasks.length > settings.limits.tasks) throw new TooManyTasks(settings.limits.tasks, tasks.length);
  const priority = hasFeatures(input.priorityAreas)
    ? await readArea(services, input.priorityAreas, { separate: false }).catch(ofPriorityAreas)
    : null;

  const columns = {
    organisation_id: input.organisationId,
    locale: parsed.locale,
    name,
    short_description: parsed.shortDescription,
    description: parsed.description,
    instructions: parsed.instructions,
    per_task_instructions: parsed.perTaskInstructions,
    priority: parsed.priority,
    difficulty: parsed.difficulty,
    mapping_types: parsed.mappingTypes,
    imagery: parsed.imagery || undefined,
    due_date: parsed.dueDate,
    database: sandboxOf(settings.sandboxes.names, parsed),
    changeset_comment: parsed.changesetComment || undefined,
    comment_prefix: settings.defaultChangesetComment,
    countries: countriesOf(area),
    editors: input.editors,
  };
  const [row] = await database
    .query<{ id: number }>(CREATE, [
      viewer.id,
      JSON.stringify(columns),
      area.ewkb,
      area.areaM2,
      mode,
      zoom,
      input.clip ?? false,
      settings.limits.tasks,
      tasks ? JSON.stringify(tasks.map(({ geometry }) => geometry)) : null,
      tasks
        ? JSON.stringify(tasks.map(({ tile, isSquare, properties }) => ({ ...tile, is_square: isSquare, properties })))
        : null,
      priority?.ewkb ?? null,
      copied?.from ?? null,
      copied?.withTeams ?? false,
    ])
    .catch((error: unknown) => {
      if (error instanceof pg.DatabaseError && error.code === 'TG002')
        throw new InvalidGeometry('EMPTY', 'The area is too small to hold a task.');
      if (error instanceof pg.DatabaseError && error.code === 'TG003')
        throw new InvalidGeometry('OUTSIDE', 'The areas to map first lie outside the area of the project.');
      if (error instanceof pg.DatabaseError && error.code === 'TG005')
        throw new InvalidGeometry('TASK', `Task ${error.detail} has no sound outline.`, Number(error.detail) - 1);
      if (error instanceof pg.DatabaseError && error.code?.startsWith('22')) {
        throw new InvalidInput([
          { path: ['areaOfInterest'], message: 'A property of the area holds something that cannot be saved.' },
        ]);
      }
      return orTooManyTasks(settings.limits.tasks)(error);
    });
  return { projectId: row!.id, repairs: [...area.repairs, ...(priority?.repairs ?? [])] };
}

/** The sandbox that a new project is for; undefined for OSM. Throws InvalidInput for one that there is not. */
function sandboxOf(names: string[], { sandbox, database }: { sandbox?: boolean; database?: string }) {
  const refuse = (message: string) => new InvalidInput([{ path: ['database'], message }]);
  if (!database || database === 'OSM') {
    if (!sandbox) return undefined;
    if (database) throw refuse('A sandbox keeps its edits away from OSM. Name its database, or leave it out.');
    if (names.length === 0) throw refuse('There is no sandbox here. Ask the operators to set one up (TM_SANDBOX_DB).');
    return names[0];
  }
  if (sandbox === false) throw refuse(`"${database}" is for trying out. Send sandbox as true, or leave it out.`);
  if (names.includes(database)) return database;
  const known = names.length > 0 ? `There are ${['OSM', ...names].join(', ')}.` : 'There is only OSM.';
  throw refuse(`There is no database "${database}" for edits here. ${known}`);
}

/** Says which of the two areas is meant. */
export const ofPriorityAreas = (error: unknown): never => {
  if (!(error instanceof InvalidGeometry)) throw error;
  const { reason, message, featureIndex, featureName, at } = error;
  throw new InvalidGeometry(reason, `Areas to map first: ${message}`, featureIndex, featureName, at);
};

/** Clients may send an empty collection for "none". */
export const hasFeatures = (areas: unknown) =>
  areas != null &&
  !(
    Array.isArray((areas as { features?: unknown }).features) &&
    (areas as { features: unknown[] }).features.length === 0
  );

/** English names of the countries that an area reaches into, the one with most of it first. */
export function countriesOf({ samples }: Pick<Area, 'samples'>): string[] {
  const counts = new Map<string, number>();
  for (const place of samples) {
    const name = feature(place, { level: 'country' })?.properties.nameEn;
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}

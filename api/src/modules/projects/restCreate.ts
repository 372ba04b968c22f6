import { z } from 'zod';
import { e1, e2, refuse } from '../../rest/errors.js';
import { operation } from '../../rest/operation.js';
import { isObject, polygonsOf, typeOf } from '../../rest/polygons.js';
import { bool, int, text } from '../../rest/values.js';
import { InvalidGeometry } from '../grid/errors.js';
import { featuresOf } from '../grid/service.js';
import { managesAnOrganisation } from '../organisations/service.js';
import { createProject, type GivenTask } from './create.js';
import { cloneProject } from './manage.js';

/** Largest body, bytes: some 50,000 tasks. */
const BODY_LIMIT = 64 * 1024 * 1024;
/** Squares of these zooms have a place in the grid. */
const MOST_ZOOM = 24;

const unfit = (subCode: string, message: string): never => refuse(400, subCode, message);
const whole = z.int().min(-2_147_483_648).max(2_147_483_647);
const tile = z.object({
  x: whole.nullable(),
  y: whole.nullable(),
  zoom: whole.nullable(),
  isSquare: z.boolean().nullable(),
});

/** Tasks as old clients send them: features with their place in the grid. */
function tasksOf(collection: unknown): GivenTask[] {
  if (!isObject(collection) || collection.type !== 'FeatureCollection')
    unfit('MustBeFeatureCollection', 'The tasks are a FeatureCollection.');
  const { features } = collection as { features?: unknown };
  if (!Array.isArray(features) || features.length === 0)
    unfit('InvalidFeatureCollection', 'The FeatureCollection of the tasks has no features.');
  const given = (features as unknown[]).map((feature, index) => {
    const label = `Task ${index + 1}`;
    if (!isObject(feature) || feature.type !== 'Feature') unfit('MustBeFeature', `${label} is no Feature.`);
    const { geometry, properties } = feature as Record<string, unknown>;
    if (typeOf(geometry) !== 'MultiPolygon') unfit('MustBeMultiPolygon', `${label} is no MultiPolygon.`);
    const place = tile.safeParse(properties);
    if (!place.success)
      return unfit(
        'PropertyNotFound',
        `${label} needs the properties x, y and zoom (whole numbers or null) and isSquare.`,
      );
    return { ...place.data, properties: extraOf((properties as Record<string, unknown>).extra_properties, label) };
  });
  return soundOnes(collection).map(({ geometry }, index) => {
    const { x, y, zoom, isSquare, properties } = given[index]!;
    const placed = x !== null && y !== null && zoom !== null ? { x, y, zoom } : null;
    const side = 2 ** (zoom ?? 0);
    const inGrid = placed && zoom! >= 0 && zoom! <= MOST_ZOOM && x! >= 0 && x! < side && y! >= 0 && y! < side;
    return { geometry, tile: placed, isSquare: Boolean(isSquare && inGrid), properties };
  });
}

function soundOnes(collection: unknown) {
  try {
    return featuresOf(collection);
  } catch (error) {
    if (error instanceof InvalidGeometry) return unfit('InvalidMultiPolygon', error.message);
    throw error;
  }
}

/** What a task carries along, an object or the text of one. */
function extraOf(extra: unknown, label: string): Record<string, unknown> {
  if (extra === undefined || extra === null) return {};
  try {
    const value: unknown = typeof extra === 'string' ? JSON.parse(extra) : extra;
    JSON.stringify(value); // throws for what is nested too deep to be written
    if (isObject(value)) return value;
  } catch {
    // told below
  }
  return unfit('InvalidData', `extra_properties of ${label} is no object.`);
}

const draft = z.object({
  projectName: text(),
  organisation: int().nullish().describe('Number of an organisation that the viewer manages.'),
  areaOfInterest: z.unknown().optional().describe('FeatureCollection with polygons, in degrees.'),
  tasks: z
    .unknown()
    .optional()
    .describe('FeatureCollection of MultiPolygons with x, y, zoom and isSquare; not with arbitraryTasks.'),
  arbitraryTasks: bool().nullish().describe('Each polygon of the area is a task.'),
  cloneFromProjectId: int().nullish().describe('Takes over its settings, texts and organisation.'),
  sandbox: bool().nullish(),
  database: text({ max: 50 }).nullish(),
});

export const projectCreateOperations = [
  operation({
    method: 'POST',
    path: '/projects/',
    tag: 'projects',
    summary: 'Creates a draft with its tasks, or with the settings of another project.',
    access: 'login',
    bodyLimit: BODY_LIMIT,
    body: draft.nullable(),
    bodyOptional: true,
    status: 201,
    answers: z.object({ projectId: z.int() }),
    fails: {
      403: 'The viewer does not manage the organisation.',
      404: 'There is no such organisation, or no such project to take over.',
    },
    refusals: {
      NOT_PERMITTED: [403, 'NotPermittedToCreate'],
      PROJECT_NOT_FOUND: (error, { cloneFromProjectId }) =>
        e2(404, 'PROJECT_NOT_FOUND', error.message, { project_id: cloneFromProjectId }),
      ORGANISATION_NOT_FOUND: (error, { organisation = null }) =>
        e2(404, 'ORGANISATION_NOT_FOUND', error.message, { organisation_id: organisation }),
      INVALID_GEOMETRY: (error) =>
        e1(400, SUB_CODES[(error as InvalidGeometry).reason] ?? 'InvalidMultipolygon', error.message),
      AREA_TOO_LARGE: [400, 'AreaTooLarge'],
      TOO_MANY_TASKS: [400, 'TooManyTasks'],
      INPUT_TOO_LARGE: [413, 'RequestTooLarge'],
    },
    service: 'projects: createProject, cloneProject',
    differences: [
      'Only managers of the organisation itself create projects for it, and only projects that the viewer may see are taken over; teams come along for those who manage them.',
      'The area and the number of tasks are bounded; an area that crosses itself, a task without its place in the grid and a grid without tasks are a 400.',
      'Arbitrary tasks may not overlap: two people would map the same.',
      'A task that says it is a square of the grid and lies elsewhere is a shape of its own.',
      'A copy is not featured.',
      'A sandbox is for one of the databases that the operators set up.',
    ],
    handler: async ({ context, viewer, body }) => {
      if (!body) refuse(400, 'InvalidData', 'Send the new project.');
      if (viewer.role !== 'ADMIN' && !(await managesAnOrganisation(context.database, viewer)))
        refuse(403, 'NotPermittedToCreate', 'Only managers of an organisation create projects.');
      const source = body.cloneFromProjectId;
      const areaOfInterest = polygonsOf(body.areaOfInterest);
      const area = {
        areaOfInterest,
        ...(body.arbitraryTasks ? { taskCreationMode: 'ARBITRARY' as const } : { tasks: tasksOf(body.tasks) }),
        sandbox: body.sandbox ?? undefined,
        // Old clients name OSM for a sandbox too.
        database: body.sandbox && body.database === 'OSM' ? undefined : (body.database ?? undefined),
      };
      const { projectId } = source
        ? await cloneProject(context, viewer, source, area)
        : await createProject(context, viewer, {
            ...area,
            name: body.projectName,
            organisationId: body.organisation ?? 0,
            editors: ['ID', 'JOSM', 'CUSTOM'],
          });
      return { projectId };
    },
  }),
];

const SUB_CODES: Record<string, string> = { SELF_INTERSECTION: 'SelfIntersectingAOI', TASK: 'InvalidMultiPolygon' };

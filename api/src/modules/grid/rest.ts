import { z } from 'zod';
import type { Services } from '../../graphql/context.js';
import { featureCollection } from '../../rest/answers.js';
import { e1, type Refusals } from '../../rest/errors.js';
import { operation } from '../../rest/operation.js';
import { polygonsOf } from '../../rest/polygons.js';
import { managedProject } from '../../rest/readProject.js';
import { bool, id } from '../../rest/values.js';
import type { InvalidGeometry } from './errors.js';
import { tilesIn } from './tilesIn.js';

const collection = z.looseObject({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) });

const refusals: Refusals = {
  INVALID_GEOMETRY: (error) =>
    e1(
      400,
      (error as InvalidGeometry).reason === 'SELF_INTERSECTION' ? 'SelfIntersectingAOI' : 'InvalidData',
      error.message,
    ),
  AREA_TOO_LARGE: [400, 'AreaTooLarge'],
  TOO_MANY_TASKS: [400, 'TooManyTasks'],
  INPUT_TOO_LARGE: [413, 'RequestTooLarge'],
};
/** What both operations share: which tiles, and of what area. */
const intersection = {
  tag: 'projects',
  access: 'login',
  bodyLimit: 64 * 1024 * 1024,
  body: z.object({
    areaOfInterest: z.record(z.string(), z.unknown()).describe('FeatureCollection with polygons, in degrees.'),
    grid: collection,
    clipToAoi: bool(),
  }),
  answers: featureCollection,
  refusals,
  service: 'grid: tilesIn',
} as const;

const tilesOf = async (
  services: Services,
  { areaOfInterest, grid, clipToAoi }: z.output<typeof intersection.body>,
) => ({
  type: 'FeatureCollection',
  features: await tilesIn(services, { areaOfInterest: polygonsOf(areaOfInterest), grid, clip: clipToAoi }),
});

export const gridOperations = [
  operation({
    ...intersection,
    method: 'POST',
    path: '/projects/actions/intersecting-tiles/',
    summary: 'Which tiles of a grid lie in an area; on request cut at its edge.',
    keyScope: 'READ',
    differences: ['The area and the number of tiles are bounded as for a new project.'],
    handler: ({ context, body }) => tilesOf(context, body),
  }),
  operation({
    ...intersection,
    method: 'PUT',
    path: '/projects/{project_id}/tasks/queries/aoi/',
    summary: 'The same for those who manage a project.',
    keyScope: 'READ',
    params: { project_id: id() },
    fails: { 403: 'You do not manage the project.', 404: 'There is no such project.' },
    differences: ['It works: in the original it fails at every call.'],
    handler: async ({ context, viewer, params: { project_id }, body }) => {
      await managedProject(context, viewer, project_id);
      return tilesOf(context, body);
    },
  }),
];

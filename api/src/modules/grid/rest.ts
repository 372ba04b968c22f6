import { z } from 'zod';
import { featureCollection } from '../../rest/answers.js';
import { e1 } from '../../rest/errors.js';
import { operation } from '../../rest/operation.js';
import { polygonsOf } from '../../rest/polygons.js';
import { bool } from '../../rest/values.js';
import type { InvalidGeometry } from './errors.js';
import { tilesIn } from './tilesIn.js';

const collection = z.looseObject({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) });

export const gridOperations = [
  operation({
    method: 'POST',
    path: '/projects/actions/intersecting-tiles/',
    tag: 'projects',
    summary: 'Which tiles of a grid lie in an area; on request cut at its edge.',
    access: 'login',
    keyScope: 'READ',
    bodyLimit: 64 * 1024 * 1024,
    body: z.object({
      areaOfInterest: z.record(z.string(), z.unknown()).describe('FeatureCollection with polygons, in degrees.'),
      grid: collection,
      clipToAoi: bool(),
    }),
    answers: featureCollection,
    refusals: {
      INVALID_GEOMETRY: (error) =>
        e1(
          400,
          (error as InvalidGeometry).reason === 'SELF_INTERSECTION' ? 'SelfIntersectingAOI' : 'InvalidData',
          error.message,
        ),
      AREA_TOO_LARGE: [400, 'AreaTooLarge'],
      TOO_MANY_TASKS: [400, 'TooManyTasks'],
      INPUT_TOO_LARGE: [413, 'RequestTooLarge'],
    },
    service: 'grid: tilesIn',
    differences: ['The area and the number of tiles are bounded as for a new project.'],
    handler: async ({ context, body: { areaOfInterest, grid, clipToAoi } }) => ({
      type: 'FeatureCollection',
      features: await tilesIn(context, { areaOfInterest: polygonsOf(areaOfInterest), grid, clip: clipToAoi }),
    }),
  }),
];

import { builder } from '../../graphql/builder.js';
import { ErrorInterface } from '../../graphql/errors.js';
import { AreaTooLarge, InputTooLarge, InvalidGeometry, TooManyTasks } from './errors.js';

builder.objectType(InvalidGeometry, {
  name: 'InvalidGeometry',
  description: 'The area of interest cannot be used, and cannot be mended safely.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    featureIndex: t.exposeInt('featureIndex', { nullable: true, description: 'Which feature, counted from 0.' }),
    featureName: t.exposeString('featureName', { nullable: true, description: 'Its name or id, if it has one.' }),
    reason: t.exposeString('reason', {
      description:
        'NOT_GEOJSON, NOT_POLYGON, EMPTY, TOO_FEW_POINTS, NOT_WGS84, WRONG_AXIS_ORDER, BEYOND_MAP, SELF_INTERSECTION, HOLE_OUTSIDE, HOLES_OVERLAP, OVERLAPS, or OUTSIDE (areas to map first).',
    }),
    at: t.exposeFloatList('at', { nullable: true, description: '[lon, lat] of the fault, if it has a place.' }),
  }),
});

builder.objectType(AreaTooLarge, {
  name: 'AreaTooLarge',
  description: 'The area of interest is larger than this instance allows.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    limitKm2: t.exposeFloat('limitKm2', { description: 'The most that is possible, km² (Instance.maxAreaKm2).' }),
    areaKm2: t.exposeFloat('areaKm2', { description: 'What was given, geodesic, km².' }),
  }),
});

builder.objectType(TooManyTasks, {
  name: 'TooManyTasks',
  description:
    'So small a task over so large an area would be more tasks than this instance allows. Choose a lower zoom or a smaller area.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    limit: t.exposeInt('limit', { description: 'The most that is possible (Instance.maxTasks).' }),
    count: t.exposeInt('count', { description: 'How many it would be; counting stops early, so at least so many.' }),
  }),
});

builder.objectType(InputTooLarge, {
  name: 'InputTooLarge',
  description: 'The area of interest is described by more bytes than this instance reads. Simplify its outline.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    limitBytes: t.exposeInt('limitBytes', { description: 'The most that is read (Instance.maxInputBytes).' }),
    bytes: t.exposeInt('bytes', { description: 'What was given, as JSON.' }),
  }),
});

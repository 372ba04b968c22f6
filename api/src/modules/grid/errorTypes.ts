import { builder } from '../../graphql/builder.js';
import { ErrorInterface } from '../../graphql/errors.js';
import { AreaTooLarge, InputTooLarge, InvalidGeometry, TooManyTasks } from './errors.js';

builder.objectType(InvalidGeometry, {
  name: 'InvalidGeometry',
  description: 'The area of interest cannot be used.',
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
  interfaces: [ErrorInterface],
  fields: (t) => ({ limitKm2: t.exposeFloat('limitKm2'), areaKm2: t.exposeFloat('areaKm2') }),
});

builder.objectType(TooManyTasks, {
  name: 'TooManyTasks',
  interfaces: [ErrorInterface],
  fields: (t) => ({ limit: t.exposeInt('limit'), count: t.exposeInt('count', { description: 'At least so many.' }) }),
});

builder.objectType(InputTooLarge, {
  name: 'InputTooLarge',
  interfaces: [ErrorInterface],
  fields: (t) => ({ limitBytes: t.exposeInt('limitBytes'), bytes: t.exposeInt('bytes') }),
});

import type { GraphQLResolveInfo } from 'graphql';
import { InvalidInput, NotSignedIn } from '../../errors.js';
import { builder } from '../../graphql/builder.js';
import { signedIn } from '../../viewer.js';
import { AreaTooLarge, InputTooLarge, InvalidGeometry, TooManyTasks } from './errors.js';
import './errorTypes.js';
import { MOST_DRAWN, previewGrid, type Preview } from './service.js';

const GridPreview = builder.objectRef<Preview>('GridPreview').implement({
  description: 'A grid over an area, as createProject would make it.',
  fields: (t) => ({
    areaOfInterest: t.expose('areaOfInterest', {
      type: 'GeoJSON',
      description: 'The area after dissolving and safe repairs (MultiPolygon).',
    }),
    areaM2: t.exposeFloat('areaM2', { description: 'Area of the area of interest, geodesic, m².' }),
    bbox: t.exposeFloatList('bbox', {
      description: '[west, south, east, north] in degrees; west > east where it crosses the 180° meridian.',
    }),
    zoom: t.exposeInt('zoom', { description: "Zoom of the grid's tiles: the given one, or the chosen one." }),
    taskCount: t.exposeInt('taskCount', { description: 'How many tasks there would be.' }),
    taskAreaM2: t.exposeFloat('taskAreaM2', { description: 'Area of the median task, m2.' }),
    tasks: t.expose('tasks', {
      type: 'GeoJSON',
      nullable: true,
      description: `The tasks as FeatureCollection (properties x, y, zoom, isSquare); null above ${MOST_DRAWN.toLocaleString('en')} tasks.`,
    }),
    repairs: t.exposeStringList('repairs', { description: 'What was mended, in sentences.' }),
  }),
});

builder.queryField('previewGrid', (t) =>
  t.field({
    type: GridPreview,
    description:
      'What a grid over an area would be, without saving anything. For anyone signed in; call it again as the person moves the zoom.',
    errors: { types: [NotSignedIn, InvalidGeometry, AreaTooLarge, TooManyTasks, InputTooLarge, InvalidInput] },
    args: {
      areaOfInterest: t.arg({
        type: 'GeoJSON',
        required: true,
        description: 'FeatureCollection, Feature, Polygon or MultiPolygon.',
      }),
      zoom: t.arg.int({
        description:
          'Of the grid’s tiles, 1 to 22. Left out: chosen so that a task has about a square kilometre or less.',
      }),
      clip: t.arg.boolean({ description: 'Cut tasks at the edge of the area; whole tiles when left out.' }),
    },
    resolve: (_root, { areaOfInterest, zoom, clip }, context, info) => {
      signedIn(context.viewer, 'Sign in to try out a grid.');
      return previewGrid(context, { areaOfInterest, zoom, clip: clip ?? false, draw: asksForTasks(info) });
    },
  }),
);

/** Does the operation ask for the tasks' geometries? They are the costly part. */
const asksForTasks = ({ fieldNodes, fragments }: GraphQLResolveInfo) =>
  /\btasks\b/.test(
    JSON.stringify([fieldNodes.map(({ selectionSet }) => selectionSet), fragments], (key, value: unknown) =>
      key === 'loc' ? undefined : value,
    ),
  );

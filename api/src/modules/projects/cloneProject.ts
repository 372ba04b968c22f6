import { InvalidInput, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { AreaTooLarge, InputTooLarge, InvalidGeometry, TooManyTasks } from '../grid/errors.js';
import { TaskCreationMode } from './enums.js';
import { cloneProject } from './manage.js';
import { projectPayload } from './payload.js';

const CloneProjectInput = builder.inputType('CloneProjectInput', {
  description: 'Which project to take over, and the area of the new one, which is divided anew.',
  fields: (t) => ({
    projectId: t.id({ required: true, description: 'Number or node id of the project whose settings are taken over.' }),
    organisationId: t.id({
      description: 'Number or node id of an organisation that the viewer manages; that of the project when left out.',
    }),
    name: t.string({ description: 'In the language of the project; its own name when left out.' }),
    areaOfInterest: t.field({
      type: 'GeoJSON',
      required: true,
      description: 'As for createProject: FeatureCollection, Feature, Polygon or MultiPolygon, EPSG:4326.',
    }),
    taskCreationMode: t.field({ type: TaskCreationMode, description: 'GRID when left out.' }),
    zoom: t.int({ description: 'Of the grid’s tiles, 1 to 22; chosen by the size of the area when left out.' }),
    clip: t.boolean({ description: 'Cut tasks at the edge of the area; whole tiles when left out.' }),
    sandbox: t.boolean({
      description:
        'True: for trying out, whatever the other is; its edits go to `database` and never to OpenStreetMap. It is LOW in priority and opens in iD alone. Fixed for ever.',
    }),
    database: t.string({
      description:
        'Where its edits go: OSM, or one of Instance.sandboxes, which makes it a sandbox. When left out OSM, with `sandbox` the first of Instance.sandboxes.',
    }),
    priorityAreas: t.field({ type: 'GeoJSON', description: 'Polygons in the new area to be mapped first.' }),
  }),
});

builder.mutationField('cloneProject', (t) =>
  t.field({
    type: projectPayload('CloneProjectPayload'),
    description:
      "Creates a draft with another project's settings, texts, campaigns and interests over an area of its own. Teams come along for those who manage the other; work, comments, allowed people and featuring do not. For managers of the organisation, and administrators.",
    errors: {
      types: [
        NotSignedIn,
        NotPermitted,
        NotFound,
        InvalidInput,
        InvalidGeometry,
        AreaTooLarge,
        TooManyTasks,
        InputTooLarge,
      ],
    },
    args: oneInput(CloneProjectInput),
    resolve: (_root, { input }, context) => {
      const { projectId, organisationId, ...rest } = input;
      return cloneProject(context, signedIn(context.viewer), numberOf('Project', projectId), {
        ...rest,
        organisationId: organisationId == null ? null : numberOf('Organisation', organisationId),
      });
    },
  }),
);

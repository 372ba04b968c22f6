import { InvalidInput, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { AreaTooLarge, InputTooLarge, InvalidGeometry, TooManyTasks } from '../grid/errors.js';
import { createProject } from './create.js';
import { MappingType, ProjectDifficulty, ProjectPriority, TaskCreationMode } from './enums.js';
import { Project } from './Project.js';

const CreateProjectInput = builder.inputType('CreateProjectInput', {
  description: 'The new project. Its texts can be changed later; its area, and how it is divided, cannot.',
  fields: (t) => ({
    organisationId: t.id({
      description: 'Number or node id of an organisation that the viewer manages.',
      required: true,
    }),
    name: t.string({ description: 'In the language of `locale`; at most 512 characters.', required: true }),
    locale: t.string({ description: 'Language of the texts, such as en or pt_BR; en when left out.' }),
    areaOfInterest: t.field({
      type: 'GeoJSON',
      required: true,
      description:
        'FeatureCollection, Feature, Polygon or MultiPolygon, EPSG:4326. For GRID its parts are joined; for ARBITRARY each feature is a task, and they may not overlap.',
    }),
    taskCreationMode: t.field({ type: TaskCreationMode, description: 'GRID when left out.' }),
    zoom: t.int({
      description: 'Of the grid’s tiles, 1 to 22; chosen by the size of the area when left out. Not for ARBITRARY.',
    }),
    clip: t.boolean({
      description: 'Cut tasks at the edge of the area; whole tiles when left out. Not for ARBITRARY.',
    }),
    shortDescription: t.string({
      description: 'Plain text of a sentence or two, for lists; at most 2,000 characters.',
    }),
    description: t.string({ description: 'Markdown: what the project is for; at most 100,000 characters.' }),
    instructions: t.string({ description: 'Markdown: how to map and validate; at most 100,000 characters.' }),
    perTaskInstructions: t.string({
      description: 'Markdown; {x}, {y}, {z} and the properties of an uploaded polygon are filled in.',
    }),
    priority: t.field({ type: ProjectPriority, description: 'MEDIUM when left out.' }),
    difficulty: t.field({ type: ProjectDifficulty, description: 'MODERATE when left out.' }),
    mappingTypes: t.field({ type: [MappingType], description: 'What is to be mapped.' }),
    imagery: t.string({
      description: "Id of an editor layer, or a tile address; the editor's own choice when left out.",
    }),
    changesetComment: t.string({
      description: "What changesets say in their comment; a hashtag with the project's number when left out.",
    }),
    dueDate: t.field({ type: 'DateTime', description: 'When it should be done; nothing happens by itself.' }),
    sandbox: t.boolean({
      description:
        'True: for trying out; its edits go to `database` and never to OpenStreetMap. It is LOW in priority and opens in iD alone. Fixed for ever.',
    }),
    database: t.string({
      description:
        'Where its edits go: OSM, or one of Instance.sandboxes, which makes it a sandbox. When left out OSM, with `sandbox` the first of Instance.sandboxes.',
    }),
    priorityAreas: t.field({
      type: 'GeoJSON',
      description: 'Polygons in the area to be mapped first: lockNextTask begins there.',
    }),
  }),
});

const CreateProjectPayload = builder
  .objectRef<{ projectId: number; repairs: string[] }>('CreateProjectPayload')
  .implement({
    description: 'The project was created.',
    fields: (t) => ({
      project: t.prismaField({
        type: Project,
        description: 'The new draft. publishProject opens it.',
        resolve: (query, { projectId }, _args, { database }) =>
          database.prisma.project.findUniqueOrThrow({ ...query, where: { id: projectId } }),
      }),
      repairs: t.exposeStringList('repairs', { description: 'What was mended of the area, in sentences.' }),
    }),
  });

builder.mutationField('createProject', (t) =>
  t.field({
    type: CreateProjectPayload,
    description:
      'Creates a draft with its tasks, all in one step. For managers of the organisation, and administrators.',
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
    args: oneInput(CreateProjectInput),
    resolve: (_root, { input }, context) =>
      createProject(context, signedIn(context.viewer, 'Sign in to create a project.'), {
        ...input,
        organisationId: numberOf('Organisation', input.organisationId),
      }),
  }),
);

import { InvalidInput, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { AreaTooLarge, InputTooLarge, InvalidGeometry, TooManyTasks } from '../grid/errors.js';
import { createProject } from './create.js';
import { MappingType, ProjectDifficulty, ProjectPriority, TaskCreationMode } from './enums.js';
import { Project } from './Project.js';

const CreateProjectInput = builder.inputType('CreateProjectInput', {
  fields: (t) => ({
    organisationId: t.id({ required: true }),
    name: t.string({ required: true }),
    locale: t.string({ description: 'Language of the texts, such as en or pt_BR; en when left out.' }),
    areaOfInterest: t.field({
      type: 'GeoJSON',
      required: true,
      description: 'FeatureCollection, Feature, Polygon or MultiPolygon.',
    }),
    taskCreationMode: t.field({ type: TaskCreationMode, description: 'GRID when left out.' }),
    zoom: t.int({ description: 'Of the grid; chosen by the size of the area when left out.' }),
    clip: t.boolean({ description: 'Cut tasks at the edge of the area.' }),
    shortDescription: t.string(),
    description: t.string({ description: 'Markdown.' }),
    instructions: t.string({ description: 'Markdown.' }),
    perTaskInstructions: t.string({
      description: 'Markdown; {x}, {y}, {z} and the properties of an uploaded polygon are filled in.',
    }),
    priority: t.field({ type: ProjectPriority }),
    difficulty: t.field({ type: ProjectDifficulty }),
    mappingTypes: t.field({ type: [MappingType] }),
    imagery: t.string(),
    changesetComment: t.string(),
    dueDate: t.field({ type: 'DateTime' }),
    priorityAreas: t.field({ type: 'GeoJSON', description: 'Polygons to be mapped first.' }),
  }),
});

const CreateProjectPayload = builder
  .objectRef<{ projectId: number; repairs: string[] }>('CreateProjectPayload')
  .implement({
    fields: (t) => ({
      project: t.prismaField({
        type: Project,
        resolve: (query, { projectId }, _args, { database }) =>
          database.prisma.project.findUniqueOrThrow({ ...query, where: { id: projectId } }),
      }),
      repairs: t.exposeStringList('repairs', { description: 'What was mended of the area, in sentences.' }),
    }),
  });

builder.mutationField('createProject', (t) =>
  t.field({
    type: CreateProjectPayload,
    description: 'Creates a draft with its tasks.',
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
    args: { input: t.arg({ type: CreateProjectInput, required: true }) },
    resolve: (_root, { input }, context) =>
      createProject(context, signedIn(context.viewer, 'Sign in to create a project.'), {
        ...input,
        organisationId: numberOf('Organisation', input.organisationId),
      }),
  }),
);

import { builder } from '../../graphql/builder.js';
import type { Context } from '../../graphql/context.js';
import { numberOf } from '../../graphql/ids.js';
import { Permission, permission } from '../../graphql/Permission.js';
import { Editor, MappingType, ProjectDifficulty, ProjectPriority, ProjectStatus, TaskCreationMode } from './enums.js';
import { areaOf, figuresOf, placeOf, priorityAreasOf, progressOf, textsOf, type Figures } from './load.js';
import { canSee, whyNotEdit } from './policy.js';
import { standingOf } from './standing.js';
import { textIn, type Text } from './texts.js';

const ProjectText = builder.objectRef<Text>('ProjectText').implement({
  description: "A project's texts in one language. Markdown.",
  fields: (t) => ({
    locale: t.exposeString('locale'),
    name: t.exposeString('name'),
    shortDescription: t.exposeString('shortDescription'),
    description: t.exposeString('description'),
    instructions: t.exposeString('instructions'),
    perTaskInstructions: t.exposeString('perTaskInstructions'),
  }),
});

const ProjectFigures = builder.objectRef<Figures>('ProjectFigures').implement({
  description:
    'Numbers of tasks by what people see: a lock in force comes before the status under it. Percentages count the status under the lock.',
  fields: (t) => ({
    totalTasks: t.exposeInt('totalTasks'),
    ready: t.exposeInt('ready'),
    mapped: t.exposeInt('mapped'),
    validated: t.exposeInt('validated'),
    invalidated: t.exposeInt('invalidated'),
    badImagery: t.exposeInt('badImagery'),
    lockedForMapping: t.exposeInt('lockedForMapping'),
    lockedForValidation: t.exposeInt('lockedForValidation'),
    percentMapped: t.exposeInt('percentMapped', {
      description: '(mapped + validated) of all tasks with usable imagery, rounded down.',
    }),
    percentValidated: t.exposeInt('percentValidated', {
      description: 'validated of all tasks with usable imagery, rounded down.',
    }),
    percentBadImagery: t.exposeInt('percentBadImagery'),
  }),
});

const inLanguage =
  'In the given language, else in those of Accept-Language, else in the project’s own; an empty text falls back alone.';

export const Project = builder.prismaNode('Project', {
  description: 'An area that is mapped together, divided into tasks.',
  id: { resolve: ({ id }) => id },
  // A node of a project that the viewer may not see is no node, as if there were no such project.
  nullable: true,
  findUnique: async (id, context) => ({ id: (await visibleProject(context, id)) ?? 0 }),
  // And should a field ever lead to it, nothing of it can be read.
  authScopes: async ({ id }, context) => {
    const standing = await standingOf(context, context.viewer, id);
    return standing !== undefined && canSee(standing);
  },
  runScopesOnType: true,
  fields: (t) => ({
    number: t.exposeInt('id', { description: 'What people call it.' }),
    status: t.expose('status', { type: ProjectStatus }),
    name: t.string({ description: inLanguage, args: { locale: t.arg.string() }, resolve: textField('name') }),
    shortDescription: t.string({
      description: inLanguage,
      args: { locale: t.arg.string() },
      resolve: textField('shortDescription'),
    }),
    description: t.string({
      description: inLanguage,
      args: { locale: t.arg.string() },
      resolve: textField('description'),
    }),
    instructions: t.string({
      description: inLanguage,
      args: { locale: t.arg.string() },
      resolve: textField('instructions'),
    }),
    texts: t.field({
      type: [ProjectText],
      description: 'In every language there is.',
      resolve: ({ id }, _args, context) => textsOf(context, id),
    }),
    organisation: t.relation('organisation', { nullable: true }),
    author: t.relation('author'),
    priority: t.expose('priority', { type: ProjectPriority }),
    difficulty: t.expose('difficulty', { type: ProjectDifficulty }),
    mappingTypes: t.expose('mappingTypes', { type: [MappingType] }),
    countries: t.exposeStringList('countries', { description: 'English names.' }),
    imagery: t.exposeString('imagery', { nullable: true, description: 'Id of an editor layer, or a tile address.' }),
    changesetComment: t.exposeString('changesetComment'),
    created: t.expose('createdAt', { type: 'DateTime' }),
    lastUpdated: t.field({
      type: 'DateTime',
      description: 'The later of the last change to a task and to the texts and settings.',
      resolve: async ({ id, changedAt }, _args, context) => {
        const { lastUpdated } = await progressOf(context, id);
        return lastUpdated > changedAt ? lastUpdated : changedAt;
      },
    }),
    dueDate: t.expose('dueDate', { type: 'DateTime', nullable: true }),
    private: t.exposeBoolean('private'),
    taskCreationMode: t.expose('taskCreationMode', { type: TaskCreationMode }),
    gridZoom: t.exposeInt('gridZoom', {
      nullable: true,
      description: "Zoom of the grid's tiles; null for arbitrary tasks.",
    }),
    mappingEditors: t.expose('mappingEditors', { type: [Editor] }),
    validationEditors: t.expose('validationEditors', { type: [Editor] }),
    enforceRandomTaskSelection: t.exposeBoolean('enforceRandomTaskSelection'),
    areaM2: t.exposeFloat('areaM2', { description: 'Geodesic, m2.' }),
    areaOfInterest: t.field({
      type: 'GeoJSON',
      description: 'MultiPolygon.',
      resolve: ({ id }, _args, context) => areaOf(context, id),
    }),
    bbox: t.floatList({
      description: '[west, south, east, north] in degrees; west > east where it crosses the 180° meridian.',
      resolve: async ({ id }, _args, context) => (await placeOf(context, id)).bbox,
    }),
    centroid: t.field({
      type: 'GeoJSON',
      description: 'Point.',
      resolve: async ({ id }, _args, context) => (await placeOf(context, id)).centroid,
    }),
    priorityAreas: t.field({
      type: 'GeoJSON',
      description: 'To be mapped first: MultiPolygon, empty when there are none.',
      resolve: ({ id }, _args, context) => priorityAreasOf(context, id),
    }),
    figures: t.field({ type: ProjectFigures, resolve: ({ id }, _args, context) => figuresOf(context, id) }),
    viewerCanEdit: t.field({
      type: Permission,
      resolve: async ({ id }, _args, context) =>
        permission(whyNotEdit((await standingOf(context, context.viewer, id))!)),
    }),
  }),
});

builder.queryField('project', (t) =>
  t.prismaField({
    type: Project,
    nullable: true,
    description: 'By number or node id; null when there is none or the viewer may not see it.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (query, _root, { id }, context) => {
      const visible = await visibleProject(context, id);
      return visible === undefined
        ? null
        : context.database.prisma.project.findUnique({ ...query, where: { id: visible } });
    },
  }),
);

/** The number behind a number or node id, if there is such a project and the viewer may see it. */
async function visibleProject(context: Context, id: string): Promise<number | undefined> {
  const standing = await standingOf(context, context.viewer, numberOf('Project', id));
  return standing && canSee(standing) ? standing.projectId : undefined;
}

function textField(key: 'name' | 'shortDescription' | 'description' | 'instructions') {
  return async (
    { id, defaultLocale }: { id: number; defaultLocale: string },
    { locale }: { locale?: string | null },
    context: Context,
  ) => textIn(await textsOf(context, id), key, locale ? [locale] : context.locales, defaultLocale);
}

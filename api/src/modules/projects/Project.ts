import { builder } from '../../graphql/builder.js';
import type { Context } from '../../graphql/context.js';
import { numberOf } from '../../graphql/ids.js';
import { Permission, permission } from '../../graphql/Permission.js';
import { isWhole } from '../../graphql/isWhole.js';
import { htmlOf, wordsOf } from '../../texts/html.js';
import { Organisation } from '../organisations/Organisation.js';
import { organisationById } from '../organisations/load.js';
import { personById } from '../people/load.js';
import { Person } from '../people/Person.js';
import { Editor, MappingType, ProjectDifficulty, ProjectPriority, ProjectStatus, TaskCreationMode } from './enums.js';
import {
  areaOf,
  figuresOf,
  namesOf,
  placeOf,
  priorityAreasOf,
  progressOf,
  projectById,
  textsOf,
  type Figures,
} from './load.js';
import { canSee, whyNotEdit } from './policy.js';
import { standingOf } from './standing.js';
import { textIn, type Text } from './texts.js';

const ProjectText = builder.objectRef<Text>('ProjectText').implement({
  description: "A project's texts in one language; a text that was not written is empty.",
  fields: (t) => ({
    locale: t.exposeString('locale', { description: 'Language, such as en or pt_BR.' }),
    name: t.exposeString('name', { description: 'Plain text.' }),
    shortDescription: t.string({
      description: 'Plain text of a sentence or two, for lists.',
      resolve: ({ shortDescription }) => wordsOf(shortDescription),
    }),
    description: t.exposeString('description', { description: 'Markdown: what the project is for.' }),
    instructions: t.exposeString('instructions', { description: 'Markdown: how to map and validate.' }),
    perTaskInstructions: t.exposeString('perTaskInstructions', {
      description: 'Markdown with placeholders not filled in; Task.instructions has them filled in.',
    }),
    shortDescriptionHtml: t.string({
      description: '`shortDescription` as HTML that is safe to show as it is.',
      resolve: ({ shortDescription }, _args, { settings }) => htmlOf(shortDescription, settings),
    }),
    descriptionHtml: t.string({
      description: '`description` as HTML that is safe to show as it is.',
      resolve: ({ description }, _args, { settings }) => htmlOf(description, settings),
    }),
    instructionsHtml: t.string({
      description: '`instructions` as HTML that is safe to show as it is.',
      resolve: ({ instructions }, _args, { settings }) => htmlOf(instructions, settings),
    }),
    perTaskInstructionsHtml: t.string({
      description: '`perTaskInstructions` as HTML that is safe to show as it is; Task.instructionsHtml is filled in.',
      resolve: ({ perTaskInstructions }, _args, { settings }) => htmlOf(perTaskInstructions, settings),
    }),
  }),
});

const ProjectFigures = builder.objectRef<Figures>('ProjectFigures').implement({
  description:
    'Numbers of tasks by what people see: a lock in force comes before the status under it. Percentages count the status under the lock.',
  fields: (t) => ({
    totalTasks: t.exposeInt('totalTasks', { description: 'All tasks: the seven numbers by state add up to it.' }),
    ready: t.exposeInt('ready', {
      description: 'Free to be mapped.',
    }),
    mapped: t.exposeInt('mapped', { description: 'They wait for a validator.' }),
    validated: t.exposeInt('validated', { description: 'They are done.' }),
    invalidated: t.exposeInt('invalidated', { description: 'A validator sent them back for more mapping.' }),
    badImagery: t.exposeInt('badImagery', { description: 'The imagery cannot be used there.' }),
    lockedForMapping: t.exposeInt('lockedForMapping', { description: 'Somebody is mapping them now.' }),
    lockedForValidation: t.exposeInt('lockedForValidation', { description: 'Somebody is validating them now.' }),
    percentMapped: t.exposeInt('percentMapped', {
      description: '(mapped + validated) of all tasks with usable imagery, rounded down.',
    }),
    percentValidated: t.exposeInt('percentValidated', {
      description: 'validated of all tasks with usable imagery, rounded down.',
    }),
    percentBadImagery: t.exposeInt('percentBadImagery', { description: 'Bad imagery of all tasks, rounded down.' }),
  }),
});

const inThisLanguage = builder.args((t) => ({
  locale: t.string({ description: 'Such as en or pt_BR; when left out, by Accept-Language.' }),
}));
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
    status: t.expose('status', { type: ProjectStatus, description: 'Set with publishProject and archiveProject.' }),
    name: t.string({ description: inLanguage, args: inThisLanguage, resolve: textField('name') }),
    shortDescription: t.string({
      description: inLanguage,
      args: inThisLanguage,
      resolve: textField('shortDescription', wordsOf),
    }),
    description: t.string({
      description: inLanguage,
      args: inThisLanguage,
      resolve: textField('description'),
    }),
    instructions: t.string({
      description: inLanguage,
      args: inThisLanguage,
      resolve: textField('instructions'),
    }),
    shortDescriptionHtml: t.string({
      description: '`shortDescription` as HTML that is safe to show as it is.',
      args: inThisLanguage,
      resolve: htmlField('shortDescription'),
    }),
    descriptionHtml: t.string({
      description: '`description` as HTML that is safe to show as it is.',
      args: inThisLanguage,
      resolve: htmlField('description'),
    }),
    instructionsHtml: t.string({
      description: '`instructions` as HTML that is safe to show as it is.',
      args: inThisLanguage,
      resolve: htmlField('instructions'),
    }),
    texts: t.field({
      type: [ProjectText],
      description: 'In every language there is.',
      resolve: ({ id }, _args, context) => textsOf(context, id),
    }),
    organisation: t.field({
      type: Organisation,
      description: 'Who runs it: its managers manage the project. Null when it belongs to none.',
      nullable: true,
      resolve: ({ organisationId }, _args, context) =>
        organisationId === null ? null : organisationById(context, organisationId),
    }),
    author: t.field({
      type: Person,
      description: 'Who created it; they manage it.',
      resolve: ({ authorId }, _args, context, info) => personById(context, authorId, info),
    }),
    priority: t.expose('priority', { type: ProjectPriority, description: 'How urgent it is.' }),
    difficulty: t.expose('difficulty', {
      type: ProjectDifficulty,
      description: 'How much experience it asks for; advice, not a rule.',
    }),
    mappingTypes: t.expose('mappingTypes', {
      type: [MappingType],
      description: 'What is to be mapped; empty when nobody said.',
    }),
    countries: t.exposeStringList('countries', {
      description: 'English names of the countries the area reaches into, the one with most of it first.',
    }),
    imagery: t.exposeString('imagery', { nullable: true, description: 'Id of an editor layer, or a tile address.' }),
    changesetComment: t.exposeString('changesetComment', {
      description: 'What changesets of this project say in their comment; a client passes it to the editor.',
    }),
    created: t.expose('createdAt', { type: 'DateTime', description: 'When the draft was made.' }),
    lastUpdated: t.field({
      type: 'DateTime',
      description: 'The later of the last change to a task and to the texts and settings.',
      resolve: async ({ id, changedAt }, _args, context) => {
        const { lastUpdated } = await progressOf(context, id);
        return lastUpdated > changedAt ? lastUpdated : changedAt;
      },
    }),
    dueDate: t.expose('dueDate', {
      type: 'DateTime',
      description: 'When it should be done; null when there is no such date. Nothing happens by itself.',
      nullable: true,
    }),
    private: t.exposeBoolean('private', {
      description: 'Only the people and teams it was given to, and its managers, can see it.',
    }),
    taskCreationMode: t.expose('taskCreationMode', {
      type: TaskCreationMode,
      description: 'How the area was divided.',
    }),
    gridZoom: t.exposeInt('gridZoom', {
      nullable: true,
      description: "Zoom of the grid's tiles; null for arbitrary tasks.",
    }),
    mappingEditors: t.expose('mappingEditors', {
      type: [Editor],
      description: 'The editors that mappers may use.',
    }),
    validationEditors: t.expose('validationEditors', {
      type: [Editor],
      description: 'The editors that validators may use.',
    }),
    enforceRandomTaskSelection: t.exposeBoolean('enforceRandomTaskSelection', {
      description:
        'Mappers are to be given a task, not to choose one: offer lockNextTask with `random`. The API does not refuse a chosen one.',
    }),
    areaM2: t.exposeFloat('areaM2', { description: 'Area of the area of interest, geodesic, m².' }),
    areaOfInterest: t.field({
      type: 'GeoJSON',
      description: 'MultiPolygon, EPSG:4326.',
      resolve: ({ id }, _args, context) => areaOf(context, id),
    }),
    bbox: t.floatList({
      description: '[west, south, east, north] in degrees; west > east where it crosses the 180° meridian.',
      resolve: async ({ id }, _args, context) => (await placeOf(context, id)).bbox,
    }),
    centroid: t.field({
      type: 'GeoJSON',
      description: 'Point, EPSG:4326; it can lie outside the area.',
      resolve: async ({ id }, _args, context) => (await placeOf(context, id)).centroid,
    }),
    priorityAreas: t.field({
      type: 'GeoJSON',
      description: 'To be mapped first: MultiPolygon, empty when there are none.',
      resolve: ({ id }, _args, context) => priorityAreasOf(context, id),
    }),
    figures: t.field({
      type: ProjectFigures,
      description: 'How many tasks are in which state, and the progress.',
      resolve: ({ id }, _args, context) => figuresOf(context, id),
    }),
    viewerCanEdit: t.field({
      type: Permission,
      description: 'Administrators, the author, managers of the organisation and project managers of its teams may.',
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
    args: { id: t.arg.id({ required: true, description: 'Number or node id.' }) },
    resolve: async (query, _root, { id }, context) => {
      const whole = isWhole(query);
      // The row and whether it may be seen are read together; what may not be seen goes no further than here.
      const [visible, project] = await Promise.all([
        visibleProject(context, id),
        whole ? projectById(context, numberOf('Project', id)) : null,
      ]);
      if (visible === undefined) return null;
      return whole
        ? (project ?? null)
        : context.database.prisma.project.findUnique({ ...query, where: { id: visible } });
    },
  }),
);

/** The number behind a number or node id, if there is such a project and the viewer may see it. */
async function visibleProject(context: Context, id: string): Promise<number | undefined> {
  const standing = await standingOf(context, context.viewer, numberOf('Project', id));
  return standing && canSee(standing) ? standing.projectId : undefined;
}

type TextKey = 'name' | 'shortDescription' | 'description' | 'instructions';

function textField(key: TextKey, shown: (text: string, context: Context) => string = (text) => text) {
  return async (
    { id, defaultLocale }: { id: number; defaultLocale: string },
    { locale }: { locale?: string | null },
    context: Context,
  ) => {
    const locales = locale ? [locale] : context.locales;
    const text =
      key === 'name' || key === 'shortDescription'
        ? textIn(await namesOf(context, id), key, locales, defaultLocale)
        : textIn(await textsOf(context, id), key, locales, defaultLocale);
    return shown(text, context);
  };
}

function htmlField(key: TextKey) {
  return textField(key, (text, { settings }) => htmlOf(text, settings));
}

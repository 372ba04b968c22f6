import { InvalidInput, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { connectionOf, counted, numberCursor, pageOf } from '../../graphql/page.js';
import { signedIn } from '../../viewer.js';
import { htmlOf } from '../../texts/html.js';
import { annotationsOf, annotationsOfProject, countAnnotations, type AnnotationRow } from './annotate.js';
import { Project } from '../projects/Project.js';
import { manyPayload } from './payloads.js';
import { annotateTasks } from './service.js';
import { Task } from './Task.js';

const TaskAnnotation = builder.objectRef<AnnotationRow>('TaskAnnotation').implement({
  description: 'What a program or a manager notes about a task, such as how many buildings a model expects in it.',
  fields: (t) => ({
    taskNumber: t.exposeInt('number', { description: 'The task that it is about: Task.number.' }),
    type: t.exposeString('type', { description: 'What it is about; a task has one annotation of a type.' }),
    source: t.exposeString('source', { nullable: true, description: 'Where it comes from; null when nobody said.' }),
    markdown: t.exposeString('markdown', {
      nullable: true,
      description: 'For people to read; null when there is none.',
    }),
    html: t.string({
      nullable: true,
      description: '`markdown` as HTML that is safe to show as it is.',
      resolve: ({ markdown }, _args, { settings }) => markdown && htmlOf(markdown, settings),
    }),
    properties: t.expose('properties', { type: 'JSON', description: 'For programs: an object of any shape.' }),
    changedAt: t.expose('changed_at', { type: 'DateTime', description: 'When it was written last.' }),
  }),
});

builder.objectField(Task, 'annotations', (t) =>
  t.field({
    type: [TaskAnnotation],
    description: 'Its annotations, by type.',
    args: { type: t.arg.string({ description: 'Only those of this type.' }) },
    resolve: async ({ id }, { type }, context) =>
      (await annotationsOf(context, id)).filter((annotation) => type == null || annotation.type === type),
  }),
);

const TaskAnnotationEdge = builder.edgeObject({ type: TaskAnnotation, name: 'TaskAnnotationEdge' });
const TaskAnnotationConnection = builder.connectionObject(
  { type: TaskAnnotation, name: 'TaskAnnotationConnection' },
  TaskAnnotationEdge,
);

builder.objectField(Project, 'annotations', (t) =>
  t.connection(
    {
      type: TaskAnnotation,
      description: 'The annotations of all its tasks, in the order in which they were first written.',
      args: { type: t.arg.string({ description: 'Only those of this type.' }) },
      resolve: async ({ id }, { type, ...args }, context, info) => {
        const { limit, after } = pageOf(args);
        const totalCount = counted(info, () => countAnnotations(context, id, type));
        const rows = await annotationsOfProject(context, id, type, limit + 1, numberCursor(after) ?? 0);
        return {
          ...connectionOf(rows, limit, after, (row) => String(row.id)),
          totalCount,
        };
      },
    },
    TaskAnnotationConnection,
    TaskAnnotationEdge,
  ),
);

const TaskAnnotationInput = builder.inputType('TaskAnnotationInput', {
  description: 'What to note about one task.',
  fields: (t) => ({
    taskNumber: t.int({ description: 'Which task: its number in the project (Task.number).', required: true }),
    source: t.string({ description: 'Where it comes from; at most 1,000 characters.' }),
    markdown: t.string({ description: 'For people to read, Markdown; at most 10,000 characters.' }),
    properties: t.field({ type: 'JSON', description: 'For programs: an object of at most 20,000 characters as JSON.' }),
  }),
});
const AnnotateTasksInput = builder.inputType('AnnotateTasksInput', {
  description: 'Annotations of one type.',
  fields: (t) => ({
    projectId: t.id({ description: 'Number or node id.', required: true }),
    type: t.string({ description: 'What they are about; 1 to 100 characters.', required: true }),
    annotations: t.field({ type: [TaskAnnotationInput], description: '1 to 500, each task once.', required: true }),
  }),
});

builder.mutationField('annotateTasks', (t) =>
  t.field({
    type: manyPayload('AnnotateTasksPayload'),
    description:
      'Writes annotations of one type, in place of those the tasks have of it: all or none. For managers of the project.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InvalidInput] },
    args: oneInput(AnnotateTasksInput),
    resolve: (_root, { input }, context) =>
      annotateTasks(context, signedIn(context.viewer), numberOf('Project', input.projectId), input),
  }),
);

import { z } from 'zod';
import { time } from '../../rest/answers.js';
import { notFound } from '../../rest/errors.js';
import { operation } from '../../rest/operation.js';
import { managedProject, readableProject } from '../../rest/readProject.js';
import { task, taskAnswers } from '../../rest/task.js';
import { id, int, text } from '../../rest/values.js';
import { writing } from '../../rest/writing.js';
import type { Context } from '../../graphql/context.js';
import type { Viewer } from '../../viewer.js';
import { blocked } from '../projects/policy.js';
import { annotateTasks, annotationsOfProject } from './annotate.js';
import { commentOnTask } from './comment.js';

const project = { project_id: id() };
const fails = { 403: 'The project is a draft, or private.', 404: 'There is no such project.' };
const oneTask = { ...project, task_id: id() };
const ofTask = { ...fails, 404: 'There is no such project, or no such task in it.' };
const comment = writing('comment', 'Markdown; `@name` and `@[a name]` mention people.');

/** Programs annotate whole projects at once. */
const MOST_ANNOTATED = 10_000;
const ALL = 2_147_483_647;

const annotation = z.object({
  taskId: z.int(),
  annotationType: z.string(),
  annotationSource: z.string().nullable(),
  annotationMarkdown: z.string().nullable(),
  properties: z.record(z.string(), z.unknown()),
});
const annotations = z.object({ projectId: z.int(), tasks: z.array(annotation) });

async function annotationsIn(
  context: Context & { viewer: Viewer | null },
  projectId: number,
  type: string | undefined,
): Promise<z.infer<typeof annotations>> {
  await readableProject(context, context.viewer, projectId);
  const rows = await annotationsOfProject(context, projectId, type, ALL, 0);
  return {
    projectId,
    tasks: rows.map(({ number, type, source, markdown, properties }) => ({
      taskId: number,
      annotationType: type,
      annotationSource: source,
      annotationMarkdown: markdown,
      properties: properties as Record<string, unknown>,
    })),
  };
}

export const taskNotesOperations = [
  operation({
    method: 'POST',
    path: '/projects/{project_id}/comments/tasks/{task_id}/',
    tag: 'projects',
    summary: 'Comments on a task; answers the task.',
    access: 'login',
    params: oneTask,
    body: comment.schema,
    answers: task,
    fails: ofTask,
    service: 'tasks: commentOnTask',
    differences: [
      'A comment without a word in it is refused; tasks of drafts and private projects are for those who see the project.',
    ],
    handler: async ({ context, viewer, params: { project_id, task_id }, body }) => {
      if (viewer.role === 'READ_ONLY') throw blocked();
      const written = comment.read(body);
      await readableProject(context, viewer, project_id);
      await commentOnTask(context, viewer, { projectId: project_id, number: task_id }, { comment: written });
      return (await taskAnswers(context, project_id, [task_id]))[0];
    },
  }),
  operation({
    method: 'GET',
    path: '/projects/{project_id}/comments/tasks/{task_id}/',
    tag: 'projects',
    summary: 'The comments on a task, the newest first.',
    access: 'optional',
    params: oneTask,
    answers: z.object({
      comments: z.array(z.object({ comment: z.string(), commentDate: time, userName: z.string(), taskId: z.int() })),
    }),
    fails: ofTask,
    service: 'tasks: history',
    differences: ['It answers the comments; the original always answers 400.'],
    handler: async ({ context, viewer, params: { project_id, task_id } }) => {
      await readableProject(context, viewer, project_id);
      const [found] = task_id > 0 ? await taskAnswers(context, project_id, [task_id]) : [];
      if (!found) notFound('TASK', { project_id, task_id });
      return {
        comments: found.taskHistory
          .filter(({ action }) => action === 'COMMENT')
          .map(({ actionText, actionDate, actionBy }) => ({
            comment: actionText ?? '',
            commentDate: actionDate,
            userName: actionBy,
            taskId: task_id,
          })),
      };
    },
  }),
  operation({
    method: 'GET',
    path: '/projects/{project_id}/annotations/',
    tag: 'projects',
    summary: 'What programs and managers noted about the tasks of a project.',
    access: 'optional',
    params: project,
    query: { annotation_type: text({ max: 100 }).optional() },
    answers: annotations,
    fails,
    service: 'tasks: annotationsOfProject',
    handler: ({ context, params: { project_id }, query }) => annotationsIn(context, project_id, query.annotation_type),
  }),
  operation({
    method: 'GET',
    path: '/projects/{project_id}/annotations/{annotation_type}/',
    tag: 'projects',
    summary: 'What was noted about the tasks of a project, of one type.',
    access: 'optional',
    params: { ...project, annotation_type: text({ max: 100 }) },
    answers: annotations,
    fails,
    service: 'tasks: annotationsOfProject',
    handler: ({ context, params: { project_id, annotation_type } }) =>
      annotationsIn(context, project_id, annotation_type),
  }),
  operation({
    method: 'POST',
    path: '/projects/{project_id}/annotations/{annotation_type}/',
    tag: 'projects',
    summary: 'Notes something about tasks of a project, in place of what was noted of this type; answers its number.',
    access: 'login',
    params: { ...project, annotation_type: text({ max: 100 }) },
    bodyLimit: 16 * 1024 * 1024,
    body: z.object({
      tasks: z
        .array(
          z.object({
            taskId: int(),
            annotationSource: text({ max: 1_000 }).nullish(),
            annotationMarkdown: text({ max: 10_000 }).nullish(),
            properties: z.record(z.string(), z.unknown()),
          }),
        )
        .max(MOST_ANNOTATED),
    }),
    invalidBody: [400, 'InvalidData'],
    answers: z.int(),
    fails: { 404: 'There is no such project.' },
    refusals: { TASK_NOT_FOUND: [400, 'InvalidData'] },
    service: 'tasks: annotateTasks',
    differences: [
      'For those who manage the project, not for everybody. Tasks that are unknown or named twice are 400, not 500. Source and text of an annotation are replaced too.',
    ],
    handler: async ({ context, viewer, params: { project_id, annotation_type }, body }) => {
      await managedProject(context, viewer, project_id);
      if (body.tasks.length === 0) return project_id;
      await annotateTasks(
        context,
        viewer,
        project_id,
        {
          type: annotation_type,
          annotations: body.tasks.map(({ taskId, annotationSource, annotationMarkdown, properties }) => ({
            taskNumber: taskId,
            source: annotationSource ?? null,
            markdown: annotationMarkdown ?? null,
            properties,
          })),
        },
        MOST_ANNOTATED,
      );
      return project_id;
    },
  }),
];

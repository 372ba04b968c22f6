import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { statement } from '../../database/database.js';
import type { Context } from '../../graphql/context.js';
import { featureCollection, pagination, paginationOf, success, time } from '../../rest/answers.js';
import { notFound, refuse } from '../../rest/errors.js';
import { taggedFor } from '../../rest/kept.js';
import { operation, Raw } from '../../rest/operation.js';
import { readablePart } from '../../rest/readProject.js';
import { task, taskAnswers, taskStatus } from '../../rest/task.js';
import { bool, id, ids, int, text } from '../../rest/values.js';
import type { Viewer } from '../../viewer.js';
import { exportTasksOfV2 } from '../exports/service.js';
import { allFeatures, someFeatures } from './features.js';
import { invalidatedTasks } from './invalidated.js';
import { invalidBody } from './restActions.js';
import { refusingTasks } from './restValidation.js';
import { tasksByNumber } from './rows.js';
import { removeTasks } from './service.js';

// Reading tasks, alone, all at once, and as editors want them.

const MAPPED = statement(import.meta.url, 'sql/v2_mapped');

const tag = 'projects';
const inProject = { project_id: id() };
const notToRead = {
  403: 'The project is a draft or private, and not open to you.',
  404: 'There is no such project, or no such task.',
};
const unchanged = 'Nothing changed since the answer with this ETag.';
const openToAll =
  'Drafts and private projects are for those who may see them, here as elsewhere; the original gives these tasks to everybody.';

const someTasks = {
  tasks: text({ max: 100_000 }).optional().describe('Task numbers with commas between them; all when left out.'),
  as_file: bool().default(false).describe('As a download.'),
};

/** Numbers of a query; null: all. What is no list of numbers is 400. */
function numbersIn(list: string | undefined): number[] | null {
  const parsed = ids().safeParse(list ?? '');
  if (!parsed.success)
    refuse(400, 'InvalidData', 'Name tasks by their numbers with commas between them, such as 12,13.');
  return parsed.data.length > 0 ? [...new Set(parsed.data)] : null;
}

const headers = { 'cache-control': 'private, no-cache' };

/** The tasks of a query as a document for editors, read as fast as the client takes it. */
async function documentOf(
  { context, viewer, request }: { context: Context; viewer: Viewer | null; request: FastifyRequest },
  projectId: number,
  format: 'gpx' | 'osm',
  query: { tasks?: string | undefined; as_file: boolean },
): Promise<Raw> {
  await readablePart(context, viewer, projectId);
  const taskNumbers = numbersIn(query.tasks);
  if (taskNumbers && (await tasksByNumber(context.database, projectId, taskNumbers)).length === 0)
    notFound('TASKS', { project_id: projectId, task_ids: taskNumbers });
  const { body, version } = await exportTasksOfV2(context, viewer, { projectId, format, taskNumbers });
  const { etag, isKnown } = taggedFor(request, version!);
  if (isKnown) body.destroy();
  return new Raw(isKnown ? '' : body, {
    contentType: 'text/xml; charset=utf-8',
    etag,
    headers,
    ...(query.as_file ? { fileName: `HOT-project-${projectId}.${format}` } : {}),
  });
}

export const readingOperations = [
  operation({
    method: 'GET',
    path: '/projects/{project_id}/tasks/{task_id}/',
    tag,
    summary: 'A task with its history.',
    access: 'optional',
    params: { ...inProject, task_id: id() },
    answers: task,
    fails: notToRead,
    service: 'tasks: taskAnswers',
    differences: [
      openToAll,
      'An entry of the history with several mapping issues is there once, with all of them; annotations are those of this task alone; times have one Z; instructions are in the languages of Accept-Language, and 0 is filled in for {x} and {y}.',
    ],
    handler: async ({ context, viewer, params: { project_id, task_id } }) => {
      const [answer] = await taskAnswers(context, project_id, [task_id]);
      if (!answer) notFound('TASK', { project_id, task_id });
      await readablePart(context, viewer, project_id);
      return answer;
    },
  }),
  operation({
    method: 'GET',
    path: '/projects/{project_id}/tasks/',
    tag,
    summary: 'Tasks of a project as GeoJSON.',
    access: 'optional',
    params: inProject,
    query: someTasks,
    answers: featureCollection.extend({
      features: z.array(
        z.object({
          type: z.literal('Feature'),
          geometry: z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.unknown()) }),
          properties: z.object({
            taskId: z.int(),
            taskX: z.int().nullable(),
            taskY: z.int().nullable(),
            taskZoom: z.int().nullable(),
            taskIsSquare: z.boolean(),
            taskStatus,
            lockedBy: z.int().nullable().describe('OSM id'),
            mappedBy: z.int().nullable().describe('OSM id'),
            validatedBy: z.int().nullable().describe('OSM id'),
          }),
        }),
      ),
    }),
    alsoAs: ['application/geo+json'],
    fails: { ...notToRead, 304: unchanged, 400: 'These are no numbers.' },
    service: 'tasks: allFeatures, someFeatures',
    differences: ['In the order of their numbers. What is no number is 400 InvalidData (500 there).'],
    handler: async ({ context, viewer, params: { project_id }, query, request }) => {
      const { tasks: version } = await readablePart(context, viewer, project_id);
      const numbers = numbersIn(query.tasks);
      const { etag, isKnown } = taggedFor(request, version);
      const found = () =>
        numbers
          ? someFeatures(context.database, project_id, numbers)
          : allFeatures(context.database, project_id, version);
      return new Raw(isKnown ? '' : await found(), {
        contentType: query.as_file ? 'application/geo+json' : 'application/json',
        etag,
        headers,
        ...(query.as_file ? { fileName: `${project_id}-tasks.geojson` } : {}),
      });
    },
  }),
  operation({
    method: 'DELETE',
    path: '/projects/{project_id}/tasks/',
    tag,
    summary: 'Takes tasks out of a project.',
    access: 'login',
    params: inProject,
    body: z.object({ tasks: z.array(id()) }),
    invalidBody,
    answers: success,
    fails: {
      403: 'You are no administrator.',
      404: 'There is no such project, or no such task: then none is deleted.',
    },
    service: 'tasks: removeTasks',
    differences: [
      'It works: in the original it fails at every call. Figures are counted anew. The last task of a project stays.',
    ],
    handler: async ({ context, viewer, params: { project_id }, body: { tasks } }) => {
      await refusingTasks(project_id, {}, () => removeTasks(context, viewer, project_id, tasks), 'tasks');
      return { Success: 'The tasks are deleted.' };
    },
  }),
  operation({
    method: 'GET',
    path: '/projects/{project_id}/tasks/queries/xml/',
    tag,
    summary: 'Tasks as OpenStreetMap XML, for JOSM.',
    access: 'optional',
    params: inProject,
    query: someTasks,
    answers: z.string(),
    contentType: 'text/xml',
    fails: { ...notToRead, 304: unchanged, 400: 'These are no numbers, or more than 500.' },
    service: 'exports: exportTasksOfV2',
    differences: [openToAll, 'Parts of a task are ways of their own: the original runs them into one.'],
    handler: (call) => documentOf(call, call.params.project_id, 'osm', call.query),
  }),
  operation({
    method: 'GET',
    path: '/projects/{project_id}/tasks/queries/gpx/',
    tag,
    summary: 'Tasks as GPX, for iD.',
    access: 'optional',
    params: inProject,
    query: someTasks,
    answers: z.string(),
    contentType: 'text/xml',
    fails: { ...notToRead, 304: unchanged, 400: 'These are no numbers, or more than 500.' },
    service: 'exports: exportTasksOfV2',
    differences: [openToAll, 'An empty list of tasks means all of them (500 there); the time says that it is UTC.'],
    handler: (call) => documentOf(call, call.params.project_id, 'gpx', call.query),
  }),
  operation({
    method: 'GET',
    path: '/projects/{project_id}/tasks/queries/mapped/',
    tag,
    summary: 'Tasks that wait for validation, by who mapped them.',
    access: 'optional',
    params: inProject,
    answers: z.object({
      mappedTasks: z.array(
        z.object({
          username: z.string(),
          mappedTaskCount: z.int(),
          tasksMapped: z.array(z.int()),
          lastSeen: time.nullable(),
          mappingLevel: z.string(),
          dateRegistered: time,
          lastValidationDate: time.nullable(),
        }),
      ),
    }),
    fails: { 403: notToRead[403], 404: 'There is no such project.' },
    service: 'tasks: sql/v2_mapped',
    differences: [openToAll, 'In the order of names. 404 is told as PROJECT_NOT_FOUND, as everywhere.'],
    handler: async ({ context, viewer, params: { project_id } }) => {
      await readablePart(context, viewer, project_id);
      const [row] = await context.database.query<{ list: unknown[] }>(MAPPED, [project_id]);
      return { mappedTasks: row!.list };
    },
  }),
  operation({
    method: 'GET',
    path: '/projects/{username}/tasks/queries/own/invalidated/',
    tag,
    summary: "What was sent back of a person's work, or by them.",
    access: 'login',
    params: { username: text({ max: 255 }) },
    query: {
      asValidator: text({ max: 100 }).optional(),
      closed: text({ max: 100 }).optional(),
      project: id().optional(),
      page: int({ min: 1, max: 1_000_000 }).default(1),
      pageSize: int({ min: 1, max: 1_000 }).default(10),
      sortBy: text({ max: 100 }).optional(),
      sortDirection: text({ max: 100 }).optional(),
    },
    answers: z.object({
      invalidatedTasks: z.array(
        z.object({
          taskId: z.int(),
          projectId: z.int(),
          projectName: z.string(),
          historyId: z.int(),
          closed: z.boolean(),
          updatedDate: time,
        }),
      ),
      pagination,
    }),
    fails: { 404: 'There is no such person.' },
    service: 'tasks: invalidatedTasks',
    differences: [
      'It works: in the original it fails at every call. Projects that you may not see are left out; at most 1,000 a page.',
    ],
    handler: async ({ context, params: { username }, query }) => {
      const person = await context.database.prisma.person.findUnique({ where: { username }, select: { id: true } });
      if (!person) notFound('USER', { username });
      const { total, tasks } = await invalidatedTasks(context, {
        personId: person.id,
        as: query.asValidator === 'true' ? 'VALIDATOR' : 'MAPPER',
        closed: query.closed === 'true' || query.closed === 'false' ? query.closed === 'true' : undefined,
        project: query.project,
        sortBy: query.sortBy === 'projectId' ? 'projectId' : 'updatedDate',
        descending: query.sortDirection !== 'asc',
        page: query.page,
        pageSize: query.pageSize,
      });
      return { invalidatedTasks: tasks, pagination: paginationOf(query.page, query.pageSize, total) };
    },
  }),
];

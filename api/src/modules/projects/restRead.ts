import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { statement } from '../../database/database.js';
import { geometry } from '../../rest/answers.js';
import { notFound } from '../../rest/errors.js';
import { etagOf, JsonText, jsonOf, tagged } from '../../rest/json.js';
import { keptAnswer, keptBytes, taggedFor } from '../../rest/kept.js';
import { operation, Raw } from '../../rest/operation.js';
import {
  projectsToEdit,
  projectSummaries,
  projectSummary,
  projectsWhole,
  projectWhole,
  type TasksShown,
} from '../../rest/projectAnswers.js';
import { managedProject, readablePart, readableProject } from '../../rest/readProject.js';
import { bool, id } from '../../rest/values.js';
import type { Context } from '../../graphql/context.js';
import { allFeatures } from '../tasks/service.js';

const AREA_TEXT = statement(import.meta.url, 'sql/area_text');
const PRIORITY_AREAS_TEXT = statement(import.meta.url, 'sql/priority_areas_text');

const tag = 'projects';
const params = { project_id: id() };
const asFile = bool().default(false).describe('As a file to be saved.');
const fails = { 403: 'The project is not open to the viewer.', 404: 'There is no such project.' };
const GEOJSON = 'application/geo+json';

/** The headers of a file; the name in quotes only where the original has them. */
const saved = (name: string) => ({ headers: { 'content-disposition': `attachment; filename=${name}` } });

/** A project that was there a moment ago. */
const still = <Found>(found: Found | undefined, project_id: number): Found =>
  found ?? notFound('PROJECT', { project_id });

async function whole(context: Context, projectId: number, tasks: TasksShown): Promise<Record<string, unknown>> {
  const [project] = await projectsWhole(context, [projectId], tasks);
  return still(project, projectId);
}

/**
 * A project with all its tasks, which are most of the answer. Its versions stand for it in the ETag, so that nobody reads it for who
 * has it. What stands before the tasks is kept for each list of languages that is asked for; where two see the same, once.
 */
async function withTasks(context: Context, projectId: number, request: FastifyRequest): Promise<Raw> {
  const { database, locales, viewer } = context;
  const versions = await readableProject(context, viewer, projectId);
  const version = [versions.whole, ...locales].join('.');
  const { etag, isKnown } = taggedFor(request, version);
  if (isKnown) return new Raw('', { contentType: 'application/json', etag });
  const [head, tasks] = await Promise.all([
    keptBytes(database, `project ${projectId} ${version}`, async () => {
      const { text } = jsonOf({ ...(await whole(context, projectId, 'none')), tasks: undefined });
      const bytes = Buffer.from(text.slice(0, -1));
      return keptBytes(database, `project ${etagOf(bytes)}`, async () => bytes);
    }),
    allFeatures(database, projectId, versions.tasks),
  ]);
  let answers = wholes.get(tasks);
  if (!answers) wholes.set(tasks, (answers = new LRUCache({ max: 4 })));
  let bytes = answers.get(head);
  if (!bytes) answers.set(head, (bytes = Buffer.concat([head, Buffer.from(',"tasks":'), tasks, Buffer.from('}')])));
  return new Raw(bytes, { contentType: 'application/json', etag });
}

/** Whole answers by the tasks in them, as these are kept, and by what stands before them: a few, for the languages asked. */
const wholes = new WeakMap<Buffer, LRUCache<Buffer, Buffer>>();

/** aoiBBOX → aoi_bbox */
const snake = (key: string) => key.replace(/[A-Z]+/g, (capitals) => `_${capitals.toLowerCase()}`);
const snakes = (fields: object) =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [snake(key), value]));

/** A project as the original writes it into a file: with other keys than in its answer. We give both. */
function fileOf(project: Record<string, unknown>): Record<string, unknown> {
  const { projectInfo, projectInfoLocales, interests, teams, status, ...rest } = project;
  return {
    ...project,
    ...snakes(rest),
    project_status: status,
    project_info: snakes(projectInfo as object),
    project_info_locales: (projectInfoLocales as object[]).map(snakes),
    interests: (interests as object[]).map((interest) => ({ ...interest, ...snakes(interest) })),
    project_teams: (teams as { teamId: number; name: string; role: string }[]).map(({ teamId, name, role }) => ({
      team_id: teamId,
      team_name: name,
      role,
    })),
  };
}

export const projectReadOperations = [
  operation({
    method: 'GET',
    path: '/projects/{project_id}/',
    tag,
    summary: 'A project with its area, all its settings, and its tasks.',
    access: 'optional',
    params,
    query: {
      as_file: asFile,
      abbreviated: bool().default(false).describe('Tasks without their geometries and people.'),
    },
    invalidQuery: [400, 'InvalidData'],
    answers: projectWhole,
    fails,
    service: 'projects: standingOf, canSee; read',
    differences: [
      'as_file has the keys of the answer beside those of the file of the original (project_id, …), so that one reader reads both.',
      'as_file and abbreviated that are neither true nor false are a 400; the original answers 500.',
      'Reading releases no locks: an expired one counts as none everywhere.',
    ],
    handler: async ({ context, viewer, params: { project_id }, query: { as_file, abbreviated }, request }) => {
      if (!as_file && !abbreviated) return withTasks(context, project_id, request);
      await readableProject(context, viewer, project_id);
      const project = await whole(context, project_id, abbreviated ? 'abbreviated' : 'all');
      return as_file ? tagged(jsonOf(fileOf(project)), saved('project.json')) : tagged(jsonOf(project));
    },
  }),
  operation({
    method: 'GET',
    path: '/projects/{project_id}/queries/summary/',
    tag,
    summary: 'A project without its tasks and its area.',
    access: 'optional',
    params,
    answers: projectSummary,
    fails,
    service: 'projects: standingOf, canSee; read',
    differences: [
      'A draft of others answers 403 ProjectNotFetched to who is signed in; the original answers 500.',
      'It is answered also where no editor is chosen; the original answers 500.',
    ],
    handler: async ({ context, viewer, params: { project_id }, request }) => {
      const readable = await readablePart(context, viewer, project_id);
      const version = [readable.whole, ...context.locales].join('.');
      return keptAnswer({ context, request }, `summary ${project_id}`, version, async () => {
        const [summary] = await projectSummaries(context, [project_id]);
        return jsonOf(still(summary, project_id)).text;
      });
    },
  }),
  operation({
    method: 'GET',
    path: '/projects/{project_id}/queries/nogeometries/',
    tag,
    summary: 'A project as everybody sees it, with its tasks but without their geometries.',
    access: 'open',
    params,
    query: { as_file: asFile },
    answers: projectWhole,
    alsoAs: ['application/geo+json'],
    fails,
    service: 'projects: standingOf, canSee; read',
    differences: [
      'A private project is refused with 403 PrivateProject; the original answers 200 and null.',
      'as_file gives the file that is meant; the original answers 500.',
    ],
    handler: async ({ context, viewer, params: { project_id }, query: { as_file } }) => {
      await readableProject(context, viewer, project_id);
      const project = jsonOf(await whole(context, project_id, 'abbreviated'));
      return as_file
        ? tagged(project, { contentType: GEOJSON, ...saved(`"project_${project_id}.geojson"`) })
        : tagged(project);
    },
  }),
  operation({
    method: 'GET',
    path: '/projects/{project_id}/queries/notasks/',
    tag,
    summary: 'A project as its managers edit it, without its tasks.',
    access: 'login',
    params,
    answers: projectWhole,
    fails: { 403: 'Only managers of the project.', 404: fails[404] },
    service: 'projects: standingOf, canManage; read',
    handler: async ({ context, viewer, params: { project_id } }) => {
      await managedProject(context, viewer, project_id);
      const [project] = await projectsToEdit(context, [project_id]);
      return tagged(still(project, project_id));
    },
  }),
  operation({
    method: 'GET',
    path: '/projects/{project_id}/queries/aoi/',
    tag,
    summary: "A project's area of interest.",
    access: 'optional',
    params,
    query: { as_file: asFile },
    answers: geometry,
    alsoAs: ['application/geo+json'],
    fails,
    service: 'projects: standingOf, canSee; read',
    differences: ['Drafts and private projects are refused to those they are not for; the original shows them to all.'],
    handler: async ({ context, viewer, params: { project_id }, query: { as_file } }) => {
      await readableProject(context, viewer, project_id);
      const [found] = await context.database.query<{ area: string }>(AREA_TEXT, [project_id]);
      const area = new JsonText(still(found, project_id).area);
      return as_file ? tagged(area, { contentType: GEOJSON, ...saved(`"${project_id}-aoi.geojson"`) }) : tagged(area);
    },
  }),
  operation({
    method: 'GET',
    path: '/projects/{project_id}/queries/priority-areas/',
    tag,
    summary: 'The areas that are to be mapped first, each a polygon.',
    access: 'optional',
    params,
    answers: z.array(geometry),
    fails,
    service: 'projects: standingOf, canSee; read',
    differences: ['Drafts and private projects are refused to those they are not for; the original shows them to all.'],
    handler: async ({ context, viewer, params: { project_id } }) => {
      await readableProject(context, viewer, project_id);
      const [found] = await context.database.query<{ areas: string }>(PRIORITY_AREAS_TEXT, [project_id]);
      return tagged(new JsonText(found!.areas));
    },
  }),
];

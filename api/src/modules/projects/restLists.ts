import { z } from 'zod';
import type { Database } from '../../database/database.js';
import { featureCollection, geometry } from '../../rest/answers.js';
import { notFound, refuse } from '../../rest/errors.js';
import { operation, Raw } from '../../rest/operation.js';
import { projectSummaries, projectSummary } from '../../rest/projectAnswers.js';
import { projectList, projectRows } from '../../rest/projectRows.js';
import { bool, id, int, text } from '../../rest/values.js';
import type { Viewer } from '../../viewer.js';
import { managesAnOrganisation } from '../organisations/service.js';
import { popularProjects, similarProjects } from './lists.js';
import { canSee } from './policy.js';
import { standingOf } from './standing.js';
import { orderOf } from './restSearch.js';
import { activeAreas, authoredProjects, boxOf, featuredProjects, projectsIn, touchedBy } from './v2Lists.js';

const json = (body: string) => new Raw(body, { contentType: 'application/json' });
const MOST_SIMILAR = 12;

/** Throws Refused for those who manage no organisation. */
async function assertManagesSome(database: Database, viewer: Viewer, message: string): Promise<void> {
  if (viewer.role !== 'ADMIN' && !(await managesAnOrganisation(database, viewer)))
    refuse(403, 'UserPermissionError', message);
}

export const projectListOperations = [
  operation({
    method: 'GET',
    path: '/projects/queries/bbox/',
    tag: 'projects',
    summary: 'Projects whose areas reach into a box. For managers of organisations and administrators.',
    access: 'login',
    query: {
      bbox: text({ max: 200 }).optional().describe('minx,miny,maxx,maxy'),
      srid: int().default(4326).describe('4326: degrees; 3857: metres of Web Mercator.'),
      createdByMe: bool().default(false),
    },
    invalidQuery: [400, 'InvalidData'],
    answers: featureCollection,
    service: 'projects: projectsIn',
    differences: [
      'Drafts and private projects are shown to those who may see them, not to every manager of any organisation.',
      'A box in EPSG:3857 is taken; the original answers 400 to everything but 4326.',
    ],
    handler: async ({ context: { database }, viewer, query }) => {
      await assertManagesSome(database, viewer, 'Only managers of an organisation can look for projects in a box.');
      const box = boxOf(query.bbox, query.srid);
      if (box === 'too large') refuse(400, 'BBoxTooBigError', 'This box is too large. Send a smaller one.');
      if (!box)
        refuse(400, 'InvalidData', 'Send bbox as west,south,east,north, in degrees, or in metres with srid=3857.');
      return json(await projectsIn(database, viewer, box, query.createdByMe));
    },
  }),
  operation({
    method: 'GET',
    path: '/projects/queries/myself/owner/',
    tag: 'projects',
    summary: 'The projects that the viewer wrote, by status. For managers of organisations and administrators.',
    access: 'login',
    query: { orderBy: text({ max: 100 }).default('priority'), orderByType: text({ max: 10 }).default('ASC') },
    answers: z.object({
      draftProjects: z.array(projectSummary),
      activeProjects: z.array(projectSummary),
      archivedProjects: z.array(projectSummary),
    }),
    fails: { 400: 'Nothing is ordered by this.' },
    service: 'projects: authoredProjects',
    differences: [
      'Nothing of orderBy reaches the database but the names of columns that are listed; others are a 400.',
      'Moments end in Z, as everywhere.',
    ],
    handler: async ({ context, viewer, query: { orderBy, orderByType } }) => {
      await assertManagesSome(context.database, viewer, 'Only managers of an organisation have such a list.');
      const order = orderOf(orderBy, orderByType);
      const projects = await projectSummaries(context, await authoredProjects(context.database, viewer, order));
      const of = (status: string) => projects.filter((project) => project.status === status);
      return { draftProjects: of('DRAFT'), activeProjects: of('PUBLISHED'), archivedProjects: of('ARCHIVED') };
    },
  }),
  operation({
    method: 'GET',
    path: '/projects/queries/{username}/touched/',
    tag: 'projects',
    summary: 'Projects in which tasks are as a person mapped or validated them, and how many.',
    access: 'optional',
    params: { username: text({ max: 255 }) },
    answers: z.object({
      mappedProjects: z.array(
        z.object({
          projectId: z.int(),
          name: z.string(),
          tasksMapped: z.int(),
          tasksValidated: z.int(),
          status: z.enum(['ARCHIVED', 'PUBLISHED', 'DRAFT']),
          centroid: geometry,
        }),
      ),
    }),
    fails: { 404: 'Nobody has this name.' },
    service: 'projects: touchedBy',
    differences: ['Drafts and private projects are shown only to those who may see them.'],
    handler: async ({ context: { database }, viewer, params: { username } }) => {
      const projects = await touchedBy(database, viewer, username);
      if (projects === undefined) notFound('USER', { username });
      return json(`{"mappedProjects":${projects}}`);
    },
  }),
  operation({
    method: 'GET',
    path: '/projects/queries/featured/',
    tag: 'projects',
    summary: 'Projects that the first page shows.',
    access: 'optional',
    answers: projectList.extend({ pagination: z.null() }),
    service: 'projects: featuredProjects',
    differences: ['Only published ones; the number of contributors is that of the project itself.'],
    handler: async ({ context: { database, locales } }) => ({
      mapResults: [],
      results: await projectRows(database, await featuredProjects(database), locales),
      pagination: null,
    }),
  }),
  operation({
    method: 'GET',
    path: '/projects/queries/popular/',
    tag: 'projects',
    summary: 'The ten public projects in which most tasks were taken in the last 90 days.',
    access: 'open',
    answers: projectList.extend({ pagination: z.object({}) }),
    service: 'projects: popularProjects',
    differences: ['Only published ones, ranked by how often tasks were taken, the most often first.'],
    handler: async ({ context: { database, locales } }) => ({
      mapResults: [],
      results: await projectRows(database, await popularProjects(database, 10), locales),
      pagination: {},
    }),
  }),
  operation({
    method: 'GET',
    path: '/projects/queries/{project_id}/similar-projects/',
    tag: 'projects',
    summary: 'Public projects like one, with something left to do, the most alike first.',
    access: 'optional',
    params: { project_id: id() },
    query: { limit: int({ min: 0 }).default(4).describe(`At most ${MOST_SIMILAR} are given.`) },
    answers: projectList.extend({ pagination: z.null() }),
    fails: { 404: 'There is no such project, or it is not published.' },
    service: 'projects: similarProjects',
    differences: ['They are always those of this moment, and public ones alone.'],
    handler: async ({ context, viewer, params: { project_id }, query: { limit } }) => {
      const { database, locales } = context;
      const standing = project_id > 0 ? await standingOf(context, viewer, project_id) : undefined;
      if (standing?.status !== 'PUBLISHED' || !canSee(standing)) notFound('PROJECT', { project_id });
      const ids = limit > 0 ? await similarProjects(context, project_id, Math.min(limit, MOST_SIMILAR)) : [];
      return { mapResults: [], results: await projectRows(database, ids, locales), pagination: null };
    },
  }),
  operation({
    method: 'GET',
    path: '/projects/queries/active/',
    tag: 'projects',
    summary: 'Areas of public projects in which somebody worked or commented lately.',
    access: 'open',
    query: { interval: int({ min: 1, max: 24 }).default(24).describe('Hours.') },
    invalidQuery: [400, undefined],
    answers: featureCollection,
    service: 'projects: activeAreas',
    differences: ['Private projects are left out.'],
    handler: async ({ context: { database }, query: { interval } }) => json(await activeAreas(database, interval)),
  }),
];

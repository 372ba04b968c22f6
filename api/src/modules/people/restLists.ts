import { z } from 'zod';
import { pagination, paginationOf } from '../../rest/answers.js';
import { e2, notFound, refuse } from '../../rest/errors.js';
import { counted, interestOf } from '../../rest/interests.js';
import { jsonOf, JsonText } from '../../rest/json.js';
import { operation, Raw } from '../../rest/operation.js';
import { projectsToEdit, projectWhole } from '../../rest/projectAnswers.js';
import { projectList, projectRows } from '../../rest/projectRows.js';
import { task, taskAnswers, taskStatus } from '../../rest/task.js';
import { bool, id, int, oneOf, page, text } from '../../rest/values.js';
import { setMyInterests } from '../interests/service.js';
import { canSee } from '../projects/policy.js';
import { favouriteProjects, recommendedProjects } from '../projects/service.js';
import { standingOf } from '../projects/standing.js';
import { tasksHeldBy, touchedTasksPage } from '../tasks/service.js';
import { listPeople, peopleNamedLike } from './service.js';
import { idOfPersonNamed, osmId, possible } from './v2Profile.js';

const tag = 'users';
const noPerson = { 404: 'There is no such person.' };
const named = { username: text({ max: 255 }) };
const json = (fields: Record<string, unknown>) => new Raw(jsonOf(fields).text, { contentType: 'application/json' });

const ROLES = ['READ_ONLY', 'MAPPER', 'ADMIN'] as const;
const NAMES_PER_PAGE = 20;
const MOST_RECOMMENDED = 20;
const ORDERS = {
  action_date: 'EARLIEST',
  '-action_date': 'LATEST',
  project_id: 'LOWEST_PROJECT',
  '-project_id': 'HIGHEST_PROJECT',
} as const;

/** A moment from any writing of a date; undefined where none is sent, null where it is none. */
function momentOf(written: string | undefined): Date | null | undefined {
  if (!written) return undefined;
  const time = Date.parse(/^\d{4}-\d\d-\d\dT[\d:.]+$/.test(written) ? `${written}Z` : written);
  // PostgreSQL knows no moments of other millenia.
  return Number.isNaN(time) || Math.abs(time) > 2e14 ? null : new Date(time);
}

export const peopleListOperations = [
  operation({
    method: 'GET',
    path: '/users/',
    tag,
    summary: 'People: those who wait for votes on their level first, then by name; or by a figure.',
    access: 'login',
    query: {
      page: page(),
      perPage: int({ min: 1, max: 10_000 }).default(20),
      pagination: bool().default(true).describe('False: all of them at once.'),
      username: text({ max: 255 }).optional().describe('Part of the name.'),
      role: text({ max: 100 }).optional(),
      level: text({ max: 100 }).optional().describe('Number of a level; anything else is not heard.'),
      sort: text({ max: 100 }).optional().describe('A figure, such as changeset or building.'),
      sort_dir: text({ max: 10 }).default('asc'),
    },
    answers: z.object({
      pagination: pagination.nullable(),
      users: z.array(
        z.object({
          id: z.int(),
          username: z.string(),
          role: z.enum(ROLES),
          mappingLevel: z.string(),
          pictureUrl: z.string().nullable(),
          statsLastUpdated: z.string().nullable(),
          stats: z.record(z.string(), z.number()),
          requires_approval: z.boolean().nullable(),
          user_has_voted: z.boolean().nullable(),
        }),
      ),
    }),
    fails: { 400: 'There is no such role, figure or direction.' },
    service: 'people: listPeople',
    differences: [
      'sort takes words and sort_dir asc or desc; in the original they reach the database as they are.',
      'Deleted accounts are left out.',
      'changeset is always among stats; the original loses it when a person looks at their own figures.',
    ],
    handler: async ({ context: { database, settings }, viewer, query }) => {
      const role = query.role ? ROLES.find((each) => each === query.role) : undefined;
      if (query.role && !role)
        refuse(400, 'InvalidData', 'There is no such role. Roles are ADMIN, MAPPER and READ_ONLY.');
      if (!/^(asc|desc)$/i.test(query.sort_dir)) refuse(400, 'InvalidData', 'sort_dir is asc or desc.');
      if (query.sort && !/^[a-z0-9_.:-]+$/i.test(query.sort))
        refuse(400, 'InvalidData', 'sort is a figure such as changeset or building.');
      const level = /^\d{1,9}$/.test(query.level ?? '') ? Number(query.level) : null;
      const filter = { search: query.username, roles: role && [role], levelNumber: level };
      const order = query.sort
        ? ({
            order: query.sort_dir.toLowerCase() === 'desc' ? 'FIGURE_MOST' : 'FIGURE_LEAST',
            metric: query.sort,
          } as const)
        : ({ order: 'AWAITING_APPROVAL' } as const);
      const { total, people } = await listPeople(database, viewer, filter, order, {
        limit: query.pagination ? query.perPage : null,
        offset: query.pagination ? (query.page - 1) * query.perPage : 0,
        topics: settings.ohsome.topics.split(','),
      });
      return json({
        pagination: query.pagination ? paginationOf(query.page, query.perPage, total) : null,
        users: new JsonText(people),
      });
    },
  }),
  operation({
    method: 'GET',
    path: '/users/queries/filter/{username}/',
    tag,
    summary: 'People whose names begin so; those who work on the project first.',
    access: 'login',
    params: named,
    query: { page: page(), projectId: int().optional() },
    answers: z.object({
      pagination,
      usernames: z.array(z.string()),
      users: z
        .array(z.object({ username: z.string(), projectId: z.int(), isParticipant: z.boolean() }))
        .describe('Empty when no project is sent.'),
    }),
    fails: { 404: 'Nobody’s name begins so.' },
    service: 'people: peopleNamedLike',
    differences: ['Who works on a project that you may not see is not told. Deleted accounts are left out.'],
    handler: async ({ context, viewer, params, query: { page, projectId } }) => {
      const standing = projectId !== undefined && (await standingOf(context, viewer, projectId));
      const project = standing && canSee(standing) ? projectId! : null;
      const { total, people } = await peopleNamedLike(context.database, params.username, project, {
        limit: NAMES_PER_PAGE,
        offset: (page - 1) * NAMES_PER_PAGE,
      });
      if (total === 0) notFound('USER', params);
      return {
        pagination: paginationOf(page, NAMES_PER_PAGE, total),
        usernames: people.map(({ username }) => username),
        users:
          projectId === undefined
            ? []
            : people.map(({ username, participates }) => ({ username, projectId, isParticipant: participates })),
      };
    },
  }),
  operation({
    method: 'GET',
    path: '/users/queries/favorites/',
    tag,
    summary: 'Your favourite projects, whole but for their tasks.',
    access: 'login',
    answers: z.object({ favoritedProjects: z.array(projectWhole) }),
    service: 'projects: favouriteProjects',
    differences: ['Projects that you may not see any more are left out.'],
    handler: async ({ context, viewer }) => {
      const projects = await projectsToEdit(context, await favouriteProjects(context.database, viewer));
      return json({ favoritedProjects: new JsonText(`[${projects.map(({ text }) => text).join(',')}]`) });
    },
  }),
  operation({
    method: 'GET',
    path: '/users/{username}/recommended-projects/',
    tag,
    summary:
      'Projects for a person: of campaigns that they worked in, then those that suit their level; at most twenty.',
    access: 'login',
    params: named,
    answers: projectList.extend({ pagination: z.null() }),
    fails: noPerson,
    service: 'projects: recommendedProjects',
    differences: [
      'Only published projects that you may see, in which something is left to do and they did nothing yet.',
    ],
    handler: async ({ context, viewer, params }) => {
      const { database, locales } = context;
      const person = await idOfPersonNamed(database, params.username);
      const ids = await recommendedProjects(database, viewer, person, MOST_RECOMMENDED);
      return { mapResults: [], results: await projectRows(database, ids, locales), pagination: null };
    },
  }),
  operation({
    method: 'GET',
    path: '/users/queries/tasks/locked/',
    tag,
    summary: 'The tasks that you hold.',
    access: 'login',
    answers: z.object({
      lockedTasks: z.array(z.int()),
      projectId: z.int().nullable(),
      taskStatus: taskStatus.nullable(),
    }),
    service: 'tasks: tasksHeldBy',
    handler: async ({ context: { database }, viewer }) => {
      const held = await tasksHeldBy(database, viewer.id);
      return {
        lockedTasks: held.map(({ number }) => number),
        projectId: held[0]?.project_id ?? null,
        taskStatus: held[0]?.status ?? null,
      };
    },
  }),
  operation({
    method: 'GET',
    path: '/users/queries/tasks/locked/details/',
    tag,
    summary: 'The tasks that you hold, with their history and instructions.',
    access: 'login',
    answers: z.object({ tasks: z.array(task) }),
    fails: { 404: 'You hold none.' },
    service: 'tasks: tasksHeldBy',
    handler: async ({ context, viewer }) => {
      const held = await tasksHeldBy(context.database, viewer.id);
      const project = held[0]?.project_id ?? notFound('TASK', {});
      // Nobody holds tasks of two projects.
      const numbers = held.map(({ number }) => number);
      return { tasks: await taskAnswers(context, project, numbers) };
    },
  }),
  operation({
    method: 'GET',
    path: '/users/{user_id}/tasks/',
    tag,
    summary: 'Tasks that a person did anything on, with when they last did.',
    access: 'login',
    params: { user_id: osmId() },
    query: {
      status: text({ max: 100 }).optional().describe('What they made of the task, whatever it is now.'),
      project_status: oneOf(['ARCHIVED', 'PUBLISHED', 'DRAFT'], { fold: true }).optional(),
      project_id: int().optional(),
      start_date: text({ max: 100 }).optional(),
      end_date: text({ max: 100 }).optional(),
      min_action_date: text({ max: 100 }).optional().describe('The same as start_date.'),
      max_action_date: text({ max: 100 }).optional().describe('The same as end_date.'),
      sort_by: text({ max: 100 }).default('-action_date'),
      page: page(),
      page_size: int({ min: 1, max: 10_000 }).default(10),
    },
    answers: z.object({
      tasks: z.array(task),
      pagination,
    }),
    fails: noPerson,
    service: 'tasks: touchedTasksPage',
    differences: [
      'min_action_date and max_action_date, which the web UI of the original sends, are heard too.',
      'Tasks of projects that you may not see are left out.',
    ],
    handler: async ({ context, params: { user_id }, query }) => {
      const person = await context.database.prisma.person.findUnique({
        where: { id: possible(user_id) },
        select: { id: true },
      });
      if (!person) notFound('USER', { user_id });
      const [from, to] = [
        momentOf(query.start_date ?? query.min_action_date),
        momentOf(query.end_date ?? query.max_action_date),
      ];
      const { page, page_size: perPage } = query;
      if (from === null || to === null) return { tasks: [], pagination: paginationOf(page, perPage, 0) };
      const { total, tasks } = await touchedTasksPage(context, person.id, {
        filter: {
          result: query.status,
          projectStatus: query.project_status,
          project: query.project_id,
          from,
          to,
        },
        order: ORDERS[query.sort_by as keyof typeof ORDERS] ?? 'LATEST',
        limit: perPage,
        offset: (page - 1) * perPage,
      });
      return json({ tasks: new JsonText(tasks), pagination: paginationOf(page, perPage, total) });
    },
  }),
  operation({
    method: 'GET',
    path: '/users/{username}/queries/interests/',
    tag,
    summary: 'All interests; those of a person are marked.',
    access: 'login',
    params: named,
    answers: z.object({ interests: z.array(counted) }),
    fails: noPerson,
    service: 'interests: read',
    differences: ['Somebody who is not there is a 404, not a 500.'],
    handler: async ({ context: { database }, params }) => {
      const personId = await idOfPersonNamed(database, params.username);
      const interests = await database.prisma.interest.findMany({
        include: { people: { where: { personId } } },
        orderBy: { id: 'asc' },
      });
      return {
        interests: interests.map((each) => interestOf(each, { userSelected: each.people.length > 0 ? true : null })),
      };
    },
  }),
  operation({
    method: 'POST',
    path: '/users/me/actions/set-interests/',
    tag,
    summary: 'Your interests, in place of those you had.',
    access: 'login',
    body: z.object({ interests: z.array(id()).max(200) }),
    invalidBody: [400, undefined, 422],
    answers: z.object({ interests: z.array(counted) }),
    fails: { 404: 'One of them is not there.' },
    refusals: {
      INVALID_INPUT: (error) => e2(404, 'One or more interests not found', error.message),
    },
    service: 'interests: setMyInterests',
    handler: async ({ context, viewer, body }) => {
      await setMyInterests(context, viewer, body.interests);
      const mine = await context.database.prisma.interest.findMany({
        where: { people: { some: { personId: viewer.id } } },
        orderBy: { id: 'asc' },
      });
      return { interests: mine.map((each) => interestOf(each)) };
    },
  }),
];

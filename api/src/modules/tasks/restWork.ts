import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { statement, type Database, type Statement } from '../../database/database.js';
import type { Context } from '../../graphql/context.js';
import { geometry, pagination, paginationOf, time } from '../../rest/answers.js';
import { notFound } from '../../rest/errors.js';
import { jsonOf, JsonText } from '../../rest/json.js';
import { keptAnswer } from '../../rest/kept.js';
import { operation, type Raw } from '../../rest/operation.js';
import { PERCENT_BAD_IMAGERY } from '../../rest/projectAnswers.js';
import { PERCENT_MAPPED, PERCENT_VALIDATED } from '../../rest/projectRows.js';
import { readablePart, readableProject, type Readable } from '../../rest/readProject.js';
import { id, page, text } from '../../rest/values.js';
import { progressOf } from '../projects/load.js';
import { contributionsByDayInV2, stateChangesOf } from './contributions.js';
import { timesOf } from './contributors.js';
import { timeOfProject } from './projectTime.js';

// The work on a project as v2 tells of it: what happened, who did it, day by day, and in numbers.

const ACTIVITIES = statement(import.meta.url, 'sql/v2_activities');
const LATEST = statement(import.meta.url, 'sql/v2_latest');
const CONTRIBUTIONS = statement(import.meta.url, 'sql/v2_contributions');
const STATISTICS = {
  name: 'tasks/v2_statistics',
  text: `select p.id as "projectId", p.area_m2 / 1000000 as "projectArea(in sq.km)",
      (select count(*)::int from project_contributor c where c.project_id = p.id) as "totalMappers", g.total_tasks as "totalTasks",
      (select count(*)::int from project_comment c where c.project_id = p.id) as "totalComments",
      ${PERCENT_MAPPED} as "percentMapped", ${PERCENT_VALIDATED} as "percentValidated", ${PERCENT_BAD_IMAGERY} as "percentBadImagery",
      p.centroid_geojson::json as "aoiCentroid"
    from project p join project_progress g on g.project_id = p.id where p.id = $1`,
};

const PER_PAGE = 10;

const tag = 'projects';
const params = { project_id: id() };
const fails = { 403: 'The project is not open to the viewer.', 404: 'There is no such project.' };
const taskStatus = z.enum([
  'READY',
  'LOCKED_FOR_MAPPING',
  'MAPPED',
  'LOCKED_FOR_VALIDATION',
  'VALIDATED',
  'INVALIDATED',
  'BADIMAGERY',
]);
const seconds = z.number().describe('Seconds');
const draftIs403 = 'A draft of others answers 403 ProjectNotFetched to who is signed in; the original answers 500.';
const openToAll =
  'Drafts and private projects are refused to those they are not for; the original tells everybody of them.';

/** Of the work on a project that may be read, kept until somebody works on it or the people in it change. */
const keptWork = (
  { context, request, params }: { context: Context; request: FastifyRequest; params: { project_id: number } },
  { work }: Readable,
  name: string,
  read: (database: Database) => Promise<string>,
): Promise<Raw> => keptAnswer({ context, request }, `${name} ${params.project_id}`, work, () => read(context.database));

const textOf = async (database: Database, statement: Statement, projectId: number): Promise<string> =>
  (await database.query<{ text: string }>(statement, [projectId]))[0]!.text;

export const projectWorkOperations = [
  operation({
    method: 'GET',
    path: '/projects/{project_id}/activities/',
    tag,
    summary: 'What happened to the tasks of a project, newest first, ten to a page; comments aside.',
    access: 'optional',
    params,
    query: { page: page() },
    answers: z.object({
      pagination,
      activity: z.array(
        z.object({
          historyId: z.int(),
          taskId: z.int(),
          action: z.string(),
          actionText: z.string().nullable(),
          actionDate: time,
          actionBy: z.string(),
          pictureUrl: z.null(),
          issues: z.null(),
        }),
      ),
    }),
    fails,
    service: 'tasks: read',
    differences: [draftIs403],
    handler: async (call) => {
      const { project_id } = call.params;
      const { page } = call.query;
      const readable = await readablePart(call.context, call.viewer, project_id);
      return keptWork(call, readable, `activities ${page}`, async ({ query }) => {
        const [found] = await query<{ total: number; rows: string }>(ACTIVITIES, [project_id, (page - 1) * PER_PAGE]);
        const { total, rows } = found!;
        return jsonOf({ pagination: paginationOf(page, PER_PAGE, total), activity: new JsonText(rows) }).text;
      });
    },
  }),
  operation({
    method: 'GET',
    path: '/projects/{project_id}/activities/latest/',
    tag,
    summary: 'Every task of a project with the last that happened to it; comments aside.',
    access: 'optional',
    params,
    answers: z.object({
      activity: z.array(
        z.object({
          taskId: z.int(),
          taskStatus,
          actionDate: time.nullable(),
          actionBy: z.string().nullable(),
        }),
      ),
    }),
    fails,
    service: 'tasks: read',
    differences: [draftIs403],
    handler: async (call) => {
      const { project_id } = call.params;
      const readable = await readablePart(call.context, call.viewer, project_id);
      return keptWork(call, readable, 'latest', (database) => textOf(database, LATEST, project_id));
    },
  }),
  operation({
    method: 'GET',
    path: '/projects/{project_id}/contributions/',
    tag,
    summary: 'Who worked on a project, and which tasks stand as theirs; who did most first.',
    access: 'optional',
    params,
    answers: z.object({
      userContributions: z.array(
        z.object({
          username: z.string(),
          mappingLevel: z.string(),
          pictureUrl: z.string().nullable(),
          mapped: z.int(),
          validated: z.int(),
          badImagery: z.int(),
          total: z.int(),
          mappedTasks: z.array(z.int()),
          validatedTasks: z.array(z.int()),
          badImageryTasks: z.array(z.int()),
          name: z.string().nullable(),
          dateRegistered: z.string().meta({ format: 'date' }),
        }),
      ),
    }),
    fails,
    service: 'tasks: read',
    differences: [
      draftIs403,
      'A task whose bad imagery was taken back is nobody’s work; in the original it stays with who found it.',
    ],
    handler: async (call) => {
      const { project_id } = call.params;
      const readable = await readablePart(call.context, call.viewer, project_id);
      return keptWork(call, readable, 'contributions', (database) => textOf(database, CONTRIBUTIONS, project_id));
    },
  }),
  operation({
    method: 'GET',
    path: '/projects/{project_id}/contributions/queries/day/',
    tag,
    summary: 'How many tasks were mapped and validated on each day, and until then.',
    access: 'optional',
    params,
    answers: z.object({
      stats: z.array(
        z.object({
          date: z.string().meta({ format: 'date' }),
          mapped: z.int(),
          validated: z.int(),
          cumulative_mapped: z.int(),
          cumulative_validated: z.int(),
          total_tasks: z.int(),
        }),
      ),
    }),
    fails,
    service: 'tasks: contributionsByDayInV2',
    differences: [
      openToAll,
      'Changes of a day are replayed in the order they happened, and each invalidation counts; the original sorts them by their names.',
    ],
    handler: async (call) => {
      const { project_id } = call.params;
      const readable = await readableProject(call.context, call.viewer, project_id);
      return keptWork(call, readable, 'days', async (database) => {
        const [{ totalTasks }, changes] = await Promise.all([
          progressOf(call.context, project_id),
          stateChangesOf(database, project_id),
        ]);
        const stats = contributionsByDayInV2(changes).map(
          ({ date, mapped, validated, mappedInAll, validatedInAll }) => ({
            date,
            mapped,
            validated,
            cumulative_mapped: mappedInAll,
            cumulative_validated: validatedInAll,
            total_tasks: totalTasks,
          }),
        );
        return JSON.stringify({ stats });
      });
    },
  }),
  operation({
    method: 'GET',
    path: '/projects/{project_id}/statistics/',
    tag,
    summary: 'A project in numbers: its area, its people, its progress, and the time spent and left.',
    access: 'optional',
    params,
    answers: z.object({
      projectId: z.int(),
      'projectArea(in sq.km)': z.number(),
      totalMappers: z.int(),
      totalTasks: z.int(),
      totalComments: z.int(),
      totalMappingTime: seconds,
      totalValidationTime: seconds,
      totalTimeSpent: seconds,
      averageMappingTime: seconds,
      averageValidationTime: seconds,
      percentMapped: z.int(),
      percentValidated: z.int(),
      percentBadImagery: z.int(),
      aoiCentroid: geometry,
      timeToFinishMapping: seconds,
      timeToFinishValidating: seconds,
    }),
    fails,
    service: 'tasks: timeOfProject',
    differences: [
      openToAll,
      'Tasks that a validator had together ran together: their time counts once. Extended locks count too.',
      'Figures are of this moment; those of the original may be ten minutes old. Locks that are still open do not count, where the original answers 500 if there are no others.',
    ],
    handler: async ({ context, viewer, params: { project_id } }) => {
      await readableProject(context, viewer, project_id);
      const [[figures], spent] = await Promise.all([
        context.database.query(STATISTICS, [project_id]),
        timeOfProject(context, project_id),
      ]);
      return {
        ...figures,
        totalMappingTime: spent.mapping,
        totalValidationTime: spent.validation,
        totalTimeSpent: spent.mapping + spent.validation,
        averageMappingTime: spent.averageMapping,
        averageValidationTime: spent.averageValidation,
        timeToFinishMapping: spent.toFinishMapping,
        timeToFinishValidating: spent.toFinishValidation,
      };
    },
  }),
  operation({
    method: 'GET',
    path: '/projects/{project_id}/statistics/queries/{username}/',
    tag,
    summary: 'How long a person had tasks of a project.',
    access: 'optional',
    params: { ...params, username: text({ max: 255 }) },
    answers: z.object({ timeSpentMapping: seconds, timeSpentValidating: seconds, totalTimeSpent: seconds }),
    fails: { ...fails, 404: 'There is no such project, or no such person.' },
    service: 'tasks: timesOf',
    differences: [openToAll, 'Tasks that a validator had together ran together: their time counts once.'],
    handler: async ({ context, viewer, params: { project_id, username } }) => {
      await readableProject(context, viewer, project_id);
      const person =
        (await context.database.prisma.person.findUnique({ where: { username }, select: { id: true } })) ??
        notFound('USER', { username });
      const spent = (await timesOf(context, { project_id, person_id: person.id })) ?? { mapping: 0, validating: 0 };
      return {
        timeSpentMapping: spent.mapping,
        timeSpentValidating: spent.validating,
        totalTimeSpent: spent.mapping + spent.validating,
      };
    },
  }),
];

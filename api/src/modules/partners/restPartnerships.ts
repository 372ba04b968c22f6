import { z } from 'zod';
import type { Context } from '../../graphql/context.js';
import { success, time } from '../../rest/answers.js';
import { e2, notFound, type Refusals } from '../../rest/errors.js';
import { operation } from '../../rest/operation.js';
import { readableProject } from '../../rest/readProject.js';
import { id, text } from '../../rest/values.js';
import { standingOf } from '../projects/standing.js';
import { createPartnership, deletePartnership, updatePartnership } from './partnerships.js';

const tag = 'projects';
const partnership = z.object({
  id: z.int(),
  projectId: z.int(),
  partnerId: z.int(),
  startedOn: time,
  endedOn: time.nullable(),
});
const params = { partnership_id: id() };
const moment = text({ max: 50 })
  .transform((words, context) => {
    // Without a time zone it is UTC, as in the original.
    const isDay = /^\d{4}-\d\d-\d\d$/.test(words);
    const hasZone = /(z|[+-]\d\d:?\d\d)$/i.test(words);
    const date = new Date(isDay || hasZone ? words : `${words}Z`);
    if (/^\d{4}-\d\d-\d\d/.test(words) && !Number.isNaN(date.getTime())) return date;
    context.addIssue('A date such as 2031-05-01T00:00:00Z is wanted');
    return z.NEVER;
  })
  .nullish()
  .meta({ type: ['string', 'null'], format: 'date-time' });
const times = { startedOn: moment, endedOn: moment };

const refusals = {
  'NOT_PERMITTED/NOT_MANAGER': [401, 'UserPermissionError'],
  INVALID_INPUT: (error, { startedOn = null, endedOn = null }) =>
    e2(400, 'INVALID_TIME_RANGE', error.message, { started_on: startedOn, ended_on: endedOn }),
} satisfies Refusals;
const fails = {
  400: 'It would end before it starts, or the project is with this partner already at this time.',
  401: 'Only managers of the project.',
  404: 'There is no such partnership.',
};
const meant = 'The answer is the one that is meant; the original answers 200 with a dump of it.';
const hidden = 'Of a project that the viewer may not see there is no partnership: 404.';

/** Microseconds are nobody's business here, nor are milliseconds that are none. */
const written = (date: Date) => date.toISOString().replace('.000Z', 'Z');

type Row = { id: number; projectId: number; partnerId: number; startedOn: Date; endedOn: Date | null };
const shown = ({ id, projectId, partnerId, startedOn, endedOn }: Row): z.infer<typeof partnership> => ({
  id,
  projectId,
  partnerId,
  startedOn: written(startedOn),
  endedOn: endedOn && written(endedOn),
});

const partnershipNumbered = async ({ database }: Context, partnership_id: number): Promise<Row> =>
  (await database.prisma.partnership.findUnique({ where: { id: partnership_id } })) ??
  notFound('PARTNERSHIP', { partnership_id });

export const partnershipsOperations = [
  operation({
    method: 'POST',
    path: '/projects/partnerships/',
    tag,
    summary: 'A project goes with a partner: from now on, or for a time.',
    access: 'login',
    body: z.object({ projectId: id(), partnerId: id(), ...times }),
    status: 201,
    answers: success.extend({ partnershipId: z.int() }),
    fails: { ...fails, 404: 'There is no such project or partner.' },
    refusals: {
      ...refusals,
      PROJECT_NOT_FOUND: (error, { projectId }) =>
        e2(404, 'PROJECT_NOT_FOUND', error.message, { project_id: projectId }),
      PARTNER_NOT_FOUND: (error, { partnerId }) =>
        e2(404, 'PARTNER_NOT_FOUND', error.message, { partner_id: partnerId }),
    },
    service: 'partners: createPartnership',
    differences: [
      meant,
      'Without startedOn it starts now; the original answers 500.',
      'The same project and partner are together once at a time: what overlaps is refused.',
    ],
    handler: async ({ context, viewer, body }) => {
      const { id } = await createPartnership(context, viewer, body);
      return { Success: `Partner ${body.partnerId} assigned to project ${body.projectId}`, partnershipId: id };
    },
  }),
  operation({
    method: 'GET',
    path: '/projects/partnerships/{partnership_id}/',
    tag,
    summary: 'With which partner a project goes, and when.',
    access: 'optional',
    params,
    answers: partnership,
    fails: { 403: 'The project is not open to the viewer.', 404: fails[404] },
    service: 'partners: read',
    differences: ['Drafts and private projects are refused to those they are not for.'],
    handler: async ({ context, viewer, params }) => {
      const found = await partnershipNumbered(context, params.partnership_id);
      await readableProject(context, viewer, found.projectId);
      return shown(found);
    },
  }),
  operation({
    method: 'PATCH',
    path: '/projects/partnerships/{partnership_id}/',
    tag,
    summary: 'Changes when a partnership starts or ends.',
    access: 'login',
    params,
    body: z.object(times),
    answers: success.extend({ startedOn: time, endedOn: time.nullable() }),
    fails,
    refusals,
    service: 'partners: updatePartnership',
    differences: [
      meant,
      hidden,
      'Dates with a time zone are taken; the original answers 500.',
      'The same project and partner are together once at a time: what overlaps is refused.',
    ],
    handler: async ({ context, viewer, params: { partnership_id }, body: { startedOn, endedOn } }) => {
      // What is null here says nothing, so an end cannot be taken back.
      await updatePartnership(context, viewer, partnership_id, { startedOn, endedOn: endedOn ?? undefined });
      const changed = shown(await partnershipNumbered(context, partnership_id));
      return {
        Success: `Updated time range. startedOn: ${changed.startedOn}, endedOn: ${changed.endedOn}`,
        startedOn: changed.startedOn,
        endedOn: changed.endedOn,
      };
    },
  }),
  operation({
    method: 'DELETE',
    path: '/projects/partnerships/{partnership_id}/',
    tag,
    summary: 'Takes a partnership away.',
    access: 'login',
    params,
    answers: success,
    fails: { 401: fails[401], 404: fails[404] },
    refusals,
    service: 'partners: deletePartnership',
    differences: [meant, hidden],
    handler: async ({ context, viewer, params: { partnership_id } }) => {
      await deletePartnership(context, viewer, partnership_id);
      return { Success: `Partnership ID ${partnership_id} deleted` };
    },
  }),
  operation({
    method: 'GET',
    path: '/projects/{project_id}/partners/',
    tag,
    summary: 'With which partners a project goes or went, and when; of a project that is not there: none.',
    access: 'optional',
    params: { project_id: id() },
    answers: z.object({ partnerships: z.array(partnership) }),
    fails: { 403: 'The project is not open to the viewer.' },
    service: 'partners: read',
    differences: ['Drafts and private projects are refused to those they are not for.'],
    handler: async ({ context, viewer, params: { project_id } }) => {
      if (!(await standingOf(context, viewer, project_id))) return { partnerships: [] };
      await readableProject(context, viewer, project_id);
      const rows = await context.database.prisma.partnership.findMany({
        where: { projectId: project_id },
        orderBy: { id: 'asc' },
      });
      return { partnerships: rows.map(shown) };
    },
  }),
];

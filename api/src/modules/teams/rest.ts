import { z } from 'zod';
import { status, success } from '../../rest/answers.js';
import { e2, notFound, Refused } from '../../rest/errors.js';
import { operation, Raw } from '../../rest/operation.js';
import { assertManagesOrganisation } from '../../rest/readOrganisation.js';
import { assertManagesKnownTeam } from '../../rest/readTeam.js';
import { bool, id, int, oneOf, text } from '../../rest/values.js';
import { FUNCTIONS, JOIN_METHODS, readTeam, readTeams, teamList, teamPage, VISIBILITIES } from './restAnswers.js';
import { joinRequestsOf } from './joinRequests.js';
import { createTeam, deleteTeam, updateTeam } from './service.js';

const tag = 'teams';

/** One of the names, in any case; another is a 400 here, where other bodies that do not fit are a 422. */
const choice = <const Names extends readonly [string, ...string[]]>(key: string, names: Names) =>
  text({ max: 100 })
    .transform((word): Names[number] => {
      const name = names.find((each) => each === word.toUpperCase());
      if (name) return name;
      throw new Refused(e2(400, 'UNKNOWN_ERROR', `${key} is one of ${names.join(', ')}.`));
    })
    .meta({ type: 'string', enum: [...names] });

const params = { team_id: id() };
const noTeam = { 404: 'There is no such team, or it is private and not yours.' };
const managersOnly = { 'NOT_PERMITTED/NOT_TEAM_MANAGER': [403, 'UserNotTeamManager'] } satisfies Record<
  string,
  [number, string]
>;

export const teamsOperations = [
  operation({
    method: 'GET',
    path: '/teams/',
    tag,
    summary: 'Public teams and your own, for administrators all; those that fit all that is asked.',
    access: 'login',
    query: {
      team_name: text({ max: 512 }).optional(),
      member: int().optional(),
      manager: int().optional(),
      member_request: int().optional(),
      team_role: text({ max: 100 }).optional(),
      organisation: int().optional(),
      omitMemberList: bool().default(false),
      fullMemberList: bool().default(true),
      paginate: bool().default(false),
      page: int({ min: 1, max: 1_000_000 }).default(1),
      perPage: int({ min: 1, max: 1_000 }).default(10),
    },
    answers: teamList,
    service: 'teams: readTeams',
    differences: ['In the order of their numbers; in the original in none.'],
    handler: (call) => readTeams(call, call.query),
  }),
  operation({
    method: 'POST',
    path: '/teams/',
    tag,
    summary: 'Makes a team of an organisation, which you manage. For managers of the organisation.',
    access: 'login',
    body: z.object({
      organisation_id: int(),
      name: text({ min: 1, max: 512 }),
      description: text({ max: 10_000 }).nullish(),
      joinMethod: choice('joinMethod', JOIN_METHODS),
      visibility: choice('visibility', VISIBILITIES),
    }),
    status: 201,
    answers: z.object({ teamId: z.int() }),
    fails: { 400: 'There is no such join method, visibility or organisation.' },
    refusals: {
      'NOT_PERMITTED/NOT_MANAGER': [403, 'CreateTeamNotPermitted'],
      ORGANISATION_NOT_FOUND: [400, undefined],
    },
    service: 'teams: createTeam',
    handler: async ({ context, viewer, body: { organisation_id, ...input } }) => {
      await assertManagesOrganisation(context, viewer, organisation_id);
      return { teamId: (await createTeam(context, viewer, organisation_id, input)).id };
    },
  }),
  operation({
    method: 'GET',
    path: '/teams/join_requests/',
    tag,
    summary: 'Who asked to join a team, as CSV. For those who manage it.',
    access: 'login',
    query: { team_id: int() },
    answers: z.object({ message: z.string() }).describe('Nobody is waiting.'),
    alsoAs: ['text/csv'],
    fails: { 404: 'There is no such team.' },
    refusals: managersOnly,
    service: 'teams: joinRequestsOf',
    differences: ['For those who manage the team; the original gives it to everybody.'],
    handler: async ({ context, viewer, query: { team_id } }) => {
      await assertManagesKnownTeam(context, viewer, team_id);
      const csv = await joinRequestsOf(context.database, team_id);
      if (csv === null) return { message: 'Nobody is waiting to join this team.' };
      const day = new Date().toISOString().slice(0, 10).replaceAll('-', '');
      return new Raw(csv, {
        contentType: 'text/csv; charset=utf-8',
        fileName: `join_requests_${team_id}_${day}.csv`,
      });
    },
  }),
  operation({
    method: 'GET',
    path: '/teams/{team_id}/',
    tag,
    summary: 'One team, with its people, who asked to join, and its projects.',
    access: 'login',
    params,
    query: { omitMemberList: bool().default(false) },
    answers: teamPage,
    fails: noTeam,
    service: 'teams: readTeam',
    differences: [
      'A private team is not there for who neither is in it nor manages it; in the original everybody reads it.',
      'A project is there once for each role of the team, in your language, and only where you may see it.',
    ],
    handler: async ({ context, params: { team_id }, query: { omitMemberList } }) =>
      (await readTeam(context, team_id, omitMemberList)) ?? notFound('TEAM', { team_id }),
  }),
  operation({
    method: 'PATCH',
    path: '/teams/{team_id}/',
    tag,
    summary: 'Changes what is sent of a team; a list of members replaces its members. For those who manage it.',
    access: 'login',
    params,
    body: z.object({
      name: text({ min: 1, max: 512 }).nullish(),
      description: text({ max: 10_000 }).nullish(),
      organisation_id: int().nullish(),
      joinMethod: choice('joinMethod', JOIN_METHODS).nullish(),
      visibility: choice('visibility', VISIBILITIES).nullish(),
      members: z
        .array(
          z.object({
            username: text({ max: 255 }),
            function: oneOf(FUNCTIONS, { fold: true }),
            active: bool(),
            joinRequestNotifications: bool().optional(),
          }),
        )
        .max(5_000)
        .nullish(),
    }),
    answers: status,
    fails: {
      400: 'There is no such join method or visibility, or a value does not fit.',
      404: 'There is no such team or organisation, or nobody has one of the names.',
    },
    refusals: managersOnly,
    service: 'teams: updateTeam',
    differences: [
      'What is left out stays: in the original a change of the name alone empties the team. New members come in, and functions are changed as they are sent.',
      'Who asked to join goes on waiting, named or not.',
      'A team that is not there is a 404.',
    ],
    handler: async ({ context, viewer, params: { team_id }, body: { members, organisation_id, ...rest } }) => {
      const { organisationId } = await assertManagesKnownTeam(context, viewer, team_id);
      // Forms send the organisation along, also those of managers of the team, who could not move it.
      const target = organisation_id === organisationId ? undefined : (organisation_id ?? undefined);
      const named = members?.map(({ active, ...member }) => ({ ...member, unchanged: !active }));
      await updateTeam(context, viewer, team_id, { ...rest, members: named?.length ? named : undefined }, target);
      return { Status: 'Updated' };
    },
  }),
  operation({
    method: 'DELETE',
    path: '/teams/{team_id}/',
    tag,
    summary: 'Deletes a team that is on no project. For those who manage it.',
    access: 'login',
    params,
    answers: success,
    fails: { 400: 'It is on projects.', 404: 'There is no such team.' },
    refusals: {
      ...managersOnly,
      IN_USE: [400, 'This team has projects associated. Before deleting, unlink any associated projects.'],
    },
    service: 'teams: deleteTeam',
    handler: async ({ context, viewer, params: { team_id } }) => {
      await assertManagesKnownTeam(context, viewer, team_id);
      await deleteTeam(context, viewer, team_id);
      return { Success: 'The team was deleted.' };
    },
  }),
];

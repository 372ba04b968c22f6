import { z } from 'zod';
import { NotFound } from '../../errors.js';
import { success } from '../../rest/answers.js';
import { e2 } from '../../rest/errors.js';
import { operation } from '../../rest/operation.js';
import { assertManagesKnownTeam, knownTeam } from '../../rest/readTeam.js';
import { id, oneOf, text } from '../../rest/values.js';
import { addTeamMember, decideJoinRequest, joinTeam, leaveTeam, removeTeamMember } from './membership.js';
import { whyNotJoinTeam } from './policy.js';
import { FUNCTIONS } from './restAnswers.js';
import { personNamed } from './service.js';

const tag = 'teams';
const params = { team_id: id() };
const username = () => text({ min: 1, max: 255 });
const FAILS = {
  400: 'The body does not fit.',
  404: 'There is no such team, or nobody has this name.',
};
const DECISIONS = ['ACCEPT', 'REJECT'] as const;

/** Who is not in a team, also where it is private and so not there for them. */
const notInTeam = (error: Error, { username, team_id }: Record<string, unknown>) =>
  e2(404, 'USER_NOT_IN_TEAM', error.message, { username, team_id });

export const teamMembersOperations = [
  operation({
    method: 'POST',
    path: '/teams/{team_id}/actions/join/',
    tag,
    summary: 'Joins a team, or asks its managers to let you in.',
    access: 'login',
    params,
    answers: success,
    fails: {
      400: 'You are in it, or have asked already, or its managers choose who comes in.',
      404: 'There is no such team, or it is private and not yours.',
    },
    refusals: { ALREADY_MEMBER: [400, 'InvalidRequest'], 'NOT_PERMITTED/BY_INVITE': [400, 'InvalidRequest'] },
    service: 'teams: joinTeam',
    differences: ['A private team is not there for who neither is in it nor manages it.'],
    handler: async ({ context, viewer, params: { team_id } }) => {
      const standing = await knownTeam(context, team_id);
      const refusal = standing.function ? undefined : whyNotJoinTeam(viewer, standing);
      if (refusal) throw refusal;
      await joinTeam(context, viewer, team_id);
      return { Success: 'You are in the team, or its managers were asked.' };
    },
  }),
  operation({
    method: 'PATCH',
    path: '/teams/{team_id}/actions/join/',
    tag,
    summary: 'Lets somebody in who asked to join, or does not. For those who manage the team.',
    access: 'login',
    params,
    body: z.object({
      username: username(),
      action: oneOf(DECISIONS, { fold: true }),
      role: text({ max: 100 }).nullish(),
      type: oneOf(['JOIN-RESPONSE'], { fold: true }).nullish(),
    }),
    invalidBody: [400, 'InvalidData', 422],
    answers: success,
    fails: { ...FAILS, 404: 'There is no such team, nobody has this name, or they have not asked.' },
    refusals: { 'NOT_PERMITTED/NOT_TEAM_MANAGER': [403, 'ApproveJoinError'] },
    service: 'teams: decideJoinRequest',
    differences: [
      'An action or a type that there is not is a 400, not a 500 or nothing; so is invite-response, which lets nobody in by themselves.',
      'Rejecting takes nobody out who is in the team already.',
    ],
    handler: async ({ context, viewer, params: { team_id }, body }) => {
      await assertManagesKnownTeam(context, viewer, team_id);
      const accept = body.action === 'ACCEPT';
      try {
        await decideJoinRequest(context, viewer, team_id, body.username, accept);
      } catch (error) {
        // Another manager has let them in already: what is asked for is so.
        if (!accept || !(error instanceof NotFound) || error.what !== 'JOIN_REQUEST') throw error;
        const personId = await personNamed(context, body.username);
        const { teamMember } = context.database.prisma;
        if (!(await teamMember.findUnique({ where: { teamId_personId: { teamId: team_id, personId } } }))) throw error;
      }
      return { Success: 'True' };
    },
  }),
  operation({
    method: 'POST',
    path: '/teams/{team_id}/actions/add/',
    tag,
    summary: 'Puts somebody into a team, or changes what they are in it. For those who manage the team.',
    access: 'login',
    params,
    body: z.object({ username: username(), role: oneOf(FUNCTIONS, { fold: true }).nullish() }),
    invalidBody: [400, 'InvalidData', 422],
    answers: success,
    fails: FAILS,
    refusals: { 'NOT_PERMITTED/NOT_TEAM_MANAGER': [403, 'UserNotTeamManager'] },
    service: 'teams: addTeamMember',
    differences: ['A role that there is not is a 400, and who may not is a 403; both are 500s in the original.'],
    handler: async ({ context, viewer, params: { team_id }, body: { username, role } }) => {
      await assertManagesKnownTeam(context, viewer, team_id);
      await addTeamMember(context, viewer, team_id, username, role ?? 'MEMBER');
      return { Success: `${username} is in the team.` };
    },
  }),
  operation({
    method: 'POST',
    path: '/teams/{team_id}/actions/leave/',
    tag,
    summary: 'Leaves a team; those who manage it take others out.',
    access: 'login',
    params,
    body: z.object({ username: username() }),
    invalidBody: [400, 'InvalidData', 422],
    answers: success,
    fails: { ...FAILS, 404: 'There is no such team, nobody has this name, or they are not in it.' },
    refusals: {
      'NOT_PERMITTED/NOT_TEAM_MANAGER': [403, 'RemoveUserError'],
      TEAM_MEMBER_NOT_FOUND: notInTeam,
      TEAM_NOT_FOUND: notInTeam,
    },
    service: 'teams: removeTeamMember, leaveTeam',
    handler: async ({ context, viewer, params: { team_id }, body: { username } }) => {
      if (username === viewer.username) {
        await knownTeam(context, team_id);
        await leaveTeam(context, viewer, team_id);
      } else {
        await assertManagesKnownTeam(context, viewer, team_id);
        await removeTeamMember(context, viewer, team_id, username);
      }
      return { Success: `${username} is not in the team any more.` };
    },
  }),
];

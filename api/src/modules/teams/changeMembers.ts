import { InvalidInput, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { TeamMemberFunction } from './enums.js';
import { AlreadyMember } from './errors.js';
import {
  addTeamMember,
  decideJoinRequest,
  joinTeam,
  leaveTeam,
  removeTeamMember,
  setJoinRequestNotifications,
} from './membership.js';
import { teamPayload } from './payload.js';

const JoinDecision = builder.enumType('JoinDecision', {
  description: 'What becomes of somebody who asked to join.',
  values: {
    ACCEPT: { description: 'Is in the team from now on.' },
    REJECT: { description: 'Is not, and may ask again.' },
  },
});

const teamId = { required: true, description: 'Number or node id.' } as const;
const username = { required: true, description: 'The exact name on OpenStreetMap.' } as const;

const JoinTeamInput = builder.inputType('JoinTeamInput', {
  description: 'The team to join.',
  fields: (t) => ({ teamId: t.id(teamId) }),
});
const LeaveTeamInput = builder.inputType('LeaveTeamInput', {
  description: 'The team to leave.',
  fields: (t) => ({ teamId: t.id(teamId) }),
});
const DecideJoinRequestInput = builder.inputType('DecideJoinRequestInput', {
  description: 'Who asked to join, and what becomes of it.',
  fields: (t) => ({
    teamId: t.id(teamId),
    username: t.string(username),
    decision: t.field({ type: JoinDecision, required: true, description: 'Let them in, or not.' }),
  }),
});
const AddTeamMemberInput = builder.inputType('AddTeamMemberInput', {
  description: 'Who is to be in the team.',
  fields: (t) => ({
    teamId: t.id(teamId),
    username: t.string(username),
    function: t.field({
      type: TeamMemberFunction,
      defaultValue: 'MEMBER',
      description: 'What they are to be in it; who is in it already becomes this.',
    }),
  }),
});
const RemoveTeamMemberInput = builder.inputType('RemoveTeamMemberInput', {
  description: 'Who is to be out of the team.',
  fields: (t) => ({ teamId: t.id(teamId), username: t.string(username) }),
});
const SetJoinRequestNotificationsInput = builder.inputType('SetJoinRequestNotificationsInput', {
  description: 'Whether the viewer hears of those who ask to join.',
  fields: (t) => ({
    teamId: t.id(teamId),
    enabled: t.boolean({ required: true, description: 'True: is told of each.' }),
  }),
});

builder.mutationFields((t) => ({
  joinTeam: t.field({
    type: teamPayload(
      'JoinTeamPayload',
      'The viewer is in the team, or has asked: `team.viewerMembership` says which.',
    ),
    description: 'Joins a team that lets everybody in, or asks its managers. Who manages it is in at once.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, AlreadyMember] },
    args: oneInput(JoinTeamInput),
    resolve: (_root, { input }, context) => joinTeam(context, signedIn(context.viewer), numberOf('Team', input.teamId)),
  }),
  leaveTeam: t.field({
    type: teamPayload('LeaveTeamPayload', 'The viewer is out of the team.'),
    description: 'Leaves a team, or takes back that one asked to join.',
    errors: { types: [NotSignedIn, NotFound] },
    args: oneInput(LeaveTeamInput),
    resolve: (_root, { input }, context) =>
      leaveTeam(context, signedIn(context.viewer), numberOf('Team', input.teamId)),
  }),
  decideJoinRequest: t.field({
    type: teamPayload('DecideJoinRequestPayload', 'It is decided.'),
    description: 'Lets somebody in who asked to join, or does not. For those who manage the team.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InvalidInput] },
    args: oneInput(DecideJoinRequestInput),
    resolve: (_root, { input }, context) =>
      decideJoinRequest(
        context,
        signedIn(context.viewer),
        numberOf('Team', input.teamId),
        input.username,
        input.decision === 'ACCEPT',
      ),
  }),
  addTeamMember: t.field({
    type: teamPayload('AddTeamMemberPayload', 'The person is in the team.'),
    description: 'Puts somebody into a team, or changes what they are in it. For those who manage the team.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InvalidInput] },
    args: oneInput(AddTeamMemberInput),
    resolve: (_root, { input }, context) =>
      addTeamMember(
        context,
        signedIn(context.viewer),
        numberOf('Team', input.teamId),
        input.username,
        input.function ?? 'MEMBER',
      ),
  }),
  removeTeamMember: t.field({
    type: teamPayload('RemoveTeamMemberPayload', 'The person is out of the team.'),
    description: 'Takes somebody out of a team. For those who manage the team, and for oneself.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InvalidInput] },
    args: oneInput(RemoveTeamMemberInput),
    resolve: (_root, { input }, context) =>
      removeTeamMember(context, signedIn(context.viewer), numberOf('Team', input.teamId), input.username),
  }),
  setJoinRequestNotifications: t.field({
    type: teamPayload('SetJoinRequestNotificationsPayload', 'The choice is kept.'),
    description: 'Whether the viewer hears of those who ask to join. For managers in the team.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound] },
    args: oneInput(SetJoinRequestNotificationsInput),
    resolve: (_root, { input }, context) =>
      setJoinRequestNotifications(context, signedIn(context.viewer), numberOf('Team', input.teamId), input.enabled),
  }),
}));

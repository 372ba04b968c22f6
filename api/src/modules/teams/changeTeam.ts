import { InUse, InvalidInput, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { deletedPayload } from '../../graphql/deleted.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { TeamJoinMethod, TeamMemberFunction, TeamVisibility } from './enums.js';
import { teamPayload } from './payload.js';
import { createTeam, deleteTeam, updateTeam } from './service.js';

const CreateTeamInput = builder.inputType('CreateTeamInput', {
  description: 'The new team.',
  fields: (t) => ({
    organisationId: t.id({ required: true, description: 'Number or node id of the organisation it belongs to.' }),
    name: t.string({ required: true, description: 'At most 512 characters.' }),
    description: t.string({ description: 'What it does; at most 10,000 characters.' }),
    visibility: t.field({ type: TeamVisibility, description: 'Who knows of it; PUBLIC when left out.' }),
    joinMethod: t.field({ type: TeamJoinMethod, description: 'How somebody comes into it; ANY when left out.' }),
  }),
});
const TeamMemberInput = builder.inputType('TeamMemberInput', {
  description: 'Somebody who is to be in the team.',
  fields: (t) => ({
    username: t.string({ required: true, description: 'The exact name on OpenStreetMap.' }),
    function: t.field({ type: TeamMemberFunction, required: true, description: 'What they are to be in it.' }),
  }),
});
const UpdateTeamInput = builder.inputType('UpdateTeamInput', {
  description: 'What to change. What is left out stays as it is.',
  fields: (t) => ({
    teamId: t.id({ required: true, description: 'Number or node id.' }),
    organisationId: t.id({ description: 'Moves it to another organisation, which the viewer must manage as well.' }),
    name: t.string({ description: 'At most 512 characters.' }),
    description: t.string({ description: 'What it does; at most 10,000 characters; null removes it.' }),
    visibility: t.field({ type: TeamVisibility, description: 'Who knows of it.' }),
    joinMethod: t.field({ type: TeamJoinMethod, description: 'How somebody comes into it.' }),
    members: t.field({
      type: [TeamMemberInput],
      description:
        'Replaces all members, at most 5,000: who is not named is out. Who asked to join and is not named goes on waiting.',
    }),
  }),
});
const DeleteTeamInput = builder.inputType('DeleteTeamInput', {
  description: 'The team to delete.',
  fields: (t) => ({ teamId: t.id({ required: true, description: 'Number or node id.' }) }),
});

builder.mutationFields((t) => ({
  createTeam: t.field({
    type: teamPayload('CreateTeamPayload', 'The team was created, with the viewer as its manager.'),
    description: 'Creates a team. For managers of the organisation and administrators.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InvalidInput] },
    args: oneInput(CreateTeamInput),
    resolve: (_root, { input: { organisationId, ...input } }, context) =>
      createTeam(context, signedIn(context.viewer), numberOf('Organisation', organisationId), input),
  }),
  updateTeam: t.field({
    type: teamPayload('UpdateTeamPayload', 'The team was changed.'),
    description: 'Changes a team, all or nothing. For its managers, those of its organisation, and administrators.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InvalidInput] },
    args: oneInput(UpdateTeamInput),
    resolve: (_root, { input: { teamId, organisationId, ...input } }, context) =>
      updateTeam(
        context,
        signedIn(context.viewer),
        numberOf('Team', teamId),
        input,
        organisationId == null ? undefined : numberOf('Organisation', organisationId),
      ),
  }),
  deleteTeam: t.field({
    type: deletedPayload('DeleteTeamPayload', 'team'),
    description:
      'Deletes a team that is on no project. For its managers, those of its organisation, and administrators.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InUse] },
    args: oneInput(DeleteTeamInput),
    resolve: (_root, { input: { teamId } }, context) =>
      deleteTeam(context, signedIn(context.viewer), numberOf('Team', teamId)),
  }),
}));

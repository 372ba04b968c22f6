import { InvalidInput, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { Project } from '../projects/Project.js';
import { TeamRole } from './enums.js';
import { LastTeam } from './errors.js';
import { removeTeamsFromProjects, setTeamRoles } from './projectTeams.js';

const SetTeamRolesInput = builder.inputType('SetTeamRolesInput', {
  description: 'The roles of a team on a project.',
  fields: (t) => ({
    projectId: t.id({ required: true, description: 'Number or node id of the project.' }),
    teamId: t.id({ required: true, description: 'Number or node id of the team.' }),
    roles: t.field({
      type: [TeamRole],
      required: true,
      description: 'All roles that it is to have, at least one; those that it has and that are not named go.',
    }),
  }),
});
const ProjectTeamInput = builder.inputType('ProjectTeamInput', {
  description: 'A team and a project that it is on.',
  fields: (t) => ({
    projectId: t.id({ required: true, description: 'Number or node id of the project.' }),
    teamId: t.id({ required: true, description: 'Number or node id of the team.' }),
  }),
});
const RemoveTeamsFromProjectsInput = builder.inputType('RemoveTeamsFromProjectsInput', {
  description: 'What is to be parted, all or nothing.',
  fields: (t) => ({
    links: t.field({
      type: [ProjectTeamInput],
      required: true,
      description: '1 to 100 pairs of a project and a team.',
    }),
  }),
});

const SetTeamRolesPayload = builder.objectRef<{ projectId: number }>('SetTeamRolesPayload').implement({
  description: 'The team has these roles.',
  fields: (t) => ({
    project: t.prismaField({
      type: Project,
      description: 'As it is now.',
      resolve: (query, { projectId }, _args, { database }) =>
        database.prisma.project.findUniqueOrThrow({ ...query, where: { id: projectId } }),
    }),
  }),
});
const RemoveTeamsFromProjectsPayload = builder
  .objectRef<{ projectIds: number[] }>('RemoveTeamsFromProjectsPayload')
  .implement({
    description: 'The teams are off the projects.',
    fields: (t) => ({
      projectNumbers: t.exposeIntList('projectIds', { description: 'Numbers of the projects that were changed.' }),
    }),
  });

builder.mutationFields((t) => ({
  setTeamRoles: t.field({
    type: SetTeamRolesPayload,
    description:
      'Says what a team may do on a project. For those who manage the project; who brings a team in that is not on it yet manages the team as well.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InvalidInput, LastTeam] },
    args: oneInput(SetTeamRolesInput),
    resolve: (_root, { input: { projectId, teamId, roles } }, context) =>
      setTeamRoles(
        context,
        signedIn(context.viewer),
        { projectId: numberOf('Project', projectId), teamId: numberOf('Team', teamId) },
        roles,
      ),
  }),
  removeTeamsFromProjects: t.field({
    type: RemoveTeamsFromProjectsPayload,
    description:
      'Takes teams off projects, all or none, judged by what the projects are left with. For those who manage the project or the team.',
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InvalidInput, LastTeam] },
    args: oneInput(RemoveTeamsFromProjectsInput),
    resolve: (_root, { input: { links } }, context) =>
      removeTeamsFromProjects(
        context,
        signedIn(context.viewer),
        links.map(({ projectId, teamId }) => ({
          projectId: numberOf('Project', projectId),
          teamId: numberOf('Team', teamId),
        })),
      ),
  }),
}));

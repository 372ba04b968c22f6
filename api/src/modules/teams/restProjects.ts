import { z } from 'zod';
import { pagination, status, success } from '../../rest/answers.js';
import { e1, e2, refuse, Refused, type Refusals } from '../../rest/errors.js';
import { operation } from '../../rest/operation.js';
import { managedProject, readableProject } from '../../rest/readProject.js';
import { assertManagesKnownTeam } from '../../rest/readTeam.js';
import { id, int, oneOf } from '../../rest/values.js';
import { canManage } from '../projects/policy.js';
import { standingOf } from '../projects/standing.js';
import { LastTeam } from './errors.js';
import { addTeamRole, removeTeamFromAllProjects, removeTeamsFromProjects, replaceTeamRoles } from './projectTeams.js';
import { ROLES } from './restAnswers.js';
import { teamsSeenBy } from './standing.js';

const done = z.object({ Success: z.literal(true) });
const doneFully = done.extend({ Message: z.string() });
const both = { project_id: id(), team_id: id() };
const role = z.object({ role: oneOf(ROLES, { fold: true }) });

const managersOnly = { 'NOT_PERMITTED/NOT_TEAM_MANAGER': [403, 'UserPermissionError'] } satisfies Refusals;

const GUARDS = {
  PROJECT_MANAGER: 'ProjectManagementPermissionError',
  MAPPER: 'TeamMappingPermissionError',
  VALIDATOR: 'TeamValidationPermissionError',
};
/** What keeps a team on a project. */
const unlinking = {
  ...managersOnly,
  LAST_TEAM: (error) => e1(403, error instanceof LastTeam ? GUARDS[error.role] : undefined, error.message),
  PROJECT_NOT_FOUND: [404, 'NotFoundError'],
  PROJECT_TEAM_NOT_FOUND: [404, 'NotFoundError'],
} satisfies Refusals;
const unlinkFails = {
  403: 'You do not manage the team, or the project would be left without a team that it needs.',
  404: 'There is no such team or project, or they have nothing to do with each other.',
};
const judged =
  'Judged by what the project is left with in the end, with all roles of the team; the original looks at one role, and at the state before.';

/** A team that is not there is on no project. */
const notOnProject = (error: Error, { team_id, project_id }: Record<string, unknown>) =>
  e2(404, 'PROJECT_TEAM_NOT_FOUND', error.message, { team_id, project_id });

export const projectTeamsOperations = [
  operation({
    method: 'GET',
    path: '/projects/{project_id}/teams/',
    tag: 'projects',
    summary: 'The teams on a project, each with each of its roles.',
    access: 'login',
    params: { project_id: id() },
    answers: z.object({
      teams: z.array(
        z.object({
          teamId: z.int(),
          name: z.string().nullable().describe('Null: the team is private and not yours.'),
          role: z.enum(ROLES),
        }),
      ),
      pagination: pagination.nullable(),
    }),
    fails: { 404: 'There is no such project.' },
    service: 'teams: read',
    differences: [
      'With the names and roles that the original means to send, and loses.',
      'Of a draft or a private project for those who may see it, as the project itself is.',
    ],
    handler: async ({ context, viewer, params: { project_id } }) => {
      await readableProject(context, viewer, project_id);
      const standing = await standingOf(context, viewer, project_id);
      const { prisma } = context.database;
      const links = await prisma.projectTeam.findMany({
        where: { projectId: project_id },
        orderBy: [{ teamId: 'asc' }, { role: 'asc' }],
      });
      const named = await prisma.team.findMany({
        where: {
          id: { in: links.map(({ teamId }) => teamId) },
          AND: standing && canManage(standing) ? {} : teamsSeenBy(viewer),
        },
        select: { id: true, name: true },
      });
      const names = new Map(named.map(({ id, name }) => [id, name]));
      return {
        teams: links.map(({ teamId, role }) => ({ teamId, name: names.get(teamId) ?? null, role })),
        pagination: null,
      };
    },
  }),
  operation({
    method: 'POST',
    path: '/projects/{project_id}/teams/{team_id}/',
    tag: 'projects',
    summary: 'Gives a team a role on a project. For who manages both.',
    access: 'login',
    params: both,
    body: role,
    invalidBody: [400, 'InvalidData', 422],
    status: 201,
    answers: success,
    fails: {
      400: 'There is no such role.',
      404: 'There is no such team or project.',
      409: 'It has this role already.',
    },
    refusals: managersOnly,
    service: 'teams: addTeamRole',
    differences: ['A role that there is not is a 400, one that the team has a 409; both are 500s in the original.'],
    handler: async ({ context, viewer, params: { project_id, team_id }, body: { role } }) => {
      await assertManagesKnownTeam(context, viewer, team_id);
      await managedProject(context, viewer, project_id);
      if (!(await addTeamRole(context, viewer, { projectId: project_id, teamId: team_id }, role)))
        throw new Refused(e2(409, 'CONFLICT', `This team has the role ${role} on the project already.`));
      return { Success: `Team ${team_id} has the role ${role} on project ${project_id}.` };
    },
  }),
  operation({
    method: 'PATCH',
    path: '/projects/{team_id}/projects/{project_id}/',
    tag: 'projects',
    summary: 'Gives a team that is on a project this role alone. For who manages the project.',
    access: 'login',
    params: both,
    body: role,
    invalidBody: [400, 'InvalidData', 422],
    status: 201,
    answers: status,
    fails: { 400: 'There is no such role.', 404: 'There is no such project, or the team is not on it.' },
    refusals: { TEAM_NOT_FOUND: notOnProject },
    service: 'teams: replaceTeamRoles',
    differences: ['A team that is not on the project is a 404; the original says that it was changed.'],
    handler: async ({ context, viewer, params: { project_id, team_id }, body: { role } }) => {
      await managedProject(context, viewer, project_id);
      await replaceTeamRoles(context, viewer, { projectId: project_id, teamId: team_id }, [role]);
      return { Status: 'The role of the team was changed.' };
    },
  }),
  operation({
    method: 'DELETE',
    path: '/projects/{team_id}/projects/{project_id}/',
    tag: 'projects',
    summary: 'Takes a team off a project. For who manages the project.',
    access: 'login',
    params: both,
    answers: done,
    fails: { 404: 'There is no such project, or the team is not on it.' },
    refusals: { TEAM_NOT_FOUND: notOnProject },
    service: 'teams: replaceTeamRoles',
    handler: async ({ context, viewer, params: { project_id, team_id } }) => {
      await managedProject(context, viewer, project_id);
      await replaceTeamRoles(context, viewer, { projectId: project_id, teamId: team_id }, []);
      return { Success: true };
    },
  }),
  operation({
    method: 'DELETE',
    path: '/teams/projects/{project_id}/teams/{team_id}/',
    tag: 'teams',
    summary: 'Takes a team off a project. For those who manage the team.',
    access: 'login',
    params: both,
    answers: done,
    fails: unlinkFails,
    refusals: unlinking,
    service: 'teams: removeTeamsFromProjects',
    differences: [judged],
    handler: async ({ context, viewer, params: { project_id, team_id } }) => {
      await assertManagesKnownTeam(context, viewer, team_id);
      await removeTeamsFromProjects(context, viewer, [{ projectId: project_id, teamId: team_id }]);
      return { Success: true };
    },
  }),
  operation({
    method: 'DELETE',
    path: '/teams/projects/teams/{team_id}/unlink',
    tag: 'teams',
    summary: 'Takes a team off all its projects, or off none. For those who manage the team.',
    access: 'login',
    params: { team_id: id() },
    answers: doneFully,
    fails: unlinkFails,
    refusals: unlinking,
    service: 'teams: removeTeamFromAllProjects',
    differences: [judged],
    handler: async ({ context, viewer, params: { team_id } }) => {
      await assertManagesKnownTeam(context, viewer, team_id);
      const projects = await removeTeamFromAllProjects(context, viewer, team_id);
      return { Success: true, Message: `Team ${team_id} was taken off these projects: ${projects.join(', ')}` };
    },
  }),
  operation({
    method: 'DELETE',
    path: '/teams/projects/unlink',
    tag: 'teams',
    summary: 'Takes teams off projects, all or none. For those who manage the teams.',
    access: 'login',
    body: z.object({ items: z.array(z.object({ project_id: int(), team_id: int() })).max(100) }),
    answers: doneFully,
    fails: { ...unlinkFails, 400: 'No pair was sent.' },
    refusals: unlinking,
    service: 'teams: removeTeamsFromProjects',
    differences: [judged],
    handler: async ({ context, viewer, body: { items } }) => {
      const pairs = [...new Map(items.map((pair) => [`${pair.project_id} ${pair.team_id}`, pair])).values()];
      if (pairs.length === 0) refuse(400, 'InvalidRequest', 'Name at least one pair of a project and a team.');
      await Promise.all(pairs.map(({ team_id }) => assertManagesKnownTeam(context, viewer, team_id)));
      await removeTeamsFromProjects(
        context,
        viewer,
        pairs.map(({ project_id, team_id }) => ({ projectId: project_id, teamId: team_id })),
      );
      const named = pairs.map(({ project_id, team_id }) => `(project ${project_id}, team ${team_id})`);
      return { Success: true, Message: `Teams were taken off projects: ${named.join(', ')}` };
    },
  }),
];

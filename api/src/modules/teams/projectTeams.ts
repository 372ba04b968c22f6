import pg from 'pg';
import { isBrokenReference } from '../../database/violations.js';
import { InvalidInput, NotFound } from '../../errors.js';
import type { Services } from '../../graphql/context.js';
import type { Viewer } from '../../viewer.js';
import { canManage, canSee } from '../projects/policy.js';
import { editable } from '../projects/service.js';
import { standingOf } from '../projects/standing.js';
import { LastTeam, type GuardedRole } from './errors.js';
import { canSeeTeam, managesTeam, whyNotManageTeam } from './policy.js';
import { assertManagesTeam, noTeam } from './service.js';
import { readTeamStandings } from './standing.js';

const SET = { name: 'teams/set_project_teams', text: 'select set_project_teams($1::jsonb)' };

export type Role = 'READ_ONLY' | 'MAPPER' | 'VALIDATOR' | 'PROJECT_MANAGER';
interface Link {
  projectId: number;
  teamId: number;
}

/**
 * Gives a team exactly these roles on a project. Who brings a new team in manages both; who manages the project alone
 * changes the roles of teams that are in it. Throws NotFound, NotPermitted, InvalidInput, LastTeam.
 */
export async function setTeamRoles(services: Services, viewer: Viewer, { projectId, teamId }: Link, roles: Role[]) {
  await mayGiveRoles(services, viewer, { projectId, teamId });
  if (roles.length === 0)
    throw new InvalidInput([
      { path: ['roles'], message: 'Choose at least one role, or take the team off the project.' },
    ]);
  await write(services, [{ project: projectId, team: teamId, roles }]);
  return { projectId };
}

/** That the viewer may decide of the roles that the team has on the project. Throws NotFound, NotPermitted. */
async function mayGiveRoles(services: Services, viewer: Viewer, { projectId, teamId }: Link) {
  await editable(services, viewer, projectId);
  const linked = await services.database.prisma.projectTeam.findFirst({ where: { projectId, teamId } });
  if (!linked) await assertManagesTeam(services, viewer, teamId);
}

/**
 * Gives a team one more role on a project; false where it has it already. Who brings a new team in manages both. Throws
 * NotFound, NotPermitted.
 */
export async function addTeamRole(services: Services, viewer: Viewer, { projectId, teamId }: Link, role: Role) {
  await mayGiveRoles(services, viewer, { projectId, teamId });
  const { count } = await services.database.prisma.projectTeam
    .createMany({ data: [{ projectId, teamId, role }], skipDuplicates: true })
    .catch((error: unknown) => {
      throw isBrokenReference(error) ? noTeam() : error; // deleted a moment ago
    });
  return count > 0;
}

/**
 * Gives a team that is on a project this role alone, or none: whatever the project is left with. Throws NotFound: also
 * PROJECT_TEAM where the team is not on it; NotPermitted.
 */
export async function replaceTeamRoles(services: Services, viewer: Viewer, { projectId, teamId }: Link, roles: Role[]) {
  await editable(services, viewer, projectId);
  if (!(await services.database.prisma.projectTeam.findFirst({ where: { projectId, teamId } })))
    throw notOnProject(projectId, teamId);
  await write(services, [{ project: projectId, team: teamId, roles, unguarded: true }]);
}

/**
 * Takes a team off all its projects, all or none; the numbers of the projects. Throws NotFound: also PROJECT_TEAM where it
 * has none; NotPermitted, LastTeam.
 */
export async function removeTeamFromAllProjects(services: Services, viewer: Viewer, teamId: number): Promise<number[]> {
  await assertManagesTeam(services, viewer, teamId);
  const links = await services.database.prisma.projectTeam.findMany({ where: { teamId }, select: { projectId: true } });
  if (links.length === 0) throw new NotFound('PROJECT_TEAM', `Team ${teamId} is on no project.`);
  const projects = [...new Set(links.map(({ projectId }) => projectId))].sort((a, b) => a - b);
  await write(
    services,
    projects.map((project) => ({ project, team: teamId, roles: [] })),
  );
  return projects;
}

/**
 * Takes teams off projects, all or none. Who manages the project or the team may. Throws NotFound, NotPermitted,
 * InvalidInput, LastTeam.
 */
export async function removeTeamsFromProjects(services: Services, viewer: Viewer, links: Link[]) {
  if (links.length === 0 || links.length > 100)
    throw new InvalidInput([{ path: ['links'], message: 'Name 1 to 100 pairs of a project and a team.' }]);
  const { database } = services;
  const standings = await readTeamStandings(
    database,
    viewer,
    links.map(({ teamId }) => teamId),
  );
  const there = await database.prisma.projectTeam.findMany({
    where: { OR: links },
    select: { projectId: true, teamId: true },
  });
  await Promise.all(
    links.map(async ({ projectId, teamId }) => {
      const project = await standingOf(services, viewer, projectId);
      const team = standings.get(teamId);
      const linked = there.some((link) => link.projectId === projectId && link.teamId === teamId);
      // Who manages a team takes it off any project that it is on, also one that they do not see.
      if (!project || !(canSee(project) || (linked && team && managesTeam(viewer, team)))) throw noProject();
      if (!team || !(canSeeTeam(viewer, team) || canManage(project))) throw noTeam();
      const manages = viewer.role !== 'READ_ONLY' && (canManage(project) || managesTeam(viewer, team));
      if (!manages) throw whyNotManageTeam(viewer, team);
      if (!linked) throw notOnProject(projectId, teamId);
    }),
  );
  await write(
    services,
    links.map(({ projectId, teamId }) => ({ project: projectId, team: teamId, roles: [] })),
  );
  return { projectIds: [...new Set(links.map(({ projectId }) => projectId))] };
}

const noProject = () => new NotFound('PROJECT', 'There is no such project, or it is not open to you.');

const notOnProject = (projectId: number, teamId: number) =>
  new NotFound('PROJECT_TEAM', `Team ${teamId} is not on project ${projectId}.`);

interface Written {
  project: number;
  team: number;
  roles: Role[];
  /** The project may be left without a role that it needs. */
  unguarded?: boolean;
}

async function write({ database }: Services, links: Written[]) {
  try {
    await database.query(SET, [JSON.stringify(links)]);
  } catch (error) {
    if (isBrokenReference(error)) throw noTeam(); // deleted a moment ago
    if (!(error instanceof pg.DatabaseError) || error.code !== 'TG010') throw error;
    const { project, role } = JSON.parse(error.detail!) as { project: number; role: GuardedRole };
    throw new LastTeam(project, role);
  }
}

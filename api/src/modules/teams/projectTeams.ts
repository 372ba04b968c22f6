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
  await editable(services, viewer, projectId);
  if (roles.length === 0)
    throw new InvalidInput([
      { path: ['roles'], message: 'Choose at least one role, or take the team off the project.' },
    ]);
  const linked = await services.database.prisma.projectTeam.findFirst({ where: { projectId, teamId } });
  if (!linked) await assertManagesTeam(services, viewer, teamId);
  await write(services, [{ project: projectId, team: teamId, roles }]);
  return { projectId };
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
      if (!project || !canSee(project)) throw noProject();
      const team = standings.get(teamId);
      if (!team || !(canSeeTeam(viewer, team) || canManage(project))) throw noTeam();
      const manages = viewer.role !== 'READ_ONLY' && (canManage(project) || managesTeam(viewer, team));
      if (!manages) throw whyNotManageTeam(viewer, team);
      if (!there.some((link) => link.projectId === projectId && link.teamId === teamId))
        throw new NotFound('PROJECT_TEAM', `Team ${teamId} is not on project ${projectId}.`);
    }),
  );
  await write(
    services,
    links.map(({ projectId, teamId }) => ({ project: projectId, team: teamId, roles: [] })),
  );
  return { projectIds: [...new Set(links.map(({ projectId }) => projectId))] };
}

const noProject = () => new NotFound('PROJECT', 'There is no such project, or it is not open to you.');

async function write({ database }: Services, links: { project: number; team: number; roles: Role[] }[]) {
  try {
    await database.query(SET, [JSON.stringify(links)]);
  } catch (error) {
    if (isBrokenReference(error)) throw noTeam(); // deleted a moment ago
    if (!(error instanceof pg.DatabaseError) || error.code !== 'TG010') throw error;
    const { project, role } = JSON.parse(error.detail!) as { project: number; role: GuardedRole };
    throw new LastTeam(project, role);
  }
}

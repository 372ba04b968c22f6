import { statement, type Database } from '../../database/database.js';
import type { Prisma } from '../../generated/prisma/client.js';
import { batched } from '../../graphql/perRequest.js';
import type { Viewer } from '../../viewer.js';

const STANDING = statement(import.meta.url, 'sql/standing');

/** How the viewer stands to a team. `policy.ts` says what follows from it. */
export interface TeamStanding {
  teamId: number;
  organisationId: number;
  visibility: 'PUBLIC' | 'PRIVATE';
  joinMethod: 'ANY' | 'BY_REQUEST' | 'BY_INVITE';
  managesOrganisation: boolean;
  /** What the viewer is in the team, or asked to be; null when nothing. */
  function: 'MANAGER' | 'MEMBER' | null;
  active: boolean;
}

/** The viewer's standing to each team that there is. */
export async function readTeamStandings(database: Database, viewer: Viewer | null, ids: number[]) {
  const rows = await database.read<TeamStanding>(STANDING, [viewer?.id ?? null, ids]);
  return new Map(rows.map((row) => [row.teamId, row]));
}

/** The viewer's standing to a team; undefined where there is no such team. */
export const teamStandingOf = batched(async (ids: number[], { database, viewer }) => {
  const standings = await readTeamStandings(database, viewer, ids);
  return (id: number) => standings.get(id);
});

/** The teams that the viewer may know of: `canSeeTeam` as a filter of lists. */
export function teamsSeenBy(viewer: Viewer | null): Prisma.TeamWhereInput {
  if (!viewer) return { visibility: 'PUBLIC' };
  if (viewer.role === 'ADMIN') return {};
  return {
    OR: [
      { visibility: 'PUBLIC' },
      { members: { some: { personId: viewer.id } } },
      { organisation: { managers: { some: { personId: viewer.id } } } },
    ],
  };
}

/** The teams that the viewer manages: `managesTeam` as a filter of lists. Of a visitor none. */
export const teamsManagedBy = (viewer: Viewer | null): Prisma.TeamWhereInput =>
  viewer?.role === 'ADMIN' ? {} : teamsOfManager(viewer?.id ?? 0);

/** The teams that a person manages in the team or as a manager of its organisation, not by being an administrator. */
export const teamsOfManager = (personId: number): Prisma.TeamWhereInput => ({
  OR: [
    { members: { some: { personId, active: true, function: 'MANAGER' } } },
    { organisation: { managers: { some: { personId } } } },
  ],
});

import type { Context } from '../graphql/context.js';
import { whyNotManageTeam } from '../modules/teams/policy.js';
import { teamStandingOf, type TeamStanding } from '../modules/teams/standing.js';
import type { Viewer } from '../viewer.js';
import { notFound } from './errors.js';

/** How the viewer stands to a team that there is: 404 for others. It says nothing of whether they may see it. */
export const knownTeam = async (context: Context, team_id: number): Promise<TeamStanding> =>
  (await teamStandingOf(context, team_id)) ?? notFound('TEAM', { team_id });

/**
 * That the viewer manages a team that there is: 404 for others. Who does not is refused, as in the original, also where the
 * team is private and they do not see it. Throws NotPermitted.
 */
export async function assertManagesKnownTeam(context: Context, viewer: Viewer, team_id: number): Promise<TeamStanding> {
  const standing = await knownTeam(context, team_id);
  const refusal = whyNotManageTeam(viewer, standing);
  if (refusal) throw refusal;
  return standing;
}

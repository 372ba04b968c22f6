import { NotPermitted } from '../../errors.js';
import type { Viewer } from '../../viewer.js';
import { blocked } from '../projects/policy.js';
import type { TeamStanding } from './standing.js';

const SIGN_IN = 'Sign in with your OpenStreetMap account to do this.';

/** Administrators, managers of its organisation, and its own managers. */
export const managesTeam = (viewer: Viewer | null, s: TeamStanding): boolean =>
  viewer?.role === 'ADMIN' || s.managesOrganisation || (s.active && s.function === 'MANAGER');

/** A private team is known to its members, those who asked to join, and those who manage it. */
export const canSeeTeam = (viewer: Viewer | null, s: TeamStanding): boolean =>
  s.visibility === 'PUBLIC' || s.function !== null || managesTeam(viewer, s);

export function whyNotManageTeam(viewer: Viewer | null, s: TeamStanding): NotPermitted | undefined {
  if (!viewer) return new NotPermitted('NOT_SIGNED_IN', SIGN_IN);
  if (viewer.role === 'READ_ONLY') return blocked();
  if (managesTeam(viewer, s)) return undefined;
  return new NotPermitted('NOT_TEAM_MANAGER', 'Only managers of the team can do this. Ask one of them.');
}

/** Who is in the team already is not refused here: the statement that joins says so. */
export function whyNotJoinTeam(viewer: Viewer | null, s: TeamStanding): NotPermitted | undefined {
  if (!viewer) return new NotPermitted('NOT_SIGNED_IN', SIGN_IN);
  if (viewer.role === 'READ_ONLY') return blocked();
  if (managesTeam(viewer, s) || s.joinMethod !== 'BY_INVITE') return undefined;
  return new NotPermitted('BY_INVITE', 'Managers of this team choose its members. Ask one of them to add you.');
}

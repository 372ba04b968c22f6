import { NotPermitted } from '../../errors.js';
import type { Viewer } from '../../viewer.js';

/** Levels and badges are the administrators'. */
export function whyNotManageLevels(viewer: Viewer | null): NotPermitted | undefined {
  if (viewer?.role === 'ADMIN') return undefined;
  return new NotPermitted('NOT_ADMIN', 'Only an administrator can change levels and badges. Ask one.');
}

/** Administrators vote on who rises, and never on themselves. */
export function whyNotVote(viewer: Viewer | null, personId: number): NotPermitted | undefined {
  if (viewer?.role !== 'ADMIN')
    return new NotPermitted('NOT_ADMIN', 'Only administrators vote on who reaches a level. Ask one.');
  if (viewer.id === personId)
    return new NotPermitted('OWN_LEVEL', 'You cannot vote for yourself. Ask another administrator.');
  return undefined;
}

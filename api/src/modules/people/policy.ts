import { NotPermitted } from '../../errors.js';
import type { Viewer } from '../../viewer.js';

/** Roles are given by administrators. */
export function whyNotSetRole(viewer: Viewer | null): NotPermitted | undefined {
  if (viewer?.role === 'ADMIN') return undefined;
  return new NotPermitted('NOT_ADMIN', 'Only an administrator can change what people may do here. Ask one.');
}

/** Expert mode is one's own choice; administrators can switch it for others. */
export function whyNotSetExpertMode(viewer: Viewer | null, personId: number): NotPermitted | undefined {
  if (viewer && (viewer.id === personId || viewer.role === 'ADMIN')) return undefined;
  return new NotPermitted('NOT_ADMIN', 'Only an administrator can switch the expert mode of somebody else.');
}

/** One deletes one's own account; administrators can delete any. */
export function whyNotDeleteAccount(viewer: Viewer | null, personId: number): NotPermitted | undefined {
  if (viewer && (viewer.id === personId || viewer.role === 'ADMIN')) return undefined;
  return new NotPermitted('NOT_ADMIN', 'You can delete your own account only. Ask an administrator about this one.');
}

/** An instance is never left without an administrator. */
export const lastAdmin = () =>
  new NotPermitted('LAST_ADMIN', 'This is the last administrator. Make somebody else an administrator first.');

/** Searches that a person keeps at most. Like other settings of one's own they are also theirs who are blocked. */
export const MOST_SEARCHES = 50;

export const tooManySearches = () =>
  new NotPermitted(
    'TOO_MANY_SEARCHES',
    `You have ${MOST_SEARCHES} saved searches already. Remove one you no longer need.`,
  );

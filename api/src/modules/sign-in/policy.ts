import { NotPermitted } from '../../errors.js';
import type { KeyScope, Viewer } from '../../viewer.js';
import { blocked } from '../projects/policy.js';

/** Keys in force that a person has at most. */
export const MOST_KEYS = 50;

/** A key acts for its person: who is blocked makes none. */
export const whyNotCreateApiKey = (viewer: Viewer): NotPermitted | undefined =>
  viewer.role === 'READ_ONLY' ? blocked() : undefined;

export const tooManyKeys = () =>
  new NotPermitted('TOO_MANY_KEYS', `You have ${MOST_KEYS} keys already. Revoke those that you no longer need.`);

const RANK: Record<KeyScope, number> = { READ: 0, MAP: 1, MANAGE: 2 };

/** Whether a key of `scope` may do what `needed` says; NEVER is for the person alone. */
export const scopeAllows = (scope: KeyScope, needed: KeyScope | 'NEVER') =>
  needed !== 'NEVER' && RANK[scope] >= RANK[needed];

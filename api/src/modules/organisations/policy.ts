import { NotPermitted } from '../../errors.js';
import type { Viewer } from '../../viewer.js';
import { blocked } from '../projects/policy.js';

/** Only an administrator opens an organisation. */
export function whyNotCreateOrganisation(viewer: Viewer): NotPermitted | undefined {
  if (viewer.role === 'ADMIN') return undefined;
  return new NotPermitted(
    'NOT_ADMIN',
    'Only an administrator can create an organisation. Ask one to create it and make you its manager.',
  );
}

/** Its managers and administrators change an organisation, make its teams, choose its campaigns. */
export function whyNotEditOrganisation(viewer: Viewer | null, manages: boolean): NotPermitted | undefined {
  if (!viewer) return new NotPermitted('NOT_SIGNED_IN', 'Sign in with your OpenStreetMap account to do this.');
  if (viewer.role === 'READ_ONLY') return blocked();
  if (viewer.role === 'ADMIN' || manages) return undefined;
  return new NotPermitted(
    'NOT_MANAGER',
    'Only managers of the organisation can do this. Ask one of them to make you a manager.',
  );
}

/** What an organisation pays is for administrators to say. */
export function whyNotSetPlan(viewer: Viewer): NotPermitted | undefined {
  if (viewer.role === 'ADMIN') return undefined;
  return new NotPermitted('NOT_ADMIN', 'Only an administrator can change the type and the tier of an organisation.');
}

/** What all organisations share (campaigns, interests) is kept by those who manage one. */
export function whyNotKeepShared(viewer: Viewer | null, managesAny: boolean): NotPermitted | undefined {
  if (!viewer) return new NotPermitted('NOT_SIGNED_IN', 'Sign in with your OpenStreetMap account to do this.');
  if (viewer.role === 'READ_ONLY') return blocked();
  if (viewer.role === 'ADMIN' || managesAny) return undefined;
  return new NotPermitted('NOT_MANAGER', 'Only managers of an organisation can do this.');
}

/** What concerns the whole instance (licences, issue categories, banner) is for administrators. */
export function whyNotAdminister(viewer: Viewer | null): NotPermitted | undefined {
  if (!viewer) return new NotPermitted('NOT_SIGNED_IN', 'Sign in with your OpenStreetMap account to do this.');
  if (viewer.role === 'ADMIN') return undefined;
  return new NotPermitted('NOT_ADMIN', 'Only an administrator can do this.');
}

import { NotPermitted } from '../../errors.js';
import type { Viewer } from '../../viewer.js';

/** Only an administrator opens an organisation. */
export function whyNotCreateOrganisation(viewer: Viewer): NotPermitted | undefined {
  if (viewer.role === 'ADMIN') return undefined;
  return new NotPermitted(
    'NOT_ADMIN',
    'Only an administrator can create an organisation. Ask one to create it and make you its manager.',
  );
}

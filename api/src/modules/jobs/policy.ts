import { NotPermitted } from '../../errors.js';
import type { Viewer } from '../../viewer.js';

/** What the program does by itself concerns the whole instance: it is the administrators' to see and to begin. */
export function whyNotManageJobs(viewer: Viewer | null): NotPermitted | undefined {
  if (viewer?.role === 'ADMIN') return undefined;
  return new NotPermitted('NOT_ADMIN', 'Only an administrator can see and run the jobs of this site. Ask one.');
}

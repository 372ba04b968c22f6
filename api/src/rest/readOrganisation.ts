import type { Context } from '../graphql/context.js';
import { viewerManages } from '../modules/organisations/load.js';
import { whyNotEditOrganisation } from '../modules/organisations/policy.js';
import type { Viewer } from '../viewer.js';

/**
 * That the viewer may change the organisation, asked first as in the original: who does not manage it is refused, be it
 * there or not. Throws NotPermitted.
 */
export async function assertManagesOrganisation(context: Context, viewer: Viewer, id: number): Promise<void> {
  const refusal = whyNotEditOrganisation(viewer, await viewerManages(context, id));
  if (refusal) throw refusal;
}

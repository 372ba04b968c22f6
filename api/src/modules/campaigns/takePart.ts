import { statement } from '../../database/database.js';
import { isBrokenReference } from '../../database/violations.js';
import { NotFound } from '../../errors.js';
import type { Services } from '../../graphql/context.js';
import type { Viewer } from '../../viewer.js';
import { assertManages, noOrganisation } from '../organisations/service.js';
import { editable } from '../projects/service.js';
import { noCampaign } from './service.js';

// Who takes part in a campaign, one by one. Lists as a whole are for the updates of an organisation and of a project.

const STATEMENTS = {
  ORGANISATION: {
    add: statement(import.meta.url, 'sql/add_organisation'),
    remove: statement(import.meta.url, 'sql/remove_organisation'),
  },
  PROJECT: {
    add: statement(import.meta.url, 'sql/add_project'),
    remove: statement(import.meta.url, 'sql/remove_project'),
  },
};

/** What takes part, or is to. */
export interface Participant {
  kind: keyof typeof STATEMENTS;
  id: number;
}

async function assertMayDecide(services: Services, viewer: Viewer, { kind, id }: Participant): Promise<void> {
  if (kind === 'ORGANISATION') await assertManages(services.database, viewer, id);
  else await editable(services, viewer, id);
}

/**
 * Has an organisation or a project take part in a campaign; false where it does already. Throws NotFound, NotPermitted for
 * who does not manage it.
 */
export async function takePart(
  services: Services,
  viewer: Viewer,
  campaignId: number,
  participant: Participant,
): Promise<boolean> {
  await assertMayDecide(services, viewer, participant);
  const { kind, id } = participant;
  const [done] = await services.database
    .query<{ there: boolean; changed: boolean }>(STATEMENTS[kind].add, [campaignId, id])
    .catch((error: unknown) => {
      if (!isBrokenReference(error)) throw error;
      // Deleted a moment ago.
      throw kind === 'ORGANISATION' ? noOrganisation() : new NotFound('PROJECT', 'This project was just deleted.');
    });
  if (!done!.there) throw noCampaign();
  return done!.changed;
}

/**
 * Takes an organisation or a project off a campaign. Throws NotFound: CAMPAIGN, or ORGANISATION_CAMPAIGN or PROJECT_CAMPAIGN
 * where it takes no part; NotPermitted for who does not manage it.
 */
export async function leave(
  services: Services,
  viewer: Viewer,
  campaignId: number,
  participant: Participant,
): Promise<void> {
  await assertMayDecide(services, viewer, participant);
  const { kind, id } = participant;
  const [done] = await services.database.query<{ there: boolean; changed: boolean }>(STATEMENTS[kind].remove, [
    campaignId,
    id,
  ]);
  if (!done!.there) throw noCampaign();
  if (!done!.changed)
    throw new NotFound(`${kind}_CAMPAIGN`, `This ${kind.toLowerCase()} takes no part in that campaign.`);
}

import { z } from 'zod';
import { isBrokenReference, refusedWrite } from '../../database/violations.js';
import { NotFound } from '../../errors.js';
import type { Services } from '../../graphql/context.js';
import { parseInput, text, webAddress } from '../../input.js';
import type { Viewer } from '../../viewer.js';
import { assertKeepsShared, assertManages, noOrganisation } from '../organisations/service.js';

const fields = z.object({
  name: text(512).trim().min(1, 'Give the campaign a name.'),
  description: text(10_000).trim().nullish(),
  url: webAddress('A web address starts with https:// or http://.'),
  logo: webAddress('The logo is a web address starting with https://.'),
});
const changes = fields.partial();

/** Null takes away what may be missing; of the name it says nothing. */
const said = (input: object) =>
  Object.fromEntries(
    Object.entries(input).filter(([key, value]) => (key === 'name' ? value != null : value !== undefined)),
  );

export const noCampaign = () => new NotFound('CAMPAIGN', 'There is no such campaign. It may have been deleted.');

/**
 * Creates a campaign, in which organisations of the viewer's take part from the start if they are named. Throws NotFound,
 * NotPermitted, InvalidInput, NameTaken.
 */
export async function createCampaign(
  { database }: Services,
  viewer: Viewer,
  input: object,
  organisationIds: number[] = [],
) {
  await assertKeepsShared(database, viewer);
  const data = parseInput(fields, said(input));
  const taking = [...new Set(organisationIds)];
  await assertManages(database, viewer, ...taking);
  return database.prisma.campaign
    .create({
      data: { ...data, organisations: { create: taking.map((organisationId) => ({ organisationId })) } },
      select: { id: true },
    })
    .catch((error: unknown) => {
      if (isBrokenReference(error)) throw noOrganisation(); // deleted a moment ago
      return refusedWrite(noCampaign(), data.name)(error);
    });
}

/** Changes what is sent of a campaign. Throws NotFound, NotPermitted, InvalidInput, NameTaken. */
export async function updateCampaign({ database }: Services, viewer: Viewer, id: number, input: object) {
  await assertKeepsShared(database, viewer);
  const data = parseInput(changes, said(input));
  return database.prisma.campaign
    .update({ where: { id }, data, select: { id: true } })
    .catch(refusedWrite(noCampaign(), data.name));
}

/** Deletes a campaign and takes it off organisations and projects. Throws NotFound, NotPermitted. */
export async function deleteCampaign({ database }: Services, viewer: Viewer, id: number) {
  await assertKeepsShared(database, viewer);
  const { count } = await database.prisma.campaign.deleteMany({ where: { id } });
  if (count === 0) throw noCampaign();
  return { id };
}

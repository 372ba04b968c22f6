import { batched } from '../../graphql/perRequest.js';
import { grouped } from '../../grouped.js';

/** The campaigns of many organisations, by name, in one statement. */
export const campaignsOf = batched(async (ids: number[], { database }) => {
  const rows = await database.prisma.campaignOrganisation.findMany({
    where: { organisationId: { in: ids } },
    include: { campaign: true },
    orderBy: { campaign: { name: 'asc' } },
  });
  const campaigns = grouped(rows, ({ organisationId }) => organisationId);
  return (id: number) => (campaigns.get(id) ?? []).map(({ campaign }) => campaign);
});

/** The organisations of many campaigns, by name, in one statement. */
export const organisationsOf = batched(async (ids: number[], { database }) => {
  const rows = await database.prisma.campaignOrganisation.findMany({
    where: { campaignId: { in: ids } },
    include: { organisation: true },
    orderBy: { organisation: { name: 'asc' } },
  });
  const organisations = grouped(rows, ({ campaignId }) => campaignId);
  return (id: number) => (organisations.get(id) ?? []).map(({ organisation }) => organisation);
});

import { batched } from '../../graphql/perRequest.js';

/** Which licences the viewer has accepted. */
export const acceptedByViewer = batched(async (ids: number[], { database, viewer }) => {
  const rows = viewer
    ? await database.prisma.licenseAcceptance.findMany({ where: { licenseId: { in: ids }, personId: viewer.id } })
    : [];
  const accepted = new Set(rows.map(({ licenseId }) => licenseId));
  return (id: number) => accepted.has(id);
});

import { batched } from '../../graphql/perRequest.js';
import { grouped } from '../../grouped.js';

// Settings of many projects that are rows of other tables, each asked for in one statement.

export const campaignsOf = batched(async (ids: number[], { database }) => {
  const rows = await database.prisma.campaignProject.findMany({
    where: { projectId: { in: ids } },
    select: { projectId: true, campaign: true },
    orderBy: { campaign: { name: 'asc' } },
  });
  const campaigns = grouped(rows, ({ projectId }) => projectId);
  return (id: number) => (campaigns.get(id) ?? []).map(({ campaign }) => campaign);
});

export const interestsOf = batched(async (ids: number[], { database }) => {
  const rows = await database.prisma.projectInterest.findMany({
    where: { projectId: { in: ids } },
    select: { projectId: true, interest: true },
    orderBy: { interest: { name: 'asc' } },
  });
  const interests = grouped(rows, ({ projectId }) => projectId);
  return (id: number) => (interests.get(id) ?? []).map(({ interest }) => interest);
});

/** Licences by their own ids. */
export const licensesOf = batched(async (ids: number[], { database }) => {
  const rows = await database.prisma.license.findMany({ where: { id: { in: ids } } });
  const licenses = new Map(rows.map((row) => [row.id, row]));
  return (id: number) => licenses.get(id) ?? null;
});

export const customEditorOf = batched(async (ids: number[], { database }) => {
  const rows = await database.prisma.projectCustomEditor.findMany({ where: { projectId: { in: ids } } });
  const editors = new Map(rows.map((row) => [row.projectId, row]));
  return (id: number) => editors.get(id) ?? null;
});

export const allowedPeopleOf = batched(async (ids: number[], { database }) => {
  const rows = await database.prisma.projectAllowedPerson.findMany({
    where: { projectId: { in: ids } },
    include: { person: true },
    orderBy: { person: { username: 'asc' } },
  });
  const people = grouped(rows, ({ projectId }) => projectId);
  return (id: number) => (people.get(id) ?? []).map(({ person }) => person);
});

/** Is it a favourite of the viewer. */
export const favouritesOf = batched(async (ids: number[], { database, viewer }) => {
  const rows = viewer
    ? await database.prisma.projectFavourite.findMany({ where: { personId: viewer.id, projectId: { in: ids } } })
    : [];
  const favourites = new Set(rows.map(({ projectId }) => projectId));
  return (id: number) => favourites.has(id);
});

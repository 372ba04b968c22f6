import { statement } from '../../database/database.js';
import { batched } from '../../graphql/perRequest.js';
import { grouped } from '../../grouped.js';

const CHANGES = statement(import.meta.url, 'sql/partnership_changes');

/** How many of the last changes of a project's partnerships are shown. */
export const MOST_CHANGES = 100;

export type PartnershipChange = {
  id: number;
  projectId: number;
  partnerId: number;
  action: 'CREATE' | 'UPDATE' | 'DELETE';
  at: Date;
  personId: number | null;
  startedOnBefore: Date | null;
  endedOnBefore: Date | null;
  startedOn: Date | null;
  endedOn: Date | null;
};

/** The last changes of the partnerships of many projects, newest first, in one statement. */
export const partnershipChangesOf = batched(async (ids: number[], { database }) => {
  const rows = await database.query<PartnershipChange>(CHANGES, [ids, MOST_CHANGES]);
  const changes = grouped(rows, ({ projectId }) => projectId);
  return (id: number) => changes.get(id) ?? [];
});

export const partnerById = batched(async (ids: number[], { database }) => {
  const rows = await database.prisma.partner.findMany({ where: { id: { in: ids } } });
  const partners = new Map(rows.map((row) => [row.id, row]));
  return (id: number) => partners.get(id)!; // a foreign key says there is one
});

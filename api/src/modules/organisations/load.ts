import { statement, type Database } from '../../database/database.js';
import { rowsBy } from '../../database/rows.js';
import type { Context } from '../../graphql/context.js';
import { batched, isKept } from '../../graphql/perRequest.js';
import { grouped } from '../../grouped.js';
import { whyNotKeepShared } from './policy.js';
import { managesAnOrganisation } from './service.js';

// What the fields of many organisations ask for in one tick, each in one statement.

const FIGURES = statement(import.meta.url, 'sql/figures');

/** Rows of organisations by their numbers. */
export const organisationById = batched(async (ids: number[], { database }) => {
  const rows = await rowsBy(database, 'Organisation', 'id', ids);
  const organisations = new Map(rows.map((row) => [row.id, row]));
  return (id: number) => organisations.get(id);
});

/** Is the viewer written down as a manager of the organisation? */
export const viewerManages = batched(async (ids: number[], { database, viewer }) => {
  const rows = viewer
    ? await database.prisma.organisationManager.findMany({
        where: { organisationId: { in: ids }, personId: viewer.id },
        select: { organisationId: true },
      })
    : [];
  const managed = new Set(rows.map(({ organisationId }) => organisationId));
  return (id: number) => managed.has(id);
});

const managing = batched(async (_asked: 'one'[], { database, viewer }) => {
  const manages = viewer !== null && (await managesAnOrganisation(database, viewer));
  return () => manages;
});
/** Does the viewer manage any organisation? Read with who asks; anew where a mutation may have changed it. */
export const managesOne = async (context: Context): Promise<boolean> =>
  isKept(context) ? (context.viewer?.managesAnOrganisation ?? false) : managing(context, 'one');

/** Why the viewer may not keep what all organisations share, if so. */
export const whyViewerKeepsNotShared = async (context: Context) =>
  whyNotKeepShared(context.viewer, await managesOne(context));

export const managersOf = batched(async (ids: number[], { database }) => {
  const rows = await database.prisma.organisationManager.findMany({
    where: { organisationId: { in: ids } },
    include: { person: true },
    orderBy: { person: { username: 'asc' } },
  });
  const managers = grouped(rows, ({ organisationId }) => organisationId);
  return (id: number) => (managers.get(id) ?? []).map(({ person }) => person);
});

export interface OrganisationFigures {
  draft: number;
  published: number;
  archived: number;
  recent: number;
  stale: number;
  ready: number;
  mapped: number;
  validated: number;
  invalidated: number;
  badImagery: number;
  lockedForMapping: number;
  lockedForValidation: number;
}

export const figuresOf = batched(async (ids: number[], { database }) => {
  const figures = await readFigures(database, ids);
  return (id: number) => figures.get(id)!;
});

/** Figures by organisation; `thisYear`: of the projects that were created in this year (UTC) alone. */
export async function readFigures(database: Database, ids: number[], { thisYear = false } = {}) {
  const rows = await database.read<OrganisationFigures & { organisationId: number }>(FIGURES, [ids, thisYear]);
  return new Map(rows.map((row) => [row.organisationId, row]));
}

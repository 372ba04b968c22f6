import { z } from 'zod';
import type { Database } from '../../database/database.js';
import { isBrokenReference, refusedWrite } from '../../database/violations.js';
import { InUse, NotFound } from '../../errors.js';
import type { Services } from '../../graphql/context.js';
import { parseInput, text } from '../../input.js';
import type { Viewer } from '../../viewer.js';
import { assertAdministers } from '../organisations/service.js';

const fields = z.object({
  name: text(255).trim().min(1, 'Give the category a name.'),
  description: text(10_000).trim().nullish(),
  archived: z.boolean().optional(),
});
const changes = fields.partial();

/** Null takes the description away; of the others it says nothing. */
const said = (input: object) =>
  Object.fromEntries(
    Object.entries(input).filter(([key, value]) => (key === 'description' ? value !== undefined : value != null)),
  );

const missing = () =>
  new NotFound('ISSUE_CATEGORY', 'There is no such mapping issue category. It may have been deleted.');

/** All categories, by name; the archived ones only where they are asked for. */
export const allCategories = ({ prisma }: Database, includeArchived: boolean) =>
  prisma.mappingIssueCategory.findMany({
    where: includeArchived ? {} : { archived: false },
    orderBy: { name: 'asc' },
  });

export const readCategory = ({ prisma }: Database, id: number) =>
  prisma.mappingIssueCategory.findUnique({ where: { id } });

/** Throws NotPermitted, InvalidInput, NameTaken. */
export async function createMappingIssueCategory({ database }: Services, viewer: Viewer, input: object) {
  assertAdministers(viewer);
  const data = parseInput(fields, said(input));
  return database.prisma.mappingIssueCategory
    .create({ data, select: { id: true } })
    .catch(refusedWrite(missing(), data.name));
}

/** Changes what is sent. Throws NotFound, NotPermitted, InvalidInput, NameTaken. */
export async function updateMappingIssueCategory({ database }: Services, viewer: Viewer, id: number, input: object) {
  assertAdministers(viewer);
  const data = parseInput(changes, said(input));
  return database.prisma.mappingIssueCategory
    .update({ where: { id }, data, select: { id: true } })
    .catch(refusedWrite(missing(), data.name));
}

/** Deletes it unless something has it. Throws NotFound, NotPermitted, InUse. */
export async function deleteMappingIssueCategory({ database }: Services, viewer: Viewer, id: number) {
  assertAdministers(viewer);
  try {
    const { count } = await database.prisma.mappingIssueCategory.deleteMany({ where: { id } });
    if (count === 0) throw missing();
    return { id };
  } catch (error) {
    if (!isBrokenReference(error)) throw error;
    throw new InUse('validated tasks', 'A category that validators have chosen cannot be deleted. Archive it.');
  }
}

import { z } from 'zod';
import type { Database } from '../../database/database.js';
import { isBrokenReference, refusedWrite } from '../../database/violations.js';
import { InUse, NotFound } from '../../errors.js';
import type { Services } from '../../graphql/context.js';
import { parseInput, text } from '../../input.js';
import type { Viewer } from '../../viewer.js';
import { assertAdministers } from '../organisations/service.js';

const fields = z.object({
  name: text(512).trim().min(1, 'Give the licence a name.'),
  description: text(10_000).trim().optional(),
  plainText: text(100_000).trim().optional(),
});
const changes = fields.partial();

const said = (input: object) => Object.fromEntries(Object.entries(input).filter(([, value]) => value != null));

const missing = () => new NotFound('LICENSE', 'There is no such licence. It may have been deleted.');

/** All licences, by number. */
export const allLicenses = ({ prisma }: Database) => prisma.license.findMany({ orderBy: { id: 'asc' } });

export const readLicense = ({ prisma }: Database, id: number) => prisma.license.findUnique({ where: { id } });

/** Throws NotPermitted, InvalidInput, NameTaken. */
export async function createLicense({ database }: Services, viewer: Viewer, input: object) {
  assertAdministers(viewer);
  const data = parseInput(fields, said(input));
  return database.prisma.license.create({ data, select: { id: true } }).catch(refusedWrite(missing(), data.name));
}

/** Changes what is sent. Throws NotFound, NotPermitted, InvalidInput, NameTaken. */
export async function updateLicense({ database }: Services, viewer: Viewer, id: number, input: object) {
  assertAdministers(viewer);
  const data = parseInput(changes, said(input));
  return database.prisma.license
    .update({ where: { id }, data, select: { id: true } })
    .catch(refusedWrite(missing(), data.name));
}

/** Deletes it unless something has it. Throws NotFound, NotPermitted, InUse. */
export async function deleteLicense({ database }: Services, viewer: Viewer, id: number) {
  assertAdministers(viewer);
  try {
    const { count } = await database.prisma.license.deleteMany({ where: { id } });
    if (count === 0) throw missing();
    return { id };
  } catch (error) {
    if (!isBrokenReference(error)) throw error;
    throw new InUse('projects', 'A licence that projects ask for cannot be deleted. Take it off them first.');
  }
}

/** The viewer accepts a licence; once is enough. Throws NotFound. */
export async function acceptLicense({ database }: Services, viewer: Viewer, licenseId: number) {
  const acceptance = { personId: viewer.id, licenseId };
  await database.prisma.licenseAcceptance
    .createMany({ data: [acceptance], skipDuplicates: true })
    .catch((error: unknown) => {
      throw isBrokenReference(error) ? missing() : error;
    });
  return { id: licenseId };
}

import { z } from 'zod';
import type { Database } from '../../database/database.js';
import { InvalidInput, NameTaken } from '../../errors.js';
import { Prisma } from '../../generated/prisma/client.js';
import { text } from '../../input.js';
import type { Viewer } from '../../viewer.js';
import { whyNotCreateOrganisation } from './policy.js';

const newOrganisation = z.object({
  name: text(512).trim().min(1, 'Give the organisation a name.'),
  slug: z
    .string()
    .trim()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'A slug is lower-case letters and digits, joined by hyphens.')
    .max(255)
    .nullish(),
  description: text(10_000).trim().nullish(),
  url: z.url({ protocol: /^https?$/, error: 'A web address starts with https:// or http://.' }).nullish(),
  logo: z.url({ protocol: /^https?$/, error: 'The logo is a web address starting with https://.' }).nullish(),
});

/** Letters and digits of the name, without accents, joined by hyphens. */
const slugOf = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 255);

/** Creates an organisation; its creator manages it. Throws NotPermitted, InvalidInput, NameTaken. */
export async function createOrganisation({ prisma }: Database, viewer: Viewer, input: z.input<typeof newOrganisation>) {
  const refusal = whyNotCreateOrganisation(viewer);
  if (refusal) throw refusal;
  const parsed = newOrganisation.safeParse(input);
  if (!parsed.success)
    throw new InvalidInput(parsed.error.issues.map(({ path, message }) => ({ path: path.map(String), message })));
  const { name, slug, ...rest } = parsed.data;
  const chosen = slug || slugOf(name) || `organisation-${Date.now().toString(36)}`; // a name in a script we cannot fold
  try {
    return await prisma.organisation.create({
      data: { name, slug: chosen, ...rest, managers: { create: { personId: viewer.id } } },
    });
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')) throw error;
    throw new NameTaken((await prisma.organisation.findUnique({ where: { name } })) ? name : chosen);
  }
}

/** Organisations with these words in their name; Prisma leaves the wildcards of LIKE to us. */
export function searchOrganisations(search: string | null | undefined): Prisma.OrganisationWhereInput {
  const words = search?.replaceAll('\0', '').trim();
  return words ? { name: { contains: words.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } } : {};
}

export const managesAnOrganisation = async ({ prisma }: Database, viewer: Viewer): Promise<boolean> =>
  (await prisma.organisationManager.findFirst({ where: { personId: viewer.id }, select: { personId: true } })) !== null;

import { z } from 'zod';
import { isDuplicate, refusedWrite } from '../../database/violations.js';
import { InvalidInput, NameTaken, NotFound } from '../../errors.js';
import type { Prisma } from '../../generated/prisma/client.js';
import type { Database } from '../../database/database.js';
import type { Services } from '../../graphql/context.js';
import { parseInput, text, webAddress } from '../../input.js';
import type { Viewer } from '../../viewer.js';
import { assertAdministers } from '../organisations/service.js';

const MOST_LINKS = 5;
const distinct = <Item>(list: Item[]) => [...new Set(list)];

/** What is left empty is none. */
const optionalText = (max: number) =>
  text(max)
    .trim()
    .transform((value) => value || null)
    .nullish();

const fields = z.object({
  name: text(150).trim().min(1, 'Give the partner a name.'),
  primaryHashtag: text(200).trim().min(1, 'Give the partner a hashtag.'),
  secondaryHashtag: optionalText(200),
  logo: webAddress('The logo is a web address starting with https://.', 500),
  linkMeta: webAddress('A web address starts with https:// or http://.', 300),
  linkX: webAddress('A web address starts with https:// or http://.', 300),
  linkInstagram: webAddress('A web address starts with https:// or http://.', 300),
  permalink: z
    .string()
    .trim()
    .regex(/^[\w-]+$/, 'A permalink is letters and digits, hyphens and underscores.')
    .regex(/\D/, 'A permalink has more than digits, or it would be taken for a number.')
    .max(500, 'At most 500 characters.')
    .nullish(),
  websiteLinks: z
    .array(
      z.object({
        name: text(200).trim().min(1, 'Give the link a name.'),
        url: z.url({ protocol: /^https?$/, error: 'A web address starts with https:// or http://.' }).max(2_000),
      }),
    )
    .max(MOST_LINKS, `At most ${MOST_LINKS} links.`),
  currentProjectIds: z.array(z.int()).max(200, 'At most 200 projects.').transform(distinct),
  mapswipeGroupId: optionalText(200),
});
const newPartner = fields.partial().required({ name: true, primaryHashtag: true });
const changes = fields.partial();

/** Of these null says nothing; the others it takes away. */
const KEPT = new Set(['name', 'primaryHashtag', 'websiteLinks', 'currentProjectIds']);
const said = (input: object) =>
  Object.fromEntries(
    Object.entries(input).filter(([key, value]) => (KEPT.has(key) ? value != null : value !== undefined)),
  );

export const noPartner = () => new NotFound('PARTNER', 'There is no such partner. It may have been deleted.');

/** What Prisma writes; throws InvalidInput for a project that is not there. */
async function written({ prisma }: Database, { logo, currentProjectIds: numbers, ...rest }: z.output<typeof changes>) {
  if (numbers?.length) {
    const found = await prisma.project.findMany({ where: { id: { in: numbers } }, select: { id: true } });
    const known = new Set(found.map(({ id }) => id));
    const issues = numbers.flatMap((number, index) =>
      known.has(number)
        ? []
        : [
            {
              path: ['currentProjectIds', String(index)],
              message: 'One of these projects is not there. Choose again.',
            },
          ],
    );
    if (issues.length > 0) throw new InvalidInput(issues.slice(0, 10));
  }
  return { ...rest, ...(numbers && { currentProjects: numbers }), ...(logo !== undefined && { logoUrl: logo }) };
}

/** Throws what a write of a partner was refused for: NotFound, or NameTaken with the name or the permalink. */
const refused =
  ({ prisma }: Database, own: number, { name, permalink }: { name?: string; permalink?: string | null }) =>
  async (error: unknown): Promise<never> => {
    if (!isDuplicate(error) || !permalink) return refusedWrite(noPartner(), name)(error);
    const other = await prisma.partner.findUnique({ where: { permalink }, select: { id: true } });
    throw new NameTaken(other && other.id !== own ? permalink : name!);
  };

/** Creates a partner. Throws NotPermitted, InvalidInput, NameTaken. */
export async function createPartner({ database }: Services, viewer: Viewer, input: object) {
  assertAdministers(viewer);
  const { name, primaryHashtag, ...rest } = parseInput(newPartner, said(input));
  const data = { name, primaryHashtag, ...(await written(database, rest)) };
  return database.prisma.partner.create({ data, select: { id: true } }).catch(refused(database, 0, data));
}

/** Changes what is sent of a partner. Throws NotFound, NotPermitted, InvalidInput, NameTaken. */
export async function updatePartner({ database }: Services, viewer: Viewer, id: number, input: object) {
  assertAdministers(viewer);
  const data = await written(database, parseInput(changes, said(input)));
  return database.prisma.partner
    .update({ where: { id }, data, select: { id: true } })
    .catch(refused(database, id, data));
}

/** Deletes a partner with its partnerships. Throws NotFound, NotPermitted. */
export async function deletePartner({ database }: Services, viewer: Viewer, id: number) {
  assertAdministers(viewer);
  const { count } = await database.prisma.partner.deleteMany({ where: { id } });
  if (count === 0) throw noPartner();
  return { id };
}

/** Partners with these words in their name; Prisma leaves the wildcards of LIKE to us. */
export function searchPartners(search: string | null | undefined): Prisma.PartnerWhereInput {
  const words = search?.replaceAll('\0', '').trim();
  return words ? { name: { contains: words.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } } : {};
}

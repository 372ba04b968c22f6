import type pg from 'pg';
import { z } from 'zod';
import { statement, type Database } from '../../database/database.js';
import { isBrokenReference, isDuplicate } from '../../database/violations.js';
import { InUse, InvalidInput, NameTaken, NotFound } from '../../errors.js';
import type { Prisma } from '../../generated/prisma/client.js';
import type { Services } from '../../graphql/context.js';
import { parseInput, text, webAddress } from '../../input.js';
import type { Viewer } from '../../viewer.js';
import { idsOfPeopleNamed } from '../people/load.js';
import {
  whyNotAdminister,
  whyNotCreateOrganisation,
  whyNotEditOrganisation,
  whyNotKeepShared,
  whyNotSetPlan,
} from './policy.js';

const UPDATE = statement(import.meta.url, 'sql/update');
const MANAGES_ONE = {
  name: 'organisations/manages_one',
  text: 'select exists (select from organisation_manager where person_id = $1) as one',
};

const distinct = <Item>(list: Item[]) => [...new Set(list)];

const fields = z.object({
  name: text(512).trim().min(1, 'Give the organisation a name.'),
  slug: z
    .string()
    .trim()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'A slug is lower-case letters and digits, joined by hyphens.')
    .max(255),
  description: text(10_000).trim().nullish(),
  url: webAddress('A web address starts with https:// or http://.'),
  logo: webAddress('The logo is a web address starting with https://.'),
  type: z.enum(['FREE', 'DISCOUNTED', 'FULL_FEE']),
  subscriptionTier: z.int().min(1, 'A tier is 1 to 5.').max(5, 'A tier is 1 to 5.').nullish(),
});
const managerUsernames = z.array(text(255)).max(200, 'At most 200 managers.').transform(distinct);
const newOrganisation = fields.extend({ managerUsernames }).partial().required({ name: true });
const changes = fields
  .extend({
    managerUsernames: managerUsernames.refine(
      (names) => names.length > 0,
      'An organisation keeps at least one manager.',
    ),
    campaignIds: z.array(z.int()).max(200, 'At most 200 campaigns.').transform(distinct),
  })
  .partial();

/** Fields that null takes away; for the others it says nothing. */
const REMOVABLE = new Set(['description', 'url', 'logo', 'subscriptionTier']);
const said = (input: object) =>
  Object.fromEntries(
    Object.entries(input).filter(([key, value]) => (REMOVABLE.has(key) ? value !== undefined : value != null)),
  );

/** Letters and digits of the name, without accents, joined by hyphens. */
const slugOf = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 255);

const managersNamed = (database: Database, names: string[]) =>
  idsOfPeopleNamed(database, names, (index) => ['managerUsernames', String(index)]);

/** Creates an organisation; its creator manages it, with those who are named. Throws NotPermitted, InvalidInput, NameTaken. */
export async function createOrganisation(database: Database, viewer: Viewer, input: object) {
  const refusal = whyNotCreateOrganisation(viewer);
  if (refusal) throw refusal;
  const { prisma } = database;
  const { name, slug, managerUsernames = [], ...rest } = parseInput(newOrganisation, said(input));
  const managers = distinct([viewer.id, ...(await managersNamed(database, managerUsernames))]);
  const chosen = slug || slugOf(name) || `organisation-${Date.now().toString(36)}`; // a name in a script we cannot fold
  try {
    return await prisma.organisation.create({
      data: { name, slug: chosen, ...rest, managers: { create: managers.map((personId) => ({ personId })) } },
    });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new NameTaken((await prisma.organisation.findUnique({ where: { name } })) ? name : chosen);
  }
}

/** That the viewer may change the organisations and what belongs to them. Throws NotFound, NotPermitted. */
export async function assertManages({ prisma }: Database, viewer: Viewer, ...ids: number[]): Promise<void> {
  if (ids.length === 0) return;
  const organisations = await prisma.organisation.findMany({
    where: { id: { in: ids } },
    select: { managers: { where: { personId: viewer.id }, select: { personId: true } } },
  });
  if (organisations.length < new Set(ids).size) throw noOrganisation();
  const refusal = whyNotEditOrganisation(
    viewer,
    organisations.every(({ managers }) => managers.length > 0),
  );
  if (refusal) throw refusal;
}

export const noOrganisation = () =>
  new NotFound('ORGANISATION', 'There is no such organisation. It may have been deleted.');

/** Changes what is sent of an organisation, all or nothing. Throws NotFound, NotPermitted, InvalidInput, NameTaken. */
export async function updateOrganisation({ database }: Services, viewer: Viewer, id: number, input: object) {
  await assertManages(database, viewer, id);
  const { managerUsernames, campaignIds, ...rest } = parseInput(changes, said(input));
  const refusal = rest.type !== undefined || rest.subscriptionTier !== undefined ? whyNotSetPlan(viewer) : undefined;
  if (refusal) throw refusal;
  const written = {
    ...rest,
    ...(managerUsernames && {
      managers: await managersNamed(database, managerUsernames),
    }),
    ...(campaignIds && { campaigns: campaignIds }),
  };
  try {
    const [changed] = await database.query<{ id: number }>(UPDATE, [id, JSON.stringify(written)]);
    if (!changed) throw noOrganisation();
    return changed;
  } catch (error) {
    if (isDuplicate(error))
      throw new NameTaken((error as pg.DatabaseError).constraint === 'organisation_slug_key' ? rest.slug! : rest.name!);
    if (isBrokenReference(error))
      throw new InvalidInput([
        { path: ['campaignIds'], message: 'One of these campaigns is not there any more. Choose again.' },
      ]);
    throw error;
  }
}

/** Deletes an organisation that has neither projects nor teams. Throws NotFound, NotPermitted, InUse. */
export async function deleteOrganisation({ database }: Services, viewer: Viewer, id: number) {
  await assertManages(database, viewer, id);
  try {
    await database.prisma.organisation.deleteMany({ where: { id } });
    return { id };
  } catch (error) {
    if (!isBrokenReference(error)) throw error;
    const { _count: has } = await database.prisma.organisation.findUniqueOrThrow({
      where: { id },
      select: { _count: { select: { projects: true, teams: true } } },
    });
    throw new InUse(
      [counted(has.projects, 'project'), counted(has.teams, 'team')].filter(Boolean).join(' and '),
      'An organisation that has projects or teams cannot be deleted. Move or delete them first.',
    );
  }
}

const counted = (number: number, what: string) => (number > 0 ? `${number} ${what}${number > 1 ? 's' : ''}` : '');

/** Organisations with these words in their name; Prisma leaves the wildcards of LIKE to us. */
export function searchOrganisations(search: string | null | undefined): Prisma.OrganisationWhereInput {
  const words = search?.replaceAll('\0', '').trim();
  return words ? { name: { contains: words.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } } : {};
}

export const managesAnOrganisation = async ({ read }: Database, viewer: Viewer): Promise<boolean> =>
  (await read<{ one: boolean }>(MANAGES_ONE, [viewer.id]))[0]!.one;

/** That the viewer may keep what all organisations share. Throws NotPermitted. */
export async function assertKeepsShared(database: Database, viewer: Viewer): Promise<void> {
  const refusal = whyNotKeepShared(viewer, await managesAnOrganisation(database, viewer));
  if (refusal) throw refusal;
}

/** That the viewer is an administrator. Throws NotPermitted. */
export function assertAdministers(viewer: Viewer): void {
  const refusal = whyNotAdminister(viewer);
  if (refusal) throw refusal;
}

import { retryOnce, statement, type Database } from '../../database/database.js';
import { NotFound } from '../../errors.js';
import type { UserRole } from '../../generated/prisma/client.js';
import type { Viewer } from '../../viewer.js';
import { congratulate, welcome } from '../notifications/service.js';
import { lastAdmin, whyNotDeleteAccount, whyNotSetExpertMode, whyNotSetRole } from './policy.js';

export { updateProfile } from './profile.js';
export { osmAccountOf, refreshChangesets } from './osmAccount.js';
export { listPeople, peopleNamedLike } from './lists.js';

/** A person as OpenStreetMap describes them. */
export interface OsmPerson {
  id: number;
  username: string;
  pictureUrl: string | null;
  changesetCount: number;
}

const RECORD_SIGN_IN = {
  name: 'record_sign_in',
  text: `select r.is_new, l.name as level_reached
           from record_sign_in($1, $2, $3, $4, $5, $6) r left join mapping_level l on l.id = r.level_reached`,
};
const SET_ROLE = { name: 'people/set_role', text: 'select set_role($1, $2) as outcome' };
const ANONYMISE = { name: 'people/anonymise', text: 'select anonymise_person($1) as outcome' };
const DATA_EXPORT = statement(import.meta.url, 'sql/data_export');

/** Most rows of each list in a data export. */
const MOST_EXPORTED = 10_000;

/**
 * Writes down who signed in: makes the person or brings name, picture and figures up to date, and promotes by badges unless
 * `promotes` is false. Someone who had been deleted is back; who is new is greeted. `isNamedAdmin`: the settings name this account
 * as an administrator. Answers whether they are new.
 */
export async function recordSignIn(
  database: Database,
  person: OsmPerson,
  isNamedAdmin: boolean,
  { promotes = true } = {},
): Promise<boolean> {
  const { id, username, pictureUrl, changesetCount } = person;
  const [row] = await retryOnce(() =>
    database.query<{ is_new: boolean; level_reached: string | null }>(RECORD_SIGN_IN, [
      id,
      username,
      pictureUrl,
      changesetCount,
      isNamedAdmin,
      promotes,
    ]),
  );
  if (row!.is_new) await welcome(database, id);
  if (row!.level_reached) await congratulate(database, id, row!.level_reached);
  return row!.is_new;
}

/** Keeps the mail address that somebody gave before their first sign-in, unverified, unless they have one by now. */
export async function rememberEmail({ prisma }: Database, personId: number, email: string): Promise<void> {
  await prisma.person.updateMany({ where: { id: personId, email: null }, data: { email: email.trim().toLowerCase() } });
}

/** Whether somebody here has exactly this name. */
export const isPerson = async ({ prisma }: Database, username: string): Promise<boolean> =>
  (await prisma.person.findUnique({ where: { username }, select: { id: true } })) !== null;

const REGISTER_INTEREST = {
  name: 'people/register_interest',
  text: `insert into interested_person (email) select $1 where not exists (select from person where lower(email) = $1)
         on conflict (email) do update set email = excluded.email returning id`,
};

/** Keeps the mail address of somebody without an account, once; its number. Null: somebody with an account has this address. */
export async function registerInterest(database: Database, email: string): Promise<number | null> {
  const [row] = await database.query<{ id: number }>(REGISTER_INTEREST, [email.trim().toLowerCase()]);
  return row?.id ?? null;
}

export const personNotFound = () =>
  new NotFound('PERSON', 'There is no such person. They may have deleted their account, or never have signed in here.');

type Outcome = 'DONE' | 'NOT_FOUND' | 'LAST_ADMIN';

async function decided(database: Database, action: { name: string; text: string }, values: unknown[]): Promise<void> {
  const [row] = await retryOnce(() => database.query<{ outcome: Outcome }>(action, values));
  if (row!.outcome === 'NOT_FOUND') throw personNotFound();
  if (row!.outcome === 'LAST_ADMIN') throw lastAdmin();
}

/** Gives a person another role on the instance. Throws NotPermitted (also for the last administrator) and NotFound. */
export async function setRole(database: Database, viewer: Viewer, personId: number, role: UserRole): Promise<void> {
  const refusal = whyNotSetRole(viewer);
  if (refusal) throw refusal;
  await decided(database, SET_ROLE, [personId, role]);
}

/** Switches the expert mode of oneself, or as an administrator of anybody. Throws NotPermitted and NotFound. */
export async function setExpertMode({ prisma }: Database, viewer: Viewer, personId: number, isExpert: boolean) {
  const refusal = whyNotSetExpertMode(viewer, personId);
  if (refusal) throw refusal;
  const { count } = await prisma.person.updateMany({ where: { id: personId, deletedAt: null }, data: { isExpert } });
  if (count === 0) throw personNotFound();
}

/** Deletes an account: the work stays, nameless. Throws NotPermitted (also for the last administrator) and NotFound. */
export async function deleteAccount(database: Database, viewer: Viewer, personId: number): Promise<void> {
  const refusal = whyNotDeleteAccount(viewer, personId);
  if (refusal) throw refusal;
  await decided(database, ANONYMISE, [personId]);
}

/** All that is kept about the viewer; each list at most 10,000 rows, the newest. */
export async function exportData(database: Database, viewer: Viewer): Promise<unknown> {
  const [row] = await database.query<{ everything: unknown }>(DATA_EXPORT, [viewer.id, MOST_EXPORTED]);
  return row!.everything;
}

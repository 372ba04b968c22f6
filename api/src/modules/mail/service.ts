import { z } from 'zod';
import { statement, type Database } from '../../database/database.js';
import { InvalidInput } from '../../errors.js';
import { parseInput, text } from '../../input.js';
import type { MailSettings, Settings } from '../../settings.js';
import type { Viewer } from '../../viewer.js';
import { preferencesOf, setPreferences } from '../notifications/service.js';
import { LinkNotUsable } from './errors.js';
import { readUnsubscription, readVerification, type Unsubscription } from './links.js';
import { tooManyMails, whyNotSeeMails } from './policy.js';

export { writeToAdministrators } from './contact.js';

interface Instance {
  settings: Pick<Settings, 'mail'>;
  database: Database;
}

const ASK_FOR_VERIFICATION = {
  name: 'mail/ask_for_verification',
  text: 'select ask_for_verification($1, $2) as outcome',
};
const VERIFY = {
  name: 'mail/verify',
  text: 'update person set email_verified = true where id = $1 and email = $2 and deleted_at is null returning id',
};
const MAIL_STATE = statement(import.meta.url, 'sql/mail_state');

type Asked = 'ON_ITS_WAY' | 'NO_ADDRESS' | 'OTHER_ADDRESS' | 'VERIFIED' | 'TOO_MANY';

async function ask(
  { settings, database }: Instance,
  { id }: Pick<Viewer, 'id'>,
  email: string | null,
): Promise<Asked | 'NO_MAIL'> {
  if (!settings.mail) return 'NO_MAIL';
  const [row] = await database.query<{ outcome: Asked }>(ASK_FOR_VERIFICATION, [id, email]);
  return row!.outcome;
}

/**
 * Has the mail sent with which a person proves that `email`, the address in their settings, is theirs. Asked again within a
 * minute, it stays one mail. Throws InvalidInput (another address or none, already proved, no mail here) and NotPermitted (ten a day).
 */
export async function sendVerification(instance: Instance, viewer: Pick<Viewer, 'id'>, email: string): Promise<void> {
  const asked = await ask(instance, viewer, parseInput(z.object({ email: text(254) }), { email }).email.trim());
  if (asked === 'TOO_MANY') throw tooManyMails();
  if (asked !== 'ON_ITS_WAY') throw new InvalidInput([{ path: ['email'], message: NOTHING_TO_SEND[asked] }]);
}

const NOTHING_TO_SEND = {
  NO_MAIL: 'No mail is sent from here. Ask an administrator.',
  NO_ADDRESS: 'You have no mail address here. Save one in your settings first.',
  OTHER_ADDRESS: 'Another address is saved in your settings. Save this one first.',
  VERIFIED: 'Your mail address is verified already. There is nothing to do.',
};

/** The same after somebody saved another address, which is done whether or not a mail can be sent; whether one is on its way. */
export const sendVerificationOf = async (instance: Instance, viewer: Pick<Viewer, 'id'>): Promise<boolean> =>
  (await ask(instance, viewer, null)) === 'ON_ITS_WAY';

/** What a link from a mail proves, without taking it as the proof: the address, and whether it is proved already. Throws LinkNotUsable. */
export async function verificationOf(
  { settings, database }: Instance,
  token: string,
): Promise<{ email: string; isVerified: boolean }> {
  const { person, email } = readVerification(settings.mail, token);
  const found = await database.prisma.person.findFirst({
    where: { id: person, email, deletedAt: null },
    select: { emailVerified: true },
  });
  if (!found) throw new LinkNotUsable('INVALID_EMAIL');
  return { email, isVerified: found.emailVerified };
}

/** Takes a link from a mail as the proof that the address in it is the person's; the address. Throws LinkNotUsable. */
export async function verifyEmail({ settings, database }: Instance, token: string): Promise<string> {
  const { person, email } = readVerification(settings.mail, token);
  const rows = await database.query(VERIFY, [person, email]);
  if (rows.length === 0) throw new LinkNotUsable('INVALID_EMAIL');
  return email;
}

/** Which mails a link from a mail stops, and whether any of them still comes. Throws LinkNotUsable. */
export async function subscriptionOf(
  { settings, database }: Instance,
  token: string,
): Promise<Pick<Unsubscription, 'types'> & { isOn: boolean }> {
  const { person, types } = readUnsubscription(settings.mail, token);
  const preferences = await preferencesOf(database, person);
  return { types, isOn: preferences.some(({ type, byMail }) => byMail && types.includes(type)) };
}

/** Switches off mails of the types that a link from a mail names; they still come to be read here. Throws LinkNotUsable. */
export async function unsubscribe({ settings, database }: Instance, token: string): Promise<Unsubscription> {
  const unsubscription = readUnsubscription(settings.mail, token);
  const preferences = unsubscription.types.map((type) => ({ type, byMail: false }));
  await setPreferences(database, { id: unsubscription.person }, preferences);
  return unsubscription;
}

/** How mail stands. */
export interface MailCounts {
  mail: MailSettings | undefined;
  gathering_count: number;
  queued_count: number;
  sent_count: number;
  failed_count: number;
}

/** How mail stands, for administrators. Throws NotPermitted. */
export async function mailState({ settings, database }: Instance, viewer: Viewer): Promise<MailCounts> {
  const refused = whyNotSeeMails(viewer);
  if (refused) throw refused;
  const [counts] = await database.query<Omit<MailCounts, 'mail'>>(MAIL_STATE);
  return { ...counts!, mail: settings.mail };
}

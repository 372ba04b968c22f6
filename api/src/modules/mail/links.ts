import { z } from 'zod';
import { MessageType } from '../../generated/prisma/client.js';
import type { MailSettings } from '../../settings.js';
import { readSigned, sign } from '../../signed.js';
import { LinkNotUsable } from './errors.js';

/** How long the link that proves an address counts, seconds. */
const VERIFY_SECONDS = 24 * 3600;

const verification = z.object({ person: z.int(), email: z.string(), until: z.number() });
const unsubscription = z.object({ person: z.int(), types: z.array(z.enum(MessageType)).min(1) });

export type Unsubscription = z.output<typeof unsubscription>;

const link = (mail: MailSettings, path: string, token: string) => `${mail.baseUrl}${path}?token=${token}`;

/** The address with which a person proves that a mail address is theirs; it counts for a day. */
export function verifyUrl(mail: MailSettings, person: number, email: string): string {
  const until = Math.floor(Date.now() / 1000) + VERIFY_SECONDS;
  return link(mail, '/verify-email', sign(mail.secret, 'verify-email', { person, email, until }));
}

/** The address that switches off mails of these types for a person; it counts for good. */
export const unsubscribeUrl = (mail: MailSettings, unsubscription: Unsubscription): string =>
  link(mail, '/unsubscribe', sign(mail.secret, 'unsubscribe', unsubscription));

/** Whom and which address a link proves. Throws LinkNotUsable. */
export function readVerification(mail: MailSettings | undefined, token: string): { person: number; email: string } {
  const parsed = verification.safeParse(mail && readSigned(mail.secret, 'verify-email', token));
  if (!parsed.success) throw new LinkNotUsable('BAD_SIGNATURE');
  if (parsed.data.until * 1000 < Date.now()) throw new LinkNotUsable('EXPIRED_TOKEN');
  return parsed.data;
}

/** Whom a link frees of which mails. Throws LinkNotUsable. */
export function readUnsubscription(mail: MailSettings | undefined, token: string): Unsubscription {
  const parsed = unsubscription.safeParse(mail && readSigned(mail.secret, 'unsubscribe', token));
  if (!parsed.success) throw new LinkNotUsable('BAD_SIGNATURE');
  return parsed.data;
}

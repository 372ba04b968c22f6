import { z } from 'zod';
import { statement } from '../../database/database.js';
import { MailKind } from '../../generated/prisma/client.js';
import type { Job } from '../../jobs/job.js';
import { notificationLetter, verificationLetter, type Item, type Site } from './compose.js';
import { contact, contactLetter, SEND_CONTACT } from './contact.js';
import { deliver, type Delivery } from './smtp.js';

export { mailProgress, watchProgress } from './progress.js';

const CLAIM = { name: 'mail/claim', text: 'select * from claim_mail($1, $2)' };
const CONTENT = statement(import.meta.url, 'sql/content');
const FINISH = { name: 'mail/finish', text: 'select finish_mail($1, $2, $3)' };
const FORGET = {
  name: 'mail/forget',
  text: `delete from mail where created_at < now() - interval '30 days' returning id`,
};
const DROP = { name: 'mail/drop', text: 'delete from mail_item where person_id = $1 and kind = $2' };

/** Tries of a mail, over about a day. */
const MOST_TRIES = 12;

const payloadShape = z.object({ person: z.int(), kind: z.enum(MailKind) });

interface Claimed {
  id: number;
  address: string;
  username: string;
  attempts: number;
  created_at: Date;
}

/**
 * A mail is written down as being sent before it is handed over, and as sent after: whatever happens between, it is not sent again.
 */
export const sendMail: Job = {
  name: 'send-mail',
  describe:
    'Sends a person the mail that waits for them: what is new, a summary, or the link that proves their address.',
  async run({ settings, database }, payload) {
    const { person, kind } = payloadShape.parse(payload);
    if (!settings.mail) {
      await database.query(DROP, [person, kind]); // news that would be old by the time that mail is on again
      return 'Nothing was sent: mail is off.';
    }
    const [claimed] = await database.query<Claimed>(CLAIM, [person, kind]);
    if (!claimed) return 'Nothing was left to be sent.';

    const site: Site = { name: settings.name, mail: settings.mail };
    const receiver = { id: person, username: claimed.username };
    let delivery: Delivery;
    try {
      const letter =
        kind === 'VERIFICATION'
          ? verificationLetter(site, receiver, claimed.address)
          : notificationLetter(site, receiver, kind, await database.query<Item>(CONTENT, [claimed.id]));
      const messageId = `${claimed.id}.${claimed.created_at.getTime()}@${new URL(settings.mail.baseUrl).hostname}`;
      delivery = await deliver(settings.mail, { to: claimed.address, senderName: settings.name, messageId }, letter);
    } catch (error) {
      delivery = { outcome: 'LATER', reason: String(error) }; // it was not handed over
    }
    if (delivery.outcome === 'SENT') {
      await database.query(FINISH, [claimed.id, 'SENT', null]);
      return `Sent mail ${claimed.id}.`;
    }
    if (delivery.outcome === 'REFUSED' || claimed.attempts >= MOST_TRIES) {
      await database.query(FINISH, [claimed.id, 'FAILED', delivery.reason]);
      return `Mail ${claimed.id} could not be sent: ${delivery.reason}`;
    }
    await database.query(FINISH, [claimed.id, 'QUEUED', delivery.reason]);
    throw new Error(`Mail ${claimed.id} could not be sent yet: ${delivery.reason}`);
  },
};

/** `id`: the same in each try, so that mailboxes can tell a mail that came twice. */
const contactJob = contact.extend({ id: z.uuid() });

export const sendContact: Job = {
  name: SEND_CONTACT,
  describe: 'Mails the operators what somebody wrote on the contact form.',
  async run({ settings }, payload) {
    const { id, ...letter } = contactJob.parse(payload);
    const { mail, contactAddress: to, name } = settings;
    if (!mail || !to) return 'Nothing was sent: mail is off, or there is no address to send it to.';
    const messageId = `contact.${id}@${new URL(mail.baseUrl).hostname}`;
    const delivery = await deliver(mail, { to, senderName: name, messageId }, contactLetter({ name, mail }, letter));
    if (delivery.outcome === 'LATER') throw new Error(`It could not be sent yet: ${delivery.reason}`);
    return delivery.outcome === 'SENT' ? 'Sent.' : `It could not be sent: ${delivery.reason}`;
  },
};

export const forgetMails: Job = {
  name: 'forget-mails',
  describe: 'Forgets which mails were sent more than 30 days ago.',
  schedule: '20 3 * * *',
  async run({ database }) {
    return `Forgot ${(await database.query(FORGET)).length} mails.`;
  },
};

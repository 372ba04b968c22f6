import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { addJob } from '../../jobs/queue.js';
import { NotPermitted } from '../../errors.js';
import type { Services } from '../../graphql/context.js';
import { parseInput, text } from '../../input.js';
import { html } from '../../page.js';
import { notify } from '../notifications/service.js';
import type { Site } from './compose.js';
import { oneLine, type Letter } from './smtp.js';
import { layout } from './template.js';

/** What somebody, who need not have an account, writes to those who run the instance. */
export const contact = z.object({
  name: text(255).trim().min(1, 'Say who you are.'),
  email: z.email('Give a mail address for the answer.').max(254),
  content: text(10_000).trim().min(1, 'Write a message first.'),
});
export type Contact = z.output<typeof contact>;

/** The job that mails it. */
export const SEND_CONTACT = 'send-contact';

const SUBJECT = 'Somebody wrote to the administrators';

/**
 * Passes on what somebody writes to those who run the instance: by mail to TM_EMAIL_CONTACT_ADDRESS, or where no mail is sent
 * as a notification to the administrators. Throws NotPermitted (nobody is to be written to), InvalidInput.
 */
export async function writeToAdministrators(
  { database, settings }: Pick<Services, 'database' | 'settings'>,
  input: z.input<typeof contact>,
): Promise<void> {
  if (!settings.contactAddress)
    throw new NotPermitted('NO_CONTACT', 'Nobody can be written to here: the operators gave no address for it.');
  const letter = parseInput(contact, input);
  if (settings.mail) return addJob(database, SEND_CONTACT, { ...letter, id: randomUUID() });
  const administrators = await database.prisma.person.findMany({
    where: { role: 'ADMIN', deletedAt: null },
    select: { id: true },
  });
  const { name, email, content } = letter;
  await notify(database, [
    {
      type: 'SYSTEM',
      to: administrators.map(({ id }) => id),
      subject: SUBJECT,
      body: `${oneLine(name)} (${email}):\n\n${content}`,
    },
  ]);
}

/** The mail to the operators; what they answer goes to who wrote. */
export function contactLetter({ name: site, mail }: Site, { name, email, content }: Contact): Letter {
  const from = `${oneLine(name)} (${email})`;
  const why = `It was written on the contact form of ${site}. Your answer goes to ${email}, which nobody proved to be theirs.`;
  return {
    subject: `${site}: ${SUBJECT}`,
    replyTo: email,
    html: layout({
      title: SUBJECT,
      name: site,
      baseUrl: mail.baseUrl,
      body: html`<p>${from}</p>
        <div dir="auto" style="white-space:pre-wrap;overflow-wrap:anywhere">${content}</div>`,
      footer: html`${why}`,
    }),
    text: [from, content, why].join('\n\n'),
  };
}

import type { MailKind, MessageType } from '../../generated/prisma/client.js';
import { asIs, html, type Html } from '../../page.js';
import type { MailSettings } from '../../settings.js';
import { htmlOf } from '../../texts/html.js';
import { ABOUT, listed } from './kinds.js';
import { unsubscribeUrl, verifyUrl } from './links.js';
import type { Letter } from './smtp.js';
import { button, layout } from './template.js';

/** A notification as it goes into a mail. */
export interface Item {
  type: MessageType;
  subject: string;
  /** Markdown. */
  body: string;
  at: Date;
  project_id: number | null;
  task_number: number | null;
  sender: string | null;
}

export interface Site {
  /** What the instance is called. */
  name: string;
  mail: MailSettings;
}

export interface Receiver {
  id: number;
  username: string;
}

/** Notifications told in full in one mail; of the rest it says how many there are. */
const MOST_ITEMS = 25;
/** Characters of a text: of one that comes alone, and of one among others. */
const LENGTH = { alone: 20_000, amongOthers: 1_000 };

const cut = (text: string, most: number) => (text.length <= most ? text : `${[...text].slice(0, most).join('')} …`);

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

function pageOf({ project_id, task_number }: Item, baseUrl: string): string | undefined {
  if (project_id === null) return undefined;
  return `${baseUrl}/projects/${project_id}/tasks${task_number === null ? '' : `?task=${task_number}`}`;
}

const aboutLine = ({ sender, project_id, at }: Item) =>
  [sender, project_id === null ? null : `Project ${project_id}`, `${DAY.format(at)} UTC`].filter(Boolean).join(' · ');

/** Pictures in a mail tell their server who read it, and when: their words stand for them. Addresses within the site are completed. */
const forMail = (markdown: string, baseUrl: string): Html =>
  asIs(
    htmlOf(markdown, { baseUrl })
      .replace(/<img\b[^>]*>/g, (tag) => / alt="([^"]+)"/.exec(tag)?.[1] ?? '')
      .replace(/ href="\/(?!\/)/g, ` href="${html`${baseUrl}`.text}/`),
  );

function subjectOf(items: Item[], kind: MailKind): string {
  if (items.length === 1) return items[0]!.subject;
  return kind === 'DIGEST' ? `Your summary: ${items.length} notifications` : `${items.length} new notifications`;
}

/** The mail that tells a person these notifications. `items` has at least one. */
export function notificationLetter({ name, mail }: Site, receiver: Receiver, kind: MailKind, items: Item[]): Letter {
  const types = [...new Set(items.map(({ type }) => type))];
  const unsubscribe = unsubscribeUrl(mail, { person: receiver.id, types });
  const why = `You get this mail because you want mails about ${listed(types.map((type) => ABOUT[type]))}.`;
  const subject = subjectOf(items, kind);
  const shown = items.slice(0, MOST_ITEMS);
  const length = items.length === 1 ? LENGTH.alone : LENGTH.amongOthers;
  const rest = items.length - shown.length;
  const more = rest > 0 ? `And ${rest} more, which you can read at ${name}.` : '';

  return {
    subject,
    unsubscribeUrl: unsubscribe,
    html: layout({
      title: subject,
      name,
      baseUrl: mail.baseUrl,
      body: html`${shown.map((item) => {
        const page = pageOf(item, mail.baseUrl);
        const heading = page
          ? html`<a class="link" href="${page}" style="color:#2A4BB8">${item.subject}</a>`
          : item.subject;
        return html`<div class="item" style="padding:16px 0;border-top:1px solid #E4DFD6">
          <h2 style="margin:0 0 4px;font-size:16px;line-height:22px;font-weight:600">${heading}</h2>
          <p class="soft" style="margin:0 0 8px;font-size:13px;line-height:18px;color:#57514A">${aboutLine(item)}</p>
          <div dir="auto" style="overflow-wrap:anywhere">${forMail(cut(item.body, length), mail.baseUrl)}</div>
        </div>`;
      })}${more ? html`<p style="margin:16px 0 0">${more}</p>` : ''}${button(mail.baseUrl, `Open ${name}`)}`,
      footer: html`${why} <a class="soft" href="${unsubscribe}" style="color:#57514A">Stop these mails</a>`,
    }),
    text: [
      `Hello ${receiver.username},`,
      ...shown.flatMap((item) => [
        '----------------------------------------',
        [item.subject, aboutLine(item), pageOf(item, mail.baseUrl)].filter(Boolean).join('\n'),
        cut(item.body, length).trim(),
      ]),
      '----------------------------------------',
      ...(more ? [more] : []),
      `${name}: ${mail.baseUrl}`,
      `${why} To stop these mails: ${unsubscribe}`,
    ].join('\n\n'),
  };
}

/** The mail with which a person proves that `email` is theirs. */
export function verificationLetter({ name, mail }: Site, receiver: Receiver, email: string): Letter {
  const url = verifyUrl(mail, receiver.id, email);
  const what = `You, or somebody else, saved this address as yours at ${name}, where you are ${receiver.username}. Confirm that it is yours, and mail can come here.`;
  const notYou = 'The link counts for a day. If it was not you, do nothing: no more mail comes.';
  return {
    subject: `Confirm your mail address for ${name}`,
    html: layout({
      title: 'Confirm your mail address',
      name,
      baseUrl: mail.baseUrl,
      body: html`<p style="margin:0 0 16px">${what}</p>
        ${button(url, 'Confirm this address')}`,
      footer: html`${notYou}`,
    }),
    text: [`Hello ${receiver.username},`, what, url, notYou, `${name}: ${mail.baseUrl}`].join('\n\n'),
  };
}

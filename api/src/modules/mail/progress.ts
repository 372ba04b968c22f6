import { z } from 'zod';
import { statement } from '../../database/database.js';
import type { Job } from '../../jobs/job.js';
import { html } from '../../page.js';
import { canSee } from '../projects/policy.js';
import { readStandings } from '../projects/standing.js';
import type { Receiver, Site } from './compose.js';
import { ABOUT, listed } from './kinds.js';
import { unsubscribeUrl } from './links.js';
import { deliver, type Letter } from './smtp.js';
import { button, layout } from './template.js';

const REACHED = statement(import.meta.url, 'sql/progress_reached');
const TYPE = 'PROJECT_ACTIVITY_NOTIFICATION';

const RECEIVER = {
  name: 'mail/progress_receiver',
  text: `select w.email, w.username, coalesce(nullif(x.name, ''), 'Project ' || p.id) as name
           from person w, project p left join project_text x on x.project_id = p.id and x.locale = p.default_locale
          where w.id = $1 and p.id = $2 and can_get_mail(w) and wants_by_mail(w.id, '${TYPE}')`,
};
const CLAIM = {
  name: 'mail/claim_progress',
  text: 'insert into progress_mail (person_id, project_id, percent) values ($1, $2, $3) on conflict do nothing returning at',
};
const UNCLAIM = {
  name: 'mail/unclaim_progress',
  text: 'delete from progress_mail where person_id = $1 and project_id = $2 and percent = $3',
};

const payloadShape = z.object({ person: z.int(), project: z.int(), percent: z.union([z.literal(50), z.literal(100)]) });

/** Looked at every few minutes rather than at each submit: work waits for nothing. */
export const watchProgress: Job = {
  name: 'watch-progress',
  describe: 'Notices which projects are half done or done, and has it mailed to those who worked there.',
  schedule: '*/5 * * * *',
  async run({ database, settings }) {
    const isSent = settings.mail !== undefined && settings.progressMails;
    const [row] = await database.query<{ projects: number; mails: number }>(REACHED, [isSent]);
    return `${row!.projects} projects came to 50 or 100 %; ${row!.mails} mails were asked for.`;
  },
};

/** It is written down as sent before it is handed over: whatever happens between, nobody gets it twice. */
export const mailProgress: Job = {
  name: 'mail-progress',
  describe: 'Mails a person that a project they worked on is half done or done.',
  async run({ database, settings }, payload) {
    const { person, project, percent } = payloadShape.parse(payload);
    const { mail, name } = settings;
    if (!mail || !settings.progressMails) return 'Nothing was sent: such mail is off.';
    const [receiver] = await database.query<{ email: string; username: string; name: string }>(RECEIVER, [
      person,
      project,
    ]);
    const [standing] = await readStandings(database, [{ personId: person, projectId: project }]);
    if (!receiver || !standing || !canSee(standing)) return 'Nothing was sent: they do not get this mail any more.';
    const [claimed] = await database.query<{ at: Date }>(CLAIM, [person, project, percent]);
    if (!claimed) return 'Nothing was sent: it was sent before.';
    const letter = progressLetter({ name, mail }, { id: person, username: receiver.username }, receiver.name, {
      project,
      percent,
    });
    const messageId = `progress.${project}.${person}.${percent}@${new URL(mail.baseUrl).hostname}`;
    const delivery = await deliver(mail, { to: receiver.email, senderName: name, messageId }, letter);
    if (delivery.outcome === 'LATER') {
      await database.query(UNCLAIM, [person, project, percent]); // it was not taken
      throw new Error(`It could not be sent yet: ${delivery.reason}`);
    }
    return delivery.outcome === 'SENT' ? 'Sent.' : `It could not be sent: ${delivery.reason}`;
  },
};

function progressLetter(
  { name: site, mail }: Site,
  receiver: Receiver,
  title: string,
  { project, percent }: { project: number; percent: 50 | 100 },
): Letter {
  const unsubscribe = unsubscribeUrl(mail, { person: receiver.id, types: [TYPE] });
  const page = `${mail.baseUrl}/projects/${project}`;
  const [subject, words, link] =
    percent === 100
      ? [
          `${title} is done`,
          `Every task of "${title}" is mapped and validated, also thanks to your work. Thank you! There are other projects that wait for you.`,
          'See what became of it',
        ]
      : [
          `${title} is half done`,
          `Half of the work on "${title}" is done, also thanks to you. The other half waits: take a task when you have a moment.`,
          'Take a task',
        ];
  const why = `You get this mail because you want mails about ${listed([ABOUT[TYPE]])}.`;
  return {
    subject,
    unsubscribeUrl: unsubscribe,
    html: layout({
      title: subject,
      name: site,
      baseUrl: mail.baseUrl,
      body: html`<p style="margin:0">${words}</p>
        ${button(page, link)}`,
      footer: html`${why} <a class="soft" href="${unsubscribe}" style="color:#57514A">Stop these mails</a>`,
    }),
    text: [`Hello ${receiver.username},`, words, `${link}: ${page}`, `${why} To stop these mails: ${unsubscribe}`].join(
      '\n\n',
    ),
  };
}

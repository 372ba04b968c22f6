import type { MessageType } from '../../generated/prisma/client.js';
import { asIs, html, type Html } from '../../page.js';
import { oldCommentOf, oldHtmlOf } from '../../texts/html.js';
import type { InboxMessage } from './inbox.js';

// Clients of v2 show the subject and the text of a notification as HTML, with links to what they are about.

/** What people wrote themselves, subject and text. */
const LETTERS: MessageType[] = ['BROADCAST', 'TEAM_BROADCAST'];
/** What is about a conversation: its text is what somebody said there. */
const COMMENTS: MessageType[] = ['MENTION_NOTIFICATION', 'TASK_COMMENT_NOTIFICATION', 'PROJECT_CHAT_NOTIFICATION'];
/** What names who did it in its subject. */
const NAMING: MessageType[] = [
  'SYSTEM',
  'REQUEST_TEAM_NOTIFICATION',
  'TASK_COMMENT_NOTIFICATION',
  'PROJECT_CHAT_NOTIFICATION',
];

interface Links {
  sender?: Html;
  task?: Html;
  project?: Html;
  team?: Html;
}

const link = (href: string, words: string) => html`<a href="${href}">${words}</a>`;

function linksOf({ type, sender, senderId, projectId, task, team, teamId }: InboxMessage, base: string, title: string) {
  const links: Links = {};
  if (sender && senderId !== null)
    links.sender = link(`${base}/users/${encodeURIComponent(sender.username)}`, sender.username);
  if (projectId !== null) {
    const name = title ? `${title} #${projectId}` : `project #${projectId}`;
    const conversation = COMMENTS.includes(type) && !task ? '#questionsAndComments' : '';
    links.project = link(`${base}/projects/${projectId}${conversation}`, name);
    if (task) links.task = link(`${base}/projects/${projectId}/tasks/?search=${task.number}`, `Task ${task.number}`);
  }
  if (team && teamId !== null) {
    // A request is decided where the team is managed.
    const managed = type === 'REQUEST_TEAM_NOTIFICATION' && team.managed;
    links.team = link(managed ? `${base}/manage/teams/${teamId}/` : `${base}/teams/${teamId}/membership/`, team.name);
  }
  return links;
}

/** Text in which what it names leads there. What it does not name stands behind it. */
function linked(text: string, { projectId, task, team }: InboxMessage, links: Links): string {
  const names: [string | undefined, Html | undefined][] = [
    [task ? `task ${task.number}` : undefined, links.task],
    [projectId === null ? undefined : `project ${projectId}`, links.project],
    [team ? html`team ${team.name}`.text : undefined, links.team],
  ];
  return names.reduce((written, [name, target]) => {
    if (!name || !target) return written;
    const at = written.toLowerCase().indexOf(name.toLowerCase());
    return at < 0
      ? `${written} (${target.text})`
      : written.slice(0, at) + target.text + written.slice(at + name.length);
  }, text);
}

/** The subject and the text of a notification as clients of v2 show them; `title`: of the project, '' when it is not known. */
export function oldTextsOf(message: InboxMessage, base: string, title: string): { subject: string; message: string } {
  const { type, subject, htmlSubject, body } = message;
  // An original instance wrote its links and whom it is from into both.
  if (htmlSubject !== null)
    return { subject: ownLinks(oldCommentOf(htmlSubject), base), message: ownLinks(oldHtmlOf(body), base) };
  const links = linksOf(message, base, title);
  const escaped = html`${subject}`.text;
  if (LETTERS.includes(type)) return { subject: escaped, message: withLead(body, links, base) };
  const shown = linked(escaped, message, links);
  return {
    subject: links.sender && NAMING.includes(type) ? `${links.sender.text}: ${shown}` : shown,
    message: COMMENTS.includes(type)
      ? oldHtmlOf(body)
      : type === 'VALIDATION_NOTIFICATION' || type === 'INVALIDATION_NOTIFICATION'
        ? linked(oldHtmlOf(body), message, links)
        : withLead(body, links, base),
  };
}

/** A text after a line with who it is from and what it is about. */
function withLead(body: string, { sender, project, team }: Links, base: string): string {
  const about = [sender, team, project].filter((each) => each !== undefined);
  const lead =
    about.length > 0 ? html`<p>A message from ${about.flatMap((each) => [each, asIs(' · ')]).slice(0, -1)}</p>` : '';
  return `${lead === '' ? '' : lead.text}${ownLinks(oldHtmlOf(body), base)}`;
}

/** Addresses within the site, completed. Those of settings end as clients of v2 know them: `#None` is no place on the page. */
const ownLinks = (shown: string, base: string) =>
  shown
    .replaceAll(' href="/settings"', ` href="/settings#None"`)
    .replace(/ href="\/(?!\/)/g, ` href="${html`${base}`.text}/`);

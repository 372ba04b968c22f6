import type { Database } from '../../database/database.js';
import { written } from '../../database/written.js';
import { NotFound, NotPermitted } from '../../errors.js';
import type { MessageType } from '../../generated/prisma/client.js';
import type { Viewer } from '../../viewer.js';
import { conditionOf } from '../projects/service.js';
import { notificationsThat, type NotificationFilter } from './service.js';

/** What a list of notifications can be ordered by. */
const ORDERS = {
  date: 'm.at',
  message_type: 'm.type',
  from_user_id: 'm.sender_id',
  project_id: 'm.project_id',
  read: 'm.read_at',
} as const;
export type InboxOrder = keyof typeof ORDERS;
export const isInboxOrder = (word: string): word is InboxOrder => Object.hasOwn(ORDERS, word);

/** A notification with all that is shown with it. */
export interface InboxMessage {
  id: number;
  type: MessageType;
  receiverId: number;
  senderId: number | null;
  projectId: number | null;
  teamId: number | null;
  subject: string;
  htmlSubject: string | null;
  body: string;
  at: Date;
  readAt: Date | null;
  sender: { username: string; pictureUrl: string | null } | null;
  task: { number: number } | null;
  /** Null also where the viewer may not see it. */
  project: { defaultLocale: string; texts: { locale: string; name: string }[] } | null;
  /** `managed`: by the viewer. */
  team: { name: string; managed: boolean } | null;
}

/** The columns of InboxMessages over messages m, with the values that they take, and what takes in more. */
function shownTo(viewer: Viewer) {
  // Statuses of all kinds: a condition over project p alone.
  const { sql: visible, values } = conditionOf(viewer, { statuses: ['PUBLISHED', 'ARCHIVED', 'DRAFT'] });
  const parameter = (value: unknown) => `$${values.push(value)}`;
  const columns = `m.id, m.type, m.receiver_id as "receiverId", m.sender_id as "senderId", m.project_id as "projectId", m.team_id as "teamId",
      m.subject, m.html_subject as "htmlSubject", m.body, m.at, m.read_at as "readAt",
      (select json_build_object('username', s.username, 'pictureUrl', s.picture_url) from person s where s.id = m.sender_id) as sender,
      (select json_build_object('number', t.number) from task t where t.id = m.task_id) as task,
      (select json_build_object('defaultLocale', p.default_locale, 'texts', (
                select coalesce(json_agg(json_build_object('locale', t.locale, 'name', t.name)), '[]') from project_text t where t.project_id = p.id))
         from project p where p.id = m.project_id and ${visible}) as project,
      (select json_build_object('name', t.name, 'managed', exists (
                select from team_member w where w.team_id = t.id and w.person_id = ${parameter(viewer.id)} and w.active and w.function = 'MANAGER'))
         from team t where t.id = m.team_id) as team`;
  return { columns, values, parameter };
}

/** One page (from 1) of the viewer's notifications, and how many there are: one statement. */
export async function inboxOf(
  { read }: Database,
  viewer: Viewer,
  filter: NotificationFilter,
  { by, direction, page, size }: { by: InboxOrder; direction: 'asc' | 'desc'; page: number; size: number },
): Promise<{ messages: InboxMessage[]; total: number }> {
  const { columns, values, parameter } = shownTo(viewer);
  const fit = `from message m where ${notificationsThat(viewer.id, filter, parameter)}`;
  const nulls = by === 'read' ? `nulls ${direction === 'asc' ? 'first' : 'last'}` : '';
  const listed = `select m.* ${fit} order by ${ORDERS[by]} ${direction} ${nulls}, m.id ${direction}
                   limit ${parameter(size)}::int offset ${parameter((page - 1) * size)}::bigint`;
  // A page beyond the last one: a row of nothing but the count.
  const rows = await read<(InboxMessage | { id: null }) & { total: number }>(
    written(`select counted.total, shown.* from (select count(*)::int as total ${fit}) counted
               left join lateral (select ${columns}, m.place from (select m.*, row_number() over () as place from (${listed}) m) m) shown on true
              order by shown.place`),
    values,
  );
  return { messages: rows.filter((row) => row.id !== null), total: rows[0]!.total };
}

/** One of the viewer's notifications. Throws NotFound, NotPermitted. */
export async function ownMessage({ read }: Database, viewer: Viewer, id: number): Promise<InboxMessage> {
  const { columns, values, parameter } = shownTo(viewer);
  const [message] = await read<InboxMessage>(
    written(`select ${columns} from message m where m.id = ${parameter(id)}`),
    values,
  );
  if (!message) throw new NotFound('NOTIFICATION', 'There is no such notification any more.');
  if (message.receiverId !== viewer.id)
    throw new NotPermitted('NOT_RECEIVER', 'This notification is for somebody else. You can read only your own.');
  return message;
}

// The bell of who never opened it counts what came in the 30 days before it was first looked at.
const UNREAD = {
  name: 'notifications/unread_since_bell',
  text: `with first as (
           insert into notification_bell (person_id, opened_at) values ($1, clock_timestamp() - interval '30 days')
           on conflict (person_id) do nothing returning opened_at)
         select count(*)::int as unread from message m
          where m.receiver_id = $1 and m.read_at is null
            and m.at > coalesce((select opened_at from first), (select opened_at from notification_bell where person_id = $1),
                                clock_timestamp() - interval '30 days')`,
};

/** How many notifications came since the person last opened the bell, and are unread. */
export const unreadSinceBell = async (database: Database, personId: number): Promise<number> =>
  (await database.query<{ unread: number }>(UNREAD, [personId]))[0]!.unread;

/** The person opens the bell: what is there is not new any more. False when they never looked at it. */
export async function openBell({ prisma }: Database, personId: number): Promise<boolean> {
  const { count } = await prisma.notificationBell.updateMany({ where: { personId }, data: { openedAt: new Date() } });
  return count > 0;
}

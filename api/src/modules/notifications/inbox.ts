import type { Database } from '../../database/database.js';
import { NotFound, NotPermitted } from '../../errors.js';
import type { Prisma } from '../../generated/prisma/client.js';
import type { Viewer } from '../../viewer.js';
import { notificationsThat, type NotificationFilter } from './service.js';

/** What a list of notifications can be ordered by. */
const ORDERS = {
  date: 'at',
  message_type: 'type',
  from_user_id: 'senderId',
  project_id: 'projectId',
  read: 'readAt',
} as const;
export type InboxOrder = keyof typeof ORDERS;
export const isInboxOrder = (word: string): word is InboxOrder => Object.hasOwn(ORDERS, word);

const withAll = (viewer: Viewer) =>
  ({
    sender: { select: { username: true, pictureUrl: true } },
    task: { select: { number: true } },
    project: { select: { defaultLocale: true, texts: { select: { locale: true, name: true } } } },
    team: {
      select: {
        name: true,
        members: { where: { personId: viewer.id, active: true, function: 'MANAGER' }, select: { personId: true } },
      },
    },
  }) satisfies Prisma.MessageInclude;

/** A notification with all that is shown with it. `team.members` is only the viewer, and only as a manager. */
export type InboxMessage = Prisma.MessageGetPayload<{ include: ReturnType<typeof withAll> }>;

/** One page (from 1) of the viewer's notifications, and how many there are. */
export async function inboxOf(
  { prisma }: Database,
  viewer: Viewer,
  filter: NotificationFilter,
  { by, direction, page, size }: { by: InboxOrder; direction: 'asc' | 'desc'; page: number; size: number },
): Promise<{ messages: InboxMessage[]; total: number }> {
  const where = notificationsThat(viewer.id, filter);
  const order: Prisma.MessageOrderByWithRelationInput =
    by === 'read'
      ? { readAt: { sort: direction, nulls: direction === 'asc' ? 'first' : 'last' } }
      : { [ORDERS[by]]: direction };
  const [messages, total] = await Promise.all([
    prisma.message.findMany({
      where,
      include: withAll(viewer),
      orderBy: [order, { id: direction }],
      skip: (page - 1) * size,
      take: size,
    }),
    prisma.message.count({ where }),
  ]);
  return { messages, total };
}

/** One of the viewer's notifications. Throws NotFound, NotPermitted. */
export async function ownMessage({ prisma }: Database, viewer: Viewer, id: number): Promise<InboxMessage> {
  const message = await prisma.message.findUnique({ where: { id }, include: withAll(viewer) });
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

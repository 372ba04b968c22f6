import { z } from 'zod';
import { MessageType } from '../../generated/prisma/client.js';
import type { Context } from '../../graphql/context.js';
import { pagination, paginationOf, success, time } from '../../rest/answers.js';
import { notFound, refuse, type Refusals } from '../../rest/errors.js';
import { operation } from '../../rest/operation.js';
import { id, int, page, text } from '../../rest/values.js';
import { textIn } from '../projects/texts.js';
import { deleteThem, markRead } from './choose.js';
import { inboxOf, isInboxOrder, openBell, ownMessage, unreadSinceBell, type InboxMessage } from './inbox.js';
import { oldTextsOf } from './restTexts.js';

const tag = 'notifications';

/** v2 numbers the types of notifications in this order, from 1. */
const TYPES = Object.values(MessageType);

const notification = z.object({
  messageId: z.int(),
  subject: z.string().describe('HTML that is safe to show.'),
  message: z.string().describe('HTML that is safe to show.'),
  fromUsername: z.string().nullable().describe('Null: the system.'),
  displayPictureUrl: z.string().nullable(),
  projectId: z.int().nullable(),
  projectTitle: z
    .string()
    .nullable()
    .describe('In the language asked for; null also when you may not see the project.'),
  taskId: z.int().nullable(),
  messageType: z.enum(TYPES as [MessageType, ...MessageType[]]),
  sentDate: time,
  read: z.boolean(),
});

/** Notifications as v2 shows them. */
function shown({ settings, locales }: Context, messages: InboxMessage[]) {
  return messages.map((message): z.infer<typeof notification> => {
    const { id, sender, project, projectId, task, type, at, readAt } = message;
    const title = (wanted: string[]) => (project ? textIn(project.texts, 'name', wanted, project.defaultLocale) : null);
    return {
      messageId: id,
      ...oldTextsOf(message, settings.baseUrl ?? '', title([]) ?? ''),
      fromUsername: sender?.username ?? null,
      displayPictureUrl: sender?.pictureUrl ?? null,
      projectId,
      projectTitle: title(locales),
      taskId: task?.number ?? null,
      messageType: type,
      sentDate: at.toISOString(),
      read: readAt !== null,
    };
  });
}

const numbered = (name: string, value: string): number =>
  /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : refuse(400, 'InvalidData', `${name} takes numbers.`);

/** `1,2` → the types of these numbers; undefined when none are asked for. Numbers that no type has fit nothing. */
const typesOf = (list: string | undefined): MessageType[] | undefined =>
  list?.trim()
    ? list
        .split(',')
        .map((each) => TYPES[numbered('messageType', each) - 1])
        .filter((type) => type !== undefined)
    : undefined;

const messageType = text({ max: 200 }).describe('Numbers of types, with commas between them.').optional();
/** Ids that nothing has are passed over like those of others. */
const several = z.object({
  messageIds: z
    .array(int())
    .max(500)
    .transform((ids) => ids.filter((each) => each > 0)),
});
const one = { message_id: id() };
const refusals = { NOT_PERMITTED: [403, 'AccessOtherUserMessage'] } satisfies Refusals;
const fails = { 403: "It is somebody else's.", 404: 'There is no such notification.' };
const invalidBody: [number, string] = [400, 'InvalidData'];

export const notificationsOperations = [
  operation({
    method: 'GET',
    path: '/notifications/',
    tag,
    summary: 'Your notifications.',
    access: 'login',
    query: {
      messageType,
      from: text({ max: 255 }).optional(),
      project: text({ max: 20 }).optional(),
      taskId: int().optional(),
      status: text({ max: 20 }).describe('`read` or `unread`; all otherwise.').optional(),
      sortBy: text({ max: 20 })
        .describe('date, message_type, from_user_id, project_id or read; date otherwise.')
        .default('date'),
      sortDirection: text({ max: 10 }).default('desc'),
      page: page(),
      pageSize: int({ min: 1, max: 1_000 }).default(10),
    },
    answers: z.object({ pagination, userMessages: z.array(notification) }),
    fails: { 400: 'messageType or project is not numbers.' },
    service: 'notifications: inboxOf',
    differences: ['messageType and project that are not numbers are 400; the original answers 500.'],
    handler: async ({ context, viewer, query }) => {
      const { sortBy, sortDirection, page, pageSize, status } = query;
      const { messages, total } = await inboxOf(
        context.database,
        viewer,
        {
          types: typesOf(query.messageType),
          read: status === 'read' ? true : status === 'unread' ? false : null,
          project: query.project?.trim() ? numbered('project', query.project) : null,
          taskNumber: query.taskId ?? null,
          senderPrefix: query.from ?? null,
        },
        {
          by: isInboxOrder(sortBy) ? sortBy : 'date',
          direction: sortDirection.toLowerCase() === 'asc' ? 'asc' : 'desc',
          page,
          size: pageSize,
        },
      );
      return { pagination: paginationOf(page, pageSize, total), userMessages: shown(context, messages) };
    },
  }),
  operation({
    method: 'GET',
    path: '/notifications/{message_id}/',
    tag,
    summary: 'One of your notifications, which is read by that.',
    access: 'login',
    params: one,
    answers: notification.extend({ fromUserId: z.int().nullable() }),
    fails,
    refusals,
    service: 'notifications: ownMessage, markRead',
    handler: async ({ context, viewer, params: { message_id } }) => {
      const message = await ownMessage(context.database, viewer, message_id);
      if (!message.readAt) await markRead(context.database, viewer, { numbers: [message_id] });
      const [answer] = shown(context, [message]);
      return { ...answer, fromUserId: message.senderId, read: true };
    },
  }),
  operation({
    method: 'DELETE',
    path: '/notifications/{message_id}/',
    tag,
    summary: 'Deletes one of your notifications.',
    access: 'login',
    params: one,
    answers: success,
    fails,
    refusals,
    service: 'notifications: deleteThem',
    handler: async ({ context: { database }, viewer, params: { message_id } }) => {
      await ownMessage(database, viewer, message_id);
      await deleteThem(database, viewer, { numbers: [message_id] });
      return { Success: 'Message deleted' };
    },
  }),
  operation({
    method: 'DELETE',
    path: '/notifications/delete-multiple/',
    tag,
    summary: "Deletes some of your notifications; others' are passed over.",
    access: 'login',
    body: several,
    invalidBody,
    answers: success,
    service: 'notifications: deleteThem',
    handler: async ({ context: { database }, viewer, body: { messageIds } }) => {
      if (messageIds.length > 0) await deleteThem(database, viewer, { numbers: messageIds });
      return { Success: 'Messages deleted' };
    },
  }),
  operation({
    method: 'DELETE',
    path: '/notifications/delete-all/',
    tag,
    summary: 'Deletes all of your notifications, or those of some types.',
    access: 'login',
    query: { messageType },
    answers: success,
    fails: { 400: 'messageType is not numbers.' },
    service: 'notifications: deleteThem',
    handler: async ({ context: { database }, viewer, query }) => {
      await deleteThem(database, viewer, { types: typesOf(query.messageType), all: true });
      return { Success: 'Messages deleted' };
    },
  }),
  operation({
    method: 'POST',
    path: '/notifications/mark-as-read-multiple/',
    tag,
    summary: "Marks some of your notifications as read; others' are passed over.",
    access: 'login',
    body: several,
    invalidBody,
    answers: success,
    service: 'notifications: markRead',
    handler: async ({ context: { database }, viewer, body: { messageIds } }) => {
      if (messageIds.length > 0) await markRead(database, viewer, { numbers: messageIds });
      return { Success: 'Messages marked as read' };
    },
  }),
  operation({
    method: 'POST',
    path: '/notifications/mark-as-read-all/',
    tag,
    summary: 'Marks all of your notifications as read, or those of some types.',
    access: 'login',
    query: { messageType },
    answers: success,
    fails: { 400: 'messageType is not numbers.' },
    service: 'notifications: markRead',
    handler: async ({ context: { database }, viewer, query }) => {
      await markRead(database, viewer, { types: typesOf(query.messageType), all: true });
      return { Success: 'Messages marked as read' };
    },
  }),
  operation({
    method: 'GET',
    path: '/notifications/queries/own/count-unread/',
    tag,
    summary: 'How many notifications came since you last opened the bell, and are unread.',
    access: 'login',
    answers: z.object({ newMessages: z.boolean(), unread: z.int() }),
    service: 'notifications: unreadSinceBell',
    handler: async ({ context: { database }, viewer }) => {
      const unread = await unreadSinceBell(database, viewer.id);
      return { newMessages: unread > 0, unread };
    },
  }),
  operation({
    method: 'POST',
    path: '/notifications/queries/own/post-unread/',
    tag,
    summary: 'You open the bell: what is there is not counted as new any more.',
    access: 'login',
    answers: z.literal(0),
    fails: { 404: 'You never asked how many are unread.' },
    service: 'notifications: openBell',
    handler: async ({ context: { database }, viewer }) => {
      if (!(await openBell(database, viewer.id))) notFound('NOTIFICATIONS', {});
      return 0;
    },
  }),
];

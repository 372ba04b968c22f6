import { builder } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { connectionOf, pageOf } from '../../graphql/page.js';
import { htmlOf } from '../../texts/html.js';
import { Viewer } from '../people/Viewer.js';
import { canSee } from '../projects/policy.js';
import { Project } from '../projects/Project.js';
import { standingOf } from '../projects/standing.js';
import { canSeeTeam } from '../teams/policy.js';
import { teamStandingOf } from '../teams/standing.js';
import { Team } from '../teams/Team.js';
import { cursorIn, pageOfInbox } from './inboxPage.js';
import { countOf, preferencesOf, unreadCount, type NotificationFilter as Filter } from './service.js';
import type { Preference } from './preferences.js';

export const NotificationType = builder.enumType('NotificationType', {
  description: 'What a notification is about.',
  values: {
    SYSTEM: { description: 'From this instance itself: a welcome, a level that was reached.' },
    BROADCAST: { description: 'From the managers of a project or campaign to its contributors.' },
    MENTION_NOTIFICATION: { description: 'Somebody named the person in a comment.' },
    VALIDATION_NOTIFICATION: { description: 'A task that the person mapped was validated.' },
    INVALIDATION_NOTIFICATION: { description: 'A task that the person mapped was sent back.' },
    REQUEST_TEAM_NOTIFICATION: { description: 'Somebody asks to join a team, or the answer to that.' },
    INVITATION_NOTIFICATION: { description: 'The person was added to a team, or taken out of it.' },
    TASK_COMMENT_NOTIFICATION: {
      description: 'A comment on a task that the person worked on; only for who asks for it.',
    },
    PROJECT_CHAT_NOTIFICATION: { description: 'A comment on a project of theirs; only for who asks for it.' },
    PROJECT_ACTIVITY_NOTIFICATION: { description: 'A project among their favourites was opened or archived.' },
    TEAM_BROADCAST: { description: 'From the managers of a team to its members.' },
  },
});

export const Notification = builder.prismaObject('Message', {
  variant: 'Notification',
  description: 'Something that a person is told. Only they can read it.',
  fields: (t) => ({
    number: t.exposeInt('id', { description: 'Its id; the newest has the highest.' }),
    type: t.expose('type', { type: NotificationType, description: 'What it is about.' }),
    subject: t.exposeString('subject', { description: 'One line of plain text.' }),
    body: t.exposeString('body', { description: 'Markdown; `bodyHtml` is safe to show.' }),
    bodyHtml: t.string({
      description: '`body` as HTML that is safe to show as it is.',
      resolve: ({ body }, _args, { settings }) => htmlOf(body, settings),
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was sent.' }),
    readAt: t.expose('readAt', { type: 'DateTime', nullable: true, description: 'When it was read; null: not yet.' }),
    sender: t.relation('sender', { nullable: true, description: 'Who caused it; null for the system.' }),
    projectNumber: t.exposeInt('projectId', {
      nullable: true,
      description: 'The project it is about; null when it is about none, or the project is gone.',
    }),
    taskNumber: t.int({
      nullable: true,
      description: 'The task it is about, as its number in the project.',
      select: { task: { select: { number: true } } },
      resolve: ({ task }) => task?.number ?? null,
    }),
    project: t.field({
      type: Project,
      nullable: true,
      description: 'The project it is about; null also when the viewer may not see it any more.',
      select: { projectId: true },
      resolve: async ({ projectId }, _args, context) => {
        const standing = projectId === null ? undefined : await standingOf(context, context.viewer, projectId);
        if (!standing || !canSee(standing)) return null;
        return context.database.prisma.project.findUnique({ where: { id: projectId! } });
      },
    }),
    team: t.field({
      type: Team,
      nullable: true,
      description: 'The team it is about; null also when the viewer may not know of it any more.',
      select: { teamId: true },
      resolve: async ({ teamId }, _args, context) => {
        const standing = teamId === null ? undefined : await teamStandingOf(context, teamId);
        if (!standing || !canSeeTeam(context.viewer, standing)) return null;
        return context.database.prisma.team.findUnique({ where: { id: teamId! } });
      },
    }),
  }),
});

const NotificationOrder = builder.enumType('NotificationOrder', {
  description: 'What a list of notifications is ordered by.',
  values: {
    NEWEST: { description: 'The newest first.' },
    OLDEST: { description: 'The oldest first.' },
    UNREAD_FIRST: { description: 'Unread ones first; among those and the others the newest first.' },
  },
});

export const NotificationFilter = builder.inputType('NotificationFilter', {
  description: 'Which notifications: those that fit all that is given.',
  fields: (t) => ({
    types: t.field({ type: [NotificationType], description: 'All types when left out.' }),
    read: t.boolean({ description: 'True: only read ones; false: only unread ones.' }),
    projectId: t.id({ description: 'Number or node id of the project they are about.' }),
    taskNumber: t.int({ description: 'Number in its project of the task they are about.' }),
    senderPrefix: t.string({ description: 'How the name of the sender begins, in upper or lower case.' }),
  }),
});

/** A filter as the service takes it: with the number of the project. */
export const filterOf = (given: typeof NotificationFilter.$inferInput | null | undefined): Filter => {
  const { projectId, ...filter } = given ?? {};
  return { ...filter, project: projectId == null ? null : numberOf('Project', projectId) };
};

const NotificationEdge = builder.edgeObject({ type: Notification, name: 'NotificationEdge' });
const NotificationConnection = builder.connectionObject(
  { type: Notification, name: 'NotificationConnection' },
  NotificationEdge,
);

export const NotificationPreference = builder.objectRef<Preference>('NotificationPreference').implement({
  description: 'How a person wants to be told of one type of notification.',
  fields: (t) => ({
    type: t.expose('type', { type: NotificationType, description: 'Of which notifications.' }),
    inApp: t.exposeBoolean('inApp', { description: 'Whether they come at all, to be read here.' }),
    byMail: t.exposeBoolean('byMail', { description: 'Whether a mail is sent too, to a verified address.' }),
    digest: t.exposeBoolean('digest', { description: 'Whether mail is gathered into one digest.' }),
  }),
});

builder.objectFields(Viewer, (t) => ({
  notifications: t.connection(
    {
      type: Notification,
      description: 'What they were told, the newest first.',
      args: {
        filter: t.arg({ type: NotificationFilter, description: 'All when left out.' }),
        orderBy: t.arg({
          type: NotificationOrder,
          defaultValue: 'NEWEST',
          description: 'Cursors are good only for the order they came from.',
        }),
      },
      resolve: async ({ id }, args, { database }) => {
        const { limit, after } = pageOf(args);
        const filter = filterOf(args.filter);
        const order = args.orderBy ?? 'NEWEST';
        const rows = await pageOfInbox(database, id, filter, order, limit + 1, after);
        return {
          ...connectionOf(rows, limit, after, cursorIn(order)),
          totalCount: () => countOf(database, id, filter),
        };
      },
    },
    NotificationConnection,
    NotificationEdge,
  ),
  notification: t.prismaField({
    type: Notification,
    nullable: true,
    description: 'One of what they were told; null where there is none of this number, or it is for somebody else.',
    args: { number: t.arg.int({ required: true, description: 'Notification.number.' }) },
    resolve: (query, { id }, { number }, { database }) =>
      number < 1 ? null : database.prisma.message.findFirst({ ...query, where: { id: number, receiverId: id } }),
  }),
  unreadNotificationCount: t.int({
    description: 'How many notifications they have not read.',
    resolve: ({ id }, _args, { database }) => unreadCount(database, id),
  }),
  notificationPreferences: t.field({
    type: [NotificationPreference],
    description: 'How they want to be told, for each type.',
    resolve: ({ id }, _args, { database }) => preferencesOf(database, id),
  }),
}));

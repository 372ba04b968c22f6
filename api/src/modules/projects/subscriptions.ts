import { encodeGlobalID } from '@pothos/plugin-relay';
import { GraphQLError } from 'graphql';
import { statement } from '../../database/database.js';
import { builder } from '../../graphql/builder.js';
import type { Context } from '../../graphql/context.js';
import { numberOf } from '../../graphql/ids.js';
import { badPage } from '../../graphql/page.js';
import { closable } from '../../live/closable.js';
import { commentCountOf, conversationPositionOf } from './comments.js';
import { Project } from './Project.js';
import { ProjectComment } from './ProjectComment.js';
import { isOpenToFollow } from './service.js';

const CONVERSATION_AFTER = statement(import.meta.url, 'sql/conversation_after');
/** Changes that one update tells at most. */
const BATCH = 100;

interface Update {
  projectId: number;
  position: number;
  /** Comments that are new or changed. */
  there: number[];
  gone: number[];
}

const ProjectConversationUpdate = builder.objectRef<Update>('ProjectConversationUpdate').implement({
  description:
    'Changes of a conversation that came together. Each comment is told as it is now: applying it twice does no harm.',
  fields: (t) => ({
    cursor: t.string({
      description: 'Send it as `after` to resume behind these changes.',
      resolve: ({ position }) => String(position),
    }),
    comments: t.prismaField({
      type: [ProjectComment],
      description: 'Those that are new, or whose words changed, the oldest first.',
      resolve: (query, { there }, _args, { database }) =>
        database.prisma.projectComment.findMany({ ...query, where: { id: { in: there } }, orderBy: { id: 'asc' } }),
    }),
    deletedIds: t.field({
      type: ['ID'],
      description: 'Node ids of those that were deleted.',
      resolve: ({ gone }) => gone.map((id) => encodeGlobalID('ProjectComment', id)),
    }),
    totalCount: t.int({
      description: 'How many comments the conversation has now.',
      resolve: ({ projectId }, _args, context) => commentCountOf(context, projectId),
    }),
  }),
});

builder.prismaObjectFields(Project, (t) => ({
  conversationCursor: t.string({
    description: 'Where its conversation is: send it as `after` to the subscription projectConversation.',
    resolve: async ({ id }, _args, context) => String(await conversationPositionOf(context, id)),
  }),
}));

builder.subscriptionField('projectConversation', (t) =>
  t.field({
    type: ProjectConversationUpdate,
    description:
      'What is said, changed and deleted in the conversation of a project. It ends when the project is closed to the viewer.',
    args: {
      projectId: t.arg.id({ required: true, description: 'Number or node id.' }),
      after: t.arg.string({
        description:
          'A cursor from an update or from Project.conversationCursor: first comes what happened since. Left out: only what happens from now on.',
      }),
    },
    subscribe: async (_root, { projectId, after }, context) => {
      const id = numberOf('Project', projectId);
      if (!(await isOpenToFollow(context, id))) {
        throw new GraphQLError('There is no such project, or it is not open to you.', {
          extensions: { code: 'NOT_FOUND' },
        });
      }
      const head = await conversationPositionOf(context, id);
      const from = after == null ? head : /^\d{1,9}$/.test(after) ? Number(after) : -1;
      if (from < 0 || from > head)
        throw badPage('This cursor is not of this conversation. Read conversationCursor again and go on from there.');
      return closable((signal) => updates(context, id, from, signal));
    },
    resolve: (update) => update,
  }),
);

/** All changes after a position, for as long as the viewer may see the project: asked at each delivery. */
async function* updates(context: Context, projectId: number, from: number, signal: AbortSignal) {
  let cursor = from;
  const news = context.live.watchConversation(projectId, signal);
  while (!(await news.next()).done) {
    for (;;) {
      const changes = await context.database.query<{ id: number; isGone: boolean; position: number }>(
        CONVERSATION_AFTER,
        [projectId, cursor, BATCH],
      );
      if (!(await isOpenToFollow(context, projectId))) return;
      if (changes.length === 0) break;
      cursor = changes[0]!.position;
      const idsOf = (isGone: boolean) => changes.filter((change) => change.isGone === isGone).map(({ id }) => id);
      yield { projectId, position: cursor, there: idsOf(false), gone: idsOf(true) };
    }
  }
}

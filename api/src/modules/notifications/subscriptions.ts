import { GraphQLError } from 'graphql';
import { builder } from '../../graphql/builder.js';
import type { Context } from '../../graphql/context.js';
import type { Viewer } from '../../viewer.js';
import { unreadCount } from './service.js';

/** The count at once, and each time it has changed, while the session is in force. */
async function* counts({ database, live }: Context, { id, sessionId }: Viewer, signal: AbortSignal) {
  const news = live.watchPerson(id, signal);
  let last: number | undefined;
  while (!(await news.next()).done) {
    const session = await database.prisma.session.findUnique({ where: { id: sessionId } });
    if (!session || session.revokedAt || session.expiresAt <= new Date()) return;
    const count = await unreadCount(database, id);
    if (count !== last) yield (last = count);
  }
}

/** Ends at once when its reader leaves, even while it waits. */
function closable(context: Context, viewer: Viewer): AsyncIterableIterator<number> {
  const leaving = new AbortController();
  const generator = counts(context, viewer, leaving.signal);
  return {
    next: () => generator.next(),
    return: async () => {
      leaving.abort();
      await generator.return();
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

builder.subscriptionField('viewerUnreadCount', (t) =>
  t.int({
    description:
      'How many notifications the viewer has not read: at once, and again when it changes. It ends when they sign out.',
    subscribe: (_root, _args, context) => {
      if (!context.viewer) throw new GraphQLError('Sign in to do this.', { extensions: { code: 'NOT_SIGNED_IN' } });
      return closable(context, context.viewer);
    },
    resolve: (count) => count,
  }),
);

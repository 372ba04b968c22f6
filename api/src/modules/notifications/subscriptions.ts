import { GraphQLError } from 'graphql';
import { builder } from '../../graphql/builder.js';
import type { Context } from '../../graphql/context.js';
import type { Viewer } from '../../viewer.js';
import { isInForce } from '../sign-in/service.js';
import { unreadCount } from './service.js';

/** The count at once, and each time it has changed, while the session or key is in force. */
async function* counts({ database, live }: Context, viewer: Viewer, signal: AbortSignal) {
  const news = live.watchPerson(viewer.id, signal);
  let last: number | undefined;
  while (!(await news.next()).done) {
    if (!(await isInForce(database, viewer))) return;
    const count = await unreadCount(database, viewer.id);
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

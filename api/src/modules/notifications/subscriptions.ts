import { GraphQLError } from 'graphql';
import { builder } from '../../graphql/builder.js';
import type { Context } from '../../graphql/context.js';
import type { Viewer } from '../../viewer.js';
import { closable } from '../../live/closable.js';
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

builder.subscriptionField('viewerUnreadCount', (t) =>
  t.int({
    description:
      'How many notifications the viewer has not read: at once, and again when it changes. It ends when they sign out.',
    subscribe: (_root, _args, context) => {
      const { viewer } = context;
      if (!viewer) throw new GraphQLError('Sign in to do this.', { extensions: { code: 'NOT_SIGNED_IN' } });
      return closable((signal) => counts(context, viewer, signal));
    },
    resolve: (count) => count,
  }),
);

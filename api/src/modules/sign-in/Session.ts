import { builder } from '../../graphql/builder.js';
import { Viewer } from '../people/Viewer.js';

/** The latest; whoever has more sees the others when these have ended. */
const MOST_SESSIONS = 100;

export const Session = builder.prismaObject('Session', {
  description: 'A browser or app that is signed in.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Fit for revokeSession; only its owner can read it.' }),
    created: t.expose('createdAt', { type: 'DateTime', description: 'When they signed in there.' }),
    lastSeen: t.expose('lastSeenAt', {
      type: 'DateTime',
      description: 'When it was last used, to within five minutes.',
    }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When it ends by itself.' }),
    userAgent: t.exposeString('userAgent', {
      description: 'What the browser or app called itself when signing in; null when it said nothing.',
      nullable: true,
    }),
    current: t.boolean({
      description: 'True for the session that sends this request.',
      select: { id: true },
      resolve: ({ id }, _args, { viewer }) => id === viewer?.sessionId,
    }),
  }),
});

builder.objectField(Viewer, 'sessions', (t) =>
  t.prismaField({
    type: [Session],
    description: 'Where they are signed in at this moment, the last used first; at most 100.',
    resolve: (query, { id }, _args, { database }) =>
      database.prisma.session.findMany({
        ...query,
        where: { personId: id, revokedAt: null, expiresAt: { gt: new Date() } },
        orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
        take: MOST_SESSIONS,
      }),
  }),
);

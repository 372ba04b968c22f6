import { builder } from '../../graphql/builder.js';
import { Viewer } from '../people/Viewer.js';

/** The latest; whoever has more sees the others when these have ended. */
const MOST_SESSIONS = 100;

export const Session = builder.prismaObject('Session', {
  fields: (t) => ({
    id: t.exposeID('id'),
    created: t.expose('createdAt', { type: 'DateTime' }),
    lastSeen: t.expose('lastSeenAt', { type: 'DateTime' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
    userAgent: t.exposeString('userAgent', { nullable: true }),
    current: t.boolean({ select: { id: true }, resolve: ({ id }, _args, { viewer }) => id === viewer?.sessionId }),
  }),
});

builder.objectField(Viewer, 'sessions', (t) =>
  t.prismaField({
    type: [Session],
    resolve: (query, { id }, _args, { database }) =>
      database.prisma.session.findMany({
        ...query,
        where: { personId: id, revokedAt: null, expiresAt: { gt: new Date() } },
        orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
        take: MOST_SESSIONS,
      }),
  }),
);

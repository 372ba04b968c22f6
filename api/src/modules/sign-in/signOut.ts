import { NotFound, NotSignedIn } from '../../errors.js';
import { builder } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { Session } from './Session.js';
import { revokeSession } from './service.js';

const SignOutPayload = builder.objectRef<{ ok: boolean }>('SignOutPayload').implement({
  fields: (t) => ({ ok: t.exposeBoolean('ok') }),
});

const RevokeSessionInput = builder.inputType('RevokeSessionInput', {
  fields: (t) => ({ sessionId: t.id({ required: true }) }),
});

const RevokeSessionPayload = builder.objectRef<{ id: number }>('RevokeSessionPayload').implement({
  fields: (t) => ({
    session: t.prismaField({
      type: Session,
      resolve: (query, { id }, _args, { database }) =>
        database.prisma.session.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});

builder.mutationFields((t) => ({
  signOut: t.field({
    type: SignOutPayload,
    resolve: async (_root, _args, { database, viewer }) => {
      if (viewer) await revokeSession(database, viewer, viewer.sessionId);
      return { ok: true }; // a visitor is signed out already
    },
  }),
  revokeSession: t.field({
    type: RevokeSessionPayload,
    errors: { types: [NotSignedIn, NotFound] },
    args: { input: t.arg({ type: RevokeSessionInput, required: true }) },
    resolve: (_root, { input }, { database, viewer }) =>
      revokeSession(database, signedIn(viewer), numberOf('Session', input.sessionId)),
  }),
}));

import { NotFound, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { Session } from './Session.js';
import { revokeSession } from './service.js';

const SignOutPayload = builder.objectRef<{ ok: boolean }>('SignOutPayload').implement({
  description: 'The session of the request has ended.',
  fields: (t) => ({ ok: t.exposeBoolean('ok', { description: 'Always true: a visitor is signed out already.' }) }),
});

const RevokeSessionInput = builder.inputType('RevokeSessionInput', {
  description: 'Which session to end.',
  fields: (t) => ({
    sessionId: t.id({ description: "The `id` of one of the viewer's own sessions.", required: true }),
  }),
});

const RevokeSessionPayload = builder.objectRef<{ id: number }>('RevokeSessionPayload').implement({
  description: 'The session that was ended.',
  fields: (t) => ({
    session: t.prismaField({
      type: Session,
      description: 'As it is now. Its token is refused from now on.',
      resolve: (query, { id }, _args, { database }) =>
        database.prisma.session.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});

builder.mutationFields((t) => ({
  signOut: t.field({
    type: SignOutPayload,
    description:
      'Ends the session of the request: its token is refused from now on. It cannot fail, so it has no input and no errors.',
    resolve: async (_root, _args, { database, viewer }) => {
      if (viewer?.sessionId) await revokeSession(database, viewer, viewer.sessionId);
      return { ok: true }; // a visitor is signed out already
    },
  }),
  revokeSession: t.field({
    type: RevokeSessionPayload,
    description: 'Ends one of the viewer’s own sessions, here or on another device. Ending it again changes nothing.',
    errors: { types: [NotSignedIn, NotFound] },
    args: oneInput(RevokeSessionInput),
    resolve: (_root, { input }, { database, viewer }) =>
      revokeSession(database, signedIn(viewer), numberOf('Session', input.sessionId)),
  }),
}));

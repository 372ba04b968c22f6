import { InvalidInput, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { signedIn, type Viewer as SignedInPerson } from '../../viewer.js';
import { Viewer } from '../people/Viewer.js';
import { LinkNotUsable } from './errors.js';
import { sendVerification, verificationOf, verifyEmail } from './service.js';

const EmailVerification = builder.objectRef<Awaited<ReturnType<typeof verificationOf>>>('EmailVerification').implement({
  description: 'What the link in a mail proves.',
  fields: (t) => ({
    email: t.exposeString('email', { description: 'The address.' }),
    isVerified: t.exposeBoolean('isVerified', { description: 'Whether it is proved already.' }),
  }),
});
builder.queryField('emailVerification', (t) =>
  t.field({
    type: EmailVerification,
    description:
      'Which address the link in a mail proves, for whoever has the link. Nothing is changed: verifyEmail takes it as the proof.',
    errors: { types: [LinkNotUsable] },
    args: { token: t.arg.string({ required: true, description: '`token` of the link in the mail.' }) },
    resolve: (_root, { token }, context) => verificationOf(context, token),
  }),
);

const VerifyEmailInput = builder.inputType('VerifyEmailInput', {
  description: 'The proof that a mail address is somebody’s own.',
  fields: (t) => ({ token: t.string({ required: true, description: '`token` of the link in the mail.' }) }),
});
const VerifyEmailPayload = builder.objectRef<string>('VerifyEmailPayload').implement({
  description: 'The address is verified: mail can go there.',
  fields: (t) => ({ email: t.string({ description: 'The address.', resolve: (email) => email }) }),
});
const SendVerificationEmailInput = builder.inputType('SendVerificationEmailInput', {
  description: 'Where the mail goes.',
  fields: (t) => ({
    email: t.string({
      required: true,
      description: "The address in the viewer's settings; refused when another one is saved there by now.",
    }),
  }),
});
const SendVerificationEmailPayload = builder.objectRef<SignedInPerson>('SendVerificationEmailPayload').implement({
  description: 'The mail is on its way.',
  fields: (t) => ({ viewer: t.field({ type: Viewer, description: 'Whom it goes to.', resolve: (viewer) => viewer }) }),
});

builder.mutationFields((t) => ({
  verifyEmail: t.field({
    type: VerifyEmailPayload,
    description:
      'Takes the link from a mail as the proof of the address. Whoever has the link may, signed in or not; it counts for a day.',
    errors: { types: [LinkNotUsable] },
    args: oneInput(VerifyEmailInput),
    resolve: (_root, { input }, context) => verifyEmail(context, input.token),
  }),
  sendVerificationEmail: t.field({
    type: SendVerificationEmailPayload,
    description:
      "Sends the mail that proves the viewer's address once more. Within a minute it stays one mail; ten a day are the most.",
    errors: { types: [NotSignedIn, NotPermitted, InvalidInput] },
    args: oneInput(SendVerificationEmailInput),
    resolve: async (_root, { input }, context) => {
      const viewer = signedIn(context.viewer);
      await sendVerification(context, viewer, input.email);
      return viewer;
    },
  }),
}));

import { InvalidInput, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { signedIn, type Viewer as SignedInPerson } from '../../viewer.js';
import { Editor } from '../projects/enums.js';
import { sendVerificationOf } from '../mail/service.js';
import { DigestFrequency, Gender } from './Account.js';
import { updateProfile } from './service.js';
import { Viewer } from './Viewer.js';

const UpdateMyProfileInput = builder.inputType('UpdateMyProfileInput', {
  description: 'What to change; what is left out stays. Null and "" empty a text.',
  fields: (t) => ({
    name: t.string({ description: 'The name to go by; at most 255 characters.' }),
    city: t.string({ description: 'At most 255 characters.' }),
    country: t.string({ description: 'At most 255 characters.' }),
    email: t.string({
      description: 'Where mail goes; kept in lower case. Another one has to be verified before mail goes there.',
    }),
    gender: t.field({
      type: Gender,
      description: 'Any but SELF_DESCRIBE takes selfDescriptionGender away; null says nothing any more.',
    }),
    selfDescriptionGender: t.string({ description: 'Own words, with gender SELF_DESCRIBE; at most 200 characters.' }),
    twitterId: t.string({ description: 'Account on X (Twitter); at most 100 characters.' }),
    facebookId: t.string({ description: 'Account on Facebook; at most 100 characters.' }),
    linkedinId: t.string({ description: 'Account on LinkedIn; at most 100 characters.' }),
    slackId: t.string({ description: 'Account on Slack; at most 100 characters.' }),
    skypeId: t.string({ description: 'Account on Skype; at most 100 characters.' }),
    ircId: t.string({ description: 'Nickname on IRC; at most 100 characters.' }),
    isExpert: t.boolean({ description: 'Whether to be shown the settings of experts.' }),
    defaultEditor: t.field({ type: Editor, description: 'The editor to open first.' }),
    digestFrequency: t.field({ type: DigestFrequency, description: 'How often summaries are mailed.' }),
    locale: t.string({ description: 'Code of a language, such as en or pt_BR.' }),
    hidesPresence: t.boolean({ description: 'True: not to be shown to others while looking at a project.' }),
  }),
});

const UpdateMyProfilePayload = builder
  .objectRef<{ viewer: SignedInPerson; verificationEmailSent: boolean }>('UpdateMyProfilePayload')
  .implement({
    description: 'The profile was changed.',
    fields: (t) => ({
      viewer: t.expose('viewer', { type: Viewer, description: 'As it is now.' }),
      verificationEmailSent: t.exposeBoolean('verificationEmailSent', {
        description: 'Whether a mail is on its way to a new address, with the link that proves it.',
      }),
    }),
  });

builder.mutationField('updateMyProfile', (t) =>
  t.field({
    type: UpdateMyProfilePayload,
    description: 'Changes what the viewer says of themself. Name and picture of OpenStreetMap change there.',
    errors: { types: [NotSignedIn, InvalidInput] },
    args: oneInput(UpdateMyProfileInput),
    resolve: async (_root, { input }, context) => {
      const viewer = signedIn(context.viewer);
      const isNewAddress = await updateProfile(context.database, viewer, input);
      return { viewer, verificationEmailSent: isNewAddress && (await sendVerificationOf(context, viewer)) };
    },
  }),
);

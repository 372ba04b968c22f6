import { InvalidInput, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { signedIn, type Viewer as SignedInPerson } from '../../viewer.js';
import { Viewer } from '../people/Viewer.js';
import { deleteThem, markRead, type Choice } from './choose.js';
import { NotificationFilter, NotificationType, filterOf } from './Notification.js';
import { setPreferences } from './service.js';

const choice = (name: string) =>
  builder.inputType(name, {
    description: "Which of the viewer's own notifications; what is given has to fit. Others' are passed over.",
    fields: (t) => ({
      numbers: t.intList({ description: 'Notification.number: 1 to 500.' }),
      types: t.field({ type: [NotificationType], description: 'All of these types.' }),
      all: t.boolean({ description: 'True: all there are.' }),
      filter: t.field({ type: NotificationFilter, description: 'Only those that fit this too.' }),
      upTo: t.int({ description: 'None above this number: what came since is left alone.' }),
    }),
  });

const choiceOf = ({
  filter,
  ...choice
}: Omit<Choice, 'filter'> & { filter?: Parameters<typeof filterOf>[0] }): Choice => ({
  ...choice,
  filter: filterOf(filter),
});

interface Changed {
  viewer: SignedInPerson;
  count: number;
}
const changedPayload = (name: string, description: string) =>
  builder.objectRef<Changed>(name).implement({
    description,
    fields: (t) => ({
      count: t.exposeInt('count', { description: 'How many notifications it changed.' }),
      viewer: t.expose('viewer', { type: Viewer, description: 'To read the new count and list from.' }),
    }),
  });

const PreferenceInput = builder.inputType('NotificationPreferenceInput', {
  description: 'What to change for one type of notification; what is left out stays.',
  fields: (t) => ({
    type: t.field({ type: NotificationType, required: true, description: 'Of which notifications.' }),
    inApp: t.boolean({ description: 'Whether they come at all; SYSTEM always does.' }),
    byMail: t.boolean({ description: 'Whether a mail is sent too.' }),
    digest: t.boolean({ description: 'Whether mail is gathered into one digest.' }),
  }),
});
const SetNotificationPreferencesInput = builder.inputType('SetNotificationPreferencesInput', {
  description: 'How the viewer wants to be told.',
  fields: (t) => ({
    preferences: t.field({ type: [PreferenceInput], required: true, description: 'At least one, each type once.' }),
  }),
});
const SetNotificationPreferencesPayload = builder
  .objectRef<SignedInPerson>('SetNotificationPreferencesPayload')
  .implement({
    description: 'The preferences were saved.',
    fields: (t) => ({
      viewer: t.field({ type: Viewer, description: 'To read all of them from.', resolve: (viewer) => viewer }),
    }),
  });

builder.mutationFields((t) => ({
  markNotificationsRead: t.field({
    type: changedPayload('MarkNotificationsReadPayload', 'They are read now.'),
    description: 'Marks notifications of the viewer as read: some, those of types, or all.',
    errors: { types: [NotSignedIn, InvalidInput] },
    args: oneInput(choice('MarkNotificationsReadInput')),
    resolve: async (_root, { input }, context) => {
      const viewer = signedIn(context.viewer);
      return { viewer, count: await markRead(context.database, viewer, choiceOf(input)) };
    },
  }),
  deleteNotifications: t.field({
    type: changedPayload('DeleteNotificationsPayload', 'They are gone.'),
    description: 'Deletes notifications of the viewer for good: some, those of types, or all.',
    errors: { types: [NotSignedIn, InvalidInput] },
    args: oneInput(choice('DeleteNotificationsInput')),
    resolve: async (_root, { input }, context) => {
      const viewer = signedIn(context.viewer);
      return { viewer, count: await deleteThem(context.database, viewer, choiceOf(input)) };
    },
  }),
  setNotificationPreferences: t.field({
    type: SetNotificationPreferencesPayload,
    description: 'Chooses which notifications come, and which also by mail.',
    errors: { types: [NotSignedIn, InvalidInput] },
    args: oneInput(SetNotificationPreferencesInput),
    resolve: async (_root, { input }, context) => {
      const viewer = signedIn(context.viewer);
      await setPreferences(context.database, viewer, input.preferences);
      return viewer;
    },
  }),
}));

import { builder, oneInput } from '../../graphql/builder.js';
import { NotificationType } from '../notifications/Notification.js';
import { LinkNotUsable } from './errors.js';
import type { Unsubscription } from './links.js';
import { subscriptionOf, unsubscribe } from './service.js';

const MailSubscription = builder.objectRef<Awaited<ReturnType<typeof subscriptionOf>>>('MailSubscription').implement({
  description: 'The mails that a link in a mail stops.',
  fields: (t) => ({
    types: t.expose('types', { type: [NotificationType], description: 'What they are about.' }),
    isOn: t.exposeBoolean('isOn', { description: 'Whether any of them is still wanted.' }),
  }),
});
builder.queryField('mailSubscription', (t) =>
  t.field({
    type: MailSubscription,
    description:
      'Which mails the link in a mail stops, for whoever has the link. Nothing is changed: unsubscribe stops them.',
    errors: { types: [LinkNotUsable] },
    args: { token: t.arg.string({ required: true, description: '`token` of the link in the mail.' }) },
    resolve: (_root, { token }, context) => subscriptionOf(context, token),
  }),
);

const UnsubscribeInput = builder.inputType('UnsubscribeInput', {
  description: 'Which mails are to stop.',
  fields: (t) => ({ token: t.string({ required: true, description: '`token` of the link in the mail.' }) }),
});
const UnsubscribePayload = builder.objectRef<Unsubscription>('UnsubscribePayload').implement({
  description: 'These mails have stopped.',
  fields: (t) => ({
    types: t.expose('types', { type: [NotificationType], description: 'What they were about.' }),
  }),
});
builder.mutationField('unsubscribe', (t) =>
  t.field({
    type: UnsubscribePayload,
    description:
      'Switches off the mails that the link in a mail names; notifications still come to be read here. Whoever has the link may, signed in or not; it counts for good.',
    errors: { types: [LinkNotUsable] },
    args: oneInput(UnsubscribeInput),
    resolve: (_root, { input }, context) => unsubscribe(context, input.token),
  }),
);

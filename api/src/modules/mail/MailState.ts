import { NotPermitted, NotSignedIn } from '../../errors.js';
import { builder } from '../../graphql/builder.js';
import { connectionOf, numberCursor, pageOf } from '../../graphql/page.js';
import { signedIn } from '../../viewer.js';
import { mailState, type MailCounts } from './service.js';

const MailKind = builder.enumType('MailKind', {
  description: 'What a mail is for.',
  values: {
    NOTIFICATIONS: { description: 'Tells what is new; what came within a minute or so is in one mail.' },
    DIGEST: { description: 'The summary of a day or a week.' },
    VERIFICATION: { description: 'Holds the link that proves an address.' },
  },
});

const FailedMail = builder.prismaObject('Mail', {
  variant: 'FailedMail',
  description: 'A mail that could not be sent, and is not tried again.',
  fields: (t) => ({
    number: t.exposeInt('id', { description: 'The newest has the highest.' }),
    kind: t.expose('kind', { type: MailKind, description: 'What it was for.' }),
    person: t.relation('person', { description: 'To whom.' }),
    at: t.expose('changedAt', { type: 'DateTime', description: 'When it was given up.' }),
    attempts: t.exposeInt('attempts', { description: 'How often it was tried.' }),
    reason: t.string({
      description: 'What the mail server answered, or why it was not reached. It may hold the address.',
      resolve: ({ reason }) => reason ?? '',
    }),
  }),
});
const FailedMailEdge = builder.edgeObject({ type: FailedMail, name: 'FailedMailEdge' });
const FailedMailConnection = builder.connectionObject(
  { type: FailedMail, name: 'FailedMailConnection' },
  FailedMailEdge,
);

const MailState = builder.objectRef<MailCounts>('MailState').implement({
  description: 'How mail stands on this instance.',
  fields: (t) => ({
    isOn: t.boolean({
      description: 'Whether mail is sent at all: a mail server is set.',
      resolve: ({ mail }) => mail !== undefined,
    }),
    gatheringCount: t.exposeInt('gathering_count', {
      description: 'Mails that are still gathering what they will tell, summaries included.',
    }),
    queuedCount: t.exposeInt('queued_count', { description: 'Mails that are being sent, or will be tried again.' }),
    sentLastDay: t.exposeInt('sent_count', { description: 'Mails sent in the last 24 hours.' }),
    failedLastDay: t.exposeInt('failed_count', { description: 'Mails given up in the last 24 hours.' }),
    failures: t.connection(
      {
        type: FailedMail,
        description: 'Mails given up in the last 30 days, the newest first.',
        resolve: async (_state, args, { database }) => {
          const { limit, after } = pageOf(args);
          const before = numberCursor(after);
          const where = { state: 'FAILED' as const };
          const rows = await database.prisma.mail.findMany({
            where: { AND: [where, before === null ? {} : { id: { lt: Math.min(before, 2_147_483_647) } }] },
            include: { person: true },
            orderBy: { id: 'desc' },
            take: limit + 1,
          });
          return {
            ...connectionOf(rows, limit, after, (row) => String(row.id)),
            totalCount: () => database.prisma.mail.count({ where }),
          };
        },
      },
      FailedMailConnection,
      FailedMailEdge,
    ),
  }),
});

builder.queryField('mailState', (t) =>
  t.field({
    type: MailState,
    description: 'Which mails wait, were sent, and failed. For administrators.',
    errors: { types: [NotSignedIn, NotPermitted] },
    resolve: (_root, _args, context) => mailState(context, signedIn(context.viewer)),
  }),
);

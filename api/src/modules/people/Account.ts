import { builder } from '../../graphql/builder.js';
import { Viewer } from './Viewer.js';
import { exportData } from './service.js';

const Gender = builder.enumType('Gender', {
  description: 'What a person says of their gender.',
  values: {
    MALE: { description: 'A man.' },
    FEMALE: { description: 'A woman.' },
    SELF_DESCRIBE: { description: 'In their own words: selfDescriptionGender.' },
    PREFER_NOT: { description: 'They would rather not say.' },
  },
});

const DigestFrequency = builder.enumType('DigestFrequency', {
  description: 'How often notifications are mailed as a summary, where that was chosen.',
  values: {
    DAILY: { description: 'A day after the first of them.' },
    WEEKLY: { description: 'A week after the first of them.' },
  },
});

export const Account = builder.prismaObject('Person', {
  variant: 'Account',
  description: 'What only the person themself can see of their account; administrators cannot either.',
  fields: (t) => ({
    email: t.exposeString('email', { nullable: true, description: 'Where mail goes; null when none was given.' }),
    emailVerified: t.exposeBoolean('emailVerified', {
      description: 'Whether they proved that the address is theirs. No mail goes to others.',
    }),
    gender: t.expose('gender', { type: Gender, nullable: true, description: 'Null when they said nothing.' }),
    selfDescriptionGender: t.exposeString('selfDescriptionGender', {
      nullable: true,
      description: 'Their own words, where gender is SELF_DESCRIBE.',
    }),
    locale: t.exposeString('locale', {
      nullable: true,
      description: 'Code of the language they chose, such as pt_BR; null follows the browser.',
    }),
    digestFrequency: t.expose('digestFrequency', {
      type: DigestFrequency,
      description: 'How often summaries are mailed; which notifications go into them is in notificationPreferences.',
    }),
    hidesPresence: t.exposeBoolean('hidesPresence', {
      description: 'True: others are not shown where they are looking at the moment.',
    }),
    lastSeenAt: t.expose('lastSeenAt', { type: 'DateTime', description: 'When they last signed in.' }),
  }),
});

builder.objectFields(Viewer, (t) => ({
  account: t.prismaField({
    type: Account,
    description: 'Address, gender and settings: for themself alone.',
    resolve: (query, { id }, _args, { database }) =>
      database.prisma.person.findUniqueOrThrow({ ...query, where: { id } }),
  }),
  dataExport: t.field({
    type: 'JSON',
    complexity: 200,
    description:
      'All that is kept about them, as one object: profile, work, comments, notifications, sessions and so on. Lists hold the newest 10,000; `counts` says how many there are.',
    resolve: (viewer, _args, { database }) => exportData(database, viewer),
  }),
}));

export { DigestFrequency, Gender };

import { builder } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { Permission, permission } from '../../graphql/Permission.js';
import { Editor } from '../projects/enums.js';
import { whyNotDeleteAccount, whyNotSetRole } from './policy.js';

export const UserRole = builder.enumType('UserRole', {
  description: 'What a person may do on the whole instance.',
  values: {
    READ_ONLY: { description: 'Blocked by an administrator: may read, but not change anything.' },
    MAPPER: { description: 'Everyone else. Managing comes from organisations and teams, not from a role.' },
    ADMIN: { description: 'May do everything everywhere.' },
  },
});

const CONTACTS = {
  name: 'The name they go by, if they said one.',
  city: 'Where they are, if they said so.',
  country: 'Where they are, if they said so.',
  twitterId: 'Their account on X (Twitter).',
  facebookId: 'Their account on Facebook.',
  linkedinId: 'Their account on LinkedIn.',
  slackId: 'Their account on Slack.',
  skypeId: 'Their account on Skype.',
  ircId: 'Their nickname on IRC.',
} as const;

export const Person = builder.prismaNode('Person', {
  description: 'Someone who signed in with an OpenStreetMap account.',
  id: { resolve: ({ id }) => id },
  nullable: true, // a node that there is not is null
  findUnique: (id) => ({ id: numberOf('Person', id) }),
  fields: (t) => {
    /** What people say of themselves is for those who signed in. */
    const contact = (column: keyof typeof CONTACTS) =>
      t.string({
        nullable: true,
        description: `${CONTACTS[column]} Null for visitors.`,
        select: { [column]: true },
        resolve: (person, _args, { viewer }) => (viewer ? person[column] : null),
      });
    return {
      osmId: t.exposeInt('id', { description: 'The id of the OpenStreetMap account.' }),
      username: t.exposeString('username', {
        description: 'The display name on OpenStreetMap, as of the last sign-in. It can change; `osmId` cannot.',
      }),
      pictureUrl: t.exposeString('pictureUrl', {
        description: 'The picture of the OpenStreetMap profile; null when there is none.',
        nullable: true,
      }),
      changesetCount: t.exposeInt('changesetCount', {
        nullable: true,
        description: 'Changesets on OpenStreetMap at the last sign-in.',
      }),
      level: t.relation('level', { description: 'The experience that counts for projects that ask for one.' }),
      role: t.expose('role', { type: UserRole, description: 'What the person may do on this instance.' }),
      isExpert: t.exposeBoolean('isExpert', { description: 'Whether they asked for the settings of experts.' }),
      defaultEditor: t.expose('defaultEditor', { type: Editor, description: 'The editor that opens for them first.' }),
      registeredAt: t.expose('registeredAt', { type: 'DateTime', description: 'When they first signed in here.' }),
      isDeleted: t.boolean({
        description: 'True where the account was deleted: the work stays, the person is nameless.',
        select: { deletedAt: true },
        resolve: ({ deletedAt }) => deletedAt !== null,
      }),
      name: contact('name'),
      city: contact('city'),
      country: contact('country'),
      twitterId: contact('twitterId'),
      facebookId: contact('facebookId'),
      linkedinId: contact('linkedinId'),
      slackId: contact('slackId'),
      skypeId: contact('skypeId'),
      ircId: contact('ircId'),
      viewerCanSetRole: t.field({
        type: Permission,
        description: 'Administrators may; the last one keeps the role.',
        resolve: (_person, _args, { viewer }) => permission(whyNotSetRole(viewer)),
      }),
      viewerCanDelete: t.field({
        type: Permission,
        description: 'Oneself and administrators may; the last administrator stays.',
        select: { id: true },
        resolve: ({ id }, _args, { viewer }) => permission(whyNotDeleteAccount(viewer, id)),
      }),
    };
  },
});

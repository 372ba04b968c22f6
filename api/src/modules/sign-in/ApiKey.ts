import { builder } from '../../graphql/builder.js';
import { Viewer } from '../people/Viewer.js';
import { keysInForce } from './apiKeys.js';
import { MOST_KEYS } from './policy.js';

export const ApiKeyScope = builder.enumType('ApiKeyScope', {
  description:
    'What an API key may be used for; each includes the one before. None makes or revokes keys, ends sessions, changes the profile or e-mail address, deletes the account or sets the role of a person: those need a session.',
  values: {
    READ: { description: 'Read and follow all that its person may see. No mutation.' },
    MAP: { description: 'Also take, map, validate, split and undo tasks, comment, and mark notifications as read.' },
    MANAGE: { description: 'Also all else that its person may do.' },
  },
});

export const ApiKey = builder.prismaObject('ApplicationKey', {
  name: 'ApiKey',
  description: 'A key with which an app or a script acts for a person: `Authorization: Bearer …`.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Fit for revokeApiKey; only its owner can read it.' }),
    name: t.exposeString('name', { description: 'What its owner called it.' }),
    prefix: t.exposeString('prefix', {
      description: 'How the key begins, to recognise it by. The rest was shown once, when it was created.',
    }),
    scope: t.expose('scope', { type: ApiKeyScope, description: 'What it may be used for.' }),
    created: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When it ends by itself.' }),
    lastUsed: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last used, to within five minutes; null when it never was.',
    }),
    revoked: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its owner ended it; null while it is in force.',
    }),
    current: t.boolean({
      description: 'True for the key that sends this request.',
      select: { id: true },
      resolve: ({ id }, _args, { viewer }) => id === viewer?.key?.id,
    }),
  }),
});

builder.objectField(Viewer, 'apiKeys', (t) =>
  t.prismaField({
    type: [ApiKey],
    description: `Their keys that are in force, the newest first; at most ${MOST_KEYS}.`,
    resolve: (query, { id }, _args, { database }) =>
      database.prisma.applicationKey.findMany({
        ...query,
        where: keysInForce(id),
        orderBy: { id: 'desc' },
        take: MOST_KEYS,
      }),
  }),
);

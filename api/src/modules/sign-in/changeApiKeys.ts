import { InvalidInput, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { ApiKey, ApiKeyScope } from './ApiKey.js';
import { createApiKey, revokeApiKey } from './apiKeys.js';
import { MOST_KEYS } from './policy.js';

const CreateApiKeyInput = builder.inputType('CreateApiKeyInput', {
  description: 'What the new key is for.',
  fields: (t) => ({
    name: t.string({
      required: true,
      description: 'To recognise it by, such as the name of the app; at most 100 characters.',
    }),
    scope: t.field({ type: ApiKeyScope, required: true, description: 'The least that its app needs.' }),
    expiresAt: t.field({
      type: 'DateTime',
      required: true,
      description: 'When it ends by itself: at most 366 days from now.',
    }),
  }),
});

const CreateApiKeyPayload = builder.objectRef<{ id: number; key: string }>('CreateApiKeyPayload').implement({
  description: 'The key was made.',
  fields: (t) => ({
    key: t.exposeString('key', {
      description:
        'The key itself. Keep it now, and keep it secret: it is shown this once, and only its hash is stored.',
    }),
    apiKey: t.prismaField({
      type: ApiKey,
      description: 'All about it that can be read again.',
      resolve: (query, { id }, _args, { database }) =>
        database.prisma.applicationKey.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});

const RevokeApiKeyInput = builder.inputType('RevokeApiKeyInput', {
  description: 'Which key to end.',
  fields: (t) => ({
    apiKeyId: t.id({ description: "The `id` of one of the viewer's own keys.", required: true }),
  }),
});

const RevokeApiKeyPayload = builder.objectRef<{ id: number }>('RevokeApiKeyPayload').implement({
  description: 'The key was ended.',
  fields: (t) => ({
    apiKey: t.prismaField({
      type: ApiKey,
      description: 'As it is now. It is refused from now on.',
      resolve: (query, { id }, _args, { database }) =>
        database.prisma.applicationKey.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});

builder.mutationFields((t) => ({
  createApiKey: t.field({
    type: CreateApiKeyPayload,
    description: `Makes a key for an app or a script of the viewer. It needs a session: a key cannot make another. A person has ${MOST_KEYS} at most.`,
    errors: { types: [NotSignedIn, NotPermitted, InvalidInput] },
    args: oneInput(CreateApiKeyInput),
    resolve: (_root, { input }, { database, viewer }) => createApiKey(database, signedIn(viewer), input),
  }),
  revokeApiKey: t.field({
    type: RevokeApiKeyPayload,
    description: 'Ends one of the viewer’s own keys at once. It needs a session. Ending it again changes nothing.',
    errors: { types: [NotSignedIn, NotFound] },
    args: oneInput(RevokeApiKeyInput),
    resolve: (_root, { input }, { database, viewer }) =>
      revokeApiKey(database, signedIn(viewer), numberOf('ApiKey', input.apiKeyId)),
  }),
}));

import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { time } from '../../rest/answers.js';
import { notFound, refuse } from '../../rest/errors.js';
import { operation } from '../../rest/operation.js';
import { text } from '../../rest/values.js';
import type { Settings } from '../../settings.js';
import { verifyEmail } from '../mail/service.js';
import { isPerson, recordSignIn, rememberEmail } from '../people/service.js';
import { askForFigures } from '../statistics/service.js';
import { createApiKey, keysOf, revokeApiKey, unrevokedKey } from './apiKeys.js';
import { beginAttempt, takeAttempt } from './attempt.js';
import { authorizeUrl, confirmationOf, osmFor } from './osm.js';
import { SignInProblem } from './problems.js';
import { startSession } from './service.js';
import { hashOf, isApiKey } from './tokens.js';

const tag = 'system';
const DAY_MS = 86_400_000;
/** As long as the original lets a key count in its check. */
const KEY_DAYS = 30;

/** The attempts of v2 belong to no browser of ours: the client keeps the state itself. */
const V2_BROWSER = 'v2'.padEnd(43, '_');

const webAddress = () =>
  text({ max: 2_000 }).refine(
    (url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol),
    'An address with http or https is wanted',
  );

const redirectUriOf = (settings: Settings, asked: string | undefined) =>
  asked ??
  settings.osm.redirectUri ??
  refuse(400, 'InvalidData', 'Say where OpenStreetMap sends people back: redirect_uri.');

/** What went wrong at OSM, as v2 names it. */
function refuseSignIn(problem: SignInProblem): never {
  const subCode =
    problem.status === 400 || problem.status === 403
      ? 'InvalidGrantError'
      : problem.title.includes('does not accept')
        ? 'TokenFetchError'
        : 'OSMServiceError';
  refuse(problem.status < 500 ? 400 : 502, subCode, problem.message);
}

async function atOsm<Answer>(work: () => Promise<Answer> | Answer): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SignInProblem) refuseSignIn(error);
    throw error;
  }
}

/** The address of the stand-in's page is a path: old clients go to whatever they are given. */
const absolute = (url: string, request: FastifyRequest) => new URL(url, `${request.protocol}://${request.host}`).href;

const application = z.object({
  keyId: z.int().nullable(),
  userId: z.int(),
  applicationkey: z
    .string()
    .describe('The key itself when it is made; afterwards only what identifies it: `key-<id>`.'),
  createdDate: time.nullable(),
});

/** A key named by itself, or by the word that the list gives for it. */
const keyNamed = (name: string) => {
  const id = /^key-(\d{1,9})$/.exec(name)?.[1];
  if (id) return { id: Number(id) };
  return isApiKey(name) ? { keyHash: hashOf(name) } : undefined;
};
const keyPath = { application_key: text({ max: 200 }) };

export const signInOperations = [
  operation({
    method: 'GET',
    path: '/system/authentication/login/',
    tag,
    summary: 'Where the browser goes to sign in at OpenStreetMap.',
    access: 'open',
    query: { redirect_uri: webAddress().optional() },
    answers: z.object({ auth_url: z.string(), state: z.string() }),
    fails: { 502: 'No OpenStreetMap application is set up.' },
    service: 'sign-in: beginAttempt',
    handler: async ({ context: { settings, database }, query, request }) => {
      const redirectUri = redirectUriOf(settings, query.redirect_uri);
      const osm = await atOsm(() => osmFor(settings, request));
      const { state } = await beginAttempt(database, V2_BROWSER, { redirectUri, returnTo: '/' });
      return { auth_url: absolute(authorizeUrl(osm, redirectUri, state), request), state };
    },
  }),
  operation({
    method: 'GET',
    path: '/system/authentication/callback/',
    tag,
    summary: 'Signs in with the code that OpenStreetMap gave.',
    access: 'open',
    query: {
      code: text({ max: 2_000 }).optional(),
      state: text({ max: 500 }).optional(),
      redirect_uri: webAddress().optional(),
      email_address: text({ max: 254 })
        .refine((address) => address === '' || z.email().safeParse(address).success, 'A mail address is wanted')
        .optional(),
    },
    answers: z.object({
      username: z.string(),
      session_token: z.string(),
      picture: z.string().nullable(),
      session: z.object({
        access_token: z.string(),
        token_type: z.string(),
        scope: z.array(z.string()),
        created_at: z.number(),
      }),
    }),
    fails: {
      400: 'There is no code, or OpenStreetMap does not know it.',
      502: 'OpenStreetMap did not answer as it should.',
    },
    service: 'sign-in: startSession; people: recordSignIn; statistics: askForFigures',
    differences: [
      'A state that is sent must be one that this server gave, and counts once: the original never looks at it. The token opens a session that can be ended.',
    ],
    handler: async ({ context: { settings, database }, query, request, reply }) => {
      if (!query.code) refuse(400, 'InvalidData', 'The code of OpenStreetMap is missing.');
      const redirectUri = redirectUriOf(settings, query.redirect_uri);
      if (query.state && !(await takeAttempt(database, V2_BROWSER, query.state))) {
        refuse(
          400,
          'InvalidGrantError',
          'This sign-in took more than ten minutes, or was finished before. Sign in again.',
        );
      }
      const { person, grant } = await atOsm(async () =>
        confirmationOf(osmFor(settings, request), new URLSearchParams({ code: query.code! }), { redirectUri }),
      );
      // As in the original, a level is reached when the figures are looked at, not by signing in.
      await recordSignIn(database, person, settings.adminOsmIds.includes(person.id), { promotes: false });
      await askForFigures({ database, settings }, person.id, null);
      if (query.email_address) await rememberEmail(database, person.id, query.email_address);
      const { token } = await startSession(database, person.id, settings.sessionSeconds, request.headers['user-agent']);
      void reply.header('cache-control', 'no-store');
      return {
        username: person.username,
        session_token: token,
        picture: person.pictureUrl,
        session: {
          access_token: grant.access_token,
          token_type: 'Bearer',
          scope: (grant.scope ?? settings.osm.scope).split(' '),
          created_at: typeof grant.created_at === 'number' ? grant.created_at : Math.floor(Date.now() / 1000),
        },
      };
    },
  }),
  operation({
    method: 'GET',
    path: '/system/authentication/applications/',
    tag,
    summary: 'Your API keys.',
    access: 'login',
    answers: z.object({ applications: z.array(application) }),
    service: 'sign-in: keysInForce',
    differences: [
      'A key is shown once, when it is made; the list names it by `key-<id>`, which the other operations take too. The original keeps keys readable.',
    ],
    handler: async ({ context: { database }, viewer }) => {
      return {
        applications: (await keysOf(database, viewer)).map(({ id }) => ({
          keyId: id,
          userId: viewer.id,
          applicationkey: `key-${id}`,
          createdDate: null,
        })),
      };
    },
  }),
  operation({
    method: 'POST',
    path: '/system/authentication/applications/',
    tag,
    summary: 'Makes an API key: 30 days, for all that you may do yourself.',
    access: 'login',
    keyScope: 'NEVER',
    answers: application,
    service: 'sign-in: createApiKey',
    differences: [
      'A key counts for 30 days, in its use as in its check; the original says 30 days and stops after 7. A deleted key is dead at once.',
    ],
    handler: async ({ context: { database }, viewer, reply }) => {
      const { key } = await createApiKey(database, viewer, {
        name: 'REST v2',
        scope: 'MANAGE',
        expiresAt: new Date(Date.now() + KEY_DAYS * DAY_MS),
      });
      void reply.header('cache-control', 'no-store');
      return { keyId: null, userId: viewer.id, applicationkey: key, createdDate: null };
    },
  }),
  operation({
    method: 'PATCH',
    path: '/system/authentication/applications/{application_key}/',
    tag,
    summary: 'Whether a key counts: 200 if it does.',
    access: 'open',
    params: keyPath,
    answers: z.null(),
    empty: true,
    fails: { 302: 'The key has ended.', 404: 'There is no such key.' },
    service: 'sign-in: keysInForce',
    handler: async ({ context: { database }, params, reply }) => {
      const named = keyNamed(params.application_key);
      const key = named && (await unrevokedKey(database, named));
      if (!key) notFound('APPLICATION', {});
      void reply.code(key.expiresAt > new Date() ? 200 : 302);
    },
  }),
  operation({
    method: 'DELETE',
    path: '/system/authentication/applications/{application_key}/',
    tag,
    summary: 'Ends one of your API keys.',
    access: 'login',
    keyScope: 'NEVER',
    params: keyPath,
    answers: z.null(),
    empty: true,
    fails: { 302: "The key is another person's.", 404: 'There is no such key.' },
    service: 'sign-in: revokeApiKey',
    handler: async ({ context: { database }, params, viewer, reply }) => {
      const named = keyNamed(params.application_key);
      const key = named && (await unrevokedKey(database, named));
      if (!key) notFound('APPLICATION', {});
      if (key.personId === viewer.id) await revokeApiKey(database, viewer, key.id);
      else void reply.code(302);
    },
  }),
  operation({
    method: 'GET',
    path: '/system/authentication/email/',
    tag,
    summary: 'Verifies an e-mail address with the token of the mail.',
    access: 'open',
    query: { username: text({ max: 255 }), token: text({ max: 2_000 }) },
    answers: z.object({ Status: z.string() }),
    fails: { 403: 'The token is wrong or too old, or the address is another by now.', 404: 'There is no such person.' },
    service: 'mail: verifyEmail',
    refusals: {
      EXPIRED_TOKEN: [403, 'ExpiredToken'],
      BAD_SIGNATURE: [403, 'BadSignature'],
      INVALID_EMAIL: [403, 'InvalidEmail'],
    },
    handler: async ({ context, query: { username, token } }) => {
      if (!(await isPerson(context.database, username))) notFound('USER', { username });
      await verifyEmail(context, token);
      return { Status: 'OK' };
    },
  }),
];

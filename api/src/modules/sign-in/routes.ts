import { stringifySetCookie } from 'cookie';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../../graphql/context.js';
import { recordSignIn } from '../people/service.js';
import { ATTEMPT_SECONDS, beginAttempt, BROWSER_COOKIE, takeAttempt } from './attempt.js';
import { serveEditorAccess } from './editorAccess.js';
import { authorizeUrl, osmFor, confirmationOf } from './osm.js';
import { html, sendPage } from '../../page.js';
import { lostTrack, SignInProblem } from './problems.js';
import { firstPage, localPath } from './returnTo.js';
import { cookieOf, endSession, SESSION_COOKIE, sessionToken, startSession } from './service.js';
import { serveStandIn } from './standIn.js';

const CALLBACK = '/sign-in/callback';

/** /sign-in, its callback and /sign-out for browsers; and the stand-in of openstreetmap.org where settings allow it. */
export function serveSignIn(app: FastifyInstance, services: Services): void {
  const { settings, database } = services;
  const originOf = (request: FastifyRequest) => settings.baseUrl ?? `${request.protocol}://${request.host}`;
  const setCookie = (request: FastifyRequest, reply: FastifyReply, name: string, value: string, maxAge: number) =>
    void reply.header(
      'set-cookie',
      stringifySetCookie({
        name,
        value,
        maxAge,
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: originOf(request).startsWith('https:'),
      }),
    );

  async function begin(request: FastifyRequest, reply: FastifyReply) {
    const osm = osmFor(settings, request);
    const returnTo = localPath(queryOf(request).get('return_to'));
    const redirectUri = settings.osm.redirectUri ?? originOf(request) + CALLBACK;
    const attempt = await beginAttempt(database, cookieOf(request.headers, BROWSER_COOKIE), { redirectUri, returnTo });
    setCookie(request, reply, BROWSER_COOKIE, attempt.browser, ATTEMPT_SECONDS);
    return reply
      .header('cache-control', 'no-store')
      .redirect(authorizeUrl(osm, redirectUri, attempt.state, attempt.codeChallenge));
  }

  async function finish(request: FastifyRequest, reply: FastifyReply) {
    const query = queryOf(request);
    const attempt = await takeAttempt(database, cookieOf(request.headers, BROWSER_COOKIE), query.get('state'));
    if (!attempt) throw lostTrack();
    const { person, grant } = await confirmationOf(osmFor(settings, request), query, attempt).catch(
      (error: unknown) => {
        throw error instanceof SignInProblem ? Object.assign(error, { returnTo: attempt.returnTo }) : error;
      },
    );
    const isNew = await recordSignIn(database, person, settings.adminOsmIds.includes(person.id));
    const before = cookieOf(request.headers, SESSION_COOKIE);
    if (before) await endSession(database, before); // this browser forgets its token now
    const { token } = await startSession(
      database,
      person.id,
      settings.sessionSeconds,
      request.headers['user-agent'],
      grant.access_token,
    );
    setCookie(request, reply, SESSION_COOKIE, token, Math.floor(settings.sessionSeconds));
    return reply
      .header('cache-control', 'no-store')
      .redirect(isNew ? firstPage(attempt.returnTo) : attempt.returnTo, 303);
  }

  async function signOut(request: FastifyRequest, reply: FastifyReply) {
    // Without a token that counts, another site's page may be asking: it must not sign the person out.
    const token = sessionToken(request.headers);
    if (token) {
      await endSession(database, token);
      setCookie(request, reply, SESSION_COOKIE, '', 0);
    }
    return reply.redirect(localPath(queryOf(request).get('return_to')), 303);
  }

  void app.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) => showProblem(error as FastifyError, request, reply));
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 20_000 },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    );
    scope.get('/sign-in', begin);
    for (const path of callbackPaths(settings.osm.redirectUri)) scope.get(path, finish);
    scope.post('/sign-out', signOut);
    serveEditorAccess(scope, services);
    if (settings.osm.standIn)
      await scope.register(async (standIn) => serveStandIn(standIn, services), { prefix: '/osm-stand-in' });
  });
}

/** Ours, and the one registered with OSM where it is another: instances of the original have /authorized there. */
const callbackPaths = (redirectUri: string | undefined) =>
  new Set([CALLBACK, ...(redirectUri ? [new URL(redirectUri).pathname] : [])]);

/** Of the query as it was sent: fastify's own makes lists of what is given twice. */
function queryOf({ url }: FastifyRequest): URLSearchParams {
  const start = url.indexOf('?');
  return new URLSearchParams(start < 0 ? '' : url.slice(start));
}

/** A page that says what happened, without its innards, and offers to try again. */
function showProblem(error: FastifyError | SignInProblem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof SignInProblem) {
    if (error.status >= 500) request.log.warn({ err: error.cause ?? error }, 'sign-in failed');
    const { title, message, returnTo } = error;
    return sendPage(
      reply,
      error.status,
      title,
      html` <h1>${title}</h1>
        <p>${message}</p>
        <p class="actions">
          <a class="button" href="/sign-in?return_to=${encodeURIComponent(returnTo)}">Sign in again</a>
          <a href="${returnTo}">Go on without signing in</a>
        </p>`,
    );
  }
  const status = error.statusCode ?? 500;
  if (status >= 500) request.log.error({ err: error }, 'sign-in failed');
  const title = status >= 500 ? 'Something went wrong here' : 'This request could not be read';
  return sendPage(
    reply,
    status,
    title,
    html` <h1>${title}</h1>
      <p>
        ${status >= 500 ? 'It is not your fault, and you are not signed in. Wait a minute, then try again.' : 'Begin again from the first page.'}
      </p>
      <p class="actions">
        <a class="button" href="/sign-in">Sign in again</a> <a href="/">Go on without signing in</a>
      </p>`,
  );
}

import { createHash, randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Services } from '../../graphql/context.js';
import type { OsmPerson } from '../people/service.js';
import { authorizeRequest, isLoopbackHost, wayBack, type AuthorizeRequest } from './authorizeRequest.js';
import { STAND_IN_CLIENT } from './osm.js';
import { html, sendPage } from '../../page.js';
import { serveStandInMap } from './standInMap.js';
import { showPeople } from './standInPage.js';
import { accountOf, whyNotName } from './standInPeople.js';

// A stand-in of openstreetmap.org's OAuth 2.0 pages, for a server with no OSM application on one's own computer: pick a
// name and be that person. The client side of signing in is the same code for both.

const choice = z.object({
  name: z.string().trim(),
  changesets: z.coerce.number().int().min(0).max(1_000_000).default(0),
});

const tokenRequest = z.object({
  grant_type: z.literal('authorization_code'),
  client_id: z.literal(STAND_IN_CLIENT),
  code: z.string(),
  redirect_uri: z.string(),
  code_verifier: z
    .string()
    .regex(/^[\w.~-]{43,128}$/)
    .optional(),
});

/** Serves /oauth2/authorize, /oauth2/token and /api/0.6/user/details.json under the scope's prefix. */
export function serveStandIn(scope: FastifyInstance, { database, settings }: Services): void {
  const codes = new LRUCache<string, AuthorizeRequest & { person: OsmPerson }>({ max: 1000, ttl: 60_000 });
  // As long as a day's work: the editor in the page goes on with it.
  const tokens = new LRUCache<string, OsmPerson>({ max: 1000, ttl: 86_400_000 });

  /** Whether somebody here is called that, who may have the name from before the rules. */
  const isKnown = async (username: string) =>
    !username.includes('\0') && (await database.prisma.person.findUnique({ where: { username } })) !== null;

  scope.addHook('onRequest', async (request, reply) => {
    if (isFromThisComputer(request)) return;
    return sendPage(
      reply,
      403,
      'Only on this computer',
      html` <h1>Only on this computer</h1>
        <p>
          This page stands in for OpenStreetMap while Taskgrid is tried out, and lets anyone be anyone. It answers only
          at http://127.0.0.1 and http://localhost. To let others in, register the site with OpenStreetMap and set
          TM_CLIENT_ID.
        </p>`,
    );
  });

  scope.get('/oauth2/authorize', async (request, reply) => {
    const asked = authorizeRequest.safeParse(request.query);
    return asked.success ? showPeople(reply, { database, settings }, asked.data) : refuseToShow(reply);
  });

  scope.post('/oauth2/authorize', async (request, reply) => {
    const form = formOf(request);
    const asked = authorizeRequest.safeParse(form);
    const chosen = choice.safeParse(form);
    if (!asked.success || !chosen.success) return refuseToShow(reply);
    const { name, changesets } = chosen.data;
    const wrong = (await isKnown(name)) ? undefined : whyNotName(name);
    if (wrong) return showPeople(reply, { database, settings }, asked.data, { name, wrong });
    const code = randomBytes(24).toString('base64url');
    codes.set(code, { ...asked.data, person: await accountOf(database, name, changesets) });
    return reply.redirect(wayBack(asked.data, { code }), 303);
  });

  scope.post('/oauth2/token', async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    const form = formOf(request);
    const asked = tokenRequest.safeParse(form);
    if (!asked.success) {
      const error = form.grant_type === 'authorization_code' ? 'invalid_request' : 'unsupported_grant_type';
      return reply
        .code(400)
        .send({ error, error_description: 'code, redirect_uri, client_id and code_verifier are needed.' });
    }
    const { code, code_verifier, redirect_uri } = asked.data;
    const granted = codes.get(code);
    codes.delete(code); // good once, whatever comes of it
    const challenge = code_verifier && createHash('sha256').update(code_verifier).digest('base64url');
    if (!granted || granted.redirect_uri !== redirect_uri || granted.code_challenge !== challenge) {
      return reply
        .code(400)
        .send({ error: 'invalid_grant', error_description: 'The code is used, expired, or not yours.' });
    }
    const token = randomBytes(24).toString('base64url');
    tokens.set(token, granted.person);
    return {
      access_token: token,
      token_type: 'Bearer',
      scope: granted.scope,
      created_at: Math.floor(Date.now() / 1000),
    };
  });

  serveStandInMap(scope);

  scope.get('/api/0.6/user/details.json', async (request, reply) => {
    const person = tokens.get(/^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '');
    if (!person) return reply.code(401).send({ error: 'unauthorized' });
    const { id, username, pictureUrl, changesetCount } = person;
    return {
      version: '0.6',
      generator: 'Taskgrid stand-in',
      user: {
        id,
        display_name: username,
        ...(pictureUrl && { img: { href: pictureUrl } }),
        changesets: { count: changesetCount },
      },
    };
  });
}

const formOf = ({ body }: FastifyRequest): Record<string, string> =>
  body instanceof URLSearchParams ? Object.fromEntries(body) : {};

const refuseToShow = (reply: FastifyReply) =>
  sendPage(
    reply,
    400,
    'Begin on the site itself',
    html` <h1>Begin on the site itself</h1>
      <p>This page is shown on the way of signing in. Begin there.</p>
      <p class="actions"><a class="button" href="/sign-in">Sign in</a></p>`,
  );

/**
 * A page of another site can have its own name resolve to 127.0.0.1 (DNS rebinding), and a proxy can bring in requests
 * from anywhere: the first shows in Host, the second usually in what proxies add.
 */
function isFromThisComputer({ headers }: FastifyRequest): boolean {
  const isForwarded = headers.forwarded ?? headers['x-forwarded-for'] ?? headers['x-forwarded-host'];
  return !isForwarded && isLoopbackHost(headers.host ?? '');
}

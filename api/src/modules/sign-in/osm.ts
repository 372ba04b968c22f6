import { isIPv6 } from 'node:net';
import type { FastifyRequest } from 'fastify';
import * as oauth from 'oauth4webapi';
import { z } from 'zod';
import type { Settings } from '../../settings.js';
import type { OsmPerson } from '../people/service.js';
import { codeRefused, denied, notSetUp, osmAway, osmSlow, siteRefused, SignInProblem } from './problems.js';

const PATIENCE_MS = 10_000;

/** The id under which this server is a client of its own stand-in. */
export const STAND_IN_CLIENT = 'taskgrid-stand-in';
export const STAND_IN_PATH = '/osm-stand-in';

/** OpenStreetMap, or what stands in for it, as an OAuth 2.0 server. */
export interface Osm {
  /** Where the browser goes; a path when it is the stand-in of this very server. */
  authorizeUrl: string;
  detailsUrl: string;
  server: oauth.AuthorizationServer;
  client: oauth.Client;
  clientAuth: oauth.ClientAuth;
  scope: string;
}

/** Whom to ask who somebody is. Throws a SignInProblem where no OSM application is set up. */
export function osmFor({ osm }: Settings, request: FastifyRequest): Osm {
  const at = (browserBase: string, serverBase: string, apiBase: string) => ({
    authorizeUrl: `${browserBase}/oauth2/authorize`,
    detailsUrl: `${apiBase}/api/0.6/user/details.json`,
    server: { issuer: serverBase, token_endpoint: `${serverBase}/oauth2/token` },
    scope: osm.scope,
  });
  if (osm.standIn) {
    // The address that this request came in by, not its Host header: the server asks itself, whatever the browser calls it.
    const { localAddress = '127.0.0.1', localPort } = request.socket;
    const self = `http://${isIPv6(localAddress) ? `[${localAddress}]` : localAddress}:${localPort}${STAND_IN_PATH}`;
    return { ...at(STAND_IN_PATH, self, self), client: { client_id: STAND_IN_CLIENT }, clientAuth: oauth.None() };
  }
  if (!osm.clientId) throw notSetUp();
  return {
    ...at(osm.url, osm.url, osm.apiUrl),
    client: { client_id: osm.clientId },
    clientAuth: osm.clientSecret ? oauth.ClientSecretPost(osm.clientSecret) : oauth.None(),
  };
}

/** The address at which OSM asks the person whether they want to sign in here. */
export function authorizeUrl(osm: Osm, redirectUri: string, state: string, codeChallenge?: string): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: osm.client.client_id,
    redirect_uri: redirectUri,
    scope: osm.scope,
    state,
    ...(codeChallenge && { code_challenge: codeChallenge, code_challenge_method: 'S256' }),
  });
  return `${osm.authorizeUrl}?${query}`;
}

const userDetails = z.object({
  user: z.object({
    id: z.int32().positive(),
    display_name: z.string().min(1).max(255),
    img: z
      .object({ href: z.url({ protocol: /^https?$/ }) })
      .nullish()
      .catch(null),
    changesets: z.object({ count: z.int32().nonnegative() }),
  }),
});

/** Who came back from OSM, and the access token that OSM gave for their own editor. */
export interface OsmConfirmation {
  person: OsmPerson;
  grant: oauth.TokenEndpointResponse;
}

/**
 * Who came back from OSM with these parameters. Without a code verifier the sign-in was begun without PKCE.
 * Throws a SignInProblem when the person refused, and when OSM did not confirm or did not answer.
 */
export async function confirmationOf(
  osm: Osm,
  callback: URLSearchParams,
  { redirectUri, codeVerifier }: { redirectUri: string; codeVerifier?: string },
): Promise<OsmConfirmation> {
  try {
    // The state was checked when the attempt was taken: there is none to take without it.
    const parameters = oauth.validateAuthResponse(osm.server, osm.client, callback, oauth.skipStateCheck);
    if (!parameters.get('code')) throw codeRefused(new Error('no code came back'));
    const answer = await oauth.authorizationCodeGrantRequest(
      osm.server,
      osm.client,
      osm.clientAuth,
      parameters,
      redirectUri,
      codeVerifier ?? oauth.nopkce,
      patiently(osm.server.token_endpoint!),
    );
    const grant = await oauth.processAuthorizationCodeResponse(osm.server, osm.client, answer);
    const details = await oauth.protectedResourceRequest(
      grant.access_token,
      'GET',
      new URL(osm.detailsUrl),
      new Headers({ accept: 'application/json' }),
      null,
      patiently(osm.detailsUrl),
    );
    if (details.status !== 200) throw new Error(`${osm.detailsUrl} answered ${details.status}`);
    const { user } = userDetails.parse(await details.json());
    const person = {
      id: user.id,
      username: user.display_name,
      pictureUrl: user.img?.href ?? null,
      changesetCount: user.changesets.count,
    };
    return { person, grant };
  } catch (error) {
    throw error instanceof SignInProblem ? error : problemBehind(error);
  }
}

/** Ten seconds for each request; plain http only where the operator's own settings say http. */
const patiently = (url: string) => ({
  signal: AbortSignal.timeout(PATIENCE_MS),
  [oauth.allowInsecureRequests]: url.startsWith('http:'),
});

function problemBehind(error: unknown): SignInProblem {
  const code = oauthCode(error);
  if (code === 'access_denied') return denied();
  if (code === 'invalid_grant') return codeRefused(error);
  if (code === 'server_error' || code === 'temporarily_unavailable') return osmAway(error);
  if (code) return siteRefused(error);
  return isTimeout(error) || (error instanceof Error && isTimeout(error.cause)) ? osmSlow(error) : osmAway(error);
}

/** The error of RFC 6749 that OSM gave: in the address, in the body, or in WWW-Authenticate, as Doorkeeper also does. */
function oauthCode(error: unknown): string | undefined {
  if (error instanceof oauth.AuthorizationResponseError || error instanceof oauth.ResponseBodyError) return error.error;
  if (error instanceof oauth.WWWAuthenticateChallengeError) return error.cause[0]?.parameters.error;
  return undefined;
}

const isTimeout = (error: unknown) => error instanceof DOMException && error.name === 'TimeoutError';

import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Account {
  id: number;
  display_name: string;
  changesets: number;
  picture?: string;
}

/** A small OpenStreetMap of a test's own: OAuth 2.0 with PKCE as Doorkeeper answers it, and who somebody is. */
export interface OsmServer {
  url: string;
  clientId: string;
  clientSecret: string;
  /** Who is signed in at OSM, and agrees. */
  account: Account;
  /** Answers with this instead of its ordinary answer; `silent` never answers. */
  mood: { token?: 'broken' | 'silent' | 'gibberish'; details?: 'broken' | 'gibberish' };
  /** What came in, for a test to look at. */
  requests: { path: string; body: URLSearchParams }[];
  /** Does what the person's browser does at OSM: the address to come back to. */
  agree(authorizeUrl: URL): string;
  stop(): Promise<void>;
}

export async function startOsm(account: Account): Promise<OsmServer> {
  const codes = new Map<string, { challenge: string; redirectUri: string; account: Account }>();
  const tokens = new Map<string, Account>();
  const osm: OsmServer = {
    url: '',
    clientId: 'taskgrid-test',
    clientSecret: 'a secret & more',
    account,
    mood: {},
    requests: [],
    agree(authorizeUrl) {
      const asked = authorizeUrl.searchParams;
      if (asked.get('client_id') !== osm.clientId || asked.get('response_type') !== 'code')
        throw new Error('unknown client');
      if (asked.get('code_challenge_method') !== 'S256') throw new Error('no PKCE');
      const code = randomUUID();
      const redirectUri = asked.get('redirect_uri')!;
      codes.set(code, { challenge: asked.get('code_challenge')!, redirectUri, account: { ...osm.account } });
      const back = new URL(redirectUri);
      back.searchParams.set('code', code);
      back.searchParams.set('state', asked.get('state')!);
      return back.pathname + back.search;
    },
    stop: () => new Promise((resolve) => (server.close(() => resolve()), server.closeAllConnections())),
  };

  function token(body: URLSearchParams, response: ServerResponse) {
    const refuse = (status: number, error: string) =>
      json(
        response,
        status,
        { error, error_description: 'refused' },
        { 'www-authenticate': `Bearer realm="OpenStreetMap", error="${error}"` },
      );
    if (body.get('client_id') !== osm.clientId || body.get('client_secret') !== osm.clientSecret)
      return refuse(401, 'invalid_client');
    const grant = codes.get(body.get('code') ?? '');
    codes.delete(body.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url');
    if (!grant || grant.challenge !== challenge || grant.redirectUri !== body.get('redirect_uri'))
      return refuse(400, 'invalid_grant');
    const access = randomUUID();
    tokens.set(access, grant.account);
    json(response, 200, {
      access_token: access,
      token_type: 'Bearer',
      scope: 'read_prefs write_api',
      created_at: 1_700_000_000,
    });
  }

  function details(request: IncomingMessage, response: ServerResponse) {
    const who = tokens.get((request.headers.authorization ?? '').replace('Bearer ', ''));
    if (!who) return json(response, 401, { error: 'unauthorized' });
    const { id, display_name, changesets, picture } = who;
    json(response, 200, {
      version: '0.6',
      user: {
        id,
        display_name,
        description: '',
        ...(picture && { img: { href: picture } }),
        changesets: { count: changesets },
      },
    });
  }

  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const path = request.url!;
    const body = new URLSearchParams(text);
    osm.requests.push({ path, body });
    const mood = path === '/oauth2/token' ? osm.mood.token : osm.mood.details;
    if (mood === 'silent') return;
    if (mood === 'broken') return void response.writeHead(503, { 'content-type': 'text/html' }).end('<h1>Down</h1>');
    if (mood === 'gibberish') return json(response, 200, { access_token: 7, user: {} });
    if (path === '/oauth2/token') return token(body, response);
    if (path === '/api/0.6/user/details.json') return details(request, response);
    json(response, 404, {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  osm.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return osm;
}

function json(response: ServerResponse, status: number, value: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
}

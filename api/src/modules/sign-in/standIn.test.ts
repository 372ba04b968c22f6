import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, chooseAtStandIn, locationOf, signInThroughStandIn } from '../../../test/browser.js';
import { startServer, type TestServer } from '../../../test/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({}, { jobs: false });
});
afterAll(() => server.stop());

const personCalled = (username: string) =>
  server.database.prisma.person.findUnique({ where: { username }, include: { level: true } });

describe('signing in through the stand-in', () => {
  it('makes the person, and brings them back to where they were, signed in', async () => {
    const browser = new Browser(server.url);
    const answer = await signInThroughStandIn(browser, 'ana', { returnTo: '/projects/3?task=7#map' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/projects/3?task=7#map');
    expect(await browser.username()).toBe('ana');
    expect(await personCalled('ana')).toMatchObject({ role: 'MAPPER', changesetCount: 0, level: { name: 'BEGINNER' } });
  });

  it('greets a newcomer who came from a page that everybody starts at, once', async () => {
    const browser = new Browser(server.url);
    const where = async () =>
      (await signInThroughStandIn(browser, 'newcomer', { returnTo: '/explore?need=TO_MAP' })).headers.get('location');
    expect(await where()).toBe('/welcome?then=%2Fexplore%3Fneed%3DTO_MAP');
    expect(await where()).toBe('/explore?need=TO_MAP');
  });

  it('gives a session cookie that scripts cannot read and other sites do not send', async () => {
    const browser = new Browser(server.url);
    await signInThroughStandIn(browser, 'ana');
    expect(browser.cookies.get('taskgrid_session')).toMatchObject({
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      maxAge: 7 * 86_400,
    });
    expect(browser.cookies.get('taskgrid_session')!.secure).toBeFalsy(); // plain http on one's own computer
  });

  it('makes person 1, "admin", the administrator', async () => {
    const browser = new Browser(server.url);
    await signInThroughStandIn(browser, 'admin');
    expect(await personCalled('admin')).toMatchObject({ id: 1, role: 'ADMIN', level: { name: 'ADVANCED' } });
  });

  it('gives a name the same account each time, and another name another', async () => {
    const first = new Browser(server.url);
    await signInThroughStandIn(first, 'Zoë O’Neil');
    const { id } = (await personCalled('Zoë O’Neil'))!;
    await signInThroughStandIn(new Browser(server.url), 'Zoë O’Neil');
    await signInThroughStandIn(new Browser(server.url), 'zoë o’neil');
    expect((await personCalled('Zoë O’Neil'))!.id).toBe(id);
    expect((await personCalled('zoë o’neil'))!.id).not.toBe(id);
  });

  it('lets one be a person who is here already, with the experience they have', async () => {
    const ben = await server.person('ben.with/old name');
    await server.database.prisma.person.update({ where: { id: ben.id }, data: { changesetCount: 420 } });
    const browser = new Browser(server.url);
    await signInThroughStandIn(browser, ben.username);
    expect(await personCalled(ben.username)).toMatchObject({
      id: ben.id,
      changesetCount: 420,
      level: { name: 'INTERMEDIATE' },
    });
  });

  it('shows the people to be, says that it is not OpenStreetMap, and escapes names', async () => {
    await server.person('<b>"bold"</b>');
    const browser = new Browser(server.url);
    const answer = await browser.send((await browser.redirectOf('/sign-in')).href);
    const page = await answer.text();
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page).toContain('Stand-in, not OpenStreetMap');
    for (const name of ['admin', 'mapper', 'validator', '&lt;b&gt;&quot;bold&quot;&lt;/b&gt;'])
      expect(page).toContain(`value="${name}"`);
    expect(page).not.toContain('<b>');
  });

  it.each(['a', 'with/slash', 'a\u0007b', 'nul\0', 'user_12', 'x'.repeat(256), '  '])(
    'asks again for a name that OpenStreetMap would not have: %.20j',
    async (name) => {
      const browser = new Browser(server.url);
      const answer = await chooseAtStandIn(browser, await browser.redirectOf('/sign-in'), name);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toMatch(/role="alert">(Write|Names)/);
    },
  );

  it('says so plainly when the person cancels, and keeps where they were going', async () => {
    const browser = new Browser(server.url);
    const page = await browser.send((await browser.redirectOf('/sign-in?return_to=/explore')).href);
    const cancel = /href="([^"]+)">Cancel/.exec(await page.text())![1]!.replaceAll('&amp;', '&');
    const answer = await browser.send(cancel);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('href="/sign-in?return_to=%2Fexplore"');
    expect(await browser.username()).toBeNull();
  });
});

describe('the token end point of the stand-in', () => {
  const verifier = 'v'.repeat(43);
  const challenge = '7w_YNF9DSfIdPf_pRjSq646_kPr-2-o9NAl16JGghdM'; // base64url(sha256(verifier))
  const redirectUri = 'http://127.0.0.1:9/back';
  const asked = {
    response_type: 'code',
    client_id: 'taskgrid-stand-in',
    redirect_uri: redirectUri,
    state: 's',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  };
  const newCode = async () => {
    const answer = await new Browser(server.url).post('/osm-stand-in/oauth2/authorize', { ...asked, name: 'cy' });
    return locationOf(answer, server.url).searchParams.get('code')!;
  };
  const exchange = async (form: Record<string, string>) => {
    const answer = await new Browser(server.url).post('/osm-stand-in/oauth2/token', {
      grant_type: 'authorization_code',
      client_id: 'taskgrid-stand-in',
      redirect_uri: redirectUri,
      code_verifier: verifier,
      ...form,
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, string> };
  };
  const details = (authorization: string) =>
    fetch(`${server.url}/osm-stand-in/api/0.6/user/details.json`, { headers: { authorization } });

  it('gives a token for a code with its verifier, and the token says who it is', async () => {
    const { status, body } = await exchange({ code: await newCode() });
    expect(status).toBe(200);
    const answer = await details(`Bearer ${body.access_token}`);
    expect(await answer.json()).toMatchObject({ user: { display_name: 'cy', changesets: { count: 0 } } });
  });

  it('refuses a wrong verifier, and the code is spent', async () => {
    const code = await newCode();
    expect(await exchange({ code, code_verifier: 'w'.repeat(43) })).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
    expect(await exchange({ code })).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('refuses a code used before', async () => {
    const code = await newCode();
    expect((await exchange({ code })).status).toBe(200);
    expect(await exchange({ code })).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it.each([
    ['another redirect_uri', { redirect_uri: 'http://127.0.0.1:9/other' }, 'invalid_grant'],
    ['another client', { client_id: 'someone' }, 'invalid_request'],
    ['no verifier', { code_verifier: '' }, 'invalid_request'],
    ['another grant', { grant_type: 'password' }, 'unsupported_grant_type'],
  ])('refuses %s', async (_what, change, error) => {
    expect(await exchange({ code: await newCode(), ...change })).toMatchObject({ status: 400, body: { error } });
  });

  it('tells nothing without a token of its own', async () => {
    for (const authorization of ['', 'Bearer', 'Bearer nonsense', 'Basic eDp5'])
      expect((await details(authorization)).status).toBe(401);
  });

  it.each([
    ['without PKCE', { code_challenge: '' }],
    ['with the plain method of PKCE', { code_challenge_method: 'plain' }],
    ['for another client', { client_id: 'someone' }],
    ['that would send the code to another computer', { redirect_uri: 'https://evil.example/sign-in/callback' }],
    [
      'that would send the code to a name that only starts like this computer',
      { redirect_uri: 'http://127.0.0.1.evil.example/' },
    ],
    ['that would send the code to a program', { redirect_uri: 'javascript:alert(1)' }],
  ])('gives no code to a request %s', async (_what, change) => {
    const browser = new Browser(server.url);
    const form = { ...asked, ...change };
    expect((await browser.post('/osm-stand-in/oauth2/authorize', { ...form, name: 'cy' })).status).toBe(400);
    const shown = await browser.send(`/osm-stand-in/oauth2/authorize?${new URLSearchParams(form)}`);
    expect(shown.status).toBe(400);
    expect(await shown.text()).not.toContain('evil');
  });
});

/** All that the stand-in serves, asked as a client of it would. */
const ROUTES = [
  ['GET', '/osm-stand-in/oauth2/authorize'],
  ['POST', '/osm-stand-in/oauth2/authorize'],
  ['POST', '/osm-stand-in/oauth2/token'],
  ['GET', '/osm-stand-in/api/0.6/user/details.json'],
] as const;

const statusOf = (url: string, method: string, headers: Record<string, string>) =>
  new Promise<number>((resolve, reject) => {
    request(url, { method, headers }, (response) => resolve(response.resume().statusCode!))
      .on('error', reject)
      .end();
  });

describe('who reaches the stand-in', () => {
  it.each(['evil.example', 'evil.example:3000', '127.0.0.1.evil.example', '192.168.1.7', '[fe80::1]', '0.0.0.0'])(
    'nobody who calls this computer %s, as a page does whose name was rebound to it',
    async (host) => {
      for (const [method, path] of ROUTES) expect(await statusOf(server.url + path, method, { host })).toBe(403);
    },
  );

  it.each<Record<string, string>>([
    { 'x-forwarded-for': '198.51.100.7' },
    { forwarded: 'for=198.51.100.7' },
    { 'x-forwarded-host': 'tasks.example' },
  ])('nobody whom a proxy brings in: %j', async (headers) => {
    for (const [method, path] of ROUTES) expect(await statusOf(server.url + path, method, headers)).toBe(403);
  });

  it.each(['localhost', 'localhost:3000', '127.0.0.1', '127.9.9.9:80', '[::1]:3000'])(
    'people on this computer, who call it %s',
    async (host) => {
      expect(await statusOf(`${server.url}/osm-stand-in/api/0.6/user/details.json`, 'GET', { host })).toBe(401);
    },
  );

  it.each([
    ['TM_CLIENT_ID is set', { TM_CLIENT_ID: 'an-application' }],
    ['NODE_ENV is production', { NODE_ENV: 'production' }],
    ['the server listens on all addresses', { HOST: '0.0.0.0' }],
    ['the server listens on all IPv6 addresses', { HOST: '::' }],
    ['the server listens on an address of a network', { HOST: '192.168.1.7' }],
    ['people reach the server at a public address', { TM_APP_BASE_URL: 'https://tasks.example' }],
  ])('nobody when %s: none of its routes exists', async (_when, env) => {
    const other = await startServer(env, { jobs: false });
    try {
      for (const [method, path] of ROUTES) expect(await statusOf(other.url + path, method, {})).toBe(404);
      const { data } = await other.ask('{ instance { standIn } }');
      expect(data.instance.standIn).toBe(false);
      const signIn = await fetch(`${other.url}/sign-in`, { redirect: 'manual' });
      if ('TM_CLIENT_ID' in env)
        expect(signIn.headers.get('location')).toMatch(/^https:\/\/www\.openstreetmap\.org\/oauth2\/authorize\?/);
      else expect(signIn.status).toBe(503);
    } finally {
      await other.stop();
    }
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Browser } from '../../../test/browser.js';
import { startOsm, type Account, type OsmServer } from '../../../test/osm.js';
import { startServer, type TestServer } from '../../../test/server.js';
import { readSettings } from '../../settings.js';

let osm: OsmServer;
let server: TestServer;
beforeAll(async () => {
  osm = await startOsm({ id: 501, display_name: 'maria', changesets: 12 });
  server = await startServer(
    {
      OSM_SERVER_URL: osm.url,
      TM_CLIENT_ID: osm.clientId,
      TM_CLIENT_SECRET: osm.clientSecret,
      TM_ADMIN_OSM_IDS: '900, 901,902',
    },
    { jobs: false },
  );
});
afterAll(async () => {
  await server.stop();
  await osm.stop();
});
beforeEach(() => {
  osm.mood = {};
  osm.requests = [];
});

async function signIn(account: Account, { browser = new Browser(server.url), returnTo = '/' } = {}) {
  osm.account = account;
  const authorize = await browser.redirectOf(`/sign-in?return_to=${encodeURIComponent(returnTo)}`);
  return { browser, answer: await browser.send(osm.agree(authorize)) };
}

const person = (id: number) =>
  server.database.prisma.person.findUniqueOrThrow({ where: { id }, include: { level: true } });

describe('signing in with OpenStreetMap', () => {
  it('asks it with PKCE, state and our way back', async () => {
    const authorize = await new Browser(server.url).redirectOf('/sign-in');
    expect(authorize.origin + authorize.pathname).toBe(`${osm.url}/oauth2/authorize`);
    expect(Object.fromEntries(authorize.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: osm.clientId,
      redirect_uri: `${server.url}/sign-in/callback`,
      scope: 'read_prefs write_api',
      state: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
  });

  it('writes down the account: name, picture, changesets', async () => {
    const { browser, answer } = await signIn({
      id: 501,
      display_name: 'maria',
      changesets: 12,
      picture: 'https://osm.example/m.png',
    });
    expect(answer.status).toBe(303);
    expect(await browser.username()).toBe('maria');
    expect(await person(501)).toMatchObject({
      username: 'maria',
      pictureUrl: 'https://osm.example/m.png',
      changesetCount: 12,
      role: 'MAPPER',
      level: { name: 'BEGINNER' },
    });
  });

  it('brings the account up to date at the next sign-in, and keeps what is ours', async () => {
    await signIn({ id: 502, display_name: 'before', changesets: 3, picture: 'https://osm.example/a.png' });
    await server.database.prisma.person.update({ where: { id: 502 }, data: { tasksMapped: 9, city: 'Lomé' } });
    await signIn({ id: 502, display_name: 'after', changesets: 5 });
    expect(await person(502)).toMatchObject({
      username: 'after',
      pictureUrl: null,
      changesetCount: 5,
      tasksMapped: 9,
      city: 'Lomé',
    });
  });

  it('takes the secret and the code to the token end point, and keeps no access token', async () => {
    await signIn({ id: 501, display_name: 'maria', changesets: 12 });
    expect(osm.requests.map(({ path }) => path)).toEqual(['/oauth2/token', '/api/0.6/user/details.json']);
    expect(Object.fromEntries(osm.requests[0]!.body)).toMatchObject({
      grant_type: 'authorization_code',
      client_id: osm.clientId,
      client_secret: osm.clientSecret,
      redirect_uri: `${server.url}/sign-in/callback`,
      code_verifier: expect.stringMatching(/^[\w-]{43,}$/),
    });
  });

  it('does not show a picture from anything but the web', async () => {
    await signIn({ id: 503, display_name: 'pic', changesets: 0, picture: 'javascript:alert(1)' });
    expect((await person(503)).pictureUrl).toBeNull();
  });
});

describe('a name that OpenStreetMap gave to another account', () => {
  it('goes to the account that has it now; the other waits for its new name', async () => {
    await signIn({ id: 511, display_name: 'river', changesets: 1 });
    const { browser } = await signIn({ id: 512, display_name: 'river', changesets: 2 });
    expect(await browser.username()).toBe('river');
    expect((await person(512)).username).toBe('river');
    expect((await person(511)).username).toBe('user_511');
    await signIn({ id: 511, display_name: 'stream', changesets: 1 });
    expect((await person(511)).username).toBe('stream');
  });

  it('is settled also when two accounts swapped names and sign in at once', async () => {
    await signIn({ id: 513, display_name: 'left', changesets: 1 });
    await signIn({ id: 514, display_name: 'right', changesets: 1 });
    const callbacks = [];
    for (const account of [
      { id: 513, display_name: 'right', changesets: 1 },
      { id: 514, display_name: 'left', changesets: 1 },
    ]) {
      const browser = new Browser(server.url);
      osm.account = account;
      callbacks.push({ browser, path: osm.agree(await browser.redirectOf('/sign-in')) });
    }
    const answers = await Promise.all(callbacks.map(({ browser, path }) => browser.send(path)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect([(await person(513)).username, (await person(514)).username]).toEqual(['right', 'left']);
  });
});

describe('levels', () => {
  const levelAfter = async (id: number, changesets: number) => {
    await signIn({ id, display_name: `level-${id}`, changesets });
    return (await person(id)).level.name;
  };

  it.each([
    [249, 'BEGINNER'],
    [250, 'INTERMEDIATE'],
    [499, 'INTERMEDIATE'],
    [500, 'ADVANCED'],
    [90_000, 'ADVANCED'],
  ])('%i changesets at the first sign-in make one %s', async (changesets, level) => {
    expect(await levelAfter(2000 + changesets, changesets)).toBe(level);
  });

  it('rise with the changesets, and never fall', async () => {
    expect(await levelAfter(521, 10)).toBe('BEGINNER');
    expect(await levelAfter(521, 260)).toBe('INTERMEDIATE');
    expect(await levelAfter(521, 10)).toBe('INTERMEDIATE');
  });

  it('that an administrator gave stay', async () => {
    await levelAfter(522, 0);
    await server.database.prisma.person.update({ where: { id: 522 }, data: { levelId: 3 } });
    expect(await levelAfter(522, 260)).toBe('ADVANCED');
  });

  it('that people vote on are not given, nor any above them', async () => {
    await server.database.prisma.mappingLevel.update({ where: { id: 2 }, data: { approvalsRequired: 1 } });
    try {
      expect(await levelAfter(523, 600)).toBe('BEGINNER');
    } finally {
      await server.database.prisma.mappingLevel.update({ where: { id: 2 }, data: { approvalsRequired: 0 } });
    }
  });

  it('that ask for more than changesets wait for the other figures', async () => {
    const { prisma } = server.database;
    await prisma.badge.update({ where: { id: 1 }, data: { requirements: { changeset: 250, building: 100 } } });
    try {
      expect(await levelAfter(524, 300)).toBe('BEGINNER');
      await prisma.personStatistics.create({ data: { personId: 524, figures: { building: 120.5, changeset: 0 } } });
      expect(await levelAfter(524, 300)).toBe('INTERMEDIATE');
    } finally {
      await prisma.badge.update({ where: { id: 1 }, data: { requirements: { changeset: 250 } } });
    }
  });
});

describe('roles', () => {
  it('TM_ADMIN_OSM_IDS makes administrators at their first sign-in, and nobody else', async () => {
    await signIn({ id: 901, display_name: 'boss', changesets: 0 });
    await signIn({ id: 1, display_name: 'admin', changesets: 0 });
    expect((await person(901)).role).toBe('ADMIN');
    expect((await person(1)).role).toBe('MAPPER');
  });

  it('somebody named there later becomes one at their next sign-in', async () => {
    await server.database.prisma.person.create({ data: { id: 900, username: 'early' } });
    await signIn({ id: 900, display_name: 'early', changesets: 0 });
    expect((await person(900)).role).toBe('ADMIN');
  });

  it('a person made administrator here stays one', async () => {
    await server.database.prisma.person.create({ data: { id: 531, username: 'helper', role: 'ADMIN' } });
    await signIn({ id: 531, display_name: 'helper', changesets: 0 });
    expect((await person(531)).role).toBe('ADMIN');
  });

  it('a blocked person signs in and reads, and stays blocked, be they named there or not', async () => {
    for (const id of [532, 902]) {
      await server.database.prisma.person.create({ data: { id, username: `blocked-${id}`, role: 'READ_ONLY' } });
      const { browser, answer } = await signIn({ id, display_name: `blocked-${id}`, changesets: 900 });
      expect(answer.status).toBe(303);
      const { data } = await browser.ask('{ viewer { person { role } viewerCanCreateProject { allowed reason } } }');
      expect(data.viewer).toMatchObject({
        person: { role: 'READ_ONLY' },
        viewerCanCreateProject: { allowed: false, reason: 'USER_BLOCKED' },
      });
    }
  });

  it('a deleted person who signs in again is back', async () => {
    await server.database.prisma.person.create({ data: { id: 533, username: 'user_533', deletedAt: new Date() } });
    const { browser } = await signIn({ id: 533, display_name: 'phoenix', changesets: 0 });
    expect(await browser.username()).toBe('phoenix');
    expect((await person(533)).deletedAt).toBeNull();
  });
});

describe('when OpenStreetMap does not do its part', () => {
  const account = { id: 541, display_name: 'unlucky', changesets: 0 };
  const expectPage = async (answer: Response, status: number, title: string) => {
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const page = await answer.text();
    expect(page).toContain(`<h1>${title}</h1>`);
    expect(page).toContain('href="/sign-in?return_to=%2Fprojects%2F5"');
    expect(page).not.toMatch(/node_modules|\bat \w+ \(|Error:/);
  };

  it.each([{ token: 'broken' }, { token: 'gibberish' }, { details: 'broken' }, { details: 'gibberish' }] as const)(
    'says that it could not be reached: %j',
    async (mood) => {
      osm.mood = mood;
      const { browser, answer } = await signIn(account, { returnTo: '/projects/5' });
      await expectPage(answer, 502, 'OpenStreetMap could not be reached');
      expect(browser.cookies.has('taskgrid_session')).toBe(false);
    },
  );

  it('gives up after ten seconds', async () => {
    osm.mood = { token: 'silent' };
    const from = Date.now();
    const { answer } = await signIn(account, { returnTo: '/projects/5' });
    await expectPage(answer, 504, 'OpenStreetMap takes too long');
    expect(Date.now() - from).toBeLessThan(12_000);
  });

  it('tells the person that the site is not set up well when OSM refuses the site', async () => {
    const browser = new Browser(server.url);
    const secret = osm.clientSecret;
    osm.clientSecret = 'changed over there';
    try {
      const { answer } = await signIn(account, { browser, returnTo: '/projects/5' });
      await expectPage(answer, 502, 'OpenStreetMap does not accept this site');
    } finally {
      osm.clientSecret = secret;
    }
  });

  it('understands the refusal of a code, and of the person', async () => {
    const browser = new Browser(server.url);
    const state = async () => (await browser.redirectOf('/sign-in?return_to=/projects/5')).searchParams.get('state')!;
    await expectPage(
      await browser.send(`/sign-in/callback?code=unknown&state=${await state()}`),
      400,
      'OpenStreetMap did not confirm it was you',
    );
    await expectPage(
      await browser.send(`/sign-in/callback?error=access_denied&error_description=<script>&state=${await state()}`),
      403,
      'You are not signed in',
    );
  });

  it('says that it could not be reached when nothing listens there', async () => {
    const alone = await startServer({ OSM_SERVER_URL: 'http://127.0.0.1:9', TM_CLIENT_ID: 'x' }, { jobs: false });
    try {
      const browser = new Browser(alone.url);
      const authorize = await browser.redirectOf('/sign-in?return_to=/projects/5');
      const answer = await browser.send(`/sign-in/callback?code=x&state=${authorize.searchParams.get('state')}`);
      await expectPage(answer, 502, 'OpenStreetMap could not be reached');
    } finally {
      await alone.stop();
    }
  });
});

describe('addresses from the settings', () => {
  it('are refused at the start when the way back would be the first page', () => {
    expect(() => readSettings({ TM_REDIRECT_URI: 'https://tasks.example/' })).toThrow(/TM_REDIRECT_URI: needs a path/);
  });

  it('come back to TM_REDIRECT_URI, whatever path is registered with OSM, and mark cookies Secure for https', async () => {
    const other = await startServer(
      {
        OSM_SERVER_URL: osm.url,
        TM_CLIENT_ID: osm.clientId,
        TM_CLIENT_SECRET: osm.clientSecret,
        TM_APP_BASE_URL: 'https://tasks.example',
        TM_REDIRECT_URI: 'https://tasks.example/authorized',
      },
      { jobs: false },
    );
    try {
      const browser = new Browser(other.url);
      const authorize = await browser.redirectOf('/sign-in?return_to=/explore');
      expect(authorize.searchParams.get('redirect_uri')).toBe('https://tasks.example/authorized');
      osm.account = { id: 551, display_name: 'old-timer', changesets: 0 };
      const answer = await browser.send(osm.agree(authorize));
      expect(answer.headers.get('location')).toBe('/welcome?then=%2Fexplore');
      expect(browser.cookies.get('taskgrid_session')).toMatchObject({ secure: true, httpOnly: true });
    } finally {
      await other.stop();
    }
  });

  it('use TM_APP_BASE_URL for the way back, and OSM_SERVER_API_URL for who it is', async () => {
    const api = await startOsm({ id: 1, display_name: 'x', changesets: 0 });
    const other = await startServer(
      {
        OSM_SERVER_URL: osm.url,
        OSM_SERVER_API_URL: `${api.url}/`,
        TM_CLIENT_ID: osm.clientId,
        TM_CLIENT_SECRET: osm.clientSecret,
        TM_APP_BASE_URL: 'http://localhost:3000/',
      },
      { jobs: false },
    );
    try {
      const browser = new Browser(other.url);
      const authorize = await browser.redirectOf('/sign-in');
      expect(authorize.searchParams.get('redirect_uri')).toBe('http://localhost:3000/sign-in/callback');
      await browser.send(osm.agree(authorize));
      expect(api.requests.map(({ path }) => path)).toEqual(['/api/0.6/user/details.json']);
    } finally {
      await other.stop();
      await api.stop();
    }
  });
});

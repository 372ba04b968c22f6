import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, signInThroughStandIn } from '../../../test/browser.js';
import { startServer, type TestServer } from '../../../test/server.js';
import { seal, unseal } from './sealed.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({}, { jobs: false });
});
afterAll(() => server.stop());

async function signedIn(name: string) {
  const browser = new Browser(server.url);
  await signInThroughStandIn(browser, name);
  return browser;
}
const ask = (browser: Browser, headers: Record<string, string> = { origin: server.url }) =>
  browser.send('/sign-in/editor-access', { method: 'POST', headers });

describe('the access of the editor in the page', () => {
  it('is the person’s own, at the OpenStreetMap they signed in with', async () => {
    const browser = await signedIn('ana');
    const answer = await ask(browser);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { url, apiUrl, accessToken } = await answer.json();
    expect([url, apiUrl]).toEqual([`${server.url}/osm-stand-in`, `${server.url}/osm-stand-in`]);
    const details = await fetch(`${apiUrl}/api/0.6/user/details.json`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    expect((await details.json()).user.display_name).toBe('ana');
  });

  it.each([
    ['a visitor', async () => new Browser(server.url), undefined],
    ['a page of another site', () => signedIn('ana'), { origin: 'https://elsewhere.example' }],
    ['a page of another site that says no origin', () => signedIn('ana'), { 'sec-fetch-site': 'cross-site' }],
  ])('is not given to %s', async (_who, browser, headers) => {
    const answer = await ask(await browser(), headers);
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain('accessToken');
  });

  it('is not given for a token that is sent by hand, as programs do', async () => {
    const browser = await signedIn('ana');
    const token = browser.cookies.get('taskgrid_session')!.value!;
    const answer = await ask(new Browser(server.url), { authorization: `Bearer ${token}` });
    expect(answer.status).toBe(401);
  });

  it('is kept so that the database alone does not give it away, and no longer than the session', async () => {
    const browser = await signedIn('bo');
    const { accessToken } = await (await ask(browser)).json();
    const rows = async () =>
      (
        await server.database.pool.query(
          `select sealed_osm_token, s::text as row from session s join person p on p.id = s.person_id where username = 'bo'`,
        )
      ).rows;
    const [kept] = await rows();
    expect(kept.sealed_osm_token.includes(accessToken)).toBe(false);
    expect(kept.row).not.toContain(accessToken);
    expect(unseal(kept.sealed_osm_token, browser.cookies.get('taskgrid_session')!.value!)).toBe(accessToken);

    await browser.post('/sign-out', {}, { origin: server.url });
    expect((await rows())[0].sealed_osm_token).toBeNull();
  });
});

describe('sealing', () => {
  it('opens for the same session alone, and not when something was changed', () => {
    const sealed = seal('secret of ana', 'session of ana');
    expect(unseal(sealed, 'session of ana')).toBe('secret of ana');
    expect(unseal(sealed, 'session of bo')).toBeNull();
    sealed[sealed.length - 1]! ^= 1;
    expect(unseal(sealed, 'session of ana')).toBeNull();
    expect(unseal(Buffer.alloc(3), 'session of ana')).toBeNull();
  });

  it('never looks the same twice', () => {
    expect(seal('a', 'b').equals(seal('a', 'b'))).toBe(false);
  });
});

describe('the map of the stand-in', () => {
  const at = (path: string, init?: RequestInit) => fetch(`${server.url}/osm-stand-in/api${path}`, init);

  it('is empty, and takes what is saved without keeping it', async () => {
    expect((await (await at('/0.6/map.json?bbox=1,2,3,4')).json()).elements).toEqual([]);
    expect((await (await at('/capabilities.json')).json()).api.status.api).toBe('online');
    const changeset = await (
      await at('/0.6/changeset/create', { method: 'PUT', headers: { 'content-type': 'text/xml' }, body: '<osm/>' })
    ).text();
    expect(changeset).toMatch(/^\d+$/);
    const body =
      '<osmChange><create><node id="-1" lat="1" lon="2"/><way id="-2"><nd ref="-1"/></way></create></osmChange>';
    const upload = await at(`/0.6/changeset/${changeset}/upload`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body,
    });
    expect(await upload.text()).toMatch(
      /<node old_id="-1" new_id="\d+" new_version="1"\/><way old_id="-2" new_id="\d+" new_version="1"\/>/,
    );
    expect((await at(`/0.6/changeset/${changeset}/close`, { method: 'PUT' })).status).toBe(200);
    expect((await (await at('/0.6/map.json?bbox=1,2,3,4')).json()).elements).toEqual([]);
  });
});

describe('the editors that are here', () => {
  it('are named with the addresses of their files', async () => {
    const { instance } = await server.get('{ instance { editorsInPage { editor version assetsUrl } } }');
    for (const { editor, version, assetsUrl } of instance.editorsInPage) {
      expect(assetsUrl).toBe(`/editors/${editor.toLowerCase()}/${version}/`);
      const script = await fetch(`${server.url}${assetsUrl}${editor === 'ID' ? 'iD' : 'rapid'}.min.js`);
      expect(script.status).toBe(200);
      expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(script.headers.get('content-type')).toMatch(/^(application|text)\/javascript/);
      await script.body?.cancel();
    }
  });

  it('give away nothing but what a browser needs of them', async () => {
    for (const path of ['/editors/', '/editors/id/', '/editors/..%2f..%2fpackage.json', '/editors/id/2.42.2/x.html'])
      expect((await fetch(server.url + path)).status, path).toBeGreaterThanOrEqual(403);
  });
});

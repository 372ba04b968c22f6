import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, chooseAtStandIn, locationOf, signInThroughStandIn } from '../../../test/browser.js';
import { startServer, type TestServer } from '../../../test/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({}, { jobs: false });
});
afterAll(() => server.stop());

/** As far as the address that the stand-in sends the browser back to. */
async function comeBack(browser: Browser, name = 'ana'): Promise<URL> {
  const page = await browser.redirectOf('/sign-in?return_to=/explore');
  return locationOf(await chooseAtStandIn(browser, page, name), browser.url);
}

async function expectRefused(browser: Browser, callback: string) {
  const answer = await browser.send(callback);
  expect(answer.status).toBe(400);
  const page = await answer.text();
  expect(page).toContain('This sign-in cannot be finished');
  expect(page).toContain('href="/sign-in?return_to=%2F"');
  expect(browser.cookies.has('taskgrid_session')).toBe(false);
}

const sessions = () => server.database.prisma.session.count();

describe('a sign-in that comes back', () => {
  it('is refused without its state, or with another', async () => {
    const browser = new Browser(server.url);
    const callback = await comeBack(browser);
    const before = await sessions();
    for (const state of ['', 'x', 'A'.repeat(43), '\0']) {
      await expectRefused(
        browser,
        `/sign-in/callback?${new URLSearchParams({ code: callback.searchParams.get('code')!, state })}`,
      );
    }
    await expectRefused(browser, `/sign-in/callback?code=${callback.searchParams.get('code')}`);
    await expectRefused(browser, '/sign-in/callback');
    expect(await sessions()).toBe(before);
  });

  it('is refused in another browser, and still works in its own', async () => {
    const own = new Browser(server.url);
    const other = new Browser(server.url);
    const callback = await comeBack(own);
    await expectRefused(other, callback.href); // no cookie at all
    await comeBack(other, 'eve');
    await expectRefused(other, callback.href); // a sign-in of its own under way
    expect((await own.send(callback.href)).headers.get('location')).toMatch(/explore$/);
  });

  it('works once', async () => {
    const browser = new Browser(server.url);
    const callback = await comeBack(browser);
    expect((await browser.send(callback.href)).status).toBe(303);
    browser.cookies.delete('taskgrid_session');
    await expectRefused(browser, callback.href);
  });

  it('works once even when its page is loaded many times at once', async () => {
    const browser = new Browser(server.url);
    const callback = await comeBack(browser);
    const answers = await Promise.all(Array.from({ length: 5 }, () => browser.send(callback.href)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 400, 400, 400, 400]);
  });

  it('is refused after ten minutes, and then swept away', async () => {
    const browser = new Browser(server.url);
    const callback = await comeBack(browser);
    await server.database.pool.query("update sign_in_attempt set created_at = now() - interval '10 minutes 1 second'");
    await expectRefused(browser, callback.href);
    await server.database.pool.query("update sign_in_attempt set created_at = now() - interval '1 day'");
    await signInThroughStandIn(new Browser(server.url), 'ana');
    expect(await server.database.prisma.signInAttempt.count()).toBe(0);
  });

  it('works in two tabs of one browser side by side', async () => {
    const browser = new Browser(server.url);
    const first = await comeBack(browser);
    const second = await comeBack(browser);
    expect((await browser.send(first.href)).status).toBe(303);
    expect((await browser.send(second.href)).status).toBe(303);
  });

  it('is refused with a code that OSM did not give, and says to try again', async () => {
    const browser = new Browser(server.url);
    const callback = await comeBack(browser);
    callback.searchParams.set('code', 'made-up');
    const answer = await browser.send(callback.href);
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain('OpenStreetMap did not confirm it was you');
    expect(page).toContain('href="/sign-in?return_to=%2Fexplore"');
    expect(page).not.toMatch(/node_modules|invalid_grant|at file/);
  });

  it('is refused without a code', async () => {
    const browser = new Browser(server.url);
    const callback = await comeBack(browser);
    callback.searchParams.delete('code');
    expect((await browser.send(callback.href)).status).toBe(400);
  });

  it('keeps of the state and the cookie only a hash', async () => {
    const browser = new Browser(server.url);
    const page = await browser.redirectOf('/sign-in');
    const kept = JSON.stringify(await server.database.prisma.signInAttempt.findMany());
    expect(kept).not.toContain(page.searchParams.get('state')!);
    expect(kept).not.toContain(browser.cookies.get('taskgrid_sign_in')!.value);
    expect(page.searchParams.get('code_challenge_method')).toBe('S256');
  });
});

describe('the way back', () => {
  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
  ])('leads to the first page instead of %j', async (returnTo) => {
    const answer = await signInThroughStandIn(new Browser(server.url), 'ana', { returnTo });
    expect(answer.headers.get('location')).toMatch(/^\/(welcome\?then=%2F)?$/);
  });
});

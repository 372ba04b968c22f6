import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ACTIONS, boxOfTiles, publishedProject } from '../api/test/world.js';
import { startChromium } from './chromium.js';
import { mapDrawn, windowOf } from './person.js';
import { startSite, type Site } from './site.js';

const INTEREST = `mutation { result: createInterest(input: { name: "Water and health" }) { __typename } }`;
const BANNER = `mutation ($visible: Boolean) {
  result: updateBanner(input: { markdown: "The site rests on [Thursday](/about).", visible: $visible }) { __typename } }`;

let site: Site;
let browser: Browser;
let admin: string;
let project: number;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite({ TM_EMAIL_CONTACT_ADDRESS: 'team@example.org' }), startChromium()]);
  admin = await site.tokenOf('admin');
  project = await publishedProject(site, admin, { areaOfInterest: boxOfTiles(15, 4, 4), zoom: 15, difficulty: 'EASY' });
  await site.get(INTEREST, {}, admin);
});
// An open page goes on drawing its map.
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** Somebody takes a task over HTTP. */
const take = async (n: number, token: string) =>
  (await site.get(ACTIONS.lock, { p: String(project), n }, token)).result.task.lock.version as number;

/** Somebody maps a task over HTTP. */
async function map(n: number, token: string) {
  const version = await take(n, token);
  await site.get(ACTIONS.submit, { p: String(project), n, version, status: 'MAPPED', comment: '' }, token);
}

describe('the first page', () => {
  it('tells a visitor what this is, and shows at once where somebody takes a task', async () => {
    await map(1, await site.tokenOf('bora'));
    const { page, failures } = await windowOf(browser, null, site.url);
    await page.goto('/');
    await page.getByRole('heading', { level: 1, name: /Put places on the map/ }).waitFor();
    await page.getByRole('heading', { name: 'Where people map now' }).scrollIntoViewIfNeeded();
    const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'A project' }) });
    await row.first().waitFor();
    await mapDrawn(page);
    const ring = page.locator(`.maplibregl-marker div:has(> a[href^="/projects/${project}"])`);
    await ring.waitFor();
    // Nothing pulses before something happens.
    expect(await ring.locator('i').count()).toBe(0);
    await take(2, await site.tokenOf('sirocco'));
    await ring.locator('i').waitFor({ state: 'attached' });
    await row
      .getByText(/now|second/)
      .first()
      .waitFor();
    expect(failures).toEqual([]);
  });

  it('does not wait for the map, and does without it', async () => {
    const { page } = await windowOf(browser, null, site.url);
    await page.route(/ActivityMap|maplibre/, (route) => route.abort());
    await page.goto('/');
    await page.getByRole('heading', { name: 'Where people map now' }).scrollIntoViewIfNeeded();
    await page.getByText('The map could not be shown.').waitFor();
    await page.getByRole('heading', { name: 'Who takes part' }).waitFor();
    await page.getByRole('link', { name: 'A project' }).first().click();
    await page.waitForURL(new RegExp(`/projects/${project}`));
  });

  it('leads who holds a task back to it', async () => {
    const token = await site.tokenOf('levanter');
    await take(3, token);
    const { page, failures } = await windowOf(browser, token, site.url);
    await page.goto('/');
    await page.getByRole('heading', { name: 'Good to see you, levanter' }).waitFor();
    await page.getByRole('link', { name: 'Go on with task 3' }).click();
    await page.waitForURL(new RegExp(`/projects/${project}/map`));
    await page.getByRole('heading', { name: 'Task 3' }).waitFor();
    expect(failures).toEqual([]);
  });
});

describe('the first signing in', () => {
  it('greets a newcomer, who chooses interests and goes on to where they came from; the second does not', async () => {
    const { page, failures } = await windowOf(browser, null, site.url);
    const signIn = async () => {
      await page.getByRole('link', { name: 'Sign in', exact: true }).first().click();
      await page.getByLabel('Name').fill('newcomer');
      await page.getByRole('button', { name: 'Sign in' }).click();
    };
    await page.goto('/explore?q=project');
    await signIn();
    await page.getByRole('heading', { name: 'Welcome, newcomer' }).waitFor();
    await page.getByText('Water and health').click();
    await page.getByText('Kept.').waitFor();
    await page.reload();
    await expect.poll(() => page.getByRole('checkbox', { name: 'Water and health' }).isChecked()).toBe(true);
    await page.getByRole('link', { name: 'Go on to the site' }).click();
    await page.waitForURL('**/explore?q=project');

    await page.context().clearCookies();
    await page.goto('/');
    await signIn();
    await page.getByRole('heading', { name: 'Good to see you, newcomer' }).waitFor();
    expect(failures).toEqual([]);
  });

  it('brings a newcomer who came from a project straight back there', async () => {
    const { page } = await windowOf(browser, null, site.url);
    await page.goto(`/projects/${project}/tasks?task=5`);
    await page.getByRole('link', { name: 'Sign in', exact: true }).first().click();
    await page.getByLabel('Name').fill('in_the_middle');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`**/projects/${project}/tasks?task=5`);
  });

  it('does not lead to other sites', async () => {
    const { page } = await windowOf(browser, await site.tokenOf('ostro'), site.url);
    await page.goto('/welcome?then=//example.org/');
    await expect.poll(() => page.getByRole('link', { name: 'Go on to the site' }).getAttribute('href')).toBe('/');
  });
});

it('each chapter of Learn has its address, and an unknown one is said to be none', async () => {
  const { page } = await windowOf(browser, null, site.url);
  await page.goto('/learn');
  await page.waitForURL('**/learn/quickstart');
  for (const chapter of ['Map well', 'Validate kindly', 'Run a project']) {
    await page.getByRole('link', { name: chapter }).first().click();
    await page.getByRole('heading', { level: 1, name: chapter }).waitFor();
  }
  await page.goto('/learn/nothing');
  await page.getByRole('heading', { name: 'There is no page at this address' }).waitFor();
});

it('a message to the administrators is checked, kept when it fails and after a reload, and then sent', async () => {
  const { page } = await windowOf(browser, null, site.url);
  await page.goto('/contact');
  const send = page.getByRole('button', { name: 'Send the message' });
  await page.getByLabel('Your name').fill('Ann');
  await page.getByLabel('Message').fill('My account has two names.');
  await page.getByLabel('E-mail address').fill('nowhere');
  await send.click();
  await page.getByText('Give an e-mail address').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('email');
  await page.getByLabel('E-mail address').fill('ann@example.org');

  await page.route('**/contact-admin/', (route) => route.abort());
  await send.click();
  await page.getByText('Your message was not sent. It is kept here.').waitFor();
  await page.reload();
  await expect.poll(() => page.getByLabel('Message').inputValue()).toBe('My account has two names.');

  await page.unroute('**/contact-admin/');
  await send.click();
  await page.getByRole('heading', { name: 'Your message is on its way' }).waitFor();
  await page.getByRole('button', { name: 'Write another message' }).click();
  await expect.poll(() => page.getByLabel('Message').inputValue()).toBe('');
  // Without a mail server the administrators find it among their notifications.
  const bodies = () =>
    site
      .get('{ viewer { notifications(first: 50) { nodes { body } } } }', {}, admin)
      .then(({ viewer }) => viewer.notifications.nodes.map(({ body }: { body: string }) => body).join());
  await expect.poll(bodies).toContain('My account has two names.');
});

it('the notice of the administrators is on every page but maps, until somebody closes it', async () => {
  await site.get(BANNER, { visible: true }, admin);
  const { page } = await windowOf(browser, null, site.url);
  const notice = page.getByRole('complementary', { name: 'Notice' });
  await page.goto('/about');
  await notice.getByText('The site rests on Thursday').waitFor();
  await page.getByRole('link', { name: 'Explore', exact: true }).click();
  await page.getByText('A project').first().waitFor();
  await expect.poll(() => notice.count()).toBe(0);
  await page.goto('/learn/map');
  await notice.getByRole('button', { name: 'Close this notice' }).click();
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect.poll(() => notice.count()).toBe(0);
  await site.get(BANNER, { visible: false }, admin);
});

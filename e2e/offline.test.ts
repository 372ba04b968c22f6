import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ACTIONS, boxOfTiles, publishedProject } from '../api/test/world.js';
import { barriers } from './barriers.js';
import { startChromium } from './chromium.js';
import { mapDrawn, PHONE, rowOf, signInByHand, windowOf } from './person.js';
import { startSite, type Site } from './site.js';

const WITH_WORKER: BrowserContextOptions = { serviceWorkers: 'allow' };

let site: Site;
let browser: Browser;
let admin: string;
let project: number;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), startChromium()]);
  admin = await site.tokenOf('admin');
  project = await publishedProject(site, admin, {
    areaOfInterest: boxOfTiles(15, 4, 4),
    zoom: 15,
    instructions: 'Draw every roof.',
  });
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** Waits until the worker answers for the page, and has fetched what came before it. */
async function workerThere(page: Page) {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.waitForLoadState('networkidle');
}

/** Addresses of what is kept of the API's answers and tiles, with the text of the answers. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const found = [];
    for (const name of ['taskgrid-answers', 'taskgrid-tiles']) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        found.push({
          path: new URL(request.url).pathname,
          text: name === 'taskgrid-answers' ? await (await cache.match(request))!.text() : '',
        });
    }
    return found;
  });
const keepsPath = async (page: Page, start: string) => (await kept(page)).some(({ path }) => path.startsWith(start));

/** A task of the person's own, on its page. */
async function taken(token: string, task: number, options?: BrowserContextOptions) {
  await site.get(ACTIONS.lock, { p: String(project), n: task }, token);
  const all = await windowOf(browser, token, site.url, options);
  await all.page.goto(`/projects/${project}/map`);
  await all.page.getByRole('heading', { name: `Task ${task}` }).waitFor();
  return all;
}

const statusOf = async (task: number) =>
  (
    await site.get('query ($p: ID!, $n: Int!) { project(id: $p) { task(number: $n) { status } } }', {
      p: String(project),
      n: task,
    })
  ).project.task.status;

describe('without a network', () => {
  it('the project read last opens again, with its list, instructions and map, and says of when it is', async () => {
    const { page, context, failures } = await windowOf(browser, await site.tokenOf('windlass'), site.url, WITH_WORKER);
    await page.goto('/explore');
    await workerThere(page);
    await page.goto(`/projects/${project}/tasks`);
    await mapDrawn(page);
    await page.getByRole('tab', { name: 'Instructions' }).click();
    await page.getByText('Draw every roof.').waitFor();
    await expect.poll(() => keepsPath(page, '/tiles/')).toBe(true);

    await context.setOffline(true);
    await page.getByText('You are offline. What you see is from').waitFor();
    await page.goto(`/projects/${project}/tasks`);
    await page.locator('#task-3').waitFor();
    await page.getByRole('tab', { name: 'Instructions' }).click();
    await page.getByText('Draw every roof.').waitFor();
    await page.locator('canvas.maplibregl-canvas').waitFor();
    await page.getByRole('button', { name: 'Account of windlass' }).waitFor();
    await page.getByText('You are offline. What you see is from').waitFor();

    await context.setOffline(false);
    await page.getByText('Up to date', { exact: true }).waitFor();
    await page.getByText('Up to date', { exact: true }).waitFor({ state: 'detached' });
    expect(failures).toEqual([]);
  });

  it('what was read in one language is not shown in another', async () => {
    const { page, context } = await windowOf(browser, await site.tokenOf('windlass'), site.url, WITH_WORKER);
    await page.goto('/explore');
    await workerThere(page);
    const asked = page.waitForRequest((request) => (request.postData() ?? '').includes('"TaskList"'));
    await page.goto(`/projects/${project}/tasks`);
    const request = await asked;
    await expect.poll(() => keepsPath(page, '/kept/TaskList/')).toBe(true);
    await context.setOffline(true);
    const answered = (language: string) =>
      page.evaluate(
        ([body, language]) =>
          fetch('/graphql', {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'accept-language': language! },
            body: body!,
          }).then(
            ({ ok }) => ok,
            () => false,
          ),
        [request.postData()!, language],
      );
    expect(await answered(request.headers()['accept-language']!)).toBe(true);
    expect(await answered('sw')).toBe(false);
  });

  it('nothing that one person read is there for the next', async () => {
    const { page, context } = await windowOf(browser, await site.tokenOf('windlass'), site.url, WITH_WORKER);
    await page.goto('/explore');
    await workerThere(page);
    await page.goto(`/projects/${project}/tasks`);
    await mapDrawn(page);
    await expect.poll(() => keepsPath(page, '/kept/TaskList/')).toBe(true);
    const withName = async () => (await kept(page)).filter(({ text }) => text.includes('windlass')).length;
    await expect.poll(() => withName()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Account of windlass' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('link', { name: 'Sign in', exact: true }).first().waitFor();
    await page.goto('/about');
    await expect.poll(() => withName()).toBe(0);
    await signInByHand(page, 'admin');
    await expect.poll(() => keepsPath(page, '/kept/TaskList/')).toBe(false);
    await context.setOffline(true);
    await page.goto(`/projects/${project}/tasks`);
    await page.getByText('The project could not be loaded.').waitFor();
  });

  it('what is handed in waits in the open, through a reload, and is sent when the network is back', async () => {
    const { page, context } = await taken(await site.tokenOf('windlass'), 5, WITH_WORKER);
    await workerThere(page);
    await page.reload();
    await page.getByRole('radio', { name: /Yes, everything is mapped/ }).check();
    await page.getByRole('textbox', { name: 'Comment' }).fill('All roofs.');
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Submit only', exact: true }).click();
    const waits = page.getByText('Task 5 is not submitted yet.');
    await waits.waitFor();
    expect(await statusOf(5)).toBe('LOCKED_FOR_MAPPING');
    await page.reload();
    await waits.waitFor();
    await context.setOffline(false);
    await page.getByText('Task 5 is submitted.').first().waitFor();
    await page.waitForURL(/tasks\?task=5$/);
    await expect.poll(() => statusOf(5)).toBe('MAPPED');
    await page.getByText('All roofs.').first().waitFor();
    await expect.poll(() => waits.count()).toBe(0);
  });

  it('what is handed in is not sent when the task is no longer held: the person is asked', async () => {
    const token = await site.tokenOf('fairlead');
    const { page, context } = await taken(token, 6);
    await page.getByRole('radio', { name: /Yes, everything is mapped/ }).check();
    // The words for this are fetched once the page is there.
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => /UnsentLine/.test(name)),
    );
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Submit only', exact: true }).click();
    await page.getByText('Task 6 is not submitted yet.').waitFor();
    await site.get(ACTIONS.stop, { p: String(project), n: 6, comment: null }, token);
    await context.setOffline(false);
    await page.getByText('Task 6 was not submitted').waitFor();
    expect(await statusOf(6)).toBe('READY');
    await page.getByRole('button', { name: 'Do not send' }).click();
    await expect.poll(() => page.getByText('Task 6 was not submitted').count()).toBe(0);
  });
});

describe('where a part of the app does not come', () => {
  it('the map leaves the list as it is, and is there when it is asked for again', async () => {
    const { page } = await windowOf(browser, null, site.url);
    await page.route('**/assets/TaskMap-*.js', (route) => route.abort());
    await page.goto(`/projects/${project}/tasks`);
    await page.getByRole('heading', { name: 'The map could not be shown.' }).waitFor();
    const box = page.getByPlaceholder('Task number or mapper');
    await box.fill('5');
    await expect.poll(() => rowOf(page, 5).count()).toBe(1);
    await page.unroute('**/assets/TaskMap-*.js');
    await page.getByRole('button', { name: 'Try again' }).click();
    await mapDrawn(page);
    expect(await box.inputValue()).toBe('5');
  });

  it('the search says so above the page, can be left, and opens when it is asked for again', async () => {
    const { page } = await windowOf(browser, null, site.url, PHONE);
    await page.route('**/assets/CommandSearch-*.js', (route) => route.abort());
    await page.goto('/about');
    const failed = page.getByRole('heading', { name: 'This part could not be shown.' });
    const open = page.getByRole('button', { name: 'Go to anything' });
    await open.click();
    await failed.waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Close' }).click();
    await failed.waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await open.click();
    await failed.waitFor();
    await page.unroute('**/assets/CommandSearch-*.js');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('combobox').waitFor();
  });
});

it('the app can be installed under the name of the instance', async () => {
  const manifest = (await (await fetch(`${site.url}/manifest.webmanifest`)).json()) as {
    name: string;
    start_url: string;
    icons: { src: string; purpose?: string }[];
  };
  expect(manifest.name).toBe('Taskgrid');
  for (const path of [manifest.start_url, '/sw.js', ...manifest.icons.map(({ src }) => src)])
    expect((await fetch(site.url + path)).status, path).toBe(200);
  expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
});

it('a newer version is offered, not forced, and never while mapping', async () => {
  const token = await site.tokenOf('bobstay');
  const { page } = await windowOf(browser, token, site.url, WITH_WORKER);
  await page.goto('/about');
  await workerThere(page);
  // Another worker takes its place, as after a new build.
  await page.evaluate(() => navigator.serviceWorker.register('/sw.js?newer'));
  await page.getByText('A new version is ready.').waitFor();
  await site.get(ACTIONS.lock, { p: String(project), n: 9 }, token);
  await page.evaluate((path) => {
    history.pushState({}, '', path);
    dispatchEvent(new PopStateEvent('popstate'));
  }, `/projects/${project}/map`);
  await page.getByRole('heading', { name: 'Task 9' }).waitFor();
  await expect.poll(() => page.getByText('A new version is ready.').count()).toBe(0);
});

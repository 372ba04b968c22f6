import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { ACTIONS, boxOfTiles, publishedProject } from '../api/test/world.js';
import { barriersInBothThemes } from './barriers.js';
import { startChromium } from './chromium.js';
import { PHONE, rowOf, sidewaysRoom, windowOf } from './person.js';
import { startSite, type Site } from './site.js';

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
    name: 'Quartz valley',
    perTaskInstructions: 'Look for **wells**.',
    priorityAreas: boxOfTiles(15, 1, 2),
  });
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const act = async (action: keyof typeof ACTIONS, variables: object, token: string) =>
  (await site.get(ACTIONS[action], { p: String(project), ...variables }, token)).result;
/** Somebody maps a task over HTTP. */
async function mapTask(n: number, token: string) {
  const { task } = await act('lock', { n }, token);
  await act('submit', { n, version: task.lock.version, status: 'MAPPED', comment: '' }, token);
}
async function openTask(page: Page, number: number) {
  await page.goto(`/projects/${project}/tasks?task=${number}`);
  await page.getByRole('heading', { name: `Task ${number}`, exact: true }).waitFor();
}
const card = (page: Page) => page.locator('#task-card');

it('the card says for whom a task is meant, what is special about it, and what programs noted', async () => {
  await act(
    'annotate',
    {
      type: 'buildings-missing',
      annotations: [{ taskNumber: 5, markdown: 'About *12* are missing.', properties: {} }],
    },
    admin,
  );
  await site.tokenOf('kestrel');
  const { page, failures } = await windowOf(browser, admin, site.url);
  await openTask(page, 5);
  await card(page).getByText('wells', { exact: true }).waitFor();
  await card(page).getByText('buildings-missing').waitFor();
  await card(page).getByRole('button', { name: 'Choose people' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByPlaceholder('Type a name').fill('kest');
  await page.getByRole('option', { name: 'kestrel' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await card(page).getByText('kestrel').waitFor();
  const { project: now } = await site.get(
    'query ($p: ID!) { project(id: $p) { task(number: 5) { assignees { person { username } } } } }',
    { p: String(project) },
  );
  expect(now.task.assignees).toEqual([{ person: { username: 'kestrel' } }]);
  expect(failures).toEqual([]);
});

it('a task is taken along as a file, and looked up elsewhere', async () => {
  const { page } = await windowOf(browser, null, site.url);
  await openTask(page, 2);
  await page.getByRole('button', { name: 'Files and links of this task' }).click();
  const address = async (name: RegExp) => (await page.getByRole('menuitem', { name }).getAttribute('href'))!;
  const gpx = await page.request.get(await address(/GPX/));
  expect(gpx.status()).toBe(200);
  const text = await gpx.text();
  expect(text).toContain('<gpx');
  expect(text.match(/<trk>/g)).toHaveLength(1);
  expect(await (await page.request.get(await address(/OSM XML/))).text()).toContain('<osm');
  expect(await address(/Overpass/)).toContain('overpass-turbo.eu');
  expect(await address(/OSMCha/)).toContain('osmcha.org');
});

it('a comment on a task is kept while it is written, and then stands in the history', async () => {
  const { page } = await windowOf(browser, await site.tokenOf('quillwort'), site.url);
  await openTask(page, 3);
  await card(page).getByRole('button', { name: 'Comment on this task' }).click();
  const field = card(page).getByRole('textbox', { name: 'Comment on this task' });
  await field.fill('The bridge is gone.');
  await page.keyboard.press('Escape');
  await openTask(page, 3);
  await expect.poll(() => field.inputValue()).toBe('The bridge is gone.');
  await card(page).getByRole('button', { name: 'Send the comment' }).click();
  await card(page).getByText('Wrote a comment').waitFor();
  await card(page).getByText('The bridge is gone.').waitFor();
  await card(page).getByRole('button', { name: 'Comment on this task' }).waitFor();
});

it('a split is taken back where nobody has worked on the parts', async () => {
  const mapper = await site.tokenOf('harmattan');
  await act('lock', { n: 16 }, mapper);
  await act('split', { n: 16 }, mapper);
  const { page } = await windowOf(browser, mapper, site.url);
  await openTask(page, 17);
  await card(page).getByRole('button', { name: 'Undo the split' }).click();
  await page.getByText('There is no task 17 in this project').waitFor();
});

it('what is urgent can be listed by itself', async () => {
  const { page } = await windowOf(browser, null, site.url);
  await page.goto(`/projects/${project}/tasks`);
  await page.getByRole('button', { name: 'Urgent', exact: true }).click();
  await page.waitForURL(/show=priority/);
  await expect.poll(() => page.getByRole('option').count()).toBe(2);
});

it('letters search, take another task, and map; they are text where one types', async () => {
  const { page } = await windowOf(browser, await site.tokenOf('spindrift'), site.url);
  await openTask(page, 9);
  await card(page).getByRole('button', { name: 'Map this task' }).waitFor();
  await page.locator('[aria-keyshortcuts="n"]').waitFor();
  await page.keyboard.press('n');
  await page.waitForURL((url) => url.searchParams.get('task') !== '9');
  await page.keyboard.press('/');
  await page.keyboard.type('nm');
  await expect.poll(() => page.getByRole('textbox', { name: 'Task number or mapper' }).inputValue()).toBe('nm');
  await openTask(page, 9);
  await card(page).getByRole('button', { name: 'Map this task' }).waitFor();
  await page.keyboard.press('m');
  await page.waitForURL(/\/map$/);
});

it('of several selected tasks those that do not fit are named with why, and all can be meant for somebody', async () => {
  const mapper = await site.tokenOf('wayfinder_k', 600);
  await mapTask(12, mapper);
  await mapTask(13, mapper);
  const { page } = await windowOf(browser, admin, site.url);
  await page.goto(`/projects/${project}/tasks?task=12,13,14`);
  await page.getByRole('heading', { name: '3 tasks selected' }).waitFor();
  await page.getByText('Not mapped yet: nothing to validate.').waitFor();
  await page.getByRole('button', { name: 'Validate 2 tasks' }).waitFor();
  await page.getByRole('button', { name: 'Choose people for them' }).click();
  await page.getByPlaceholder('Type a name').fill('wayf');
  await page.getByRole('option', { name: 'wayfinder_k', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await openTask(page, 14);
  await card(page).getByText('wayfinder_k').waitFor();
  // The menu of the card closes by Escape without leaving the task.
  await page.getByRole('button', { name: 'Files and links of this task' }).click();
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await expect.poll(() => page.url()).toContain('task=14');
});

it('the panel folds to a strip and stays so', async () => {
  const { page } = await windowOf(browser, null, site.url);
  await openTask(page, 1);
  await page.getByRole('button', { name: 'Fold the panel' }).click();
  await page.reload();
  const unfold = page.getByRole('button', { name: 'Show the panel' });
  await unfold.waitFor();
  await expect.poll(async () => (await page.locator('#list').boundingBox())!.width).toBe(44);
  await unfold.click();
  await rowOf(page, 1).waitFor();
});

it('on a phone of 360 px the card holds all of it, and nothing scrolls sideways', async () => {
  const { page } = await windowOf(browser, admin, site.url, PHONE);
  await openTask(page, 6);
  await page.getByRole('button', { name: 'Show more' }).tap();
  await card(page).getByText('Meant for').waitFor();
  await card(page).getByRole('button', { name: 'Comment on this task' }).tap();
  await card(page).getByRole('textbox', { name: 'Comment on this task' }).waitFor();
  await expect.poll(() => sidewaysRoom(page)).toBe(0);
});

it('has no barriers where it is open, in light and in dark', async () => {
  const { page } = await windowOf(browser, admin, site.url);
  await openTask(page, 5);
  await card(page).getByRole('button', { name: 'Comment on this task' }).click();
  await card(page).getByRole('textbox', { name: 'Comment on this task' }).waitFor();
  expect(await barriersInBothThemes(page)).toEqual([]);
  await card(page)
    .getByRole('button', { name: /^(Choose people|Change)$/ })
    .click();
  await page.getByRole('dialog').waitFor();
  expect(await barriersInBothThemes(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Fold the panel' }).click();
  expect(await barriersInBothThemes(page)).toEqual([]);
});

it('a long card ends above the controls of the map, and a favourite is marked beside the tasks', async () => {
  const { page } = await windowOf(browser, await site.tokenOf('quillwort'), site.url, {
    viewport: { width: 1280, height: 560 },
  });
  await openTask(page, 5);
  const room = async () => {
    const [above, controls] = await Promise.all([
      card(page).boundingBox(),
      page.getByRole('button', { name: 'Zoom in' }).boundingBox(),
    ]);
    return controls!.y - above!.y - above!.height;
  };
  await expect.poll(room).toBeGreaterThan(0);
  const heart = page.getByRole('button', { name: 'Favourite: Quartz valley' });
  await heart.click();
  await expect.poll(() => heart.getAttribute('aria-pressed')).toBe('true');
});

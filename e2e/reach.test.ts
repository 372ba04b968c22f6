import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ACTIONS, boxOfTiles, publishedProject } from '../api/test/world.js';
import { barriersInBothThemes } from './barriers.js';
import { startChromium } from './chromium.js';
import { mapDrawn, PHONE, sidewaysRoom, tabTo, windowOf } from './person.js';
import { shareOfColour } from './pixels.js';
import { startSite, type Site } from './site.js';

let site: Site;
let browser: Browser;
let admin: string;
let project: number;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), startChromium()]);
  admin = await site.tokenOf('admin');
  project = await publishedProject(site, admin, { areaOfInterest: boxOfTiles(15, 4, 4), zoom: 15 });
});
// An open page goes on drawing its map.
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** Somebody maps a task over HTTP. */
async function mapTask(n: number, token: string) {
  const p = String(project);
  const { result } = await site.get(ACTIONS.lock, { p, n }, token);
  await site.get(ACTIONS.submit, { p, n, version: result.task.lock.version, status: 'MAPPED', comment: '' }, token);
}

describe('with the keyboard alone', () => {
  it('a task is selected on the map, taken and submitted', async () => {
    const { page, failures } = await windowOf(browser, await site.tokenOf('harmattan'), site.url);
    await page.goto(`/projects/${project}/tasks`);
    await mapDrawn(page);
    await tabTo(page, page.getByRole('application'));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.waitForURL(/task=\d+/);
    await tabTo(page, page.getByRole('button', { name: 'Map this task' }));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/map$/);
    const yes = page.getByRole('radio', { name: /Yes, everything is mapped/ });
    await tabTo(page, yes);
    await page.keyboard.press('Space');
    await expect.poll(() => yes.isChecked()).toBe(true);
    await tabTo(page, page.getByRole('textbox', { name: 'Comment' }));
    await page.keyboard.type('Mapped without a mouse.');
    await tabTo(page, page.getByRole('button', { name: 'Submit only', exact: true }));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/tasks/);
    await page.getByText('Mapped without a mouse.').first().waitFor();
    expect(failures).toEqual([]);
  });

  it('a task is selected in the list by its number', async () => {
    const { page } = await windowOf(browser, null, site.url);
    await page.goto(`/projects/${project}/tasks`);
    // The states of the tasks come beside the list of them.
    await page.getByRole('button', { name: /^To map [1-9]/ }).waitFor();
    await tabTo(page, page.getByRole('listbox', { name: 'Tasks' }));
    await page.keyboard.type('7');
    await page.waitForURL(/task=7$/);
    await page.getByRole('heading', { name: 'Task 7' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.url()).not.toContain('task=');
  });
});

describe('on a phone of 360 px', () => {
  it('a task is taken and submitted, and no page scrolls sideways', async () => {
    const { page, failures } = await windowOf(browser, await site.tokenOf('quillwort'), site.url, PHONE);
    const fits = async () => expect(await sidewaysRoom(page), page.url()).toBe(0);
    await page.goto('/explore');
    await page.getByText('A project').first().waitFor();
    await fits();
    await page.goto(`/projects/${project}/tasks?task=4`);
    await mapDrawn(page);
    await fits();
    await page.getByRole('button', { name: 'Map this task' }).tap();
    await page.waitForURL(/\/map$/);
    await page.getByRole('heading', { name: 'Task 4' }).waitFor();
    await fits();
    await page.getByText('Yes, everything is mapped').tap();
    await page.getByRole('button', { name: 'More ways to finish' }).tap();
    await page.getByRole('menuitem', { name: 'Submit only' }).tap();
    await page.waitForURL(/\/tasks/);
    await expect.poll(() => page.getByText('Mapped').first().isVisible()).toBe(true);
    await fits();
    expect(failures).toEqual([]);
  });
});

describe('with no background map to be had', () => {
  it('the map still shows the tasks in the colours of their states', async () => {
    for (const n of [13, 14, 15, 16]) await mapTask(n, await site.tokenOf('wayfinder_k', 600));
    const { page, failures } = await windowOf(browser, null, site.url);
    await page.route(/countries-.*\.json/, (route) => route.abort());
    await page.goto(`/projects/${project}/tasks`);
    const map = page.getByRole('application');
    const mapped = { red: 0x63, green: 0xab, blue: 0xee };
    const ready = { red: 0xfc, green: 0xfb, blue: 0xf8 };
    await expect.poll(async () => shareOfColour(browser, await map.screenshot(), mapped)).toBeGreaterThan(0.02);
    await expect.poll(async () => shareOfColour(browser, await map.screenshot(), ready)).toBeGreaterThan(0.05);
    expect(failures).toEqual([]);
  });
});

// Pages as they open are those of lookAtPages.ts; here is what one does on them.
describe('without barriers, in light and in dark', () => {
  it('the page that stands in for OpenStreetMap', async () => {
    const { page } = await windowOf(browser, null, site.url);
    await page.goto('/sign-in');
    await page.getByRole('heading', { name: 'Who do you want to be?' }).waitFor();
    expect(await barriersInBothThemes(page)).toEqual([]);
  });

  it('Create, step by step', async () => {
    const { page } = await windowOf(browser, admin, site.url);
    await page.goto('/projects/new');
    await page.locator('input[type=file]').setInputFiles({
      name: 'area.geojson',
      mimeType: 'application/geo+json',
      buffer: Buffer.from(JSON.stringify(boxOfTiles(13, 2, 2))),
    });
    const next = async (name: string) => {
      expect(await barriersInBothThemes(page)).toEqual([]);
      await page.getByRole('button', { name }).click();
    };
    await page.getByText('km²').first().waitFor();
    await next('Next: Tasks');
    await page.getByRole('slider').waitFor();
    await next('Next: Details');
    await page.getByLabel('Name', { exact: true }).fill('Without barriers');
    await next('Next: Review and create');
    await page.getByRole('button', { name: 'Create project' }).waitFor();
    expect(await barriersInBothThemes(page)).toEqual([]);
  });

  it('Tasks, with one selected', async () => {
    const { page } = await windowOf(browser, admin, site.url);
    await page.goto(`/projects/${project}/tasks?task=1`);
    await mapDrawn(page);
    await page.getByRole('heading', { name: 'Task 1' }).waitFor();
    expect(await barriersInBothThemes(page)).toEqual([]);
    for (const tab of ['Instructions', 'Activity', 'People']) {
      await page.getByRole('tab', { name: tab }).click();
      expect(await barriersInBothThemes(page), tab).toEqual([]);
    }
  });
});

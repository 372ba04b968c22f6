import type { Browser } from 'playwright-core';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { ACTIONS, boxOfTiles, publishedProject } from '../api/test/world.js';
import { startChromium } from './chromium.js';
import { lineTo, type Line } from './line.js';
import { mapDrawn, rowOf, windowOf } from './person.js';
import { startSite, type Site } from './site.js';

const SOON_MS = 1_000;

let site: Site;
let browser: Browser;
let line: Line;
let project: number;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), startChromium()]);
  line = await lineTo(site.url);
  const admin = await site.tokenOf('admin');
  project = await publishedProject(site, admin, { areaOfInterest: boxOfTiles(15, 4, 4), zoom: 15 });
});
// An open page goes on drawing its map.
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser?.close();
  await line?.stop();
  await site?.stop();
});

it('what one does, the other sees within a second, and nothing is lost while the line is cut', async () => {
  const mapper = await windowOf(browser, await site.tokenOf('mangrove7'), site.url);
  const watcher = await windowOf(browser, await site.tokenOf('tidepool'), line.url);
  await mapper.page.goto(`/projects/${project}/tasks?task=6`);
  await watcher.page.goto(`/projects/${project}/tasks`);
  await mapDrawn(watcher.page);
  // The map's worker asks for its tiles in its own time: wait until no more come.
  await expect.poll(() => line.tiles()).toBeGreaterThan(0);
  let tilesAtFirst = 0;
  while (tilesAtFirst !== line.tiles()) {
    tilesAtFirst = line.tiles();
    await sleep(1_000);
  }

  /** Milliseconds from the server's answer to one person until the other sees the words. */
  async function seenAfter(operation: string, act: () => Promise<void>, task: number, words: string) {
    const answered = mapper.page.waitForResponse(
      (response) =>
        response.url().endsWith('/graphql') && (response.request().postData() ?? '').includes(`"${operation}"`),
    );
    await act();
    await answered;
    const from = performance.now();
    await rowOf(watcher.page, task).getByText(words).waitFor();
    return performance.now() - from;
  }

  const locked = await seenAfter(
    'LockTaskForMapping',
    () => mapper.page.getByRole('button', { name: 'Map this task' }).click(),
    6,
    'Being mapped',
  );
  expect(locked).toBeLessThan(SOON_MS);
  await rowOf(watcher.page, 6).getByText('mangrove7').waitFor();

  await mapper.page.getByRole('radio', { name: /Yes, everything is mapped/ }).check();
  const submitted = await seenAfter(
    'SubmitMapping',
    () => mapper.page.getByRole('button', { name: 'Submit only', exact: true }).click(),
    6,
    'Mapped',
  );
  expect(submitted).toBeLessThan(SOON_MS);

  // The line breaks; meanwhile a third person takes two tasks and submits one.
  line.cut();
  await sleep(500);
  const third = await site.tokenOf('saltmarsh');
  const take = async (n: number) =>
    (await site.get(ACTIONS.lock, { p: String(project), n }, third)).result.task.lock.version as number;
  const version = await take(9);
  await site.get(ACTIONS.submit, { p: String(project), n: 9, version, status: 'MAPPED', comment: 'Done.' }, third);
  await take(11);
  await sleep(1_000);
  expect(await rowOf(watcher.page, 9).textContent()).toContain('Ready');
  line.mend();
  await rowOf(watcher.page, 9).getByText('Mapped').waitFor();
  await rowOf(watcher.page, 11).getByText('Being mapped').waitFor();
  expect(line.tiles()).toBe(tilesAtFirst); // no geometry again, for none of it
  expect([...mapper.failures, ...watcher.failures]).toEqual([]);
});

it('who clicks second is told who was first, and led to another task', async () => {
  const first = await windowOf(browser, await site.tokenOf('kestrel'), site.url);
  const second = await windowOf(browser, await site.tokenOf('quillwort'), site.url);
  // The second hears of nothing live, as if both clicked in the same moment.
  await second.page.routeWebSocket(/\/graphql/, () => undefined);
  for (const { page } of [first, second]) {
    await page.goto(`/projects/${project}/tasks?task=2`);
    await page.getByRole('button', { name: 'Map this task' }).waitFor();
  }
  await first.page.getByRole('button', { name: 'Map this task' }).click();
  await first.page.waitForURL(/\/map$/);
  await second.page.getByRole('button', { name: 'Map this task' }).click();
  await second.page.getByRole('alert').filter({ hasText: 'kestrel' }).waitFor();
  await second.page.waitForURL(/task=(?!2$)\d+$/);
  await second.page.getByRole('button', { name: 'Map this task' }).waitFor();
});

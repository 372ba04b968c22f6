import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ACTIONS, boxOfTiles, publishedProject } from '../api/test/world.js';
import { startChromium } from './chromium.js';
import { mapDrawn, PHONE, rowOf, sidewaysRoom, windowOf } from './person.js';
import { startSite, type Site } from './site.js';
import { wordsOf } from './words.js';

let site: Site;
let browser: Browser;
let admin: string;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), startChromium()]);
  admin = await site.tokenOf('admin');
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const WIDE: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };

const newProject = (name: string) =>
  publishedProject(site, admin, { name, areaOfInterest: boxOfTiles(15, 4, 4), zoom: 15 });

/** A window in a language, dark, with the words of that language. */
async function windowIn(language: string, token: string | null, size: BrowserContextOptions) {
  const all = await windowOf(browser, token, site.url, { ...size, colorScheme: 'dark' });
  await all.page.addInitScript((code) => localStorage.setItem('taskgrid-language', code), language);
  const html = all.page.locator('html');
  return {
    ...all,
    words: wordsOf(language),
    /** What holds of every page on the way. */
    async fits() {
      await expect.poll(() => html.getAttribute('lang')).toBe(language);
      await expect.poll(() => html.getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
      await expect.poll(() => sidewaysRoom(all.page), { message: all.page.url() }).toBe(0);
    },
  };
}

/** Somebody maps tasks over HTTP. */
async function mapTasks(project: number, tasks: readonly number[], token: string) {
  const p = String(project);
  for (const n of tasks) {
    const { result } = await site.get(ACTIONS.lock, { p, n }, token);
    await site.get(ACTIONS.submit, { p, n, version: result.task.lock.version, status: 'MAPPED', comment: '' }, token);
  }
}

// English words of the same ways are those of newcomer.test.ts and two-people.test.ts.
describe.each([
  { language: 'ar', narrow: PHONE, other: WIDE },
  { language: 'de', narrow: WIDE, other: PHONE },
])('in the language $language', ({ language, narrow, other }) => {
  it('a visitor finds a project, looks at a task, and is asked to sign in to map it', async () => {
    const project = await newProject('Lagoon of Truk');
    const { page, words, fits, failures } = await windowIn(language, null, other);
    await page.goto('/explore');
    await page.getByText('Lagoon of Truk').first().waitFor();
    await fits();
    await page.goto(`/projects/${project}/tasks?task=3`);
    await mapDrawn(page);
    await page.getByRole('heading', { name: words('taskCard.title', { number: 3 }) }).waitFor();
    await page.getByRole('link', { name: words('taskAction.signIn') }).waitFor();
    await fits();
    expect(failures).toEqual([]);
  });

  it('a new mapper signs in, takes the first task and hands it in', async () => {
    const project = await newProject('Atoll of Ulithi');
    const { page, words, fits, failures } = await windowIn(language, null, narrow);
    await page.goto(`/projects/${project}/tasks?task=2`);
    await page.getByRole('link', { name: words('taskAction.signIn') }).click();
    await page.getByRole('button', { name: 'mapper' }).first().click();
    await page.getByRole('button', { name: words('taskAction.map') }).click();
    await page.waitForURL(/\/map$/);
    await page.getByText(words('finishForm.yes'), { exact: true }).click();
    await page.getByRole('textbox', { name: words('finishForm.comment') }).fill('كل المباني / alle Gebäude');
    await fits();
    if (narrow === PHONE) {
      await page.getByRole('button', { name: words('finishFoot.more') }).click();
      await page.getByRole('menuitem', { name: words('finishFoot.only') }).click();
    } else await page.getByRole('button', { name: words('finishFoot.only'), exact: true }).click();
    await page.waitForURL(/\/tasks\?task=2/);
    await page.getByText(words('taskState.mapped'), { exact: true }).first().waitFor();
    // On a phone the sheet has to be pulled up for it.
    if (narrow !== PHONE) await page.getByText('كل المباني / alle Gebäude').first().waitFor();
    await fits();
    expect(failures).toEqual([]);
  });

  it('a validator answers for ten tasks together', async () => {
    const project = await newProject('Isle of Yap');
    const tasks = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    await mapTasks(project, tasks, await site.tokenOf('wayfinder_k', 600));
    const { page, words, fits, failures } = await windowIn(language, await site.tokenOf('basalt', 2100), WIDE);
    await page.goto(`/projects/${project}/tasks`);
    await mapDrawn(page);
    await page.getByRole('button', { name: words('taskList.toValidate') }).click();
    await page.getByRole('button', { name: words('tasksPage.selectAll', { count: 10 }) }).click();
    await page.getByRole('button', { name: words('selection.validate', { count: 10 }) }).click();
    await page.waitForURL(/\/validate$/);
    await page
      .getByRole('button', { name: words('validatePanel.yes') })
      .first()
      .click();
    await page
      .getByRole('radio', { name: words('validatePanel.no') })
      .nth(9)
      .check();
    await page
      .getByRole('textbox', { name: words('validatePanel.comment') })
      .nth(9)
      .fill('One roof is missing.');
    await fits();
    await page.getByRole('button', { name: words('validatePanel.submitMany', { count: 10 }) }).click();
    await page.waitForURL(/\/tasks/);
    const figures = 'query ($id: ID!) { project(id: $id) { figures { validated invalidated } } }';
    await expect
      .poll(async () => (await site.get(figures, { id: String(project) })).project.figures)
      .toEqual({ validated: 9, invalidated: 1 });
    expect(failures).toEqual([]);
  });

  it('what one person does on a phone, another sees on a wide screen', async () => {
    const project = await newProject('Banks of Saipan');
    const mapper = await windowIn(language, await site.tokenOf(`mangrove_${language}`), PHONE);
    const watcher = await windowIn(language, await site.tokenOf('tidepool'), WIDE);
    await watcher.page.goto(`/projects/${project}/tasks`);
    await rowOf(watcher.page, 6).waitFor();
    await mapper.page.goto(`/projects/${project}/tasks?task=6`);
    await mapper.page.getByRole('button', { name: mapper.words('taskAction.map') }).tap();
    await mapper.page.waitForURL(/\/map$/);
    await rowOf(watcher.page, 6).getByText(watcher.words('taskState.beingMapped')).waitFor();
    await rowOf(watcher.page, 6).getByText(`mangrove_${language}`).waitFor();
    await watcher.fits();
    expect([...mapper.failures, ...watcher.failures]).toEqual([]);
  });

  it('one person asks another in the conversation of a project, who hears of it at once and reads it', async () => {
    const project = await newProject('Reefs of Palau');
    const asker = await windowIn(language, await site.tokenOf('kestrel'), other);
    const token = await site.tokenOf(`quillwort_${language}`);
    // The greeting that newcomers find is read.
    await site.get('mutation { markNotificationsRead(input: { all: true }) { __typename } }', {}, token);
    const asked = await windowIn(language, token, narrow);
    await asked.page.goto('/about');
    const bell = (count: number) => asked.page.locator('header').getByLabel(asked.words('bell.label', { count }));
    await bell(0).waitFor();
    await asker.page.goto(`/projects/${project}#conversation`);
    const text = asker.page.getByRole('textbox', { name: asker.words('conversation.label') });
    await text.waitFor({ timeout: 45_000 }); // the page's slowest part
    await text.fill(`@[quillwort_${language}] هل الصور جديدة؟ Ist das Bild neu?`);
    await asker.page.getByRole('button', { name: asker.words('conversation.post') }).click();
    await asker.page.locator('#conversation').getByText('Ist das Bild neu?').first().waitFor();
    await asker.fits();
    await bell(1).waitFor();
    await asked.page.goto('/inbox');
    await asked.page.locator('li[data-number]').first().getByRole('link').click();
    await asked.page.waitForURL(/\/inbox\/\d+/);
    await asked.page.getByText('Ist das Bild neu?').first().waitFor();
    await bell(0).waitFor();
    await asked.fits();
    expect([...asker.failures, ...asked.failures]).toEqual([]);
  });

  it('somebody looks at their own profile and settings', async () => {
    const { page, words, fits, failures } = await windowIn(language, await site.tokenOf('harmattan', 270), narrow);
    await page.goto('/explore');
    await page.getByRole('button', { name: words('account.menu', { name: 'harmattan' }) }).click();
    await page.getByRole('menuitem', { name: words('account.profile') }).click();
    await page.waitForURL(/\/users\/harmattan/);
    await page.getByRole('heading', { level: 1, name: 'harmattan' }).waitFor();
    await fits();
    await page.goto('/settings/languages');
    await page.locator('h1').first().waitFor();
    await fits();
    expect(failures).toEqual([]);
  });
});

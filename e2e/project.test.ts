import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ACTIONS, boxOfTiles, publishedProject } from '../api/test/world.js';
import { barriersInBothThemes } from './barriers.js';
import { startChromium } from './chromium.js';
import { hasFocus, mapDrawn, PHONE, sidewaysRoom, tabTo, windowOf } from './person.js';
import { startSite, type Site } from './site.js';

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let site: Site;
let browser: Browser;
let admin: string;
let mapper: string;
let project: number;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), startChromium()]);
  admin = await site.tokenOf('admin');
  mapper = await site.tokenOf('harmattan');
  await site.tokenOf('basalt');
  project = await publishedProject(site, admin, {
    areaOfInterest: boxOfTiles(15, 4, 4),
    zoom: 15,
    name: 'Roofs along the river',
    description: 'Every **roof**, so that one can tell whom to warn.',
  });
  const p = String(project);
  for (const n of [1, 2, 3]) {
    const { result } = await site.get(ACTIONS.lock, { p, n }, mapper);
    await site.get(ACTIONS.submit, { p, n, version: result.task.lock.version, status: 'MAPPED', comment: '' }, mapper);
  }
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const editor = (page: Page) => page.getByRole('textbox', { name: 'Your question or comment' });

describe('the page of a project', () => {
  it('tells a visitor what is asked and who may take part, and leads to the tasks', async () => {
    const { page, failures } = await windowOf(browser, null, site.url);
    await page.goto(`/projects/${project}`);
    await page.getByRole('heading', { level: 1, name: 'Roofs along the river' }).waitFor();
    await page.getByText('so that one can tell whom to warn').waitFor();
    await expect.poll(() => page.locator('strong', { hasText: 'roof' }).count()).toBe(1);
    await page.getByText('18% mapped').waitFor();
    await page.getByText('Everybody may map.').waitFor();
    await page.getByText('13 tasks to map · 3 to validate').waitFor();
    await expect.poll(() => page.getByRole('button', { name: /^Favourite/ }).count()).toBe(0);
    await page.getByRole('link', { name: 'Contribute' }).click();
    await page.waitForURL(/\/tasks$/);
    expect(failures).toEqual([]);
  });

  it('follows what others do while it is open', async () => {
    const { page } = await windowOf(browser, null, site.url);
    await page.goto(`/projects/${project}`);
    await page.getByText('13 tasks to map').waitFor();
    await mapDrawn(page);
    const other = await site.tokenOf('tidepool');
    await site.get(ACTIONS.lock, { p: String(project), n: 9 }, other);
    await page.getByText('12 tasks to map').waitFor();
    await site.get(ACTIONS.stop, { p: String(project), n: 9 }, other);
    await page.getByText('13 tasks to map').waitFor();
  });

  it('says to whom a project is closed, and what would open it', async () => {
    const closed = await publishedProject(site, admin, { areaOfInterest: boxOfTiles(15, 2, 2), zoom: 15 });
    const { updateProject } = await site.get(
      `mutation ($id: ID!) { updateProject(input: { projectId: $id, mappingPermission: TEAMS }) { __typename ... on Error { message } } }`,
      { id: String(closed) },
      admin,
    );
    expect(updateProject.__typename).toBe('UpdateProjectPayload');
    const { page } = await windowOf(browser, mapper, site.url);
    await page.goto(`/projects/${closed}`);
    await page.getByText('Members of its teams map.').waitFor();
    await page
      .getByText(/^Only members of this project's teams can map here/)
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'See the tasks' }).waitFor();
  });

  it('asks for its licence to be read, and is open once it is accepted', async () => {
    const { createLicense } = await site.get(
      `mutation { createLicense(input: { name: "Imagery for relief", description: "", plainText: "For **relief** alone." }) {
        __typename ... on Error { message } ... on CreateLicensePayload { license { number } } } }`,
      {},
      admin,
    );
    const licensed = await publishedProject(site, admin, { areaOfInterest: boxOfTiles(15, 2, 2), zoom: 15 });
    await site.get(
      `mutation ($id: ID!, $licence: ID!) { updateProject(input: { projectId: $id, licenseId: $licence }) { __typename } }`,
      { id: String(licensed), licence: String(createLicense.license.number) },
      admin,
    );
    const { page } = await windowOf(browser, mapper, site.url);
    await page.goto(`/projects/${licensed}`);
    await page.getByRole('button', { name: 'Read and accept the licence' }).click();
    const terms = page.getByRole('dialog', { name: 'Imagery for relief' });
    await terms.getByText('For relief alone.').waitFor();
    await terms.getByRole('button', { name: 'Accept the licence' }).click();
    await page.getByText('You may.').waitFor();
    await terms.waitFor({ state: 'detached' });
  });

  it('that is not there, or not for the visitor, offers a way on', async () => {
    const { page } = await windowOf(browser, null, site.url);
    for (const path of ['/projects/9999', '/projects/9999/stats']) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1, name: 'There is no project 9999 here' }).waitFor();
      await page.getByRole('main').getByRole('link', { name: 'Sign in' }).waitFor();
    }
  });
});

describe('the conversation', () => {
  it('takes a comment with a mention and a picture, written by keyboard, and keeps it through a reload', async () => {
    // Also when it is tried again: what the first try wrote is still there.
    const [wharf, answer] = [`Wharf of ${Date.now()}`, `It is, at ${Date.now()}.`];
    const { page, failures } = await windowOf(browser, mapper, site.url);
    await page.goto(`/projects/${project}#conversation`);
    await tabTo(page, editor(page));
    await page.keyboard.type(`${wharf}, @bas`);
    await page.getByRole('option', { name: 'basalt' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('?');
    await expect.poll(() => editor(page).inputValue()).toBe(`${wharf}, @[basalt] ?`);
    await page.reload();
    await expect.poll(() => editor(page).inputValue()).toBe(`${wharf}, @[basalt] ?`);
    await page.locator('input[type=file]').setInputFiles({ name: 'wharf.png', mimeType: 'image/png', buffer: PICTURE });
    await expect.poll(() => editor(page).inputValue()).toMatch(/!\[wharf\]\(\S*\/uploads\/[0-9a-f]{40}\.png\)/);
    await page.getByRole('tab', { name: 'Preview' }).click();
    await page.getByRole('img', { name: 'wharf' }).waitFor();
    await page.getByRole('button', { name: 'Post comment' }).click();

    const comment = page.getByRole('article').filter({ hasText: wharf });
    await comment.waitFor();
    const width = () => comment.getByRole('img').evaluate((image: HTMLImageElement) => image.naturalWidth);
    await expect.poll(width).toBe(1);
    await page.getByRole('tab', { name: 'Write' }).click();
    await expect.poll(() => editor(page).inputValue()).toBe('');

    // Who was named reads it, answers, and cannot take it away.
    const named = await windowOf(browser, await site.tokenOf('basalt'), site.url);
    await named.page.goto(`/projects/${project}#conversation`);
    const read = named.page.getByRole('article').filter({ hasText: wharf });
    await read.getByRole('link', { name: '@basalt' }).waitFor();
    await expect.poll(() => read.getByRole('button', { name: 'Delete' }).count()).toBe(0);
    await read.getByRole('button', { name: 'Reply' }).click();
    await expect.poll(() => editor(named.page).inputValue()).toBe('@[harmattan] ');
    await expect.poll(() => hasFocus(editor(named.page))).toBe(true);
    await named.page.keyboard.type(answer);
    await named.page.keyboard.press('Control+Enter');
    await named.page.getByRole('article').filter({ hasText: answer }).waitFor();

    // Who wrote it takes it back.
    await comment.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete comment' }).click();
    await comment.waitFor({ state: 'detached' });
    expect([...failures, ...named.failures]).toEqual([]);
  });

  it('answers somebody at once where the editor comes later than the comments', async () => {
    const input = { projectId: String(project), markdown: 'Which roofs first?' };
    await site.get(
      'mutation ($input: PostProjectCommentInput!) { postProjectComment(input: $input) { __typename } }',
      { input },
      admin,
    );
    const { page } = await windowOf(browser, mapper, site.url);
    let letThrough = () => {};
    const asked = new Promise<void>((done) => (letThrough = done));
    await page.route(/\/CommentEditor-[^/]*\.js/, async (route) => {
      await asked;
      await route.continue();
    });
    await page.goto(`/projects/${project}#conversation`);
    await page
      .getByRole('article')
      .filter({ hasText: 'Which roofs first?' })
      .first()
      .getByRole('button', { name: 'Reply' })
      .click();
    expect(await editor(page).count()).toBe(0);
    letThrough();
    await editor(page).waitFor();
    await expect.poll(() => hasFocus(editor(page))).toBe(true);
    await page.keyboard.type('Those by the river.');
    await expect.poll(() => editor(page).inputValue()).toBe('@[admin] Those by the river.');
  });

  it('loses no word when it cannot be sent, and refuses what is no picture', async () => {
    const { page } = await windowOf(browser, mapper, site.url);
    await page.goto(`/projects/${project}#conversation`);
    await editor(page).fill('A long thought.');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
    await page.getByText('notes.txt was not added.').waitFor();
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('PostProjectComment') ? route.abort() : route.continue(),
    );
    await page.getByRole('button', { name: 'Post comment' }).click();
    await page.getByText('Your comment was not sent. It is kept here.').waitFor();
    await expect.poll(() => editor(page).inputValue()).toBe('A long thought.');
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Post comment' }).click();
    await page.getByRole('article').filter({ hasText: 'A long thought.' }).waitFor();
  });
});

describe('the conversation, open in two windows', () => {
  it('shows what the other one says and takes back, and keeps the place that is read and what is being written', async () => {
    const COMMENT = 'mutation ($input: PostProjectCommentInput!) { postProjectComment(input: $input) { __typename } }';
    for (let n = 1; n <= 25; n++)
      await site.get(COMMENT, { input: { projectId: String(project), markdown: `Earlier ${n}` } }, mapper);
    const reader = await windowOf(browser, await site.tokenOf('basalt'), site.url);
    await reader.page.goto(`/projects/${project}#conversation`);
    await reader.page.getByRole('button', { name: 'Show more' }).click();
    const oldest = reader.page.getByRole('article').filter({ hasText: /Earlier 1$/m });
    await oldest.waitFor();
    await editor(reader.page).fill('I was about to say');
    await oldest.evaluate((article) => article.scrollIntoView({ block: 'center' }));
    const place = () => oldest.evaluate((article) => Math.round(article.getBoundingClientRect().top));
    let before = NaN;
    // Until what is above, the map say, has its height.
    await expect.poll(async () => before === (before = await place()), { interval: 500 }).toBe(true);

    const { page, failures } = await windowOf(browser, mapper, site.url);
    await page.goto(`/projects/${project}#conversation`);
    await editor(page).fill('The tide is out.');
    await page.getByRole('button', { name: 'Post comment' }).click();
    const said = (there: Page) => there.getByRole('article').filter({ hasText: 'The tide is out.' });
    await said(reader.page).waitFor();
    await expect
      .poll(() => reader.page.locator('#announce-polite').textContent())
      .toBe('harmattan wrote in the conversation.');
    await said(page).waitFor();
    await expect.poll(() => said(page).count()).toBe(1);
    expect(Math.abs((await place()) - before)).toBeLessThan(3);
    await expect.poll(() => editor(reader.page).inputValue()).toBe('I was about to say');

    await said(page).getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete comment' }).click();
    await said(reader.page).waitFor({ state: 'detached' });
    await oldest.waitFor();
    expect([...failures, ...reader.failures]).toEqual([]);
  });
});

describe('the statistics of a project', () => {
  it('count its tasks, people and days, as charts, tables and files', async () => {
    const { page, failures } = await windowOf(browser, null, site.url);
    await page.goto(`/projects/${project}/stats`);
    const states = page.getByRole('figure', { name: 'Tasks by state' });
    await states.getByRole('button', { name: 'Show as table' }).click();
    await states.getByRole('row', { name: 'Mapped 3' }).waitFor();
    await states.getByRole('row', { name: 'Ready 13' }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      states.getByRole('button', { name: 'Download CSV' }).click(),
    ]);
    expect(await readFile((await download.path())!, 'utf8')).toContain('Mapped,3\r\n');
    await page.getByRole('figure', { name: 'Who mapped most' }).getByRole('link', { name: 'harmattan' }).waitFor();
    const days = page.getByRole('figure', { name: 'Tasks each day' });
    await days.getByRole('button', { name: 'Show as table' }).click();
    await days.getByRole('row', { name: /3 0$/ }).waitFor();
    await page.getByText('This installation does not count edits in OpenStreetMap.').waitFor();
    expect(failures).toEqual([]);
  });
});

it('on a phone of 360 px both pages fit, and the way to the tasks stays at hand', async () => {
  const { page } = await windowOf(browser, mapper, site.url, PHONE);
  await page.goto(`/projects/${project}/stats`);
  await page.getByRole('figure', { name: 'Tasks by state' }).waitFor();
  await expect.poll(() => sidewaysRoom(page)).toBe(0);
  await page.goto(`/projects/${project}`);
  await editor(page).waitFor();
  await expect.poll(() => sidewaysRoom(page)).toBe(0);
  await page.getByRole('heading', { name: 'Downloads' }).scrollIntoViewIfNeeded();
  await page.getByRole('link', { name: 'Contribute' }).tap();
  await page.waitForURL(/\/tasks$/);
});

it('there are no barriers in either page, in light and in dark', async () => {
  const { page } = await windowOf(browser, mapper, site.url);
  await page.goto(`/projects/${project}`);
  await editor(page).fill('@bas');
  await editor(page).press('End');
  await page.getByRole('option', { name: 'basalt' }).waitFor();
  await mapDrawn(page);
  expect(await barriersInBothThemes(page)).toEqual([]);
  await page.goto(`/projects/${project}/stats`);
  await page.getByRole('figure', { name: 'Who mapped most' }).waitFor();
  expect(await barriersInBothThemes(page)).toEqual([]);
});

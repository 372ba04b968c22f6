import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { boxOfTiles, newOrganisation, publishedProject } from '../api/test/world.js';
import { barriersInBothThemes } from './barriers.js';
import { startChromium } from './chromium.js';
import { hasFocus, PHONE, sidewaysRoom, windowOf } from './person.js';
import { startSite, type Site } from './site.js';

let site: Site;
let browser: Browser;
let admin: string;
/** Numbers of three projects, by what makes them different. */
let hard: number;
let easy: number;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), startChromium()]);
  admin = await site.tokenOf('admin');
  const organisationId = await newOrganisation(site, admin);
  const made = (name: string, more: object) =>
    publishedProject(site, admin, { areaOfInterest: boxOfTiles(15, 2, 2), zoom: 15, organisationId, name, ...more });
  hard = await made('Quartz valley', { difficulty: 'CHALLENGING', mappingTypes: ['ROADS', 'BUILDINGS'] });
  easy = await made('Pumice shore', { difficulty: 'EASY', mappingTypes: ['BUILDINGS'], priority: 'LOW' });
  await made('Basalt ridge', { difficulty: 'EASY', mappingTypes: ['WATERWAYS'], priority: 'LOW' });
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const names = (page: Page) => page.locator('#list h2').allInnerTexts();
const shows = (page: Page, wanted: string[]) =>
  expect.poll(async () => (await names(page)).sort()).toEqual(wanted.sort());
/** Opens a menu of the bar and presses a choice in it. */
async function choose(page: Page, menu: string, choice: RegExp) {
  await page.getByRole('search').getByRole('button', { name: menu, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: choice }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
const WIDE = { viewport: { width: 1440, height: 900 } };

describe('Explore', () => {
  it('asks for its list once, and anew for each choice', async () => {
    const { page } = await windowOf(browser, null, site.url, WIDE);
    const asked: string[] = [];
    page.on('request', (request) => {
      const name = /"operationName":"(\w+)"/.exec(request.postData() ?? '')?.[1];
      if (name) asked.push(name);
    });
    const lists = () => asked.filter((name) => name === 'ExploreProjects').length;
    await page.goto('/explore?need=all');
    await shows(page, ['Quartz valley', 'Pumice shore', 'Basalt ridge']);
    await page.locator('#map canvas').waitFor();
    expect(lists()).toBe(1);
    await choose(page, 'Difficulty', /^Easy/);
    await shows(page, ['Pumice shore', 'Basalt ridge']);
    expect(lists()).toBe(2);
    expect(new URL(page.url()).search).toBe('?need=all&difficulty=easy');
    // What was seen before is shown at once, and asked for again.
    await page.goBack();
    await shows(page, ['Quartz valley', 'Pumice shore', 'Basalt ridge']);
    await expect.poll(lists).toBe(3);
  });

  it('shows what the address says to who goes back in the moment after a choice, on a slow device', async () => {
    const { page, context } = await windowOf(browser, null, site.url, WIDE);
    await page.goto('/explore?need=all');
    await shows(page, ['Quartz valley', 'Pumice shore', 'Basalt ridge']);
    await page.locator('#map canvas').waitFor();
    await page.getByRole('search').getByRole('button', { name: 'Difficulty', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: /^Easy/ }).waitFor();
    const device = await context.newCDPSession(page);
    await device.send('Emulation.setCPUThrottlingRate', { rate: 20 });
    await page.evaluate(async () => {
      const choices = [...document.querySelectorAll<HTMLElement>('[role=dialog] button')];
      choices.find((choice) => choice.textContent.startsWith('Easy'))!.click();
      while (!location.search.includes('difficulty')) await new Promise((next) => setTimeout(next));
      history.back();
    });
    await device.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await expect.poll(() => new URL(page.url()).search).toBe('?need=all');
    await shows(page, ['Quartz valley', 'Pumice shore', 'Basalt ridge']);
    expect(await page.getByRole('button', { name: 'Remove the filter Easy' }).count()).toBe(0);
  });

  it('narrows by several filters, says how many projects each leads to, and takes them back one by one', async () => {
    const { page, failures } = await windowOf(browser, null, site.url, WIDE);
    await page.goto('/explore?q=');
    await shows(page, ['Basalt ridge', 'Pumice shore', 'Quartz valley']);
    await choose(page, 'Difficulty', /^Easy 2$/);
    await choose(page, 'Type', /^Buildings 1$/);
    await shows(page, ['Pumice shore']);
    await expect.poll(() => new URL(page.url()).search).toBe('?difficulty=easy&type=buildings');
    await page.getByRole('button', { name: 'Remove the filter Easy' }).click();
    await shows(page, ['Pumice shore', 'Quartz valley']);
    await page.getByRole('button', { name: 'Filters', exact: true }).click();
    await page.getByRole('button', { name: 'Only these, nothing else' }).click();
    await page.getByRole('button', { name: 'Show projects' }).click();
    await shows(page, ['Pumice shore']);
    await page.goBack();
    await shows(page, ['Pumice shore', 'Quartz valley']);
    await page.getByRole('button', { name: 'Clear 1 filter' }).click();
    await shows(page, ['Basalt ridge', 'Pumice shore', 'Quartz valley']);
    expect(failures).toEqual([]);
  });

  it('keeps a search in the account: it is renamed in one browser and opens Explore in another', async () => {
    const token = await site.tokenOf('quillwort');
    const { page, failures } = await windowOf(browser, token, site.url, WIDE);
    await page.goto('/explore?difficulty=challenging');
    await shows(page, ['Quartz valley']);
    await page.getByRole('button', { name: 'Saved searches' }).click();
    await page.getByLabel('Name of this search').fill('Hard');
    await page.getByRole('button', { name: 'Save this search' }).click();
    await page.getByRole('button', { name: 'Rename “Hard”' }).click();
    await page.getByLabel('New name of “Hard”').fill('The hard ones');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Open Explore with “The hard ones”' }).click();
    await page.getByRole('link', { name: 'The hard ones Explore opens with it' }).waitFor();

    const elsewhere = await windowOf(browser, token, site.url, WIDE);
    await elsewhere.page.goto('/explore');
    await shows(elsewhere.page, ['Quartz valley']);
    await elsewhere.page.getByRole('button', { name: 'Clear 1 filter' }).click();
    await shows(elsewhere.page, ['Basalt ridge', 'Pumice shore', 'Quartz valley']);
    await elsewhere.page.getByRole('button', { name: 'Saved searches' }).click();
    await elsewhere.page.getByRole('button', { name: 'Remove “The hard ones”' }).click();
    await elsewhere.page.getByRole('link', { name: 'The hard ones' }).waitFor({ state: 'detached' });
    await page.goto('/explore');
    await shows(page, ['Basalt ridge', 'Pumice shore', 'Quartz valley']);
    expect(failures).toEqual([]);
  });

  it('takes what a visitor saved in the browser into the account of who signs in there', async () => {
    const { page, context } = await windowOf(browser, null, site.url, WIDE);
    await page.goto('/explore?difficulty=easy');
    await shows(page, ['Basalt ridge', 'Pumice shore']);
    await page.getByRole('button', { name: 'Saved searches' }).click();
    await page.getByLabel('Name of this search').fill('Easy');
    await page.getByRole('button', { name: 'Save this search' }).click();
    await page.getByRole('link', { name: 'Easy', exact: true }).waitFor();
    await context.addCookies([{ name: 'taskgrid_session', value: await site.tokenOf('quillwort'), url: site.url }]);
    await page.goto('/explore');
    await page.getByRole('button', { name: 'Saved searches' }).click();
    await page.getByRole('button', { name: 'Add it to your account' }).click();
    await page.getByRole('link', { name: 'Easy', exact: true }).click();
    await shows(page, ['Basalt ridge', 'Pumice shore']);
    await page.getByRole('button', { name: 'Saved searches' }).click();
    await expect.poll(() => page.getByRole('button', { name: 'Add it to your account' }).count()).toBe(0);
  });

  it('marks a favourite, which the list can be narrowed to; visitors have none', async () => {
    const { page } = await windowOf(browser, await site.tokenOf('quillwort'), site.url, WIDE);
    await page.goto('/explore');
    const heart = page.getByRole('button', { name: 'Favourite: Pumice shore' });
    await heart.click();
    await expect.poll(() => heart.getAttribute('aria-pressed')).toBe('true');
    await page.goto('/explore?favourites=yes');
    await shows(page, ['Pumice shore']);
    const visitor = await windowOf(browser, null, site.url, WIDE);
    await visitor.page.goto('/explore');
    await visitor.page.getByRole('link', { name: 'Pumice shore' }).waitFor();
    await expect.poll(() => visitor.page.getByRole('button', { name: /^Favourite/ }).count()).toBe(0);
  });

  it('gives those who manage projects all that fit as a table', async () => {
    const { page } = await windowOf(browser, admin, site.url, WIDE);
    await page.goto('/explore?difficulty=easy&order=oldest');
    await shows(page, ['Basalt ridge', 'Pumice shore']);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download these projects as CSV' }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    const [head, ...rows] = Buffer.concat(chunks).toString().trim().split('\r\n');
    expect(head).toContain('number,name,organisation');
    expect(rows.map((row) => row.split(',').slice(0, 2))).toEqual([
      [String(easy), 'Pumice shore'],
      [String(easy + 1), 'Basalt ridge'],
    ]);
  });

  it('is walked with arrows, and a letter goes to the search unless letters are turned off', async () => {
    const { page } = await windowOf(browser, null, site.url, WIDE);
    await page.goto('/explore?order=oldest');
    await page.getByRole('link', { name: 'Quartz valley' }).focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Pumice shore');
    await page.keyboard.press('Home');
    await page.keyboard.press('/');
    const search = page.getByRole('searchbox');
    await expect.poll(() => hasFocus(search)).toBe(true);
    await page.keyboard.type('a/b?');
    await expect.poll(() => search.inputValue()).toBe('a/b?');
    await page.evaluate(() => localStorage.setItem('taskgrid-shortcuts', 'false'));
    await page.goto('/explore?order=oldest');
    await page.getByRole('link', { name: 'Quartz valley' }).focus();
    await page.keyboard.press('/');
    expect(await hasFocus(search)).toBe(false);
  });

  it('leads from a row to its project', async () => {
    const { page } = await windowOf(browser, null, site.url, WIDE);
    await page.goto('/explore');
    await page.getByRole('link', { name: 'Quartz valley' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/projects/${hard}$`));
  });
});

describe('the command search', () => {
  it('finds a project by words, a task by numbers, a person and an action, and remembers where one went', async () => {
    const { page, failures } = await windowOf(browser, await site.tokenOf('quillwort'), site.url, WIDE);
    await page.goto('/about');
    await page.getByRole('button', { name: 'Go to anything' }).waitFor();
    const go = async (typed: string, option: RegExp) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByRole('combobox').fill(typed);
      await page.getByRole('dialog').getByRole('option', { name: option }).first().waitFor();
      await expect
        .poll(() => page.getByRole('dialog').locator('[role="option"][aria-selected="true"]').innerText())
        .toMatch(option);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    };
    await go('quartz', /Quartz valley/);
    await page.waitForURL(new RegExp(`/projects/${hard}$`));
    await go(`${easy}/3`, /Task 3[\s\S]*Pumice shore/);
    await page.waitForURL(new RegExp(`/projects/${easy}/tasks\\?task=3$`));
    await go('2', /Task 2[\s\S]*Pumice shore/);
    await page.waitForURL(/task=2$/);
    await go('admin', /admin/);
    await page.waitForURL(/\/users\/admin$/);
    await go('dark', /Dark colours/);
    await expect.poll(() => page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
    await page.keyboard.press('Control+k');
    await page.getByText('Recent').waitFor();
    await expect.poll(() => page.getByRole('option').first().innerText()).toContain('admin');
    expect(failures).toEqual([]);
  });

  it('lists the keys, where letters can be turned off', async () => {
    const { page } = await windowOf(browser, null, site.url);
    await page.goto('/about');
    await page.getByRole('button', { name: 'Go to anything' }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor();
    await page.getByRole('switch', { name: 'Single letters' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await page.waitForTimeout(300);
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});

it('on a phone of 360 px the filters fill the page, and nothing scrolls sideways', async () => {
  const { page } = await windowOf(browser, await site.tokenOf('quillwort'), site.url, PHONE);
  await page.goto('/explore?difficulty=easy');
  await shows(page, ['Basalt ridge', 'Pumice shore']);
  await expect.poll(() => sidewaysRoom(page)).toBe(0);
  await page.getByRole('button', { name: 'Filters', exact: true }).tap();
  await page.getByRole('button', { name: /^Waterways/ }).tap();
  await page.getByRole('button', { name: 'Show projects' }).tap();
  await shows(page, ['Basalt ridge']);
  await expect.poll(() => sidewaysRoom(page)).toBe(0);
});

it('has no barriers where it is open, in light and in dark', async () => {
  const { page } = await windowOf(browser, admin, site.url, WIDE);
  await page.goto('/explore?difficulty=easy&type=buildings');
  await shows(page, ['Pumice shore']);
  await page.getByRole('button', { name: 'Remove the filter Easy' }).waitFor();
  expect(await barriersInBothThemes(page)).toEqual([]);
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  await page.getByRole('heading', { name: 'Difficulty' }).waitFor();
  expect(await barriersInBothThemes(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await page.getByRole('option').first().waitFor();
  expect(await barriersInBothThemes(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  await page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor();
  expect(await barriersInBothThemes(page)).toEqual([]);
});

it('puts the nearest projects first where the device says where it is, and says so where it does not', async () => {
  const near = boxOfTiles(15, 2, 2);
  const far = {
    ...near,
    coordinates: near.coordinates.map((ring) => ring.map(([lon = 0, lat = 0]) => [lon + 40, lat])),
  };
  await publishedProject(site, admin, { areaOfInterest: far, zoom: 15, name: 'Silica isle', priority: 'LOW' });
  const { page, context } = await windowOf(browser, null, site.url, {
    ...PHONE,
    geolocation: { longitude: 39.94, latitude: 0.31 },
  });
  await page.goto('/explore');
  await page.getByRole('button', { name: 'Near me' }).tap();
  await page.getByText('Your device did not say where you are.').first().waitFor();
  await context.grantPermissions(['geolocation']);
  await page.getByRole('button', { name: 'Near me' }).tap();
  await expect.poll(async () => (await names(page))[0]).toBe('Silica isle');
  await expect.poll(() => new URL(page.url()).search).toBe('?near=39.9,0.3'.replace(',', '%2C'));
  await page.getByRole('button', { name: 'Nearest first' }).tap();
  await page.getByRole('menuitemradio', { name: 'Oldest first' }).tap();
  await expect.poll(async () => (await names(page)).at(-1)).toBe('Silica isle');
  await expect.poll(() => new URL(page.url()).search).toBe('?order=oldest');
});

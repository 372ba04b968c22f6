import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ACTIONS, boxOfTiles, publishedProject } from '../api/test/world.js';
import { startChromium } from './chromium.js';
import { PHONE, quiet, sidewaysRoom, windowOf } from './person.js';
import { startSite, type Site } from './site.js';

let site: Site;
let browser: Browser;
let admin: string;
let project: number;
let organisation: { number: number; slug: string; name: string };
const unique = Math.random().toString(36).slice(2, 8);

const change = async (mutation: string, input: object, token = admin) => {
  const { result } = await site.get(mutation, { input }, token);
  if (result.message) throw new Error(result.message);
  return result;
};
const newTeam = async (name: string, more: object = {}): Promise<number> => {
  const input = { organisationId: String(organisation.number), name, ...more };
  const { team } = await change(
    `mutation ($input: CreateTeamInput!) { result: createTeam(input: $input) { ... on CreateTeamPayload { team { number } } ... on Error { message } } }`,
    input,
  );
  return team.number;
};
const figuresOf = (team: number) =>
  site
    .get('query ($id: ID!) { team(id: $id) { figures { members managers } } }', { id: String(team) }, admin)
    .then((data) => data.team.figures);

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), startChromium()]);
  admin = await site.tokenOf('admin');
  project = await publishedProject(site, admin, { areaOfInterest: boxOfTiles(15, 3, 3), zoom: 15 });
  const p = String(project);
  const { result } = await site.get(ACTIONS.lock, { p, n: 1 }, admin);
  await site.get(ACTIONS.submit, { p, n: 1, version: result.task.lock.version, status: 'MAPPED', comment: '' }, admin);
  const { project: made } = await site.get(
    'query ($id: ID!) { project(id: $id) { organisation { number slug name } } }',
    { id: p },
  );
  organisation = made.organisation;
  const { partner } = await change(
    `mutation ($input: CreatePartnerInput!) { result: createPartner(input: $input) { ... on CreatePartnerPayload { partner { number } } ... on Error { message } } }`,
    {
      name: `Harbour Logistics ${unique}`,
      primaryHashtag: '#harbour',
      permalink: `harbour-${unique}`,
      mapswipeGroupId: 'group-1',
      currentProjectIds: [p],
    },
  );
  await change(
    `mutation ($input: CreatePartnershipInput!) { result: createPartnership(input: $input) { __typename ... on Error { message } } }`,
    { projectId: p, partnerId: String(partner.number), startedOn: '2020-01-01T00:00:00Z' },
  );
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

describe('a team', () => {
  it('is asked to let somebody in; its manager does, makes them a manager, and takes them out again', async () => {
    const team = await newTeam(`Night Shift ${unique}`, { joinMethod: 'BY_REQUEST' });
    const tern = await windowOf(browser, await site.tokenOf('tern'), site.url);
    await tern.page.goto('/teams');
    await tern.page.getByRole('searchbox', { name: 'Find a team by name' }).fill(`night shift ${unique}`);
    await tern.page.getByRole('link', { name: `Night Shift ${unique}` }).click();
    await tern.page.getByRole('button', { name: 'Ask to join' }).click();
    await tern.page.getByText('You asked to join.').waitFor();

    const { page, failures } = await windowOf(browser, admin, site.url);
    await page.goto(`/teams/${team}/membership`);
    await page.getByRole('button', { name: 'Accept tern' }).click();
    await page.getByText('Nobody waits for an answer.').waitFor();
    await expect.poll(() => figuresOf(team)).toEqual({ members: 2, managers: 1 });

    const menu = page.getByRole('button', { name: 'Change what tern is in the team' });
    await menu.click();
    await page.getByRole('menuitem', { name: 'Make a manager' }).click();
    await expect.poll(() => figuresOf(team)).toEqual({ members: 2, managers: 2 });
    await page.getByText('Nobody is in this team as a member yet.').waitFor();
    await menu.click();
    await page.getByRole('menuitem', { name: 'Remove from the team' }).click();
    const dialog = page.getByRole('dialog', { name: 'Remove tern from the team?' });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(await figuresOf(team)).toEqual({ members: 2, managers: 2 });
    await menu.click();
    await page.getByRole('menuitem', { name: 'Remove from the team' }).click();
    await dialog.getByRole('button', { name: 'Remove from the team' }).click();
    await expect.poll(() => figuresOf(team)).toEqual({ members: 1, managers: 1 });

    await tern.page.reload();
    await tern.page.getByRole('button', { name: 'Ask to join' }).waitFor();
    expect([...failures, ...tern.failures]).toEqual([]);
  });

  it('that everybody can join is joined and left by whoever likes, with the keyboard', async () => {
    const team = await newTeam(`Saturdays ${unique}`);
    const { page } = await windowOf(browser, await site.tokenOf('heron'), site.url);
    await page.goto(`/teams/${team}/membership`);
    await page.getByRole('button', { name: 'Join the team' }).press('Enter');
    await page.getByText('You are in this team.').waitFor();
    await page.getByRole('button', { name: 'Leave the team' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: `Leave Saturdays ${unique}?` });
    await dialog.getByRole('button', { name: 'Leave the team' }).press('Enter');
    await page.getByRole('button', { name: 'Join the team' }).waitFor();
    await expect.poll(() => figuresOf(team)).toEqual({ members: 1, managers: 1 });
  });

  it('takes who its manager names, says at the field who is not there, and is written to; words stay until they are sent', async () => {
    const team = await newTeam(`Field office ${unique}`, { joinMethod: 'BY_INVITE' });
    await site.tokenOf('quartz');
    const { page } = await windowOf(browser, admin, site.url);
    await page.goto(`/teams/${team}/membership`);
    const name = page.getByRole('combobox', { name: 'Name on OpenStreetMap' });
    await name.fill('nobody-of-this-name');
    await page.getByRole('button', { name: 'Add to the team' }).click();
    await page.getByRole('alert').filter({ hasText: 'nobody-of-this-name' }).waitFor();
    await name.fill('quar');
    await page.getByRole('option', { name: 'quartz' }).click();
    await page.getByRole('button', { name: 'Add to the team' }).click();
    await expect.poll(() => figuresOf(team)).toEqual({ members: 2, managers: 1 });

    await page.getByRole('button', { name: 'Message the team' }).click();
    await page.getByLabel('Subject').fill('Thursday');
    await page.getByRole('textbox', { name: 'Message', exact: true }).fill('We begin at **six**.');
    await page.reload();
    await page.getByRole('button', { name: 'Message the team' }).click();
    await expect.poll(() => page.getByLabel('Subject').inputValue()).toBe('Thursday');
    await page.getByRole('button', { name: /^Send to \d/ }).click();
    await page.getByText(/^Sent to \d/).waitFor();
    const quartz = await site.tokenOf('quartz');
    const subjects = async () =>
      (
        await site.get('{ viewer { notifications(first: 5) { nodes { subject } } } }', {}, quartz)
      ).viewer.notifications.nodes.map(({ subject }: { subject: string }) => subject);
    await expect.poll(subjects).toContain('Thursday');
  });

  it('that is private is none for outsiders', async () => {
    const team = await newTeam(`Secret ${unique}`, { visibility: 'PRIVATE', joinMethod: 'BY_INVITE' });
    const { page } = await windowOf(browser, null, site.url);
    await page.goto(`/teams/${team}/membership`);
    await page.getByRole('heading', { level: 1, name: 'There is no team to show here' }).waitFor();
    await page.goto(`/teams?search=${unique}`);
    await page.getByRole('link', { name: `Saturdays ${unique}` }).waitFor();
    await expect.poll(() => page.getByRole('link', { name: `Secret ${unique}` }).count()).toBe(0);
  });
});

describe('figures', () => {
  it('of an organisation are for its managers, by day, as a table and as a file', async () => {
    const outsider = await windowOf(browser, await site.tokenOf('heron'), site.url);
    await outsider.page.goto(`/organisations/${organisation.number}/stats`);
    await outsider.page.getByRole('heading', { name: 'These figures are for its managers' }).waitFor();

    const { page, failures } = await windowOf(browser, admin, site.url);
    await page.goto(`/organisations/${organisation.slug}`);
    await page.getByRole('heading', { level: 1, name: organisation.name }).waitFor();
    await page.getByRole('link', { name: 'A project' }).waitFor();
    await page.getByRole('link', { name: 'Statistics' }).click();
    await page.getByText('1 task mapped, 0 validated').waitFor();
    const chart = page.getByRole('figure', { name: 'Tasks over time' });
    await chart.getByRole('button', { name: 'Show as table' }).click();
    const today = new Date().toISOString().slice(0, 10);
    await expect.poll(() => chart.getByRole('row').nth(1).getByRole('cell').allTextContents()).toEqual(['1', '0', '0']);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      chart.getByRole('button', { name: 'Download CSV' }).click(),
    ]);
    expect(await readFile((await file.path())!, 'utf8')).toBe(
      `\uFEFFDay,Mapped,Validated,Imagery unusable\r\n${today},1,0,0\r\n`,
    );
    // Another project has none of it; the address holds the choice.
    await page.getByLabel('Project number').fill('999999');
    await page.keyboard.press('Enter');
    await page.getByText('0 tasks mapped, 0 validated').waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('project')).toBe('999999');
    await page.getByRole('button', { name: 'Show everything' }).click();
    await page.getByText('1 task mapped, 0 validated').waitFor();
    expect(failures).toEqual([]);
  });

  it('of the whole installation are for everybody, those over time for who signed in', async () => {
    const visitor = await windowOf(browser, null, site.url);
    await visitor.page.goto('/statistics');
    await visitor.page.getByRole('heading', { name: 'Day by day, once you sign in' }).waitFor();
    await visitor.page.getByText('People with an account').waitFor();

    const { page } = await windowOf(browser, admin, site.url);
    await page.goto('/statistics?from=2020-01-01&to=2025-01-01');
    await page.getByRole('alert').first().waitFor();
    await page.goto('/statistics');
    await page.getByText(/people joined in this period/).waitFor();
    await page.getByRole('figure', { name: 'By level' }).waitFor();
  });

  it('of a partner name who did most; where MapSwipe is not asked, a sentence says so', async () => {
    const { page, failures } = await windowOf(browser, null, site.url);
    await page.goto(`/partners/harbour-${unique}`);
    await page.getByRole('heading', { level: 1, name: `Harbour Logistics ${unique}` }).waitFor();
    await page.getByRole('row', { name: /admin\s+1\s+0/ }).waitFor();
    await page.getByRole('link', { name: 'MapSwipe' }).click();
    await page.getByRole('heading', { name: 'No figures from MapSwipe at the moment' }).waitFor();
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/partners/harbour-${unique}/stats/mapswipe`);
    expect(failures).toEqual([]);
  });
});

const PAGES = () => [
  '/teams',
  `/teams/${teamToLookAt}/membership`,
  '/organisations',
  `/organisations/${organisation.slug}`,
  `/organisations/${organisation.number}/stats`,
  `/partners/harbour-${unique}`,
  '/statistics',
];
let teamToLookAt: number;

/** Until what the page holds is there and nothing is waited for. */
async function settled(page: Page) {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await quiet(page);
  await expect.poll(() => page.locator('main [aria-busy="true"]').count()).toBe(0);
}

/** Words that do not fit into their place, and are cut off by it. */
const clipped = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *, header *')]
      .filter((element) => {
        const style = getComputedStyle(element);
        const cuts = style.overflowX === 'hidden' || style.overflowX === 'clip';
        const hasWords = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
        const hidden = element.closest('.visually-hidden, [aria-hidden="true"]') || element.clientWidth < 2;
        return cuts && hasWords && !hidden && element.scrollWidth > element.clientWidth + 1;
      })
      .map((element) => element.outerHTML.slice(0, 160)),
  );

describe('the pages of teams, organisations, partners and statistics', () => {
  beforeAll(async () => {
    teamToLookAt = await newTeam(`Look at me ${unique}`, { joinMethod: 'BY_REQUEST', description: 'We **map**.' });
    await change(
      `mutation ($input: SetTeamRolesInput!) { result: setTeamRoles(input: $input) { __typename ... on Error { message } } }`,
      { projectId: String(project), teamId: String(teamToLookAt), roles: ['VALIDATOR'] },
    );
  });

  it('fit on a phone of 360 px, and clip no word of a language that is 40 % longer', async () => {
    const { page } = await windowOf(browser, admin, site.url, PHONE);
    for (const path of PAGES()) {
      await page.goto(`${path}?language=en-XA`);
      await settled(page);
      await expect.poll(() => sidewaysRoom(page), { message: path }).toBe(0);
      await expect.poll(() => clipped(page), { message: path }).toEqual([]);
    }
  }, 180_000);
});

describe('a language', () => {
  it('that is longer clips no word on Explore, among tasks and where one maps', async () => {
    const token = await site.tokenOf('kestrel');
    for (const options of [{}, PHONE]) {
      const { page, context } = await windowOf(browser, token, site.url, options);
      for (const path of ['/explore', `/projects/${project}/tasks`, `/projects/${project}/map`]) {
        await page.goto(`${path}?language=en-XA`);
        await page.getByText(/^\[/).first().waitFor();
        await quiet(page);
        await expect.poll(() => clipped(page), { message: path }).toEqual([]);
        await expect.poll(() => sidewaysRoom(page), { message: path }).toBe(0);
      }
      await context.close();
    }
  }, 180_000);

  it('fetches the font of its script and no other', async () => {
    for (const [language, fonts] of [
      ['en', ['inter-latin']],
      ['fa', ['inter-latin', 'vazirmatn-arabic']],
      ['he', ['inter-latin', 'noto-sans']],
      ['el', ['inter-greek', 'inter-latin']],
    ] as const) {
      const { page, context } = await windowOf(browser, null, site.url);
      const asked = new Set<string>();
      page.on('request', (request) => {
        const file = request.url().split('/').at(-1)!;
        if (file.endsWith('.woff2')) asked.add(file.split('-').slice(0, 2).join('-'));
      });
      await page.goto(`/organisations?language=${language}`);
      await settled(page);
      await expect.poll(() => [...asked].sort(), { message: language }).toEqual(fonts);
      await context.close();
    }
  });

  it('that the operators do not offer is not in the menu, and not what a page is in', async () => {
    const other = await startSite({ TM_SUPPORTED_LANGUAGES_CODES: 'en,fr,pt_BR' });
    try {
      const { page } = await windowOf(browser, null, other.url, { locale: 'de-DE' });
      await page.goto('/organisations');
      await page.getByRole('button', { name: 'Language: English' }).click();
      await expect
        .poll(() => page.getByRole('menuitemradio').allTextContents())
        .toEqual(['English', 'Français', 'Português (Brasil)']);
    } finally {
      await other.stop();
    }
  });
});

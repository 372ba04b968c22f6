import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ACTIONS, boxOfTiles, newOrganisation, publishedProject } from '../api/test/world.js';
import { startChromium } from './chromium.js';
import { tabTo, windowOf } from './person.js';
import { startSite, type Site } from './site.js';

let site: Site;
let browser: Browser;
let admin: string;
let meadowlark: string;
let project: number;
let organisation: string;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), startChromium()]);
  admin = await site.tokenOf('admin');
  meadowlark = await site.tokenOf('meadowlark', 100);
  organisation = await newOrganisation(site, admin);
  project = await publishedProject(site, admin, {
    areaOfInterest: boxOfTiles(15, 4, 4),
    zoom: 15,
    organisationId: organisation,
  });
  for (const n of [1, 2, 3]) await mapTask(n);
  const obsidian = await site.tokenOf('obsidian', 600);
  const p = String(project);
  const { result } = await site.get(ACTIONS.lockMany, { p, n: [1, 2] }, obsidian);
  const versions = new Map<number, number>(
    result.tasks.map((task: { number: number; lock: { version: number } }) => [task.number, task.lock.version]),
  );
  const verdict = (taskNumber: number, status: string, comment = '') => ({
    taskNumber,
    lockVersion: versions.get(taskNumber),
    status,
    comment,
  });
  const results = [verdict(1, 'VALIDATED'), verdict(2, 'INVALIDATED', 'The track to the south is missing.')];
  await site.get(ACTIONS.validate, { p, results }, obsidian);
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

async function mapTask(n: number) {
  const p = String(project);
  const { result } = await site.get(ACTIONS.lock, { p, n }, meadowlark);
  const version = result.task.lock.version;
  await site.get(ACTIONS.submit, { p, n, version, status: 'MAPPED', comment: '' }, meadowlark);
}

describe('my work', () => {
  it('asks visitors to sign in, and shows a newcomer where to begin', async () => {
    const visitor = await windowOf(browser, null, site.url);
    await visitor.page.goto('/contributions');
    await visitor.page.getByRole('heading', { name: 'This page is yours once you sign in' }).waitFor();
    const { page, failures } = await windowOf(browser, await site.tokenOf('newcomer'), site.url);
    await page.goto('/contributions');
    await page.getByRole('heading', { name: 'Take your first task' }).waitFor();
    await page.getByRole('link', { name: 'Tasks', exact: true }).click();
    await page.getByRole('heading', { name: 'Take your first task' }).waitFor();
    await page.getByRole('link', { name: 'Explore projects' }).click();
    await page.waitForURL(/\/explore/);
    expect(failures).toEqual([]);
  });

  it('holds what one has taken, and what was sent back with the words of the validator', async () => {
    const p = String(project);
    const { result } = await site.get(ACTIONS.lock, { p, n: 9 }, meadowlark);
    expect(result.task.number).toBe(9);
    const { page, failures } = await windowOf(browser, meadowlark, site.url);
    await page.goto('/contributions');
    await page.getByRole('heading', { name: 'You are mapping task 9' }).waitFor();
    await page.getByRole('heading', { name: '1 task was sent back to you' }).waitFor();
    await page.getByText('The track to the south is missing.').waitFor();
    await page.getByText('100 of 250, 150 to go').waitFor();
    await page.getByRole('link', { name: 'Go on' }).click();
    await page.waitForURL(new RegExp(`/projects/${p}/map$`));
    await site.get(ACTIONS.stop, { p, n: 9 }, meadowlark);
    expect(failures).toEqual([]);
  });

  it('narrows the tasks by filters that the address holds', async () => {
    const { page, failures } = await windowOf(browser, meadowlark, site.url);
    await page.goto('/contributions/tasks');
    const rows = page.getByRole('link', { name: /^Task \d+$/ });
    await expect.poll(() => rows.count()).toBeGreaterThanOrEqual(3);
    await page.getByRole('button', { name: 'Mapped', exact: true }).click();
    await page.waitForURL(/result=MAPPED/);
    await expect.poll(() => rows.count()).toBe(3);
    await page.getByLabel('From').fill('2100-01-01');
    await page.getByRole('heading', { name: 'No task of yours matches these filters' }).waitFor();
    await page.getByRole('button', { name: 'Clear 2 filters' }).click();
    await page.goto(`/contributions/tasks?result=MAPPED&project=${project}&order=EARLIEST`);
    await expect.poll(() => rows.allTextContents()).toEqual(['Task 1', 'Task 2', 'Task 3']);
    await rows.first().click();
    await page.waitForURL(new RegExp(`/projects/${project}/tasks\\?task=1$`));
    expect(failures).toEqual([]);
  });

  it('has the projects one worked on, and the favourites', async () => {
    const { page } = await windowOf(browser, meadowlark, site.url);
    await page.goto('/contributions/projects');
    await page.getByRole('link', { name: 'A project' }).waitFor();
    await page.getByRole('button', { name: 'Favourites' }).click();
    await page.getByRole('heading', { name: 'You have no favourites yet' }).waitFor();
    await site.get(
      'mutation ($p: ID!) { favouriteProject(input: { projectId: $p }) { __typename } }',
      { p: String(project) },
      meadowlark,
    );
    await page.reload();
    await page.getByRole('link', { name: 'A project' }).waitFor();
  });

  it('has the teams one is in, and lets one withdraw a request to join', async () => {
    const create = (name: string, joinMethod: string) =>
      site.get(
        `mutation ($input: CreateTeamInput!) { createTeam(input: $input) { ... on CreateTeamPayload { team { number } } } }`,
        { input: { name, joinMethod, organisationId: organisation } },
        admin,
      );
    for (const [name, method] of [
      ['Delta Volunteers', 'ANY'],
      ['Night Shift', 'BY_REQUEST'],
    ] as const) {
      const { createTeam } = await create(name, method);
      await site.get(
        'mutation ($id: ID!) { joinTeam(input: { teamId: $id }) { __typename } }',
        { id: String(createTeam.team.number) },
        meadowlark,
      );
    }
    const { page, failures } = await windowOf(browser, meadowlark, site.url);
    await page.goto('/contributions/teams');
    await page.getByRole('heading', { name: 'Waiting for an answer' }).waitFor();
    await page.getByRole('link', { name: 'Delta Volunteers' }).waitFor();
    await page.getByText('Member', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Withdraw the request' }).click();
    await expect.poll(() => page.getByRole('link', { name: 'Night Shift' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Delta Volunteers' }).waitFor();
    expect(failures).toEqual([]);
  });
});

describe('a profile', () => {
  it('shows a visitor what somebody did, and hides nothing from the keyboard', async () => {
    const { page, failures } = await windowOf(browser, null, site.url);
    await page.goto('/users/meadowlark');
    await page.getByRole('heading', { name: 'meadowlark', level: 1 }).waitFor();
    const figure = (label: string) => page.locator('dl > div', { hasText: label }).locator('dd');
    await expect.poll(() => figure('Tasks mapped').textContent()).toBe('3');
    await expect.poll(() => figure('Found good by others').textContent()).toBe('1');
    await expect.poll(() => figure('Sent back by others').textContent()).toBe('1');
    await expect.poll(() => page.getByRole('link', { name: 'OSMCha' }).getAttribute('href')).toContain('meadowlark');
    await expect.poll(() => page.getByRole('link', { name: 'Edit your profile' }).count()).toBe(0);

    // The calendar: one stop, then day by day.
    const today = page.getByRole('gridcell', { name: /: 3 contributions$/ });
    await tabTo(page, today);
    await page.keyboard.press('ArrowLeft');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await expect.poll(() => focused()).toMatch(/: no contributions$/);
    await page.keyboard.press('End');
    await expect.poll(() => focused()).toMatch(/: 3 contributions$/);
    await page.getByRole('button', { name: 'Show as table' }).last().click();
    await page.getByRole('columnheader', { name: 'Contributions' }).waitFor();
    expect(failures).toEqual([]);
  });

  it('is edited by its owner alone', async () => {
    const { page } = await windowOf(browser, meadowlark, site.url);
    await page.goto('/users/meadowlark');
    await expect
      .poll(() => page.getByRole('link', { name: 'Edit your profile' }).getAttribute('href'))
      .toBe('/settings');
    await page.goto('/users/obsidian');
    await page.getByRole('heading', { name: 'obsidian', level: 1 }).waitFor();
    await expect.poll(() => page.getByRole('link', { name: 'Edit your profile' }).count()).toBe(0);
  });

  it('of somebody who is not there, or not any more, says so', async () => {
    const { page } = await windowOf(browser, null, site.url);
    await page.goto('/users/nobody%20at%20all');
    await page.getByRole('heading', { name: 'Nobody here is called nobody at all' }).waitFor();
    const gone = await site.tokenOf('goner');
    const { viewer } = await site.get('{ viewer { person { id osmId } } }', {}, gone);
    await site.get(
      'mutation ($id: ID!) { deleteAccount(input: { personId: $id }) { __typename } }',
      { id: viewer.person.id },
      admin,
    );
    await page.goto(`/users/user_${viewer.person.osmId}`);
    await page.getByRole('heading', { name: 'This account was deleted' }).waitFor();
  });

  it('lets an administrator vote for a level that waits for it', async () => {
    await site.get(
      'mutation { updateLevel(input: { number: 2, approvalsRequired: 1 }) { __typename ... on Error { message } } }',
      {},
      admin,
    );
    await site.tokenOf('climber', 300);
    const other = await windowOf(browser, meadowlark, site.url);
    await other.page.goto('/users/climber');
    await other.page.getByText(/0 of 1 vote from administrators so far/).waitFor();
    await expect.poll(() => other.page.getByRole('button', { name: /^Vote for/ }).count()).toBe(0);
    const { page } = await windowOf(browser, admin, site.url);
    await page.goto('/users/climber');
    await page.getByRole('button', { name: 'Vote for Intermediate' }).click();
    await page.getByText('On the way to Advanced').waitFor();
  });
});

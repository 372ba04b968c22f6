import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { ACTIONS, boxOfTiles, publishedProject } from '../api/test/world.js';
import { barriers } from './barriers.js';
import { startChromium } from './chromium.js';
import { PHONE, sidewaysRoom, windowOf } from './person.js';
import { startSite, type Site } from './site.js';

let site: Site;
let browser: Browser;
let project: number;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), startChromium()]);
  const admin = await site.tokenOf('admin');
  project = await publishedProject(site, admin, { areaOfInterest: boxOfTiles(16, 4, 4), zoom: 16 });
  await site.get(
    'mutation ($p: ID!) { updateProject(input: { projectId: $p, validationEditors: [ID, JOSM] }) { __typename } }',
    { p: String(project) },
    admin,
  );
  for (const name of ['Missed building', 'Unsquared corners'])
    await site.get(
      'mutation ($name: String!) { createMappingIssueCategory(input: { name: $name }) { __typename } }',
      { name },
      admin,
    );
  const mapper = await site.tokenOf('mangrove7');
  for (let n = 1; n <= 8; n++) {
    const p = String(project);
    const { result } = await site.get(ACTIONS.lock, { p, n }, mapper);
    await site.get(ACTIONS.submit, { p, n, version: result.task.lock.version, status: 'MAPPED', comment: '' }, mapper);
  }
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const LOCK = `mutation ($p: ID!, $numbers: [Int!]!) { lockTasksForValidation(input: { projectId: $p, taskNumbers: $numbers }) {
  __typename ... on Error { message } } }`;
const STATES = `query ($p: ID!) { project(id: $p) { tasks(first: 20) { nodes { number status } } issueCounts { count taskCount category { name } } } }`;

/** A validator with these tasks, on the page to validate them. */
async function atWork(name: string, numbers: number[], options = {}) {
  const token = await site.tokenOf(name, 300);
  // The page then has a map in place of an editor, which is quicker.
  await site.get('mutation { updateMyProfile(input: { defaultEditor: JOSM }) { __typename } }', {}, token);
  const { lockTasksForValidation: locked } = await site.get(LOCK, { p: String(project), numbers }, token);
  expect(locked.__typename, locked.message).toBe('LockTasksForValidationPayload');
  const opened = await windowOf(browser, token, site.url, options);
  await opened.page.goto(`/projects/${project}/validate`);
  return { ...opened, token };
}
const statesOf = async (numbers: number[]) => {
  const { project: now } = await site.get(STATES, { p: String(project) });
  return numbers.map((number) => now.tasks.nodes.find((task: { number: number }) => task.number === number).status);
};

it('five tasks are answered together: one for all, exceptions, faults counted, one comment given to all', async () => {
  const numbers = [1, 2, 3, 4, 5];
  const { page, failures } = await atWork('basalt', numbers);
  await page.getByText('0 of 5 answered').waitFor();
  const of = (number: number) =>
    page
      .locator('section')
      .filter({ has: page.getByText(`Is task ${number} mapped well?`) })
      .last();
  await of(1).getByRole('radio', { name: 'No, send it back' }).check();
  await page.getByText('1 of 5 answered').waitFor();
  await page.getByRole('button', { name: 'Yes, it is good' }).click();
  await page.getByText('5 of 5 answered').waitFor();
  await of(2).getByRole('radio', { name: 'No, send it back' }).check();
  await of(2).getByText('Count the problems you found').click();
  await of(2).getByRole('button', { name: 'One more: Missed building' }).click();
  await of(2).getByRole('button', { name: 'One more: Missed building' }).click();
  await of(2).getByText('2 problems found').waitFor();
  await of(2).getByRole('textbox', { name: 'Comment' }).fill('Look at the river bank again.');
  await of(2).getByRole('button', { name: 'Copy the comment to all' }).click();
  await expect
    .poll(() => of(5).getByRole('textbox', { name: 'Comment' }).inputValue())
    .toBe('Look at the river bank again.');

  // The answers are still there after a reload.
  await page.reload();
  await page.getByText('5 of 5 answered').waitFor();
  await of(2).getByText('2 problems found').waitFor();
  expect(await barriers(page, { practice: false })).toEqual([]);

  await page.getByRole('button', { name: 'Submit 5 answers' }).click();
  await page.waitForURL(/\/tasks/);
  await expect
    .poll(() => statesOf(numbers))
    .toEqual(['VALIDATED', 'INVALIDATED', 'VALIDATED', 'VALIDATED', 'VALIDATED']);
  const { project: now } = await site.get(STATES, { p: String(project) });
  expect(now.issueCounts).toEqual([{ count: 2, taskCount: 1, category: { name: 'Missed building' } }]);
  expect(failures).toEqual([]);
});

it('some are handed in, the others stay with the validator and in the editor', async () => {
  const { page } = await atWork('gneiss', [6, 7]);
  await page.getByRole('radio', { name: 'Yes, it is good' }).first().check();
  await page.getByRole('button', { name: 'Submit 1 answer' }).click();
  await page.getByRole('heading', { name: 'Task 7' }).waitFor();
  await expect.poll(() => statesOf([6, 7])).toEqual(['VALIDATED', 'LOCKED_FOR_VALIDATION']);
  await page.getByRole('button', { name: 'Stop validating' }).click();
  await page.waitForURL(/\/tasks/);
  await expect.poll(() => statesOf([7])).toEqual(['MAPPED']);
});

it('on a phone the tasks come one at a time', async () => {
  const { page, failures } = await atWork('schist', [7, 8], PHONE);
  await page.getByText('Is task 7 mapped well?').waitFor();
  await expect.poll(() => page.getByText('Is task 8 mapped well?').count()).toBe(0);
  await page.getByText('Yes, it is good').last().tap();
  await page.getByRole('button', { name: 'Next', exact: true }).tap();
  await page.getByText('Is task 8 mapped well?').waitFor();
  await page.getByText('No, send it back').last().tap();
  await page.getByText('2 of 2 answered').waitFor();
  await expect.poll(() => sidewaysRoom(page)).toBe(0);
  await page.getByRole('button', { name: 'Submit 2 answers' }).tap();
  await page.waitForURL(/\/tasks/);
  await expect.poll(() => statesOf([7, 8])).toEqual(['VALIDATED', 'INVALIDATED']);
  expect(failures).toEqual([]);
});

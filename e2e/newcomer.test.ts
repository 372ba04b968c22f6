import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { boundaryOf } from '../scripts/boundaries.mjs';
import { startChromium } from './chromium.js';
import { signInByHand, windowOf } from './person.js';
import { startSite, type Site } from './site.js';

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), startChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

it('a newcomer signs in, makes a project over a real place and maps three tasks; a second person validates two and sends one back', async () => {
  const { page, failures } = await windowOf(browser, null, site.url);

  // Sign in, through the stand-in for OpenStreetMap.
  await page.goto('/');
  await signInByHand(page, 'admin');

  // A project over Malta, from a file with its real boundary: two islands and more.
  await page.getByRole('link', { name: 'New project' }).click();
  await page.locator('input[type=file]').setInputFiles({
    name: 'malta.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [boundaryOf('MLT')] })),
  });
  await page
    .getByText(/31\d km²/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Next: Tasks' }).click();
  const size = page.getByRole('slider', { name: 'Size of the tasks' });
  await size.fill('13');
  await expect.poll(() => size.getAttribute('aria-valuetext')).toMatch(/^\d\d tasks$/);
  await page.getByRole('button', { name: 'Next: Details' }).click();
  await page.getByLabel('Name of the organisation').fill('Harbour Mappers');
  await page.getByRole('button', { name: 'Create organisation' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Malta: buildings along the harbours');
  await page.getByLabel(/^Short description/).fill('Every building, before the winter storms.');
  await page.getByLabel(/^Description/).fill('With every building on the map one can tell whom to warn.');
  await page.getByLabel(/^Instructions/).fill('# What to map\n\nEvery building as its own outline.');
  await page.getByRole('button', { name: 'Next: Review and create' }).click();
  await page.getByRole('button', { name: 'Create project' }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('is published').waitFor();
  await page.getByRole('link', { name: 'Open the project' }).click();
  await page.waitForURL(/\/projects\/\d+\/tasks/);
  const [, project] = /projects\/(\d+)/.exec(page.url())!;

  // Three tasks, one after the other.
  await page.getByRole('button', { name: 'Map a task' }).click();
  await page.waitForURL(/\/map$/);
  for (const button of ['Submit and take the next task', 'Submit and take the next task', 'Submit only']) {
    await page.getByRole('heading', { name: /^Task \d+$/ }).waitFor();
    const answer = page.getByRole('radio', { name: /Yes, everything is mapped/ });
    await answer.check();
    await page.getByRole('button', { name: button, exact: true }).click();
    await page
      .getByText(/Task \d+ is mapped|Mapped/)
      .first()
      .waitFor();
    if (button !== 'Submit only') await expect.poll(() => answer.isChecked()).toBe(false);
  }
  await page.waitForURL(/\/tasks/);
  const figures = () =>
    site
      .get('query ($id: ID!) { project(id: $id) { figures { mapped validated invalidated } } }', { id: project })
      .then((data) => data.project.figures);
  await expect.poll(figures).toEqual({ mapped: 3, validated: 0, invalidated: 0 });

  // A second person validates them together.
  const second = await windowOf(browser, null, site.url);
  await second.page.goto(`/projects/${project}/tasks`);
  await second.page.getByRole('link', { name: 'Sign in', exact: true }).first().click();
  await second.page.getByRole('button', { name: 'validator' }).first().click();
  await second.page.getByRole('button', { name: /^To validate/ }).click();
  await second.page.getByRole('button', { name: 'Select all 3 mapped' }).click();
  await second.page.getByRole('button', { name: 'Validate 3 tasks' }).click();
  await second.page.waitForURL(/\/validate$/);
  const yes = second.page.getByRole('radio', { name: 'Yes, it is good' });
  await expect.poll(() => yes.count()).toBe(3);
  await yes.nth(0).check();
  await yes.nth(1).check();
  await second.page.getByRole('radio', { name: 'No, send it back' }).nth(2).check();
  await second.page.getByRole('textbox', { name: 'Comment' }).nth(2).fill('The houses by the mole are missing.');
  await second.page.getByRole('button', { name: 'Submit 3 answers' }).click();
  await expect.poll(figures).toEqual({ mapped: 0, validated: 2, invalidated: 1 });

  // The newcomer reads what is asked.
  const [sentBack] = (
    await site.get(
      'query ($id: ID!) { project(id: $id) { tasks(filter: { statuses: [INVALIDATED] }) { nodes { number } } } }',
      { id: project },
    )
  ).project.tasks.nodes;
  await page.goto(`/projects/${project}/tasks?task=${sentBack.number}`);
  await page.getByText('What the validator asks').waitFor();
  await page.getByText('The houses by the mole are missing.').first().waitFor();
  await page.getByRole('button', { name: 'Map this task' }).waitFor();
  expect([...failures, ...second.failures]).toEqual([]);
});

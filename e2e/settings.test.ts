import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { boxOfTiles, publishedProject } from '../api/test/world.js';
import { barriersInBothThemes } from './barriers.js';
import { startChromium } from './chromium.js';
import { quiet, windowOf } from './person.js';
import { startSite, type Site } from './site.js';

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), startChromium()]);
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const PROFILE = '{ viewer { account { email gender } person { name city country } } }';
const CHANGE = 'mutation ($input: UpdateMyProfileInput!) { updateMyProfile(input: $input) { __typename } }';

it('what is typed into the profile outlives a reload, and only what was changed is saved', async () => {
  const token = await site.tokenOf('avocet');
  const { page, failures } = await windowOf(browser, token, site.url);
  await page.goto('/settings');
  await page.waitForURL(/\/settings\/profile$/);
  await page.getByLabel('Name', { exact: true }).fill('Ana Avocet');
  await page.getByLabel('Country').selectOption({ label: 'Mozambique' });
  await page.getByText('2 changes not saved').waitFor();
  await page.reload();
  await page.getByText('2 changes not saved').waitFor();
  await expect.poll(() => page.getByLabel('Name', { exact: true }).inputValue()).toBe('Ana Avocet');

  await site.get(CHANGE, { input: { city: 'Beira' } }, token); // meanwhile, on another device
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(() => page.getByText('changes not saved').count()).toBe(0);
  await expect
    .poll(async () => (await site.get(PROFILE, {}, token)).viewer.person)
    .toEqual({ name: 'Ana Avocet', city: 'Beira', country: 'Mozambique' });
  await expect.poll(() => page.getByLabel('City or region').inputValue()).toBe('Beira');
  expect(failures).toEqual([]);
});

it('what somebody else changed in the same field is shown before it is overwritten', async () => {
  const token = await site.tokenOf('bittern');
  const { page } = await windowOf(browser, token, site.url);
  await page.goto('/settings/profile');
  await page.getByLabel('City or region').fill('Dondo');
  await site.get(CHANGE, { input: { city: 'Beira' } }, token);
  const save = page.getByRole('button', { name: 'Save', exact: true });
  await save.click();
  await page.getByText('This was changed elsewhere to “Beira”').waitFor();
  expect((await site.get(PROFILE, {}, token)).viewer.person.city).toBe('Beira');
  await save.click();
  await expect.poll(async () => (await site.get(PROFILE, {}, token)).viewer.person.city).toBe('Dondo');
});

it('an address that is none is said so under its field, and what was typed stays', async () => {
  const token = await site.tokenOf('crake');
  const { page } = await windowOf(browser, token, site.url);
  await page.goto('/settings/profile');
  const email = page.getByLabel('E-mail');
  await email.fill('crake at example');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('This is not an e-mail address. Write it as name@example.org.').waitFor();
  await expect.poll(() => email.inputValue()).toBe('crake at example');
  await page.getByText('1 change not saved').waitFor();
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect.poll(() => email.inputValue()).toBe('');
});

it('what somebody is told is saved with each choice, and switched off as a whole with the inbox', async () => {
  const token = await site.tokenOf('diver');
  const { page, failures } = await windowOf(browser, token, site.url);
  await page.goto('/settings/notifications');
  const box = (way: string) => page.getByRole('checkbox', { name: `A task you mapped is validated: ${way}` });
  await box('In a summary').check();
  await page.getByText('Saved').waitFor();
  await box('In the inbox').uncheck();
  await expect.poll(() => box('By mail').isDisabled()).toBe(true);
  const preference = async () =>
    (
      await site.get('{ viewer { notificationPreferences { type inApp digest } } }', {}, token)
    ).viewer.notificationPreferences.find(({ type }: { type: string }) => type === 'VALIDATION_NOTIFICATION');
  await expect.poll(preference).toEqual({ type: 'VALIDATION_NOTIFICATION', inApp: false, digest: true });
  await page.getByRole('radio', { name: 'Once a week' }).check();
  await expect
    .poll(async () => (await site.get('{ viewer { account { digestFrequency } } }', {}, token)).viewer.account)
    .toEqual({ digestFrequency: 'WEEKLY' });
  expect(failures).toEqual([]);
});

it('single letters can be turned off, presence hidden, the editor chosen', async () => {
  const token = await site.tokenOf('eider');
  const { page } = await windowOf(browser, token, site.url);
  await page.goto('/settings/languages');
  await page.getByRole('checkbox', { name: 'Single letters are shortcuts' }).uncheck();
  await expect.poll(() => page.evaluate(() => localStorage.getItem('taskgrid-shortcuts'))).toBe('false');
  await page.getByRole('checkbox', { name: /Do not show others/ }).check();
  await page.getByText('Saved').waitFor();
  await page.getByRole('link', { name: 'Mapping' }).click();
  await page.getByRole('radio', { name: 'JOSM' }).check();
  await page.getByText('Saved').waitFor();
  const chosen = '{ viewer { account { hidesPresence } person { defaultEditor } } }';
  await expect
    .poll(async () => (await site.get(chosen, {}, token)).viewer)
    .toEqual({ account: { hidesPresence: true }, person: { defaultEditor: 'JOSM' } });
});

it('a key is made for an app, shown once, lets it in, and is ended; another device is signed out', async () => {
  const [token, other] = [await site.tokenOf('fieldfare'), await site.tokenOf('fieldfare')];
  const { page, failures } = await windowOf(browser, token, site.url);
  await page.goto('/settings/access');
  await page.getByRole('button', { name: 'New key' }).click();
  await page.getByLabel('What the key is for').fill('Mapathon board');
  await page.getByRole('radio', { name: 'Read and map' }).check();
  await page.getByRole('button', { name: 'Create key' }).click();
  await page.getByText('Copy your key now').waitFor();
  const key = await page.getByText(/^tgk_[\w-]{43}$/).innerText();
  const who = async (as: string) => (await site.get('{ viewer { person { username } } }', {}, as)).viewer;
  expect(await who(key)).toEqual({ person: { username: 'fieldfare' } });
  await page.reload();
  await page.getByRole('heading', { name: 'Mapathon board' }).waitFor();
  await expect.poll(() => page.getByText(key).count()).toBe(0);
  await page.getByRole('button', { name: 'End key' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End key' }).click();
  await page.getByText('You have no key.').waitFor();
  expect(await who(key)).toBeNull();

  await page.getByRole('button', { name: /^Sign out: / }).click();
  await expect.poll(() => who(other)).toBeNull();
  expect(await who(token)).not.toBeNull();
  expect(failures).toEqual([]);
});

it('one’s data comes as a file, and the account goes once its name is typed', async () => {
  const token = await site.tokenOf('gadwall');
  const { page, failures } = await windowOf(browser, token, site.url);
  await page.goto('/settings/data');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download my data' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^taskgrid-gadwall-\d{4}-\d\d-\d\d\.json$/);
  const data = JSON.parse(await readFile(await download.path(), 'utf8')) as object;
  expect(JSON.stringify(data)).toContain('gadwall');

  await page.getByRole('button', { name: 'Delete my account' }).click();
  const dialog = page.getByRole('dialog');
  const verb = dialog.getByRole('button', { name: 'Delete my account' });
  await dialog.getByRole('textbox').fill('gadwal');
  await expect.poll(() => verb.isDisabled()).toBe(true);
  await dialog.getByRole('textbox').fill('gadwall');
  await verb.click();
  await page.getByRole('link', { name: 'Sign in', exact: true }).first().waitFor();
  expect((await site.get('{ viewer { person { username } } }', {}, token)).viewer).toBeNull();
  expect(failures).toEqual([]);
});

// Closed, they are looked at among all pages.
describe('without barriers where it is open, in light and in dark', () => {
  it.each(['access', 'data'])('the part %s', async (part) => {
    const { page } = await windowOf(browser, await site.tokenOf('jay'), site.url);
    await page.goto(`/settings/${part}`);
    await page.locator('h2').first().waitFor();
    await quiet(page);
    if (part === 'access') await page.getByRole('button', { name: 'New key' }).click();
    if (part === 'data') {
      await page.getByRole('button', { name: 'Delete my account' }).click();
      await page.getByRole('dialog').getByRole('textbox').waitFor();
    }
    expect(await barriersInBothThemes(page)).toEqual([]);
  });
});

it('lists of projects lead experts to the tasks, and everybody else to what the project is about', async () => {
  const area = { areaOfInterest: boxOfTiles(15, 2, 2), zoom: 15, name: 'Quays of Sofala' };
  const project = await publishedProject(site, await site.tokenOf('admin'), area);
  const { page, failures } = await windowOf(browser, await site.tokenOf('turnstone'), site.url);
  const leadsTo = () => page.getByRole('link', { name: 'Quays of Sofala' }).first().getAttribute('href');
  await page.goto('/explore');
  await expect.poll(leadsTo).toBe(`/projects/${project}`);
  await page.goto('/settings/mapping');
  await page.getByRole('checkbox', { name: 'I am an expert' }).check();
  await page.getByText('Saved', { exact: true }).first().waitFor();
  await page.goto('/explore');
  await expect.poll(leadsTo).toBe(`/projects/${project}/tasks`);
  // The next time before it is known who looks.
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('"Viewer"') ? undefined : route.continue(),
  );
  await page.goto('/explore');
  expect(await leadsTo()).toBe(`/projects/${project}/tasks`);
  expect(failures).toEqual([]);
});

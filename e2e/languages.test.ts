import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { boxOfTiles, publishedProject } from '../api/test/world.js';
import { startChromium } from './chromium.js';
import { windowOf } from './person.js';
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

const explore = async (
  locale: string,
  before?: (page: Awaited<ReturnType<Browser['newPage']>>) => Promise<unknown>,
) => {
  const page = await browser.newPage({ locale });
  await before?.(page);
  await page.goto(`${site.url}/explore`);
  return { page, link: page.locator('header nav a').first(), html: page.locator('html') };
};

describe('the language of the interface', () => {
  it('is chosen from the top bar, turns the page where it runs right to left, and stays after a reload', async () => {
    const { page, link, html } = await explore('en-US');
    await link.and(page.getByText('Explore', { exact: true })).waitFor();
    await page.getByRole('button', { name: 'Language: English' }).click();
    await page.getByRole('menuitemradio', { name: 'العربية' }).click();
    await link.and(page.getByText('استكشاف', { exact: true })).waitFor();
    for (const reload of [false, true]) {
      if (reload) await page.reload();
      await link.and(page.getByText('استكشاف', { exact: true })).waitFor();
      await expect
        .poll(async () => [await html.getAttribute('lang'), await html.getAttribute('dir')])
        .toEqual(['ar', 'rtl']);
    }
  });

  it('is the one that the browser asks for, also where the browser keeps nothing', async () => {
    const { page, link, html } = await explore('fr-CA', (page) =>
      page.addInitScript(() =>
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new Error('denied');
          },
        }),
      ),
    );
    await link.and(page.getByText('Explorer', { exact: true })).waitFor();
    await expect.poll(() => html.getAttribute('lang')).toBe('fr');
  });

  it('is English, and says so, where the words of another do not come', async () => {
    const { page, link, html } = await explore('de', (page) => page.route(/\/assets\/de-/, (route) => route.abort()));
    await link.and(page.getByText('Explore', { exact: true })).waitFor();
    await expect.poll(() => html.getAttribute('lang')).toBe('en');
  });

  it('is also that of what people wrote about a project, and changes with it', async () => {
    const admin = await site.tokenOf('admin');
    const project = await publishedProject(site, admin, { areaOfInterest: boxOfTiles(15, 2, 2), zoom: 15 });
    await site.get(
      `mutation ($id: ID!) { updateProjectTexts(input: { projectId: $id, texts: [{ locale: "de", name: "Häuser am Hang" }] }) { __typename } }`,
      { id: String(project) },
      admin,
    );
    const { page, link } = await explore('fr-FR');
    await page.getByRole('link', { name: 'A project' }).first().waitFor();
    await page.getByRole('button', { name: /Français/ }).click();
    await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
    await link.and(page.getByText('Entdecken', { exact: true })).waitFor();
    await page.getByRole('link', { name: 'Häuser am Hang' }).first().waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'Häuser am Hang' }).first().waitFor();
  });

  it('is that of the account in a browser where nobody chose one, and a choice goes to the account', async () => {
    const token = await site.tokenOf('wheatear');
    const locale = async () => (await site.get('{ viewer { account { locale } } }', {}, token)).viewer.account.locale;
    await site.get('mutation { updateMyProfile(input: { locale: "de" }) { __typename } }', {}, token);
    const { page } = await windowOf(browser, token, site.url, { locale: 'fr-FR' });
    const link = page.locator('header nav a').first();
    const reads = (word: string) => link.and(page.getByText(word, { exact: true })).waitFor();
    await page.goto('/explore?language=es');
    await reads('Explorar');
    await page.getByRole('button', { name: /wheatear/ }).waitFor();
    await reads('Explorar');
    await page.goto('/explore');
    await reads('Entdecken');
    await page.getByRole('button', { name: /Deutsch/ }).click();
    await page.getByRole('menuitemradio', { name: 'Italiano' }).click();
    await reads('Esplora');
    await expect.poll(locale).toBe('it');
    // What was chosen here stays, whatever is chosen elsewhere; what was not goes with the person.
    await site.get('mutation { updateMyProfile(input: { locale: "de" }) { __typename } }', {}, token);
    await page.reload();
    await reads('Esplora');

    const other = await windowOf(browser, token, site.url, { locale: 'fr-FR' });
    const html = other.page.locator('html');
    await other.page.goto('/about');
    await expect.poll(() => html.getAttribute('lang')).toBe('de');
    await other.context.clearCookies();
    await other.page.reload();
    await expect.poll(() => html.getAttribute('lang')).toBe('fr');
  });
});

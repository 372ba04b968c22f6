import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from './chromium.js';
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
      expect([await html.getAttribute('lang'), await html.getAttribute('dir')]).toEqual(['ar', 'rtl']);
    }
    await page.close();
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
    expect(await html.getAttribute('lang')).toBe('fr');
    await page.close();
  });

  it('is English, and says so, where the words of another do not come', async () => {
    const { page, link, html } = await explore('de', (page) => page.route(/\/assets\/de-/, (route) => route.abort()));
    await link.and(page.getByText('Explore', { exact: true })).waitFor();
    expect(await html.getAttribute('lang')).toBe('en');
    await page.close();
  });
});

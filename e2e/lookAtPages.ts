import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, barriersInBothThemes } from './barriers.js';
import { startChromium } from './chromium.js';
import { openPage, type EveryPage } from './everyPage.js';
import { PHONE, sidewaysRoom, windowOf } from './person.js';
import { startSite, type Site } from './site.js';
import { worldOf, type World } from './world.js';

/** Presses Tab some times; where the focus was not to be seen. */
async function hiddenFocus(page: Page, presses: number): Promise<string[]> {
  const hidden = new Set<string>();
  for (let pressed = 0; pressed < presses; pressed++) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const { width, height, right, bottom, left, top } = element.getBoundingClientRect();
      const seen = (each: Element | null) => {
        const style = each && getComputedStyle(each);
        return style && ((style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none');
      };
      // A row whose link is its target has the ring round the whole row.
      const around = [1, 2, 3, 4].reduce<Element[]>((all) => [...all, (all.at(-1) ?? element).parentElement!], []);
      const shown =
        seen(element) ||
        around.some((each) => each?.matches(':has(:focus-visible)') && seen(each)) ||
        (element.id && seen(document.querySelector(`label[for="${element.id}"]`))) ||
        seen(element.nextElementSibling);
      const inside = width > 0 && height > 0 && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
      return shown && inside ? null : `${shown ? 'out of sight' : 'no ring'}: ${element.outerHTML.slice(0, 140)}`;
    });
    if (fault) hidden.add(fault);
  }
  return [...hidden];
}

/** What the page complains of to the console, failed requests among it; what an editor asks for elsewhere is not ours. */
function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('console', (message) => {
    const { url } = message.location();
    const isEditors = url.startsWith('https://') || url.includes('/editors/');
    if (message.type() === 'error' && !isEditors) heard.push(`${message.text()} ${url}`);
  });
  return heard;
}

/** Tests that look at pages as people with all kinds of needs meet them. */
export function lookAtPages(pages: readonly EveryPage[]): void {
  let site: Site;
  let browser: Browser;
  let world: World;
  beforeAll(async () => {
    [site, browser] = await Promise.all([startSite(), startChromium()]);
    world = await worldOf(site);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  describe.each(pages)('$name', (each) => {
    type Seen = Awaited<ReturnType<typeof windowOf>> & { heard: string[] };
    const look = async (
      options: Parameters<typeof windowOf>[3],
      language: string,
      check: (seen: Seen) => Promise<void>,
    ) => {
      const token = each.who && (await world.tokenOf(each.who));
      const all = await windowOf(browser, token, world.url, options);
      try {
        await all.page.addInitScript((code) => localStorage.setItem('taskgrid-language', code), language);
        const heard = complaints(all.page);
        await openPage(all.page, each, world);
        const html = () => all.page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
        await expect.poll(html).toEqual([language, language === 'ar' ? 'rtl' : 'ltr']);
        await check({ ...all, heard });
        expect([...all.failures, ...heard]).toEqual([]);
      } finally {
        await all.context.close(); // an open page goes on drawing its map
      }
    };

    it('wide: has a name and one heading, no barriers in both themes, a focus to be seen, room at 200 % and 320 px', () =>
      look({ colorScheme: 'light' }, 'en', async ({ page }) => {
        await expect.poll(() => page.title()).toMatch(/Taskgrid/);
        await expect.poll(() => page.locator('h1').count(), { message: 'first headings' }).toBe(1);
        expect(await barriersInBothThemes(page)).toEqual([]);
        expect(await hiddenFocus(page, 12), 'focus').toEqual([]);
        await page.emulateMedia({ forcedColors: 'active' });
        for (const width of [640, 360, 320]) {
          await page.setViewportSize({ width, height: 640 });
          await expect.poll(() => sidewaysRoom(page), { message: `${width} px` }).toBe(0);
        }
      }));

    it('on a phone, dark, in Arabic: runs right to left, has no barriers and does not scroll sideways', () =>
      look({ ...PHONE, colorScheme: 'dark' }, 'ar', async ({ page }) => {
        expect(await barriers(page)).toEqual([]);
        await expect.poll(() => sidewaysRoom(page)).toBe(0);
      }));
  });
}

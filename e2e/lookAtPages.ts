import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
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

interface Look {
  language: string;
  options: BrowserContextOptions;
}
const WIDE: Look = { language: 'en', options: { colorScheme: 'light' } };
const IN_ARABIC: Look = { language: 'ar', options: { ...PHONE, colorScheme: 'dark' } };

/** A window that opens one page after another: what it has fetched and compiled, it need not again. All else is forgotten. */
async function keptWindow(browser: Browser, url: string, { language, options }: Look) {
  const { page, context, failures } = await windowOf(browser, null, url, options);
  const size = page.viewportSize()!;
  const heard = complaints(page);
  await page.addInitScript((code) => {
    if (self !== top) return;
    sessionStorage.clear();
    localStorage.clear();
    localStorage.setItem('taskgrid-language', code);
  }, language);
  return {
    page,
    close: () => context.close(),
    /** What failed since it was made ready. */
    faults: () => [...failures, ...heard],
    /** Nothing is open any more: a page would go on drawing its map. */
    leave: () => page.goto('about:blank'),
    async makeReady(token: string | null) {
      await page.emulateMedia({ forcedColors: null });
      await page.setViewportSize(size);
      await context.clearCookies();
      if (token) await context.addCookies([{ name: 'taskgrid_session', value: token, url }]);
      failures.length = heard.length = 0;
    },
  };
}

/** Tests that look at pages as people with all kinds of needs meet them. */
export function lookAtPages(pages: readonly EveryPage[]): void {
  let site: Site;
  let browser: Browser;
  let world: World;
  const windows = new Map<Look, Awaited<ReturnType<typeof keptWindow>>>();
  beforeAll(async () => {
    [site, browser] = await Promise.all([startSite(), startChromium()]);
    world = await worldOf(site);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  describe.each(pages)('$name', (each) => {
    const look = async (as: Look, check: (page: Page) => Promise<void>) => {
      const token = each.who && (await world.tokenOf(each.who));
      const window = windows.get(as) ?? (await keptWindow(browser, world.url, as));
      windows.delete(as); // one in which something fails is not looked through again
      try {
        await window.makeReady(token);
        await openPage(window.page, each, world);
        const html = () => window.page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
        await expect.poll(html).toEqual([as.language, as.language === 'ar' ? 'rtl' : 'ltr']);
        await check(window.page);
        expect(window.faults()).toEqual([]);
        await window.leave();
      } catch (fault) {
        await window.close();
        throw fault;
      }
      windows.set(as, window);
    };

    it('wide: has a name and one heading, no barriers in both themes, a focus to be seen, room at 200 % and 320 px', () =>
      look(WIDE, async (page) => {
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
      look(IN_ARABIC, async (page) => {
        expect(await barriers(page)).toEqual([]);
        await expect.poll(() => sidewaysRoom(page)).toBe(0);
      }));
  });
}

import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';

const WIDE: BrowserContextOptions = {
  viewport: { width: 1280, height: 800 },
  reducedMotion: 'reduce',
  locale: 'en-GB',
  // Each window would fetch all of the app for later; offline.test.ts is about that.
  serviceWorkers: 'block',
};
export const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** A window of somebody's own, signed in with a session's token. What the page reports as failed is in `failures`. */
export async function windowOf(
  browser: Browser,
  token: string | null,
  url: string,
  options: BrowserContextOptions = {},
) {
  const context = await browser.newContext({ ...WIDE, ...options, baseURL: url });
  if (token) await context.addCookies([{ name: 'taskgrid_session', value: token, url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(String(error)));
  return { page, context, failures };
}

/** Signs in as a person does: the button, the stand-in's page, and back. */
export async function signInByHand(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Sign in', exact: true }).first().click();
  await page.getByRole('heading', { name: 'Who do you want to be?' }).waitFor();
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('button', { name: `Account of ${name}` }).waitFor();
}

/** Presses Tab until the focus is on (or in) what is wanted, as somebody without a mouse does. */
export async function tabTo(page: Page, wanted: Locator, most = 60): Promise<void> {
  await wanted.first().waitFor();
  for (let pressed = 0; pressed < most; pressed++) {
    await page.keyboard.press('Tab');
    if (await hasFocus(wanted.first())) return;
  }
  const at = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
  throw new Error(`Not reached by ${most} presses of Tab; the focus is on ${at}`);
}

/** Whether it is what the keys go to. */
export const hasFocus = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => element === document.activeElement);

/** The row of a task in the list beside the map. */
export const rowOf = (page: Page, task: number): Locator => page.locator(`#task-${task}`);

/** How far the page, or what it scrolls its content in, can be scrolled sideways, in CSS px. */
export const sidewaysRoom = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(
      ...[document.documentElement, ...document.querySelectorAll('main')].map(
        ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
      ),
    ),
  );

/**
 * Waits until nothing has come for half a second. Playwright's "networkidle" now and then waits for ever: of a map's worker, whose code
 * is asked for twice, it hears of the end once.
 */
export async function quiet(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const all = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return performance.now() - Math.max(0, ...all.map(({ responseEnd }) => responseEnd)) > 500;
  });
}

/** Waits until the map is there and drawn: that of a project says so, of another nothing more is asked for. */
export async function mapDrawn(page: Page): Promise<void> {
  await page.locator('canvas.maplibregl-canvas').waitFor();
  if (/^\/projects\/\d/.test(new URL(page.url()).pathname))
    await page.waitForFunction(() => performance.getEntriesByName('tasks-drawn').length > 0);
  else await quiet(page);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

// npm run screenshots -w e2e: the pictures of docs/screenshots, of the built program with the demo in it.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { Browser as HttpBrowser, signInThroughStandIn } from '../api/test/browser.js';
import { startProgram } from '../api/test/program.js';
import { boundaryOf } from '../scripts/boundaries.mjs';
import setup from './built.js';
import { startChromium } from './chromium.js';
import { mapDrawn, windowOf } from './person.js';

const target = fileURLToPath(new URL('../docs/screenshots/', import.meta.url));
const demo = fileURLToPath(new URL('../scripts/demo.mjs', import.meta.url));

const SIZES = {
  wide: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
} as const;
type Size = keyof typeof SIZES;

/** Projects of the demo, in the order it makes them. */
const MALTA = 2;
const COMOROS = 3;

/** Who looks, and what they do until the picture is taken. */
const PICTURES: Record<string, { who: string; pose: (page: Page, size: Size) => Promise<void> }> = {
  explore: {
    who: 'mapper',
    pose: async (page) => {
      await page.goto('/explore');
      await page.getByText('Comoros: villages').first().waitFor();
    },
  },
  create: {
    who: 'admin',
    pose: async (page) => {
      await page.goto('/projects/new');
      await page.locator('input[type=file]').setInputFiles({
        name: 'malta.geojson',
        mimeType: 'application/geo+json',
        buffer: Buffer.from(JSON.stringify(boundaryOf('MLT'))),
      });
      await page.getByText('km²').first().waitFor();
      await page.getByRole('button', { name: 'Next: Tasks' }).click();
      await page.getByRole('slider').waitFor();
    },
  },
  tasks: {
    who: 'mapper',
    pose: async (page) => {
      await page.goto(`/projects/${COMOROS}/tasks?task=200`);
      await page.getByRole('heading', { name: 'Task 200' }).waitFor();
    },
  },
  mapping: {
    who: 'kestrel',
    pose: async (page) => {
      await page.goto(`/projects/${COMOROS}/map`);
      await page.getByText('Yes, everything is mapped').click();
    },
  },
  validating: {
    who: 'basalt',
    pose: async (page) => {
      await page.goto(`/projects/${MALTA}/validate`);
      await page.getByText('Yes, it is good').first().waitFor();
    },
  },
};

async function picture(browser: Browser, url: string, name: string, size: Size, colorScheme: 'light' | 'dark') {
  const { who, pose } = PICTURES[name]!;
  const http = new HttpBrowser(url);
  await signInThroughStandIn(http, who);
  const token = http.cookies.get('taskgrid_session')!.value!;
  const { page, context, failures } = await windowOf(browser, token, url, { ...SIZES[size], colorScheme });
  await pose(page, size);
  await mapDrawn(page);
  await page.waitForTimeout(1_500); // patterns and icons are drawn after the tiles
  await page.screenshot({ path: join(target, `${name}-${size}-${colorScheme}.png`) });
  await context.close();
  for (const failure of failures) console.error(`${name}: ${failure}`);
}

setup();
mkdirSync(target, { recursive: true });
const dataDir = mkdtempSync(join(tmpdir(), 'taskgrid-pictures-'));
chmodSync(dataDir, 0o755); // so that under root the database's user can enter it
const program = await startProgram({ DATA_DIR: dataDir }, { built: true });
const browser = await startChromium();
try {
  spawnSync(process.execPath, [demo, program.url], { stdio: 'inherit' });
  for (const name of Object.keys(PICTURES))
    for (const size of Object.keys(SIZES) as Size[])
      for (const scheme of ['light', 'dark'] as const) {
        await picture(browser, program.url, name, size, scheme);
        console.log(`${name}-${size}-${scheme}.png`);
      }
} finally {
  await browser.close();
  await program.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

// npm run screenshots -w e2e [name …]: the pictures of docs/screenshots, of every page of the built program (or of those
// named), with the demo in it.
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { Browser as HttpBrowser, signInThroughStandIn } from '../api/test/browser.js';
import { startProgram } from '../api/test/program.js';
import { askerOf } from '../api/test/world.js';
import setup from './built.js';
import { startChromium } from './chromium.js';
import { EVERY_PAGE, openPage, type EveryPage } from './everyPage.js';
import { windowOf } from './person.js';
import { worldOf, type World } from './world.js';

const target = fileURLToPath(new URL('../docs/screenshots/', import.meta.url));

const SIZES = {
  wide: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
} as const;
type Look = { size: keyof typeof SIZES; scheme: 'light' | 'dark'; language?: string };

const LOOKS: readonly Look[] = [
  { size: 'wide', scheme: 'light' },
  { size: 'wide', scheme: 'dark' },
  { size: 'phone', scheme: 'light' },
  { size: 'phone', scheme: 'dark' },
];
const IN_ARABIC = ['explore', 'tasks', 'mapping'];
const looksOf = ({ name }: EveryPage): readonly Look[] =>
  IN_ARABIC.includes(name) ? [...LOOKS, { size: 'wide', scheme: 'light', language: 'ar' }] : LOOKS;
const fileOf = (each: EveryPage, { size, scheme, language }: Look) =>
  `${each.name}-${size}-${scheme}${language ? `-${language}` : ''}.webp`;

async function picture(browser: Browser, world: World, each: EveryPage, look: Look): Promise<void> {
  const token = each.who && (await world.tokenOf(each.who));
  const { page, context, failures } = await windowOf(browser, token, world.url, {
    ...SIZES[look.size],
    colorScheme: look.scheme,
  });
  try {
    if (look.language)
      await page.addInitScript((code) => localStorage.setItem('taskgrid-language', code), look.language);
    await openPage(page, each, world);
    await page.waitForTimeout(each.map ? 1_500 : 400); // patterns and icons are drawn after the tiles
    const cdp = await context.newCDPSession(page);
    const { data } = await cdp.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
    writeFileSync(join(target, fileOf(each, look)), Buffer.from(data, 'base64'));
  } finally {
    await context.close();
  }
  for (const failure of failures) console.error(`${each.name}: ${failure}`);
}

/** The pictures side by side, with links to those that are not shown. */
function gallery(): string {
  const there = new Set(readdirSync(target));
  const parts = EVERY_PAGE.map((each) => {
    const files = looksOf(each)
      .map((look) => fileOf(each, look))
      .filter((file) => there.has(file));
    if (files.length === 0) return '';
    const shown = ['wide-light', 'phone-light']
      .map((look) => `${each.name}-${look}.webp`)
      .filter((file) => there.has(file));
    const links = files
      .filter((file) => !shown.includes(file))
      .map((file) => `[${file.replace('.webp', '')}](${file})`);
    const images = shown.map(
      (file) => `<img src="${file}" alt="${each.name}, ${file.includes('phone') ? 'phone' : 'wide'}" height="360">`,
    );
    return `## ${each.name}\n\n\`${each.route}\`\n\n${images.join(' ')}\n\n${links.join(' · ')}\n`;
  });
  return `# Every page\n\nTaken by \`npm run screenshots -w e2e\` of the built program with the demo in it: wide (1440 × 900) and on a phone\n(390 × 844), light and dark.\n\n${parts.filter(Boolean).join('\n')}`;
}

setup();
mkdirSync(target, { recursive: true });
const named = process.argv.slice(2);
const pages = EVERY_PAGE.filter(({ name }) => named.length === 0 || named.includes(name));
const dataDir = mkdtempSync(join(tmpdir(), 'taskgrid-pictures-'));
chmodSync(dataDir, 0o755); // so that under root the database's user can enter it
const program = await startProgram({ DATA_DIR: dataDir }, { built: true });
const browser = await startChromium();
let failed = 0;
try {
  const world = await worldOf({
    url: program.url,
    get: askerOf(program.url).get,
    async tokenOf(person, changesets = 0) {
      const http = new HttpBrowser(program.url);
      await signInThroughStandIn(http, person, { changesets: String(changesets) });
      return http.cookies.get('taskgrid_session')!.value!;
    },
  });
  if (named.length === 0) for (const file of readdirSync(target)) rmSync(join(target, file));
  for (const each of pages)
    for (const look of looksOf(each))
      await picture(browser, world, each, look).then(
        () => console.log(fileOf(each, look)),
        (error: unknown) => {
          failed++;
          console.error(`${fileOf(each, look)}: ${String(error)}`);
        },
      );
  writeFileSync(join(target, 'README.md'), gallery());
} finally {
  await browser.close();
  await program.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
if (failed > 0) process.exitCode = 1;

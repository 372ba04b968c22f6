// What a mapper waits for in a real browser on a project of 50,000 tasks, and what is fetched for it: from the list of
// projects to the next task in the editor. See README.md. Needs `npm run build`.
//   node --import tsx bench/browser.ts [--rounds 20]
import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { Browser as Http, signInThroughStandIn } from '../api/test/browser.js';
import { startProgram } from '../api/test/program.js';
import { askerOf, boxOfTiles, publishedProject } from '../api/test/world.js';
import { startChromium } from '../e2e/chromium.js';
import { lineTo } from '../e2e/line.js';
import { mapDrawn, windowOf } from '../e2e/person.js';
import { circumstances, head, Report, row } from './report.js';

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '20' } } });
const rounds = Number(options.rounds);
/** What the next task may take, from the click until it is locked and drawn. */
const NEXT_WITHIN_MS = 500;

const steps = new Map<string, number[]>();
async function step<T>(name: string, act: () => Promise<T>): Promise<T> {
  const from = performance.now();
  const result = await act();
  steps.set(name, [...(steps.get(name) ?? []), performance.now() - from]);
  return result;
}
const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;

/** The task on top of the panel. */
const taskOf = async (page: Page) => Number((await page.locator('h1').first().innerText()).replace(/\D/g, ''));

/** Milliseconds inside the page from a press of the button until another task is its heading and `drawn` says so too. */
const pressAndWait = (page: Page, before: number, framed: boolean) =>
  page.evaluate(
    ([task, inEditor]) =>
      new Promise<number>((resolve) => {
        const button = [...document.querySelectorAll('button')].find((each) =>
          /and take the next/.test(each.textContent ?? ''),
        )!;
        const from = performance.now();
        const look = () => {
          const now = Number((document.querySelector('h1')?.textContent ?? '').replace(/\D/g, ''));
          const drawn = inEditor
            ? document.querySelector('[data-drawn]')?.getAttribute('data-drawn') === String(now)
            : true;
          // Two frames on, what was given to the browser is on the screen.
          if (now && now !== task && drawn)
            requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - from)));
          else requestAnimationFrame(look);
        };
        button.click();
        look();
      }),
    [before, framed] as const,
  );

const folder = mkdtempSync(join(tmpdir(), 'taskgrid-bench-'));
chmodSync(folder, 0o755);
const program = await startProgram({ DATA_DIR: folder }, { built: true });
const line = await lineTo(program.url);
const browser = await startChromium();
let failed = false;
const report = new Report();
report.say('# From task to task in a browser', '', circumstances(), '');
try {
  const site = askerOf(program.url);
  const signIn = async (name: string) => {
    const http = new Http(program.url);
    await signInThroughStandIn(http, name, { changesets: '300' });
    return http.cookies.get('taskgrid_session')!.value!;
  };
  const project = await publishedProject(site, await signIn('admin'), {
    areaOfInterest: boxOfTiles(17, 250, 200),
    zoom: 17,
    name: 'Fifty thousand tasks',
  });
  await site.get(
    'mutation ($input: UpdateProjectInput!) { updateProject(input: $input) { __typename } }',
    { input: { projectId: String(project), mappingEditors: ['ID', 'JOSM'] } },
    await signIn('admin'),
  );

  for (const editor of ['ID', 'JOSM'] as const) {
    const framed = editor === 'ID';
    const where = framed ? 'iD in the page' : 'our own map';
    const token = await signIn(`mapper-${editor.toLowerCase()}`);
    await site.get(
      'mutation ($editor: Editor!) { updateMyProfile(input: { defaultEditor: $editor }) { __typename } }',
      { editor },
      token,
    );
    const { page } = await windowOf(browser, token, line.url, { viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(120_000);
    // tsx gives functions their names by a helper that a page does not have.
    await page.addInitScript('globalThis.__name = (named) => named');
    await step('explore: the list is there', async () => {
      await page.goto('/explore');
      await page.getByText('Fifty thousand tasks').first().waitFor();
    });
    await step('project: the tasks are drawn', async () => {
      await page.goto(`/projects/${project}/tasks`);
      await mapDrawn(page);
    });
    await step(`take a task: the page to map, ${where}`, async () => {
      await page.getByRole('button', { name: 'Map a task' }).click();
      await page.waitForURL(/\/map$/);
      await page.locator(framed ? '[data-state="ready"]' : 'canvas.maplibregl-canvas').waitFor();
    });
    // What is loaded once, such as the editor's lists, has come.
    await page.waitForTimeout(5_000);
    const tilesBefore = line.tiles();
    for (let round = 0; round < rounds; round++) {
      const before = await taskOf(page);
      await page.getByRole('radio', { name: /Yes, everything is mapped/ }).check();
      const ms = await pressAndWait(page, before, framed);
      const name = `submit and take the next: drawn, ${where}`;
      steps.set(name, [...(steps.get(name) ?? []), ms]);
    }
    const tiles = line.tiles() - tilesBefore;
    report.say(`${where}: ${tiles} tiles were asked for in ${rounds} turns from task to task.`, '');
    if (framed && tiles > 0) failed = true;
    await page.context().close();
  }

  report.say('', head(['', 'times', 'p50, ms', 'p95, ms']));
  for (const [name, all] of steps) {
    const sorted = [...all].sort((a, b) => a - b);
    report.say(row([name, String(sorted.length), at(sorted, 0.5).toFixed(0), at(sorted, 0.95).toFixed(0)]));
    if (name.startsWith('submit') && at(sorted, 0.5) > NEXT_WITHIN_MS) failed = true;
  }
  await report.write('browser');
} finally {
  await browser.close();
  await line.stop();
  await program.stop();
  rmSync(folder, { recursive: true, force: true });
}
if (failed) {
  console.error(`\nMore than ${NEXT_WITHIN_MS} ms to the next task, or tiles were asked for on the way.`);
  process.exit(1);
}

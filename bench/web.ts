// What a person waits for in the web UI, in Chromium with a slowed processor and line, against the budgets of the design; see
// README.md. Needs a build (npm run build), and nothing of it running.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { Browser as HttpBrowser, signInThroughStandIn } from '../api/test/browser.js';
import { startProgram } from '../api/test/program.js';
import { ACTIONS, askerOf, boxOfTiles, newOrganisation, publishedProject } from '../api/test/world.js';
import { startChromium } from '../e2e/chromium.js';
import { mapDrawn, windowOf } from '../e2e/person.js';
import { circumstances, head, Report, row as line } from './report.js';

const { values: options } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, brief: { type: 'boolean', default: false } },
});
/** For CI: the two pages that are opened most, once each, on one line; no file of results. */
const BRIEF = options.brief;
const RUNS = BRIEF ? 1 : Number(options.runs);
/** Slower than this machine, as an old laptop is. */
const CPU = 4;
const SLOW_LINE = { megabits: 1.6, latency: 150 };
const LINE = { megabits: 10, latency: 40 };

interface Row {
  what: string;
  values: number[];
  unit: string;
  limit: number;
}
const rows: Row[] = [];
const report = new Report();
const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Made where every page begins: notes the largest paint, shifts of the layout and slow inputs. */
function watch() {
  const seen = { lcp: 0, shift: 0, inputs: [] as number[] };
  Object.assign(window, { seen });
  const observe = (type: string, note: (entry: PerformanceEntry) => void, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, ...more });
  observe('largest-contentful-paint', ({ startTime }) => (seen.lcp = startTime));
  observe('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) seen.shift += value;
  });
  observe('event', ({ duration }) => seen.inputs.push(duration), { durationThreshold: 16 });
}
type Seen = { lcp: number; shift: number; inputs: number[] };
const seenOn = (page: Page) => page.evaluate(() => (window as unknown as { seen: Seen }).seen);

/** A new browser window (nothing cached), slowed; `bytes` counts what came over the line. */
async function slowed(browser: Browser, url: string, line: typeof LINE, token?: string) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
  });
  if (token) await context.addCookies([{ name: 'taskgrid_session', value: token, url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  // tsx gives functions their names by a helper that a page does not have.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(watch);
  const cdp: CDPSession = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  const perSecond = (line.megabits * 1e6) / 8;
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: line.latency,
    downloadThroughput: perSecond,
    uploadThroughput: perSecond,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU });
  let bytes = 0;
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  return { page, bytes: () => bytes, close: () => context.close() };
}

async function measured(what: string, unit: string, limit: number, once: () => Promise<number>): Promise<void> {
  const row: Row = { what, unit, limit, values: [] };
  for (let run = 0; run < RUNS; run++) row.values.push(await once());
  rows.push(row);
  const shown = (value: number) => (unit === '' ? value.toFixed(3) : Math.round(value).toString());
  const middle = median(row.values);
  const all = row.values.map(shown).join(', ');
  report.say(line([what, shown(middle), String(limit), unit, all, middle > limit ? 'over' : '']));
}

async function explore(browser: Browser, url: string): Promise<void> {
  const lines: [typeof LINE, number][] = [[LINE, 2_500]];
  if (!BRIEF) lines.push([SLOW_LINE, 4_000]);
  for (const [line, limit] of lines) {
    const shifts: number[] = [];
    await measured(`Explore's list readable, ${line.megabits} Mbit/s`, 'ms', limit, async () => {
      const { page, close } = await slowed(browser, url, line);
      await page.goto('/explore');
      await page.getByText('Coast 1', { exact: true }).first().waitFor();
      await page.waitForLoadState('networkidle');
      // The browser tells of a paint after it, and the map may yet move something.
      await page.waitForFunction(() => (window as unknown as { seen: Seen }).seen.lcp > 0, null, { polling: 100 });
      await page.waitForTimeout(1_500);
      const { lcp, shift } = await seenOn(page);
      shifts.push(shift);
      await close();
      return lcp;
    });
    await measured(`Explore's layout shift, ${line.megabits} Mbit/s`, '', 0.05, async () => shifts.shift() ?? NaN);
  }
}

async function tasks(browser: Browser, url: string, project: number, count: number, limit: number): Promise<void> {
  const bytesOf: number[] = [];
  const shifts: number[] = [];
  await measured(`${count} tasks coloured`, 'ms', limit, async () => {
    const { page, bytes, close } = await slowed(browser, url, LINE);
    await page.goto(`/projects/${project}/tasks`);
    await page.waitForFunction(() => performance.getEntriesByName('tasks-drawn').length > 0, null, { polling: 100 });
    const drawn = await page.evaluate(() => performance.getEntriesByName('tasks-drawn')[0]!.startTime);
    await page.waitForLoadState('networkidle');
    bytesOf.push(bytes() / 1000);
    shifts.push((await seenOn(page)).shift);
    await close();
    return drawn;
  });
  await measured(`Project page of ${count} tasks, first view`, 'KB', 900, async () => bytesOf.shift() ?? NaN);
  await measured(`Project page of ${count} tasks, layout shift`, '', 0.05, async () => shifts.shift() ?? NaN);

  const { page, close } = await slowed(browser, url, LINE);
  await page.goto(`/projects/${project}/tasks`);
  await page.waitForFunction(() => performance.getEntriesByName('tasks-drawn').length > 0, null, { polling: 100 });
  await page.waitForLoadState('networkidle');
  // The list has the newest changes on top.
  await page.locator('[id^="task-"]').first().waitFor();
  const listed = (
    await page.locator('[id^="task-"]').evaluateAll((rows) => rows.map(({ id }) => Number(id.slice(5))))
  ).filter((number) => number > 0);
  await measured(`Task selected in the list → its card, ${count} tasks`, 'ms', 100, async () => {
    return page.evaluate(async (number) => {
      const words = String(number);
      const from = performance.now();
      document.getElementById(`task-${number}`)!.click();
      await new Promise<void>((done) => {
        const look = () => {
          const heading = document.querySelector('#task-card h2')?.textContent ?? '';
          if (heading.includes(words)) requestAnimationFrame(() => done());
          else requestAnimationFrame(look);
        };
        look();
      });
      return performance.now() - from;
    }, listed.shift()!);
  });
  await page.keyboard.press('Escape');
  for (const next of listed.slice(0, 3)) {
    await page.locator(`#task-${next}`).click();
    await page.waitForTimeout(300);
  }
  const { inputs } = await seenOn(page);
  await measured(`Slowest input → paint, ${count} tasks`, 'ms', 200, async () => Math.max(...inputs, 0));
  await close();
}

/** The map dragged to and fro; the processor and the line as they are. */
async function panned(browser: Browser, url: string, project: number, count: number): Promise<void> {
  const { page, context } = await windowOf(browser, null, url, { viewport: { width: 1440, height: 900 } });
  await page.goto(`/projects/${project}/tasks`);
  await mapDrawn(page);
  await page.waitForTimeout(3_000);
  await measured(`A frame while the map of ${count} tasks is dragged, not slowed`, 'ms', 25, async () => {
    await page.evaluate(`
      globalThis.times = [];
      globalThis.look = (at) => { times.push(at); globalThis.frame = requestAnimationFrame(look); };
      requestAnimationFrame(look);`);
    await page.mouse.move(900, 450);
    await page.mouse.down();
    for (let step = 0; step < 60; step++) {
      await page.mouse.move(900 + 250 * Math.sin(step / 8), 450 + 120 * Math.sin(step / 5));
      await page.waitForTimeout(16);
    }
    await page.mouse.up();
    return page.evaluate<number>(`
      cancelAnimationFrame(frame);
      times.slice(1).map((at, index) => at - times[index]).sort((a, b) => a - b)[Math.floor((times.length - 1) / 2)]`);
  });
  await context.close();
}

async function main(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'taskgrid-web-'));
  chmodSync(directory, 0o755); // under root the database's user must be able to enter it
  const program = await startProgram({ DATA_DIR: directory }, { built: true });
  const browser = await startChromium();
  try {
    const http = new HttpBrowser(program.url);
    await signInThroughStandIn(http, 'admin');
    const token = http.cookies.get('taskgrid_session')!.value!;
    const ask = askerOf(program.url);
    const organisationId = await newOrganisation(ask, token);
    const make = (name: string, columns: number, rows: number) =>
      publishedProject(ask, token, { name, organisationId, areaOfInterest: boxOfTiles(16, columns, rows), zoom: 16 });
    const large = BRIEF ? NaN : await make('Coast 0', 100, 100);
    const middle = await make('Coast 00', 50, 30);
    for (let number = 14; number > 0; number--) await make(`Coast ${number}`, 4, 4);
    // Some of the tasks in other states, so that there is something to paint.
    for (const project of BRIEF ? [middle] : [middle, large])
      for (let n = 1; n <= 60; n++) {
        const p = String(project);
        const { result } = await ask.get(ACTIONS.lock, { p, n }, token);
        const version = result.task.lock.version as number;
        await ask.get(ACTIONS.submit, { p, n, version, status: 'MAPPED', comment: '' }, token);
      }
    report.say('# The web UI against its budgets', '', circumstances(), '');
    report.say(head(['', 'median', 'limit', 'unit', 'runs', '']));
    await explore(browser, program.url);
    await tasks(browser, program.url, middle, 1_500, 3_000);
    if (!BRIEF) {
      await tasks(browser, program.url, large, 10_000, 6_000);
      const huge = await publishedProject(ask, token, {
        name: 'Coast 000',
        organisationId,
        areaOfInterest: boxOfTiles(17, 250, 200),
        zoom: 17,
      });
      await panned(browser, program.url, large, 10_000);
      await panned(browser, program.url, huge, 50_000);
    }
    const over = rows.filter(({ values, limit }) => median(values) > limit);
    report.say(
      '',
      `${over.length} of ${rows.length} over their limit; the processor is slowed ${CPU} times but where it is not said.`,
    );
    if (!BRIEF) await report.write('web');
  } finally {
    await browser.close();
    await program.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
await main();

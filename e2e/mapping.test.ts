import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { ACTIONS, publishedProject } from '../api/test/world.js';
import { barriersInBothThemes } from './barriers.js';
import { startChromium } from './chromium.js';
import { PHONE, sidewaysRoom, windowOf } from './person.js';
import { startSite, type Site } from './site.js';

/** Some 25 tasks. */
const BY_MALTA = {
  type: 'Polygon',
  coordinates: [
    [
      [14.5, 35.86],
      [14.512, 35.86],
      [14.512, 35.87],
      [14.5, 35.87],
      [14.5, 35.86],
    ],
  ],
};

let site: Site;
let browser: Browser;
let project: number;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), startChromium()]);
  const admin = await site.tokenOf('admin');
  project = await publishedProject(site, admin, {
    areaOfInterest: BY_MALTA,
    zoom: 17,
  });
  await site.get(
    'mutation ($input: UpdateProjectInput!) { updateProject(input: $input) { __typename ... on Error { message } } }',
    {
      input: {
        projectId: String(project),
        changesetComment: '#harbour-1 buildings',
        mappingEditors: ['ID', 'RAPID', 'JOSM'],
      },
    },
    admin,
  );
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const CHOOSE = 'mutation ($editor: Editor!) { updateMyProfile(input: { defaultEditor: $editor }) { __typename } }';

/** Somebody with a task, on the page to map it; with JOSM the page has a map in place of an editor, which is quicker. */
async function atWork(name: string, number: number, editor: 'ID' | 'RAPID' | 'JOSM', options = {}) {
  const token = await site.tokenOf(name);
  await site.get(CHOOSE, { editor }, token);
  await site.get(ACTIONS.lock, { p: String(project), n: number }, token);
  const opened = await windowOf(browser, token, site.url, options);
  await opened.page.goto(`/projects/${project}/map`);
  return { ...opened, token };
}

/** Of the page in the frame, what is looked at: iD's own context, and a mark that is gone once the page is loaded anew. */
interface EditorWindow {
  isTheSame?: boolean;
  editorContext: {
    layers(): { layer(name: string): { geojson(): { features: { properties: { name: string } }[] } } };
    defaultChangesetComment(): string;
    defaultChangesetHashtags(): string;
    map(): { zoom(): number };
    connection(): { authenticated(): boolean };
  };
}

/** The frame with the editor, once it has drawn the outline of a task. */
async function editorAt(page: Page, task: number): Promise<Frame> {
  await page.locator(`[data-state="ready"][data-drawn="${task}"]`).waitFor({ timeout: 40_000 });
  return page.frames().find((frame) => frame.url().includes('/editor.html'))!;
}

it('iD opens in the page with the task’s outline, without code from elsewhere, and stays open for the next task', async () => {
  const token = await site.tokenOf('mangrove7');
  await site.get(ACTIONS.lock, { p: String(project), n: 1 }, token);
  const { page, failures } = await windowOf(browser, token, site.url);
  const code = new Set<string>();
  page.on('request', (request) => {
    if (['script', 'stylesheet'].includes(request.resourceType())) code.add(new URL(request.url()).origin);
  });
  await page.goto(`/projects/${project}/map`);
  const editor = await editorAt(page, 1);
  const outlined = () =>
    editor.evaluate(() => {
      const context = (window as unknown as EditorWindow).editorContext;
      return context
        .layers()
        .layer('data')
        .geojson()
        .features.map((each) => each.properties.name);
    });
  await expect.poll(() => outlined()).toEqual(['1']);
  const prepared = () =>
    editor.evaluate(() => {
      const context = (window as unknown as EditorWindow).editorContext;
      return [context.defaultChangesetComment(), context.defaultChangesetHashtags(), context.map().zoom() > 16];
    });
  await expect.poll(prepared).toEqual(['#harbour-1 buildings', '#harbour-1', true]);
  // The token for OpenStreetMap is there, and in memory alone.
  expect(
    await editor.evaluate(() => [
      (window as unknown as EditorWindow).editorContext.connection().authenticated(),
      Object.keys(localStorage).filter((key) => key.includes('token')),
    ]),
  ).toEqual([true, []]);

  await editor.evaluate(() => void ((window as unknown as EditorWindow).isTheSame = true));
  await page.getByRole('radio', { name: /Yes, everything is mapped/ }).check();
  await page.getByRole('button', { name: 'Submit and take the next task', exact: true }).click();
  await page.getByText('Task 1 is mapped.').first().waitFor();
  const heading = async () => Number((await page.getByRole('heading', { level: 1 }).innerText()).replace(/\D/g, ''));
  await expect.poll(heading).toBeGreaterThan(1);
  const next = await heading();
  await editorAt(page, next);
  await expect.poll(() => outlined()).toEqual([String(next)]);
  await expect.poll(() => editor.evaluate(() => (window as unknown as EditorWindow).isTheSame)).toBe(true);
  expect([...code]).toEqual([site.url]);
  expect(failures).toEqual([]);
});

it('Rapid opens in the page with the task’s outline, also where the services that it asks do not answer', async () => {
  const { page, failures } = await atWork('sanderling', 16, 'RAPID');
  const editor = await editorAt(page, 16);
  await editor.getByRole('button', { name: 'Area' }).waitFor();
  await expect.poll(() => editor.locator('canvas').count()).toBeGreaterThan(0);
  expect(failures).toEqual([]);
});

it('a task with edits that are not saved is not handed in, nor left without being asked', async () => {
  const { page, token } = await atWork('tidepool', 6, 'ID');
  const editor = await editorAt(page, 6);
  await editor.locator('button.add-point').click();
  const map = (await page.locator('iframe').boundingBox())!;
  await page.mouse.click(map.x + map.width * 0.65, map.y + map.height * 0.55);
  await page.getByText('1 edit is not saved yet. Save it in the editor first.').waitFor();
  await page.getByRole('radio', { name: /Yes, everything is mapped/ }).check();
  const submit = page.getByRole('button', { name: 'Submit and take the next task', exact: true });
  await expect.poll(() => submit.isDisabled()).toBe(true);

  await page.getByRole('link', { name: 'Tasks', exact: true }).click();
  const asks = page.getByRole('dialog', { name: 'Leave with 1 edit not saved?' });
  await asks.getByRole('button', { name: 'Stay and save' }).click();
  await asks.waitFor({ state: 'detached' });

  // Without the edit nothing stands against it any more.
  await editor.locator('button.undo-button').click();
  await expect.poll(() => submit.isEnabled(), { timeout: 40_000 }).toBe(true);
  await page.getByRole('button', { name: 'Submit only', exact: true }).click();
  await page.waitForURL(/\/tasks/);
  const status = 'query ($p: ID!) { project(id: $p) { task(number: 6) { status } } }';
  await expect
    .poll(async () => (await site.get(status, { p: String(project) }, token)).project.task.status)
    .toBe('MAPPED');
});

it('what was answered and written survives a reload and the end of the time', async () => {
  const { page, token } = await atWork('quillwort', 3, 'JOSM');
  await page.getByRole('radio', { name: /Not yet/ }).check();
  await page.getByRole('textbox', { name: 'Comment' }).fill('The north is done.');
  await page.reload();
  const comment = page.getByRole('textbox', { name: 'Comment' });
  await expect.poll(() => comment.inputValue()).toBe('The north is done.');
  await expect.poll(() => page.getByRole('radio', { name: /Not yet/ }).isChecked()).toBe(true);

  // Given back elsewhere: the page says so, and loses nothing.
  await site.get(
    'mutation ($p: ID!) { stopMapping(input: { projectId: $p, taskNumber: 3 }) { __typename } }',
    { p: String(project) },
    token,
  );
  await page.getByText('Your time for this task has ended.').waitFor();
  await expect.poll(() => comment.inputValue()).toBe('The north is done.');
  await page.getByRole('button', { name: 'Take it again' }).click();
  await page.getByText('Your time for this task has ended.').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Submit only', exact: true }).click();
  await page.waitForURL(/\/tasks/);
  await page.getByText('The north is done.').first().waitFor();
});

it('JOSM is told everything in order, each when the one before is done, and when it is not there how to turn it on', async () => {
  const { page, token } = await atWork('saltmarsh', 9, 'JOSM');
  await page.getByRole('button', { name: 'Open in JOSM' }).click();
  await page.getByText('JOSM does not answer. Start JOSM on this computer').waitFor();

  // What JOSM's remote control would hear, at its own address.
  const heard: URL[] = [];
  let open = 0;
  let most = 0;
  const josm = createServer((request, response) => {
    heard.push(new URL(request.url!, 'http://127.0.0.1:8111'));
    most = Math.max(most, ++open);
    setTimeout(() => {
      open--;
      response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/plain' }).end('OK\r\n');
    }, 100);
  }).listen(8111, '127.0.0.1');
  await once(josm, 'listening');
  try {
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('JOSM has loaded the task.').waitFor();
  } finally {
    josm.closeAllConnections();
    josm.close();
  }
  expect(heard.map((url) => url.pathname)).toEqual(['/version', '/import', '/load_and_zoom']);
  expect(most).toBe(1);
  // The outline that JOSM is sent to fetch is there for it, without a cookie.
  const outline = await fetch(heard[1]!.searchParams.get('url')!);
  expect(await outline.text()).toContain('<osm');

  // Another editor is the person's choice from now on, here and elsewhere.
  await page.getByRole('button', { name: 'Editor: JOSM' }).click();
  await page.getByRole('menuitem', { name: 'iD', exact: true }).click();
  await expect
    .poll(
      async () => (await site.get('{ viewer { person { defaultEditor } } }', {}, token)).viewer.person.defaultEditor,
    )
    .toBe('ID');
});

it('the page has no fault that axe finds, wide and folded, light and dark', async () => {
  const { page } = await atWork('reader', 11, 'JOSM');
  await page.getByRole('button', { name: 'Submit and take the next task', exact: true }).waitFor();
  await page.getByRole('textbox', { name: 'Comment' }).waitFor();
  // The editor's own page is not ours to mend.
  const faults = () => barriersInBothThemes(page, { practice: false });
  expect(await faults()).toEqual([]);
  await page.getByRole('tab', { name: 'Resources' }).click();
  await page.getByRole('link', { name: 'Outline as GPX' }).waitFor();
  expect(await faults()).toEqual([]);
  await page.getByRole('button', { name: 'Make the panel narrow' }).click();
  expect(await faults()).toEqual([]);
  await page.getByRole('button', { name: 'Show the panel' }).click();
  await page.getByRole('link', { name: 'Outline as GPX' }).waitFor();
});

it('on a phone there is the task’s map with ways to an editor, and nothing scrolls sideways', async () => {
  const { page, failures } = await atWork('phoebe', 14, 'ID', PHONE);
  await page.getByRole('heading', { name: 'Task 14' }).waitFor();
  await page.getByRole('button', { name: 'Open in an editor' }).tap();
  const link = page.getByRole('menuitem', { name: 'Open in iD' });
  await expect.poll(() => link.getAttribute('href')).toContain('gpx=');
  await expect.poll(() => sidewaysRoom(page)).toBe(0);
  await expect.poll(() => page.locator('iframe').count()).toBe(0);
  expect(failures).toEqual([]);
});

it('that imagery is unusable is not offered again once that was taken back', async () => {
  const token = await site.tokenOf('nightjar');
  const p = String(project);
  const { result } = await site.get(ACTIONS.lock, { p, n: 20 }, token);
  const version = result.task.lock.version;
  await site.get(ACTIONS.submit, { p, n: 20, version, status: 'BADIMAGERY', comment: '' }, token);
  await site.get(ACTIONS.undo, { p, n: 20 }, token);
  const { page, failures } = await atWork('nightjar', 20, 'JOSM');
  await page.getByRole('radio', { name: /Not yet/ }).waitFor();
  // The answers are there before what is known of the task is.
  await page.getByRole('radio', { name: /I cannot see enough/ }).waitFor({ state: 'detached' });
  expect(failures).toEqual([]);
});

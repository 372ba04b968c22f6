import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { boxOfTiles, publishedProject } from '../api/test/world.js';
import { barriersInBothThemes } from './barriers.js';
import { startChromium } from './chromium.js';
import { PHONE, sidewaysRoom, windowOf } from './person.js';
import { startSite, type Site } from './site.js';

let site: Site;
let browser: Browser;
let admin: string;
let writer: string;
let project: number;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), startChromium()]);
  [admin, writer] = await Promise.all([site.tokenOf('admin'), site.tokenOf('basalt')]);
  project = await publishedProject(site, admin, { areaOfInterest: boxOfTiles(15, 2, 2), zoom: 15 });
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const COMMENT = `mutation ($input: PostProjectCommentInput!) { postProjectComment(input: $input) { __typename } }`;
const COUNT = '{ viewer { unreadNotificationCount notifications(first: 1) { totalCount } } }';

/** Somebody names a person in the conversation of the project. */
const mention = (name: string, words: string) =>
  site.get(COMMENT, { input: { projectId: String(project), markdown: `@${name} ${words}` } }, writer);
const countOf = async (token: string): Promise<{ total: number; unread: number }> => {
  const { viewer } = await site.get(COUNT, {}, token);
  return { total: viewer.notifications.totalCount, unread: viewer.unreadNotificationCount };
};
/** Somebody with their welcome (already read) and some mentions. */
async function reader(name: string, mentions: number) {
  const token = await site.tokenOf(name);
  await site.get('mutation { markNotificationsRead(input: { all: true }) { __typename } }', {}, token);
  for (let n = 1; n <= mentions; n++) await mention(name, `note ${n}`);
  await expect.poll(() => countOf(token)).toMatchObject({ unread: mentions });
  return token;
}
const rows = (page: Page) => page.locator('li[data-number]');

it('the bell counts while the page is open, shows the newest, and marks all as read', async () => {
  const token = await reader('curlew', 1);
  const { page, failures } = await windowOf(browser, token, site.url);
  await page.goto('/about');
  await page.getByRole('button', { name: 'Inbox, 1 unread' }).waitFor();
  await mention('curlew', 'one more');
  await page.getByRole('button', { name: 'Inbox, 2 unread' }).click();
  await expect.poll(() => page.getByRole('link', { name: /You were mentioned/ }).count()).toBe(2);
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await page.getByRole('button', { name: 'Inbox, nothing unread' }).waitFor();
  await expect.poll(async () => (await countOf(token)).unread).toBe(0);
  expect(failures).toEqual([]);
});

it('a message is read on opening and leads on; filters stay in the address; new ones wait until they are asked for', async () => {
  const token = await reader('dunlin', 2);
  const { page, failures } = await windowOf(browser, token, site.url);
  await page.goto('/inbox');
  await expect.poll(() => rows(page).count()).toBe(3);
  await page.getByRole('button', { name: 'Unread only' }).click();
  await page.waitForURL(/unread=yes/);
  await expect.poll(() => rows(page).count()).toBe(2);

  await rows(page).first().getByRole('link').click();
  await page.waitForURL(/\/inbox\/\d+\?unread=yes/);
  await page.getByText('note 2').waitFor();
  await expect.poll(async () => (await countOf(token)).unread).toBe(1);
  await expect.poll(() => rows(page).count(), { message: 'what was read stays where it is' }).toBe(2);

  await mention('dunlin', 'note 3');
  await page.getByRole('button', { name: '1 new message — Show' }).waitFor();
  await expect.poll(() => rows(page).count()).toBe(2);
  await page.getByRole('button', { name: '1 new message — Show' }).click();
  await expect.poll(() => rows(page).getByText('Unread:').count()).toBe(2);

  await page.getByRole('link', { name: 'Open the project' }).click();
  await page.waitForURL(new RegExp(`/projects/${project}`));
  await page.goBack();
  await page.getByText('note 2').waitFor();
  expect(failures).toEqual([]);
});

it('with the keyboard alone messages are opened, selected, deleted and brought back', async () => {
  const token = await reader('egret', 4);
  const { page, failures } = await windowOf(browser, token, site.url);
  await page.goto('/inbox?kind=messages');
  await expect.poll(() => rows(page).count()).toBe(5);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByText('note 4').waitFor();
  for (const key of ['j', 'x', 'ArrowDown', 'x']) await page.keyboard.press(key);
  await page.getByText('2 selected').waitFor();
  await page.keyboard.press('#');
  await page.getByText('2 messages are deleted in a moment.').waitFor();
  await expect.poll(() => rows(page).count()).toBe(3);
  await page.getByRole('button', { name: 'Undo' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => rows(page).count()).toBe(5);
  expect((await countOf(token)).total).toBe(5);
  for (const key of ['x', '#']) await page.keyboard.press(key);
  await page.getByText('1 message is deleted in a moment.').waitFor();
  await expect.poll(async () => (await countOf(token)).total).toBe(4);
  await expect.poll(() => rows(page).count()).toBe(4);
  expect(failures).toEqual([]);
});

it('what was deleted is deleted, also for who leaves the inbox or the site before it cannot be taken back', async () => {
  const token = await reader('godwit', 2);
  const { page, failures } = await windowOf(browser, token, site.url);
  for (const [leave, left] of [
    [() => page.getByRole('link', { name: 'Explore' }).first().click(), 2],
    [() => page.goto('about:blank'), 1],
  ] as const) {
    await page.goto('/inbox');
    await expect.poll(() => rows(page).count()).toBe(left + 1);
    await rows(page).first().getByRole('link').click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByText('1 message is deleted in a moment.').waitFor();
    expect((await countOf(token)).total).toBe(left + 1);
    await leave();
    await expect.poll(async () => (await countOf(token)).total).toBe(left);
  }
  expect(failures).toEqual([]);
});

it('all that fit a filter are deleted at once, but not what came since', async () => {
  const token = await reader('fulmar', 34);
  const { page, failures } = await windowOf(browser, token, site.url);
  await page.goto(`/inbox?project=${project}`);
  await page.getByText('30 of 34').waitFor();
  await mention('fulmar', 'this came later');
  await page.getByRole('checkbox', { name: 'Select all in the list' }).check();
  await page.getByText('30 selected').waitFor();
  await page.getByRole('button', { name: 'Select all 34 that fit these filters' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByText('Delete 34 messages for good?').waitFor();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect.poll(() => countOf(token)).toEqual({ total: 2, unread: 1 });
  await expect.poll(() => rows(page).count()).toBe(1);
  expect(failures).toEqual([]);
});

it('who manages a team lets somebody in from the message that asks', async () => {
  const [manager, asker] = [await site.tokenOf('gannet'), await site.tokenOf('heron')];
  const [{ id: organisationId }] = (await site.get('{ viewer { organisationsManaged { id } } }', {}, admin)).viewer
    .organisationsManaged;
  const { createTeam } = await site.get(
    `mutation ($input: CreateTeamInput!) { createTeam(input: $input) { ... on CreateTeamPayload { team { id } } } }`,
    { input: { name: 'Tide watchers', organisationId, joinMethod: 'BY_REQUEST', visibility: 'PUBLIC' } },
    admin,
  );
  const teamId = createTeam.team.id;
  await site.get(
    'mutation ($input: AddTeamMemberInput!) { addTeamMember(input: $input) { __typename } }',
    { input: { teamId, username: 'gannet', function: 'MANAGER' } },
    admin,
  );
  await site.get(
    'mutation ($input: SetJoinRequestNotificationsInput!) { setJoinRequestNotifications(input: $input) { __typename } }',
    { input: { teamId, enabled: true } },
    manager,
  );
  await site.get(
    'mutation ($input: JoinTeamInput!) { joinTeam(input: $input) { __typename } }',
    { input: { teamId } },
    asker,
  );

  const { page, failures } = await windowOf(browser, manager, site.url);
  await page.goto('/inbox?kind=teams');
  await page.getByRole('link', { name: /Somebody asks to join the team Tide watchers/ }).click();
  await page.getByText('heron asks to join the team Tide watchers.').waitFor();
  await page.getByRole('button', { name: 'Let them in' }).click();
  await page.getByText('heron is in the team Tide watchers now.').waitFor();
  const { team } = await site.get(
    'query ($id: ID!) { team(id: $id) { members(first: 10) { nodes { person { username } } } } }',
    { id: teamId },
    manager,
  );
  expect(team.members.nodes.map(({ person }: { person: { username: string } }) => person.username)).toContain('heron');
  expect(failures).toEqual([]);
});

it('on a phone of 360 px the list leads to the message and back, and nothing scrolls sideways', async () => {
  const token = await reader('ibis', 2);
  const { page, failures } = await windowOf(browser, token, site.url, PHONE);
  await page.goto('/about');
  await page.getByRole('link', { name: 'Inbox, 2 unread' }).tap();
  await expect.poll(() => rows(page).count()).toBe(3);
  await expect.poll(() => sidewaysRoom(page)).toBe(0);
  await rows(page).first().getByRole('link').tap();
  await page.getByRole('heading', { level: 1, name: /You were mentioned/ }).waitFor();
  await expect.poll(() => sidewaysRoom(page)).toBe(0);
  await page.locator('main').getByRole('link', { name: 'Inbox', exact: true }).tap();
  await expect.poll(() => rows(page).count()).toBe(3);
  expect(failures).toEqual([]);
});

it('the list with some selected, a message, and the bell are without barriers, in light and in dark', async () => {
  const token = await reader('jacana', 2);
  const { page } = await windowOf(browser, token, site.url);
  await page.goto('/inbox');
  await expect.poll(() => rows(page).count()).toBe(3);
  await rows(page).nth(1).getByRole('checkbox').check();
  expect(await barriersInBothThemes(page)).toEqual([]);
  await rows(page).first().getByRole('link').click();
  await page.getByText('note 2').waitFor();
  await page.getByRole('article').getByRole('button', { name: 'Delete' }).click();
  expect(await barriersInBothThemes(page)).toEqual([]);
  await page.goto('/about');
  await page.getByRole('button', { name: /^Inbox/ }).click();
  await page.getByRole('link', { name: 'Open the inbox' }).waitFor();
  expect(await barriersInBothThemes(page)).toEqual([]);
});

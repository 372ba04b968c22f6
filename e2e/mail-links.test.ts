import { createServer, type AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mailTo, startMailbox, type Mailbox } from '../api/test/mailbox.js';
import { boxOfTiles, publishedProject } from '../api/test/world.js';
import { barriersInBothThemes } from './barriers.js';
import { startChromium } from './chromium.js';
import { windowOf } from './person.js';
import { startSite, type Site } from './site.js';

let mailbox: Mailbox;
let site: Site;
let browser: Browser;
beforeAll(async () => {
  mailbox = await startMailbox();
  const port = await freePort();
  const TM_APP_BASE_URL = `http://127.0.0.1:${port}`;
  const settings = { ...mailTo(mailbox), PORT: String(port), TM_APP_BASE_URL, TM_MAIL_DELAY: '1s' };
  [site, browser] = await Promise.all([startSite(settings), startChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
  await mailbox?.stop();
});

/** The mails' links hold the site's address, so it is known before the site listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The link to this path in the newest mail that came to an address. */
async function linkTo(path: string, address: string, mails = 1): Promise<string> {
  await expect.poll(() => mailbox.to(address).length, { timeout: 30_000 }).toBe(mails);
  return new RegExp(`http://\\S+${path}\\?token=\\S+`).exec(mailbox.to(address).at(-1)!.text!)![0];
}

const ADDRESS = 'dunlin@example.org';

it('an address is confirmed, and its mails are stopped, by links that are opened where nobody is signed in', async () => {
  const token = await site.tokenOf('dunlin');
  const { page, failures } = await windowOf(browser, token, site.url);
  await page.goto('/settings/profile');
  await page.getByLabel('E-mail').fill(ADDRESS);
  await page.getByText('Once you save, we send a link there').waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const confirm = await linkTo('/verify-email', ADDRESS);

  const elsewhere = await windowOf(browser, null, site.url);
  await elsewhere.page.goto(confirm.slice(0, -2));
  await elsewhere.page.getByRole('heading', { name: 'This link is not whole' }).waitFor();
  await elsewhere.page.goto(confirm);
  await elsewhere.page.getByRole('heading', { name: `Is ${ADDRESS} your address?` }).waitFor();
  expect(await barriersInBothThemes(elsewhere.page)).toEqual([]);
  const account = '{ viewer { account { emailVerified } notificationPreferences { type byMail } } }';
  expect((await site.get(account, {}, token)).viewer.account.emailVerified).toBe(false);
  await elsewhere.page.getByRole('button', { name: 'Yes, it is mine' }).click();
  await elsewhere.page.getByRole('heading', { name: 'Your e-mail address is confirmed' }).waitFor();
  expect((await site.get(account, {}, token)).viewer.account.emailVerified).toBe(true);
  await page.goto('/settings/profile');
  await page.getByText('Verified', { exact: true }).waitFor();

  const admin = await site.tokenOf('admin');
  const project = await publishedProject(site, admin, { areaOfInterest: boxOfTiles(15, 2, 2), zoom: 15 });
  await site.get(
    'mutation ($id: ID!) { postProjectComment(input: { projectId: $id, markdown: "@[dunlin], look." }) { __typename } }',
    { id: String(project) },
    admin,
  );
  const stop = await linkTo('/unsubscribe', ADDRESS, 2);
  await elsewhere.page.goto(stop);
  await elsewhere.page.getByRole('heading', { name: 'Stop these mails?' }).waitFor();
  await elsewhere.page.getByText('Somebody names you in a comment').waitFor();
  expect(await barriersInBothThemes(elsewhere.page)).toEqual([]);
  const byMail = async () =>
    (await site.get(account, {}, token)).viewer.notificationPreferences.find(
      ({ type }: { type: string }) => type === 'MENTION_NOTIFICATION',
    ).byMail;
  expect(await byMail()).toBe(true);
  await elsewhere.page.getByRole('button', { name: 'Stop these mails' }).click();
  for (const again of [false, true]) {
    if (again) await elsewhere.page.reload();
    await elsewhere.page.getByRole('heading', { name: 'These mails have stopped' }).waitFor();
    expect(await byMail()).toBe(false);
  }
  expect([...failures, ...elsewhere.failures]).toEqual([]);
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mailTo, startMailbox, type Mailbox } from '../../../test/mailbox.js';
import { startServer, type TestServer } from '../../../test/server.js';
import { ACTIONS, boxOfTiles, publishedProject } from '../../../test/world.js';
import type { MailKind } from '../../generated/prisma/client.js';
import { notify } from '../notifications/service.js';
import { sendMail } from './jobs.js';

type Person = Awaited<ReturnType<TestServer['person']>>;

describe('mails of notifications', () => {
  let mailbox: Mailbox;
  let server: TestServer;
  let writer: Person;
  let number = 0;
  const addressOf = ({ username }: Person) => `${username}@example.org`;

  beforeAll(async () => {
    mailbox = await startMailbox();
    server = await startServer(mailTo(mailbox), { jobs: false });
    writer = await server.person('writer');
  });
  afterAll(async () => {
    await server?.stop();
    await mailbox?.stop();
  });
  beforeEach(() => {
    mailbox.mails.length = 0;
    mailbox.refuse = () => undefined;
  });

  /** A person with a verified address, who hears of everything by mail. */
  async function reader(data: object = {}): Promise<Person> {
    const person = await server.person(`reader${number++}`);
    await server.database.prisma.person.update({
      where: { id: person.id },
      data: { email: addressOf(person), emailVerified: true, ...data },
    });
    return person;
  }
  const tell = (to: Person[], subject = 'A subject', body = 'A body', more: object = {}) =>
    notify(server.database, [
      {
        type: 'MENTION_NOTIFICATION',
        to: to.map(({ id }) => id),
        from: writer.id,
        subject,
        body,
        ...more,
      },
    ]);
  /** What the worker would do now. */
  const send = (person: Person, kind: MailKind = 'NOTIFICATIONS') =>
    sendMail.run(server.services, { person: person.id, kind });
  const jobsFor = async ({ id }: Person) =>
    (
      await server.database.pool.query(
        `select key, extract(epoch from run_at - now())::int as seconds from graphile_worker.jobs where key ~ $1 order by key`,
        [` ${id}$`],
      )
    ).rows;
  const stateOf = ({ id }: Person) =>
    server.database.prisma.mail.findMany({
      where: { personId: id },
      select: { state: true, attempts: true, reason: true },
    });
  const prefer = (who: Person, preferences: object[]) =>
    server.get(
      `mutation ($input: SetNotificationPreferencesInput!) { setNotificationPreferences(input: $input) { __typename } }`,
      { input: { preferences } },
      who.token,
    );

  it('tells one notification in text and HTML, with the headers of a machine', async () => {
    const who = await reader();
    await tell([who], 'You were mentioned\r\nBcc: all@example.org', '**Hello** <script>x</script> [here](/projects/5)');
    expect(await jobsFor(who)).toEqual([{ key: `mail NOTIFICATIONS ${who.id}`, seconds: expect.any(Number) }]);
    expect(await send(who)).toMatch(/^Sent mail/);

    expect(mailbox.mails).toHaveLength(1);
    const [mail] = mailbox.to(addressOf(who));
    expect(mail!.subject).toBe('You were mentioned Bcc: all@example.org');
    expect(mail!.bcc).toBeUndefined();
    expect(mail!.from!.value).toEqual([{ name: 'Tasks & more', address: 'tasks@example.org' }]);
    expect(mail!.date!.getTime()).toBeGreaterThan(Date.now() - 60_000);
    expect(mail!.messageId).toMatch(/^<\d+\.\d+@127\.0\.0\.1>$/);
    expect(mail!.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail!.headerLines.find(({ key }) => key === 'list-unsubscribe-post')!.line).toBe(
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    );
    expect(mail!.text).toContain('**Hello**');
    expect(mail!.text).toContain(`Hello ${who.username}`);
    expect(mail!.html).toContain('<strong>Hello</strong>');
    expect(mail!.html).not.toContain('<script');
    expect(mail!.html).toContain('href="http://127.0.0.1:3000/projects/5"');
    expect(mail!.html).toContain('Tasks &amp; more');
    expect(mail!.html).not.toMatch(/<img|url\(|src=/);
    expect(await stateOf(who)).toEqual([{ state: 'SENT', attempts: 1, reason: null }]);

    expect(await send(who)).toMatch(/^Nothing/);
    expect(mailbox.mails).toHaveLength(1);
  });

  it('leaves pictures out, and tells their words', async () => {
    const who = await reader();
    await tell([who], 'A subject', 'Look: ![a red roof](https://example.org/seen.png)');
    await send(who);
    expect(mailbox.mails[0]!.html).toContain('Look: a red roof');
    expect(mailbox.mails[0]!.html).not.toContain('<img');
  });

  it('makes one mail of a hundred verdicts', async () => {
    const admin = await server.person('administrator', 'ADMIN');
    const validator = await server.person('validator');
    await server.database.prisma.person.update({ where: { id: validator.id }, data: { levelId: 2 } });
    const who = await reader();
    const p = await publishedProject(server, admin.token, { areaOfInterest: boxOfTiles(14, 10, 10), zoom: 14 });
    const { pool } = server.database;
    await pool.query(`update project_progress set tasks_mapped = 100 where project_id = $1`, [p]);
    await pool.query(`update task set status = 'MAPPED', mapped_by = $2 where project_id = $1`, [p, who.id]);
    await pool.query(`update person set tasks_mapped = 100 where id = $1`, [who.id]);
    for (let first = 1; first <= 100; first += 5) {
      const n = [0, 1, 2, 3, 4].map((more) => first + more);
      const { result } = await server.get(ACTIONS.lockMany, { p, n }, validator.token);
      const results = (result.tasks as { number: number; lock: { version: number } }[]).map(({ number, lock }) => ({
        taskNumber: number,
        lockVersion: lock.version,
        status: number % 2 ? 'VALIDATED' : 'INVALIDATED',
      }));
      await server.get(ACTIONS.validate, { p, results }, validator.token);
    }
    // One of a submit and verdict.
    expect(await server.database.prisma.mailItem.count({ where: { personId: who.id } })).toBe(40);
    expect(await jobsFor(who)).toHaveLength(1);
    await send(who);
    const [mail, ...more] = mailbox.to(addressOf(who));
    expect(more).toEqual([]);
    expect(mail!.subject).toBe('40 new notifications');
    expect(mail!.text).toContain('Your work on task 1 of project');
    expect(mail!.text).toContain('And 15 more');
    expect(mail!.html).toContain(`/projects/${p}/tasks?task=1"`);
  });

  it('keeps for a digest what is wanted there, and sends it as one mail', async () => {
    const who = await reader({ digestFrequency: 'WEEKLY' });
    await prefer(who, [{ type: 'BROADCAST', digest: true }]);
    await tell([who], 'At once');
    await tell([who], 'First for the summary', 'x', { type: 'BROADCAST' });
    await tell([who], 'Second for the summary', 'x', { type: 'BROADCAST' });
    const [digest, now] = await jobsFor(who);
    expect(digest.seconds).toBeGreaterThan(6.9 * 86_400);
    expect(now.seconds).toBeLessThanOrEqual(60);
    await send(who);
    await send(who, 'DIGEST');
    expect(mailbox.to(addressOf(who)).map(({ subject }) => subject)).toEqual([
      'At once',
      'Your summary: 2 notifications',
    ]);
    const daily = await reader();
    await prefer(daily, [{ type: 'MENTION_NOTIFICATION', digest: true }]);
    await tell([daily]);
    expect((await jobsFor(daily))[0].seconds).toBeGreaterThan(0.9 * 86_400);
    expect((await jobsFor(daily))[0].seconds).toBeLessThanOrEqual(86_400);
  });

  it('sends none to the unverified, the blocked, the deleted and those who want none', async () => {
    const people = {
      'no address': await reader({ email: null }),
      unverified: await reader({ emailVerified: false }),
      blocked: await reader({ role: 'READ_ONLY' }),
      deleted: await reader({ deletedAt: new Date() }),
      'without mail': await reader(),
      'without any': await reader(),
    };
    await prefer(people['without mail'], [{ type: 'MENTION_NOTIFICATION', byMail: false }]);
    await prefer(people['without any'], [{ type: 'MENTION_NOTIFICATION', inApp: false, byMail: true }]);
    await tell(Object.values(people));
    for (const [name, who] of Object.entries(people)) {
      expect(await jobsFor(who), name).toEqual([]);
      expect(await send(who), name).toMatch(/^Nothing/);
    }
    expect(mailbox.mails).toEqual([]);
  });

  it('looks again before it sends: who was blocked or has read it gets none', async () => {
    const [blocked, read, refusing, deleting] = [await reader(), await reader(), await reader(), await reader()];
    await tell([blocked, read, refusing, deleting]);
    const { prisma } = server.database;
    await prisma.person.update({ where: { id: blocked.id }, data: { role: 'READ_ONLY' } });
    await prisma.message.updateMany({ where: { receiverId: read.id }, data: { readAt: new Date() } });
    await prefer(refusing, [{ type: 'MENTION_NOTIFICATION', byMail: false }]);
    await server.get(
      `mutation ($id: ID!) { deleteAccount(input: { personId: $id }) { __typename } }`,
      { id: String(deleting.id) },
      deleting.token,
    );
    for (const who of [blocked, read, refusing, deleting]) expect(await send(who)).toMatch(/^Nothing/);
    expect(mailbox.mails).toEqual([]);
    expect(await prisma.mailItem.count({ where: { personId: { in: [blocked.id, read.id, deleting.id] } } })).toBe(0);
  });

  it('tries again after 451, and tells what came meanwhile in the same mail', async () => {
    const who = await reader();
    mailbox.refuse = () => ({ code: 451, message: 'Come back later' });
    await tell([who], 'First');
    await expect(send(who)).rejects.toThrow('Come back later');
    expect(await stateOf(who)).toEqual([
      { state: 'QUEUED', attempts: 1, reason: expect.stringContaining('Come back later') },
    ]);
    await tell([who], 'Second');
    mailbox.refuse = () => undefined;
    await send(who);
    expect(mailbox.to(addressOf(who)).map(({ subject }) => subject)).toEqual(['2 new notifications']);
    expect(await stateOf(who)).toEqual([{ state: 'SENT', attempts: 2, reason: null }]);
  });

  it('writes a 550 down, and does not try again', async () => {
    const [gone, there] = [await reader(), await reader()];
    mailbox.refuse = (address) => (address === addressOf(gone) ? { code: 550, message: 'No such mailbox' } : undefined);
    await tell([gone, there]);
    expect(await send(gone)).toContain('No such mailbox');
    expect(await send(gone)).toMatch(/^Nothing/);
    await send(there);
    expect(mailbox.mails).toHaveLength(1);
    expect(await stateOf(gone)).toEqual([
      { state: 'FAILED', attempts: 1, reason: expect.stringContaining('No such mailbox') },
    ]);

    const STATE = `{ mailState { __typename ... on Error { code message } ... on MailState { isOn gatheringCount queuedCount sentLastDay failedLastDay
      failures(first: 1) { totalCount nodes { kind attempts reason person { username } } } } } }`;
    const admin = await server.person('postmaster', 'ADMIN');
    const { mailState } = await server.get(STATE, {}, admin.token);
    expect(mailState).toMatchObject({
      __typename: 'MailState',
      isOn: true,
      queuedCount: 0,
      failedLastDay: 1,
      failures: {
        totalCount: 1,
        nodes: [{ kind: 'NOTIFICATIONS', attempts: 1, person: { username: gone.username } }],
      },
    });
    expect(mailState.sentLastDay).toBeGreaterThan(0);
    const blocked = await server.person('nobody', 'READ_ONLY');
    for (const [who, code] of [
      [undefined, 'NOT_SIGNED_IN'],
      [writer, 'NOT_PERMITTED'],
      [blocked, 'NOT_PERMITTED'],
    ] as const)
      expect((await server.get(STATE, {}, who?.token)).mailState.code).toBe(code);
  });

  it('does not send twice what may have arrived before a crash, nor what is just being sent', async () => {
    const who = await reader();
    await tell([who], 'Before the crash');
    const claim = `select * from claim_mail($1, 'NOTIFICATIONS')`;
    expect((await server.database.pool.query(claim, [who.id])).rowCount).toBe(1);
    await tell([who], 'Meanwhile');
    await send(who);
    expect(mailbox.to(addressOf(who)).map(({ subject }) => subject)).toEqual(['Meanwhile']);
    await server.database.pool.query(
      `update mail set changed_at = now() - interval '1 hour' where person_id = $1 and state = 'SENDING'`,
      [who.id],
    );
    expect(await send(who)).toMatch(/^Nothing/);
    expect(mailbox.mails).toHaveLength(1);
    expect((await stateOf(who)).map(({ state }) => state).sort()).toEqual(['FAILED', 'SENT']);
  });

  it('sends one mail when the job runs many times at once', async () => {
    const who = await reader();
    await tell([who]);
    const done = await Promise.all(Array.from({ length: 6 }, () => send(who)));
    expect(done.filter((what) => what.startsWith('Sent'))).toHaveLength(1);
    expect(mailbox.to(addressOf(who))).toHaveLength(1);
  });

  describe('the link to stop them', () => {
    const linkOf = (mail: Mailbox['mails'][number]) => {
      const { line } = mail.headerLines.find(({ key }) => key === 'list-unsubscribe')!;
      return line.replace(/\s+/g, '').replace(/^List-Unsubscribe:<http:\/\/127\.0\.0\.1:3000(.*)>$/, '$1');
    };
    const choice = async (who: Person) =>
      (
        await server.get(`{ viewer { notificationPreferences { type inApp byMail } } }`, {}, who.token)
      ).viewer.notificationPreferences.find(({ type }: { type: string }) => type === 'MENTION_NOTIFICATION');

    const STOP = `mutation ($token: String!) { result: unsubscribe(input: { token: $token }) { __typename
      ... on Error { code message } ... on UnsubscribePayload { types } } }`;
    const ASKED = `query ($token: String!) { result: mailSubscription(token: $token) { __typename
      ... on Error { code message } ... on MailSubscription { types isOn } } }`;
    const types = ['MENTION_NOTIFICATION'];
    const tokenIn = (path: string) => new URL(path, server.url).searchParams.get('token')!;
    const sentTo = async (who: Person) => {
      await tell([who]);
      await send(who);
      return linkOf(mailbox.mails[0]!);
    };

    it('stops them by one click of a mail program, and not by being opened', async () => {
      const who = await reader();
      const path = await sentTo(who);
      expect(mailbox.mails[0]!.text).toContain(path);

      for (const method of ['GET', 'HEAD']) await fetch(server.url + path, { method });
      expect(await choice(who)).toMatchObject({ byMail: true });

      for (const body of [new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }), oneClickForm(), undefined])
        expect((await fetch(server.url + path, { method: 'POST', body })).status).toBe(200);
      expect(await choice(who)).toEqual({ type: 'MENTION_NOTIFICATION', inApp: true, byMail: false });
      await tell([who]);
      expect(await send(who)).toMatch(/^Nothing/);
    });

    it('says which mails it is about, and stops them for a visitor and for whoever has it, however often', async () => {
      const who = await reader();
      const other = await reader();
      const token = tokenIn(await sentTo(who));
      const asked = async () => (await server.get(ASKED, { token })).result;
      expect(await asked()).toEqual({ __typename: 'MailSubscription', types, isOn: true });
      for (const by of [undefined, other.token])
        expect((await server.get(STOP, { token }, by)).result).toEqual({ __typename: 'UnsubscribePayload', types });
      expect(await asked()).toEqual({ __typename: 'MailSubscription', types, isOn: false });
      expect(await choice(who)).toEqual({ type: 'MENTION_NOTIFICATION', inApp: true, byMail: false });
      expect(await choice(other)).toMatchObject({ byMail: true });
    });

    it('is refused when it is not ours', async () => {
      const who = await reader();
      const path = await sentTo(who);
      for (const wrong of [
        '/unsubscribe',
        '/unsubscribe?token=x.y',
        path.slice(0, -3),
        path.replace('token=', 'token=e'),
        path.replace('token=', 'token=a&token='),
      ]) {
        const answer = await fetch(server.url + wrong, { method: 'POST' });
        expect(answer.status, wrong).toBe(400);
        expect(await answer.text()).toContain('This link is not whole');
        for (const operation of [ASKED, STOP])
          expect((await server.get(operation, { token: tokenIn(wrong) ?? '' })).result.code, wrong).toBe(
            'BAD_SIGNATURE',
          );
      }
      const verify = `mutation ($token: String!) { result: verifyEmail(input: { token: $token }) { ... on Error { code } } }`;
      expect((await server.get(verify, { token: tokenIn(path) })).result.code).toBe('BAD_SIGNATURE');
      expect(await choice(who)).toMatchObject({ byMail: true });
    });
  });
});

function oneClickForm() {
  const form = new FormData();
  form.set('List-Unsubscribe', 'One-Click');
  return form;
}

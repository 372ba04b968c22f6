import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mailTo, startMailbox, type Mailbox } from '../../../test/mailbox.js';
import { startServer, type TestServer } from '../../../test/server.js';
import { sign } from '../../signed.js';
import { sendMail } from './jobs.js';

const SET = `mutation ($input: UpdateMyProfileInput!) { result: updateMyProfile(input: $input) { __typename ... on Error { message }
  ... on UpdateMyProfilePayload { verificationEmailSent viewer { account { email emailVerified digestFrequency } } } } }`;
const VERIFY = `mutation ($token: String!) { result: verifyEmail(input: { token: $token }) { __typename
  ... on Error { code message } ... on VerifyEmailPayload { email } } }`;
const SEND = `mutation ($email: String!) { result: sendVerificationEmail(input: { email: $email }) { __typename ... on Error { code message }
  ... on NotPermitted { reason } ... on SendVerificationEmailPayload { viewer { account { email } } } } }`;
const ASKED = `query ($token: String!) { result: emailVerification(token: $token) { __typename
  ... on Error { code message } ... on EmailVerification { email isVerified } } }`;
const ACCOUNT = `{ viewer { account { email emailVerified } } }`;

describe('the proof of a mail address', () => {
  let mailbox: Mailbox;
  let server: TestServer;
  let who: Awaited<ReturnType<TestServer['person']>>;
  let number = 0;

  beforeAll(async () => {
    mailbox = await startMailbox();
    server = await startServer(mailTo(mailbox), { jobs: false });
  });
  afterAll(async () => {
    await server?.stop();
    await mailbox?.stop();
  });
  beforeEach(async () => {
    mailbox.mails.length = 0;
    who = await server.person(`person${number++}`);
  });

  const save = async (email: string | null) => (await server.get(SET, { input: { email } }, who.token)).result;
  const send = () => sendMail.run(server.services, { person: who.id, kind: 'VERIFICATION' });
  const account = async () => (await server.get(ACCOUNT, {}, who.token)).viewer.account;
  const verify = async (token: string, token2?: string) => (await server.get(VERIFY, { token }, token2)).result;
  const asked = async (token: string) => (await server.get(ASKED, { token })).result;
  const linkIn = (mail: Mailbox['mails'][number]) =>
    /http:\/\/127\.0\.0\.1:3000(\/verify-email\?token=\S+)/.exec(mail.text!)![1]!;
  const tokenIn = (mail: Mailbox['mails'][number]) => new URL(linkIn(mail), 'http://here').searchParams.get('token')!;

  it('comes by a link that is mailed to a new address, whoever opens it', async () => {
    expect(await save('Ann@Example.org')).toMatchObject({
      verificationEmailSent: true,
      viewer: { account: { email: 'ann@example.org', emailVerified: false, digestFrequency: 'DAILY' } },
    });
    await send();
    const [mail] = mailbox.to('ann@example.org');
    expect(mail!.subject).toBe('Confirm your mail address for Tasks & more');
    expect(mail!.headers.has('list-unsubscribe')).toBe(false);
    expect(mail!.html).toContain(`href="http://127.0.0.1:3000${linkIn(mail!)}"`);
    expect(await verify(tokenIn(mail!))).toEqual({ __typename: 'VerifyEmailPayload', email: 'ann@example.org' });
    expect(await account()).toEqual({ email: 'ann@example.org', emailVerified: true });

    // The same address again asks for nothing; another one is to be proved anew.
    expect((await save('ANN@example.org')).verificationEmailSent).toBe(false);
    expect(await account()).toMatchObject({ emailVerified: true });
    expect((await save('ann@example.com')).verificationEmailSent).toBe(true);
    expect(await account()).toEqual({ email: 'ann@example.com', emailVerified: false });
    expect((await verify(tokenIn(mail!))).code).toBe('INVALID_EMAIL');
    expect((await save(null)).verificationEmailSent).toBe(false);
    expect(await send()).toMatch(/^Nothing/);
  });

  it('is not taken by looking at the link, and once it is taken the link says so, however often it is used', async () => {
    await save('looks@example.org');
    await send();
    const link = linkIn(mailbox.mails[0]!);
    const token = tokenIn(mailbox.mails[0]!);
    for (const method of ['GET', 'HEAD', 'POST']) await fetch(server.url + link, { method });
    expect(await asked(token)).toEqual({
      __typename: 'EmailVerification',
      email: 'looks@example.org',
      isVerified: false,
    });
    expect(await account()).toMatchObject({ emailVerified: false });
    const stranger = await server.person(`stranger${number++}`);
    for (const by of [undefined, stranger.token])
      expect(await verify(token, by)).toEqual({ __typename: 'VerifyEmailPayload', email: 'looks@example.org' });
    expect(await account()).toEqual({ email: 'looks@example.org', emailVerified: true });
    expect(await asked(token)).toMatchObject({ isVerified: true });
  });

  it('is refused when it is old, forged, or made for something else', async () => {
    await save('refused@example.org');
    const claim = { person: who.id, email: 'refused@example.org', until: Date.now() / 1000 + 60 };
    const secret = mailTo(mailbox).TM_SECRET!;
    const cases = {
      EXPIRED_TOKEN: [sign(secret, 'verify-email', { ...claim, until: Date.now() / 1000 - 1 })],
      BAD_SIGNATURE: [
        sign('another secret that is long', 'verify-email', claim),
        sign(secret, 'unsubscribe', claim),
        sign(secret, 'verify-email', { person: who.id }),
        '',
        '\0',
        'a.b.c',
      ],
      INVALID_EMAIL: [
        sign(secret, 'verify-email', { ...claim, email: 'other@example.org' }),
        sign(secret, 'verify-email', { ...claim, person: 2_000_000_000 }),
      ],
    };
    for (const [code, tokens] of Object.entries(cases))
      for (const token of tokens)
        for (const { code: answered } of [await asked(token), await verify(token)]) expect(answered, token).toBe(code);
    expect(await account()).toMatchObject({ emailVerified: false });
    expect((await verify(sign(secret, 'verify-email', claim))).__typename).toBe('VerifyEmailPayload');
  });

  it('is mailed again when asked for, once a minute and ten times a day', async () => {
    const again = async (email = 'Again@example.org') => (await server.get(SEND, { email }, who.token)).result;
    expect((await again()).code).toBe('INVALID_INPUT');
    await save('again@example.org');
    for (const wrong of ['other@example.org', '', '\0', 'x'.repeat(300)])
      expect((await again(wrong)).code).toBe('INVALID_INPUT');
    for (let round = 0; round < 3; round++) expect((await again()).__typename).toBe('SendVerificationEmailPayload');
    await send();
    expect(await send()).toMatch(/^Nothing/);
    expect(mailbox.mails).toHaveLength(1);
    const pass = () =>
      server.database.pool.query(
        `update mail set created_at = created_at - interval '2 minutes', changed_at = changed_at - interval '2 minutes' where person_id = $1`,
        [who.id],
      );
    for (let round = 1; round < 10; round++) {
      await pass();
      expect((await again()).__typename).toBe('SendVerificationEmailPayload');
      await send();
    }
    expect(mailbox.mails).toHaveLength(10);
    await pass();
    expect(await again()).toMatchObject({ code: 'NOT_PERMITTED', reason: 'TOO_MANY_MAILS' });
    await verify(tokenIn(mailbox.mails[3]!));
    expect((await again()).message).toContain('verified already');
    expect((await server.get(SEND, { email: 'a@b.example' })).result.code).toBe('NOT_SIGNED_IN');
  });

  it('is not offered where no mail is sent, and nothing is queued there', async () => {
    const quiet = await startServer({}, { jobs: false });
    try {
      const person = await quiet.person('quiet');
      const { result } = await quiet.get(SET, { input: { email: 'quiet@example.org' } }, person.token);
      expect(result).toMatchObject({ verificationEmailSent: false, viewer: { account: { emailVerified: false } } });
      expect((await quiet.get(SEND, { email: 'quiet@example.org' }, person.token)).result.message).toContain(
        'No mail is sent from here',
      );
      expect((await quiet.get(VERIFY, { token: 'x.y' })).result.code).toBe('BAD_SIGNATURE');
      expect((await quiet.get('{ instance { sendsMail } }')).instance).toEqual({ sendsMail: false });
      expect((await server.get('{ instance { sendsMail } }')).instance).toEqual({ sendsMail: true });
      const { rows } = await quiet.database.pool.query('select (select count(*)::int from mail) as mails');
      expect(rows[0].mails).toBe(0);
    } finally {
      await quiet.stop();
    }
  });
});

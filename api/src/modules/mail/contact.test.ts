import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { mailTo, startMailbox, type Mailbox } from '../../../test/mailbox.js';
import { v2 } from '../../../test/rest.js';
import { startServer, type TestServer } from '../../../test/server.js';

const LETTER = { name: 'Ann <b>', email: 'ann@example.org', content: 'Please\n<script>alert(1)</script> call me' };
const write = (server: TestServer, body: unknown) => v2(server, '/system/contact-admin/', { method: 'POST', body });

describe('what is written to the administrators', () => {
  let mailbox: Mailbox;
  let server: TestServer;
  beforeAll(async () => {
    mailbox = await startMailbox();
    server = await startServer({ ...mailTo(mailbox), TM_EMAIL_CONTACT_ADDRESS: 'team@example.org' });
  });
  afterAll(async () => {
    await server?.stop();
    await mailbox?.stop();
  });

  it(
    'is mailed to the address of the operators, harmless, to be answered to who wrote',
    { timeout: 30_000 },
    async () => {
      expect(await write(server, LETTER)).toMatchObject({ status: 201, body: { Success: 'Email sent' } });
      await vi.waitFor(() => expect(mailbox.to('team@example.org')).toHaveLength(1), {
        timeout: 20_000,
        interval: 100,
      });
      const [mail] = mailbox.to('team@example.org');
      expect(mail!.replyTo!.text).toBe('ann@example.org');
      expect(mail!.text).toContain(LETTER.content);
      expect(mail!.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
      expect(mail!.html).not.toContain('<script>');
    },
  );

  it('is refused where it does not fit', async () => {
    for (const body of [
      {},
      { ...LETTER, name: ' ' },
      { ...LETTER, content: '' },
      { ...LETTER, email: 'nowhere' },
      { ...LETTER, email: 'a@example.org\r\nBcc: b@example.org' },
      { ...LETTER, content: 7 },
    ])
      expect(await write(server, body), JSON.stringify(body)).toMatchObject({
        status: 400,
        body: { SubCode: 'InvalidData' },
      });
    for (const none of [undefined, []]) expect((await write(server, none)).status).toBe(422);
  });

  it('is taken ten times an hour from one address, also by several instances at the same moment', async () => {
    const { database } = server;
    await database.query({ name: '', text: 'delete from counted_action' });
    const statuses = await Promise.all(Array.from({ length: 14 }, async () => (await write(server, LETTER)).status));
    expect(statuses.filter((status) => status === 201)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(4);
    // What is counted is in the database, where another instance finds it; an hour later it is counted anew.
    await database.query({ name: '', text: "update counted_action set until = until - interval '1 hour'" });
    expect((await write(server, LETTER)).status).toBe(201);
  });
});

describe('without mail', () => {
  it('administrators get it as a notification; without an address nobody does', async () => {
    const quiet = await startServer({ TM_EMAIL_CONTACT_ADDRESS: 'team@example.org' }, { jobs: false });
    const closed = await startServer({}, { jobs: false });
    try {
      const ada = await quiet.person('ada', 'ADMIN');
      await quiet.person('max');
      const taken = async (server: TestServer) => (await server.get('{ instance { takesMessages } }')).instance;
      expect(await taken(quiet)).toEqual({ takesMessages: true });
      expect(await taken(closed)).toEqual({ takesMessages: false });
      expect((await write(quiet, LETTER)).status).toBe(201);
      const messages = await quiet.database.prisma.message.findMany();
      expect(messages).toMatchObject([
        { receiverId: ada.id, senderId: null, body: expect.stringContaining('ann@example.org') },
      ]);
      expect(await write(closed, LETTER)).toMatchObject({ status: 501, body: { SubCode: 'NotImplemented' } });
    } finally {
      await quiet.stop();
      await closed.stop();
    }
  });
});

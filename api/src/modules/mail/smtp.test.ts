import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { mailTo } from '../../../test/mailbox.js';
import { readSettings, type MailSettings } from '../../settings.js';
import { deliver, oneLine } from './smtp.js';

const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

describe('a mail that is handed over', () => {
  let server: SMTPServer;
  let arrived = 0;
  afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

  /** What becomes of a mail at a server of these ways. */
  async function deliverTo(options: SMTPServerOptions, settings: Partial<MailSettings> = {}) {
    arrived = 0;
    server = new SMTPServer({
      authOptional: true,
      closeTimeout: 100,
      onData(stream, _session, callback) {
        stream.resume().on('end', () => {
          arrived++;
          callback();
        });
      },
      ...options,
    }).on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    const { mail } = readSettings({ NODE_ENV: 'test', ...mailTo({ port }) });
    return deliver(
      { ...mail!, ...settings },
      { to: 'ann@example.org', senderName: 'Tasks', messageId: '1@example.org' },
      { subject: 'Hello', text: 'Hello', html: '<p>Hello</p>' },
    );
  }

  it('does not go in the clear where TLS is asked for', async () => {
    const delivery = await deliverTo({ disabledCommands: ['STARTTLS'] }, { startTls: true });
    expect(delivery).toEqual({ outcome: 'LATER', reason: expect.any(String) });
    expect(arrived).toBe(0);
  });

  it('does not go to a server whose certificate is not trusted', async () => {
    const delivery = await deliverTo({}, { startTls: true });
    expect(delivery).toEqual({ outcome: 'LATER', reason: expect.stringMatching(/certificate/i) });
    expect(arrived).toBe(0);
  });

  it('waits for the operator when the password is wrong, and goes with the right one', async () => {
    const asking: SMTPServerOptions = {
      authOptional: false,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      onAuth: ({ password }, _session, callback) =>
        password === 'right' ? callback(null, { user: 'tasks' }) : callback(refusal(535, 'Wrong password')),
    };
    const wrong = await deliverTo(asking, { user: 'tasks', password: 'wrong' });
    expect(wrong).toEqual({ outcome: 'LATER', reason: expect.stringContaining('Wrong password') });
    await new Promise<void>((resolve) => server.close(() => resolve()));
    expect(await deliverTo(asking, { user: 'tasks', password: 'right' })).toEqual({ outcome: 'SENT' });
    expect(arrived).toBe(1);
  });

  it('waits when the whole server is closed, and not when the mail itself is refused', async () => {
    const plain: SMTPServerOptions = { disabledCommands: ['STARTTLS', 'AUTH'] };
    const closed = await deliverTo({ ...plain, onConnect: (_session, callback) => callback(refusal(554, 'Closed')) });
    expect(closed).toMatchObject({ outcome: 'LATER' });
    await new Promise<void>((resolve) => server.close(() => resolve()));
    const refused = await deliverTo({
      ...plain,
      onData: (stream, _session, callback) =>
        void stream.resume().on('end', () => callback(refusal(554, 'Looks like junk'))),
    });
    expect(refused).toEqual({ outcome: 'REFUSED', reason: expect.stringContaining('Looks like junk') });
  });
});

it('a line of a header is one line', () => {
  expect(oneLine('a\r\nBcc: b@example.org\u2028c\0d\te')).toBe('a Bcc: b@example.org c d e');
  expect([...oneLine('🌍'.repeat(300))]).toHaveLength(200);
});

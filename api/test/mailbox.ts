import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What a mail server says no with; 4xx: later, 5xx: never. */
type Refusal = { code: number; message: string } | undefined;

/** A real mail server on a port of this computer, and all that came to it. */
export interface Mailbox {
  port: number;
  mails: ParsedMail[];
  /** What came for an address, the oldest first. */
  to(address: string): ParsedMail[];
  /** Asked for each recipient. */
  refuse: (address: string) => Refusal;
  stop(): Promise<void>;
}

/** Starts one, on a given port or a free one. */
export async function startMailbox(port = 0): Promise<Mailbox> {
  const mails: ParsedMail[] = [];
  const addressOf = (mail: ParsedMail) => [mail.to ?? []].flat().flatMap(({ value }) => value.map((to) => to.address));
  const mailbox: Mailbox = {
    port,
    mails,
    to: (address) => mails.filter((mail) => addressOf(mail).includes(address)),
    refuse: () => undefined,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    onRcptTo({ address }, _session, callback) {
      const refusal = mailbox.refuse(address);
      callback(refusal && Object.assign(new Error(refusal.message), { responseCode: refusal.code }));
    },
    onData(stream, _session, callback) {
      simpleParser(stream).then(
        (mail) => {
          mails.push(mail);
          callback();
        },
        (error: Error) => callback(error),
      );
    },
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  mailbox.port = (server.server.address() as AddressInfo).port;
  return mailbox;
}

/** Settings of an instance that sends its mail there. */
export const mailTo = ({ port }: Pick<Mailbox, 'port'>): Record<string, string> => ({
  TM_SMTP_HOST: '127.0.0.1',
  TM_SMTP_PORT: String(port),
  TM_SMTP_USE_TLS: 'false',
  TM_EMAIL_FROM_ADDRESS: 'tasks@example.org',
  TM_APP_BASE_URL: 'http://127.0.0.1:3000',
  TM_SECRET: 'a secret for these tests alone',
  TM_ORG_NAME: 'Tasks & more',
});

import nodemailer from 'nodemailer';
import type { MailSettings } from '../../settings.js';

export interface Letter {
  /** One line of text; whatever could begin another header is taken out. */
  subject: string;
  text: string;
  html: string;
  /** Where the person switches such mails off, by one click; only for mails that they can switch off. */
  unsubscribeUrl?: string;
  /** Where answers go, when not to the sender; one address. */
  replyTo?: string;
}

export interface Envelope {
  /** The address alone. */
  to: string;
  /** What the instance is called. */
  senderName: string;
  /** Without angle brackets; the same in each try, so that mailboxes can tell a mail that came twice. */
  messageId: string;
}

/** What became of a mail that was handed over: REFUSED is for good, LATER is worth another try. */
export type Delivery = { outcome: 'SENT' } | { outcome: 'REFUSED' | 'LATER'; reason: string };

const SECOND = 1000;

/** Text in one line, without control characters. */
export const oneLine = (text: string, most = 200) =>
  [...text.replace(/[\p{C}\p{Z}\s]+/gu, ' ').trim()].slice(0, most).join('');

/** Hands a mail over to the mail server. It never throws. */
export async function deliver(mail: MailSettings, envelope: Envelope, letter: Letter): Promise<Delivery> {
  const transport = nodemailer.createTransport({
    host: mail.host,
    port: mail.port,
    secure: mail.tls,
    requireTLS: mail.startTls && !mail.tls,
    ...(mail.user && { auth: { user: mail.user, pass: mail.password } }),
    connectionTimeout: 20 * SECOND,
    greetingTimeout: 20 * SECOND,
    socketTimeout: 60 * SECOND,
    // A text of a person is never a file or an address to fetch from.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: { name: oneLine(envelope.senderName), address: mail.from },
      to: { name: '', address: envelope.to },
      ...(letter.replyTo && { replyTo: { name: '', address: letter.replyTo } }),
      messageId: `<${envelope.messageId}>`,
      subject: oneLine(letter.subject),
      text: letter.text,
      html: letter.html,
      headers: {
        'Auto-Submitted': 'auto-generated', // so that nobody's out-of-office answers
        ...(letter.unsubscribeUrl && {
          'List-Unsubscribe': `<${letter.unsubscribeUrl}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      },
    });
    return { outcome: 'SENT' };
  } catch (error) {
    return outcomeOf(error as SmtpError);
  } finally {
    transport.close();
  }
}

type SmtpError = Error & { code?: string; command?: string; response?: string; responseCode?: number };

/** A 5xx on this mail is for good. One on the connection or the password is about the settings: the operator mends them. */
function outcomeOf({ message, code, command, response, responseCode = 0 }: SmtpError): Delivery {
  const aboutTheMail = command === 'MAIL FROM' || command === 'RCPT TO' || command === 'DATA';
  return {
    outcome: responseCode >= 500 && aboutTheMail && code !== 'EAUTH' ? 'REFUSED' : 'LATER',
    reason: oneLine(response ?? message, 500),
  };
}

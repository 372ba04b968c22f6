import { createHmac, timingSafeEqual } from 'node:crypto';

const macOf = (secret: string, purpose: string, body: string) =>
  createHmac('sha256', secret).update(`${purpose}.${body}`).digest();

/**
 * Data with a signature, as text that is fit for an address. Anyone can read it; only who knows the secret can make it. It counts
 * for its purpose alone: a token for one thing cannot be used for another.
 */
export function sign(secret: string, purpose: string, data: object): string {
  const body = Buffer.from(JSON.stringify(data)).toString('base64url');
  return `${body}.${macOf(secret, purpose, body).toString('base64url')}`;
}

/** What was signed for this purpose; undefined when the token is not one of ours, or not whole. */
export function readSigned(secret: string, purpose: string, token: string): unknown {
  const [body = '', mac = ''] = token.split('.');
  const [given, right] = [Buffer.from(mac, 'base64url'), macOf(secret, purpose, body)];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
}

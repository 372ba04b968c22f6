import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Only who has the session's token can make it again; what is kept of that token is another hash. */
const keyOf = (sessionToken: string) =>
  Buffer.from(hkdfSync('sha256', sessionToken, '', 'taskgrid: access to OpenStreetMap', 32));

/** A secret that only the browser with this session can have back. */
export function seal(secret: string, sessionToken: string): Buffer<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(sessionToken), nonce);
  const content = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), content]);
}

/** What was sealed, or null where it was sealed for another session or is damaged. */
export function unseal(sealed: Uint8Array, sessionToken: string): string | null {
  const bytes = Buffer.from(sealed);
  try {
    const decipher = createDecipheriv(CIPHER, keyOf(sessionToken), bytes.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
}

import { createHash } from 'node:crypto';
import { Raw } from './operation.js';

/** Text of JSON that PostgreSQL wrote, to be passed on without being read. */
export class JsonText {
  constructor(readonly text: string) {}
}

/** An object as JSON, with what is JSON already put in as it is. */
export const jsonOf = (fields: Record<string, unknown>): JsonText =>
  new JsonText(
    `{${Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => `${JSON.stringify(key)}:${value instanceof JsonText ? value.text : JSON.stringify(value)}`)
      .join(',')}}`,
  );

/** What identifies bytes. Weak: the same answer comes compressed or not. */
export const etagOf = (bytes: Buffer): string => `W/"${createHash('sha1').update(bytes).digest('base64url')}"`;

/** An answer of JSON with an ETag: whoever asks again with it is told only that nothing changed. */
export const tagged = (
  { text }: JsonText,
  { contentType = 'application/json', headers = {} }: { contentType?: string; headers?: Record<string, string> } = {},
): Raw => {
  const bytes = Buffer.from(text);
  return new Raw(bytes, { contentType, etag: etagOf(bytes), headers });
};

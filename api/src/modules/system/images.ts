import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AwsClient } from 'aws4fetch';
import { atMost } from '../../database/atMost.js';
import type { Settings } from '../../settings.js';

/** Largest picture, bytes. */
export const MOST_BYTES = 5 * 1024 * 1024;

/** Counts a picture that a person uploads, from the web UI and over v2 together; refuses those beyond 60 within an hour. */
export const countUpload = atMost('image-upload', 60, 3_600);

const starts = (bytes: Buffer, text: string, at = 0) =>
  bytes.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'));

/** Kinds of pictures that are taken, each with how its files begin. */
export const KINDS = [
  { extension: 'png', mime: 'image/png', is: (bytes: Buffer) => starts(bytes, '\x89PNG\r\n\x1a\n') },
  { extension: 'jpg', mime: 'image/jpeg', is: (bytes: Buffer) => starts(bytes, '\xff\xd8\xff') },
  { extension: 'webp', mime: 'image/webp', is: (bytes: Buffer) => starts(bytes, 'RIFF') && starts(bytes, 'WEBP', 8) },
  { extension: 'gif', mime: 'image/gif', is: (bytes: Buffer) => starts(bytes, 'GIF87a') || starts(bytes, 'GIF89a') },
] as const;

/** The kind of a picture by its content, whatever it is called; undefined: none that is taken. */
export const kindOf = (bytes: Buffer) => KINDS.find(({ is }) => is(bytes));

/** A picture as somebody sent it. */
export interface Picture {
  filename: string;
  /** Base64. */
  data: string;
  bytes: Buffer;
}

/** The place where pictures are kept did not take one. */
export class NotKept extends Error {}

const TIMEOUT_MS = 30_000;

export const folderOf = ({ dataDir }: Pick<Settings, 'dataDir'>) => join(dataDir, 'uploads');

/**
 * Keeps a picture where the operators say; its address, as a path where it is on this server. The same picture twice is kept once.
 * Throws NotKept. The picture is of one of KINDS.
 */
export async function keepPicture(settings: Pick<Settings, 'images' | 'dataDir'>, picture: Picture): Promise<string> {
  const { extension, mime } = kindOf(picture.bytes)!;
  const name = `${createHash('sha256').update(picture.bytes).digest('hex').slice(0, 40)}.${extension}`;
  const { images } = settings;
  if (!images) return inFolder(folderOf(settings), name, picture.bytes);
  if (images.kind === 'service') return atService(images, picture, mime);
  const { url, publicUrl, region, accessKeyId, secretAccessKey } = images;
  const client = new AwsClient({ accessKeyId, secretAccessKey, service: 's3', region, retries: 2 });
  await answered(() =>
    client.fetch(`${url}/${name}`, {
      method: 'PUT',
      body: new Uint8Array(picture.bytes),
      headers: { 'content-type': mime, 'cache-control': 'public, max-age=31536000, immutable' },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }),
  );
  return `${publicUrl}/${name}`;
}

/** A file appears under its name only when it is whole. */
async function inFolder(folder: string, name: string, bytes: Buffer): Promise<string> {
  const unfinished = join(folder, `.${name}.${process.pid}.${Date.now()}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(unfinished, bytes);
    await rename(unfinished, join(folder, name));
  } catch (error) {
    throw new NotKept(`The folder for pictures does not take one: ${String(error)}`);
  }
  return `/uploads/${name}`;
}

/** As the original hands a picture on to its service. */
async function atService({ url, key }: { url: string; key?: string | undefined }, picture: Picture, mime: string) {
  const { filename, data } = picture;
  const response = await answered(() =>
    fetch(`${url}?${new URLSearchParams({ filename }).toString()}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key ? { 'x-api-key': key } : {}) },
      body: JSON.stringify({ image: { filename, mime, data } }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }),
  );
  const answer = (await response.json().catch(() => undefined)) as { url?: unknown } | undefined;
  if (typeof answer?.url !== 'string') throw new NotKept('The service for pictures gave no address.');
  return answer.url;
}

async function answered(ask: () => Promise<Response>): Promise<Response> {
  const response = await ask().catch((error: unknown) => {
    throw new NotKept(`The place for pictures does not answer: ${String(error)}`);
  });
  if (!response.ok) throw new NotKept(`The place for pictures answers ${response.status}.`);
  return response;
}

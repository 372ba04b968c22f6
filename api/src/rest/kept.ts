import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Database } from '../database/database.js';
import { isKnown, Raw } from './operation.js';

const KEPT_BYTES = 64_000_000;
/** Grows when an answer of the same version comes to look different. */
const EDITION = 1;

type Read = () => Promise<string | Buffer>;

const kept = new WeakMap<Database, LRUCache<string, Buffer, Read>>();

/**
 * An answer as bytes, read once for all who ask for it at one version. `key` names the answer and its version: that is raised by
 * the transaction that changes the answer, and was read before. What is newer has another key, and is never looked up here.
 */
export async function keptBytes(database: Database, key: string, read: Read): Promise<Buffer> {
  let cache = kept.get(database);
  if (!cache) {
    cache = new LRUCache({
      maxSize: KEPT_BYTES,
      sizeCalculation: (bytes) => bytes.length + 100,
      // Everyone who waits for the same version shares one read.
      fetchMethod: async (_key, _stale, { context: read }) => {
        const answer = await read();
        return typeof answer === 'string' ? Buffer.from(answer) : answer;
      },
    });
    kept.set(database, cache);
  }
  return (await cache.fetch(key, { context: read }))!;
}

/** What identifies an answer of a version, and whether the client has it. Weak: the same answer comes compressed or not. */
export function taggedFor(request: FastifyRequest, version: string): { etag: string; isKnown: boolean } {
  const etag = `W/"${EDITION}-${version}"`;
  return { etag, isKnown: isKnown(request, etag) };
}

/** The JSON of `name` at a version, from what is kept; nobody reads it for who has it. */
export async function keptAnswer(
  { context: { database }, request }: { context: { database: Database }; request: FastifyRequest },
  name: string,
  version: string,
  read: Read,
): Promise<Raw> {
  const { etag, isKnown } = taggedFor(request, version);
  return new Raw(isKnown ? '' : await keptBytes(database, `${name} ${version}`, read), {
    contentType: 'application/json',
    etag,
  });
}

import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { negotiate } from '@fastify/accept-negotiator';
import type { FastifyReply, FastifyRequest } from 'fastify';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
// The levels at which a large GeoJSON is small soonest: beyond them a tenth of the size costs five times the time.
const WAYS = {
  br: (bytes: Buffer) => brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (bytes: Buffer) => zip(bytes, { level: 4 }),
};
type Encoding = keyof typeof WAYS;

/** Smaller ones are compressed as they are sent: that costs less than keeping them. */
const WORTH_KEEPING = 50_000;

/** Bytes that are kept for others too, compressed: gone with the bytes themselves. */
const kept = new WeakMap<Buffer, Map<Encoding, Promise<Buffer>>>();

/**
 * The bytes as the client takes them, with the headers that say so. The same Buffer is compressed once for all who ask for
 * it, so it must be one that is kept by its version; anything small, or not kept, is better left to the reply itself.
 */
export async function compressedOnce(request: FastifyRequest, reply: FastifyReply, bytes: Buffer): Promise<Buffer> {
  if (bytes.length < WORTH_KEEPING) return bytes;
  void reply.header('vary', 'accept-encoding');
  const encoding = negotiate<Encoding>(request.headers['accept-encoding'] ?? '', ['br', 'gzip']);
  if (!encoding) return bytes;
  let ways = kept.get(bytes);
  if (!ways) kept.set(bytes, (ways = new Map()));
  let compressed = ways.get(encoding);
  if (!compressed) ways.set(encoding, (compressed = WAYS[encoding](bytes)));
  void reply.header('content-encoding', encoding);
  return compressed;
}

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Settings } from '../../settings.js';
import { folderOf, KINDS } from './images.js';

/**
 * /uploads/<hash>.<ext>: pictures that are kept in the program's folder. A name is made from the content, so that it never changes;
 * whatever is in the file, a browser runs nothing of it.
 */
export function serveUploads(app: FastifyInstance, { settings }: { settings: Settings }): void {
  const folder = folderOf(settings);
  app.get<{ Params: { name: string } }>('/uploads/:name', async (request, reply) => {
    const [, extension] = /^[0-9a-f]{40}\.(\w+)$/.exec(request.params.name) ?? [];
    const kind = KINDS.find((each) => each.extension === extension);
    const path = join(folder, request.params.name);
    const file = kind && (await stat(path).catch(() => undefined));
    if (!kind || !file?.isFile()) return reply.callNotFound();
    const etag = `"${request.params.name}"`;
    void reply
      .type(kind.mime)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cross-origin-resource-policy', 'cross-origin')
      .header('etag', etag);
    if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send();
    return reply.header('content-length', file.size).send(createReadStream(path));
  });
}

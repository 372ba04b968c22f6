import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../../graphql/context.js';
import { TooOften } from '../../errors.js';
import type { Settings } from '../../settings.js';
import { readViewer } from '../sign-in/service.js';
import { countUpload, folderOf, keepPicture, kindOf, KINDS, MOST_BYTES, NotKept } from './images.js';

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

/**
 * POST /uploads: keeps a picture (the bytes themselves) that somebody adds to a text in the web UI, by the session in their
 * browser; answers `{ url }`, a path where it is on this server. Programs upload over v2.
 */
export function takeUploads(
  app: FastifyInstance,
  { settings, database }: Pick<Services, 'settings' | 'database'>,
): void {
  void app.register(async (scope) => {
    const mimes = KINDS.map(({ mime }) => mime);
    scope.addContentTypeParser(
      mimes,
      { parseAs: 'buffer', bodyLimit: MOST_BYTES },
      async (_request: unknown, bytes: Buffer) => bytes,
    );
    scope.post('/uploads', async (request, reply) => {
      const viewer = await readViewer(database, request.headers);
      if (!viewer) return reply.code(401).send({ message: 'Sign in to add a picture.' });
      if (viewer.role === 'READ_ONLY' || viewer.key)
        return reply.code(403).send({ message: 'You cannot add pictures here.' });
      const bytes = request.body;
      if (!Buffer.isBuffer(bytes) || !kindOf(bytes))
        return reply.code(415).send({ message: 'This file is no picture that can be shown.' });
      try {
        await countUpload(database, String(viewer.id));
      } catch (error) {
        if (!(error instanceof TooOften)) throw error;
        return reply.code(429).send({ message: 'You added many pictures within an hour. Wait a while.' });
      }
      try {
        const url = await keepPicture(settings, { filename: 'picture', data: bytes.toString('base64'), bytes });
        return reply.code(201).send({ url });
      } catch (error) {
        if (!(error instanceof NotKept)) throw error;
        return reply.code(502).send({ message: 'The place where pictures are kept does not answer. Try again later.' });
      }
    });
  });
}

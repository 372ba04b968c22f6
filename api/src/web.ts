import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** The built web UI beside the API, or undefined where only the API was built. */
const root = fileURLToPath(new URL('../../web/dist/', import.meta.url));

/** Paths that are never a page of the web UI: an unknown one is a 404, not index.html. */
const API = /^\/(graphql|api|tiles|sign-in|sign-out|osm-stand-in|health|metrics|assets)(\/|$)/;

/** Serves the web UI: hashed assets for a year, every page as index.html. */
export async function serveWeb(app: FastifyInstance): Promise<void> {
  const built = existsSync(root);
  if (built) {
    await app.register(fastifyStatic, {
      root,
      index: 'index.html',
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.setHeader(
          'cache-control',
          /[/\\]assets[/\\]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
      preCompressed: true,
    });
  }
  app.setNotFoundHandler(async (request, reply) => {
    const page = request.method === 'GET' && !API.test(request.url.split('?')[0]!);
    if (page && built) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    return reply.code(404).send({
      error: {
        code: 404,
        message: page ? 'The web UI is not built. Run npm run build.' : 'There is nothing at this address.',
      },
    });
  });
}

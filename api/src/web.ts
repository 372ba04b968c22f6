import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** The built web UI beside the API, or undefined where only the API was built. */
const root = fileURLToPath(new URL('../../web/dist/', import.meta.url));

/** Paths that are never a page of the web UI: an unknown one is a 404, not index.html. */
const API = /^\/(graphql|api|tiles|exports|sign-in|sign-out|osm-stand-in|health|metrics|assets|uploads)(\/|$)/;

/**
 * What a page of the web UI may load and talk to: this server, editor imagery over https, JOSM on the person's own machine,
 * and the one inline script that sets light or dark before the first paint.
 */
function contentSecurityPolicy(html: string): string {
  const inline = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, script]) => `'sha256-${createHash('sha256').update(script!).digest('base64')}'`,
  );
  return [
    `default-src 'self'`,
    `script-src 'self' ${inline.join(' ')}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob: https:`,
    `connect-src 'self' ws: wss: https: http://127.0.0.1:8111`,
    `worker-src 'self' blob:`,
    `frame-ancestors 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `object-src 'none'`,
  ].join('; ');
}

/** Serves the web UI: hashed assets for a year, every page as index.html. */
export async function serveWeb(app: FastifyInstance): Promise<void> {
  const built = existsSync(`${root}index.html`);
  const policy = built ? contentSecurityPolicy(readFileSync(`${root}index.html`, 'utf8')) : '';
  if (built) {
    await app.register(fastifyStatic, {
      root,
      index: 'index.html',
      cacheControl: false,
      setHeaders: (reply, path) => {
        if (/index\.html(\.\w+)?$/.test(path)) reply.setHeader('content-security-policy', policy);
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

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { EDITOR_POLICY } from './editors.js';

/** The built web UI beside the API, or undefined where only the API was built. */
const root = fileURLToPath(new URL('../../web/dist/', import.meta.url));

/** Paths that are never a page of the web UI: an unknown one is a 404, not index.html. */
const API =
  /^\/(graphql|api|tiles|exports|sign-in|sign-out|osm-stand-in|health|metrics|assets|uploads|editors|editor\.html)(\/|$)/;

/**
 * What a page of the web UI may load and talk to: this server, editor imagery over https, JOSM on the person's own machine,
 * and the inline scripts of index.html: light or dark before the first paint, and what code the page of this address needs.
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

/** Serves the web UI: hashed assets for a year, every page as index.html, and the app to install by this instance's name. */
export async function serveWeb(app: FastifyInstance, name: string): Promise<void> {
  const built = existsSync(`${root}index.html`);
  const policy = built ? contentSecurityPolicy(readFileSync(`${root}index.html`, 'utf8')) : '';
  if (built) {
    await app.register(fastifyStatic, {
      root,
      index: 'index.html',
      cacheControl: false,
      setHeaders: (reply, path) => {
        if (/index\.html(\.\w+)?$/.test(path)) reply.setHeader('content-security-policy', policy);
        if (/editor\.html(\.\w+)?$/.test(path)) reply.setHeader('content-security-policy', EDITOR_POLICY);
        reply.setHeader(
          'cache-control',
          /[/\\]assets[/\\]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
      preCompressed: true,
    });
  }
  const manifestFile = `${root}manifest.webmanifest`;
  if (existsSync(manifestFile)) {
    const manifest = {
      ...(JSON.parse(readFileSync(manifestFile, 'utf8')) as object),
      name,
      short_name: name.length > 12 ? 'Taskgrid' : name,
    };
    app.get('/manifest.webmanifest', (_request, reply) =>
      reply.type('application/manifest+json').header('cache-control', 'no-cache').send(JSON.stringify(manifest)),
    );
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

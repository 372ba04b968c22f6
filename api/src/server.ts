import Fastify, { type FastifyInstance } from 'fastify';
import { isEditorPage, serveEditors } from './editors.js';
import { serveGraphql } from './graphql/endpoint.js';
import type { Services } from './graphql/context.js';
import { serveExports } from './modules/exports/routes.js';
import { serveMailLinks } from './modules/mail/routes.js';
import { serveMapTiles } from './modules/projects/mapTiles.js';
import { serveSignIn } from './modules/sign-in/routes.js';
import { serveUploads, takeUploads } from './modules/system/uploads.js';
import { serveTiles } from './modules/tasks/tiles.js';
import { serveRest } from './rest/serve.js';
import { serveWeb } from './web.js';

/** The one HTTP server: /graphql (HTTP, WebSocket, SSE), /sign-in, /tiles, /exports, /uploads, /editors, /api/v2, /health and the web UI's files. */
export async function createServer(services: Services): Promise<FastifyInstance> {
  const app = Fastify({
    logger: services.settings.logLevel === 'silent' ? false : { level: services.settings.logLevel },
    trustProxy: (_address, hop) => hop < services.settings.proxies,
    bodyLimit: services.settings.limits.inputBytes,
    forceCloseConnections: true,
  });
  app.addHook('onSend', async (request, reply) => {
    void reply
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'same-origin')
      .header('x-frame-options', isEditorPage(request.url) ? 'SAMEORIGIN' : 'DENY');
  });
  app.get('/health', async () => {
    await services.database.pool.query('select 1');
    return { status: 'ok', ...(services.redis && { redis: services.redis.isThere() ? 'ok' : 'away' }) };
  });
  serveGraphql(app, services);
  serveSignIn(app, services);
  serveMailLinks(app, services);
  serveTiles(app, services);
  serveExports(app, services);
  serveMapTiles(app, services);
  serveUploads(app, services);
  takeUploads(app, services);
  serveRest(app, services);
  await serveEditors(app);
  await serveWeb(app, services.settings.name);
  return app;
}

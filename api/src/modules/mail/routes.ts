import type { FastifyInstance } from 'fastify';
import type { Services } from '../../graphql/context.js';
import { LinkNotUsable } from './errors.js';
import { unsubscribe } from './service.js';

/**
 * The one click of a mail program (RFC 8058) on the link that stops mails. Opened in a browser, this link and the one that proves an
 * address lead to pages of the web UI.
 */
export function serveMailLinks(app: FastifyInstance, services: Services): void {
  void app.register(async (scope) => {
    // What is posted says nothing that the address does not.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 20_000 }, (_request, _body, done) => done(null));
    scope.setErrorHandler((error, request, reply) => {
      if (error instanceof LinkNotUsable) return reply.code(400).send(error.message);
      request.log.error({ err: error }, 'mails could not be stopped');
      return reply.code(500).send('Nothing was changed. Wait a minute, then try again.');
    });
    scope.post<{ Querystring: { token?: string | string[] } }>('/unsubscribe', async ({ query }, reply) => {
      await unsubscribe(services, String(query.token ?? ''));
      return reply.send('These mails have stopped.');
    });
  });
}

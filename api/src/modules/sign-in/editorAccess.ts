import type { FastifyInstance } from 'fastify';
import type { Services } from '../../graphql/context.js';
import { STAND_IN_PATH } from './osm.js';
import { unseal } from './sealed.js';
import { cookieOf, readViewer, SESSION_COOKIE } from './service.js';

/**
 * POST /sign-in/editor-access: where OpenStreetMap is and the person's own token for it, for the editor in the page. Only to
 * the browser that signed in, from our own pages; an API key or a token of v2 is no browser. `accessToken` is null for who
 * signed in before tokens were kept: the editor then asks for itself.
 */
export function serveEditorAccess(scope: FastifyInstance, { database, settings }: Services): void {
  scope.post('/sign-in/editor-access', async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    const viewer = await readViewer(database, { ...request.headers, authorization: undefined });
    const token = cookieOf(request.headers, SESSION_COOKIE);
    if (!viewer?.sessionId || !token)
      return reply.code(401).send({ error: { code: 401, message: 'Sign in again to save what you map.' } });
    const session = await database.prisma.session.findUniqueOrThrow({
      where: { id: viewer.sessionId },
      select: { sealedOsmToken: true },
    });
    const { osm } = settings;
    const here = `${request.protocol}://${request.host}${STAND_IN_PATH}`;
    return {
      url: osm.standIn ? here : osm.url,
      // The website's own address is not for scripts of other sites: OpenStreetMap has another one for them.
      apiUrl: osm.standIn
        ? here
        : osm.apiUrl.replace(/^https:\/\/www\.openstreetmap\.org$/, 'https://api.openstreetmap.org'),
      accessToken: session.sealedOsmToken && unseal(session.sealedOsmToken, token),
    };
  });
}

import type { FastifyInstance } from 'fastify';

/** Where no request asks for more, as at OpenStreetMap. */
const MOST_ELEMENTS = 10_000;
const MOST_BYTES = 20_000_000;

/**
 * The part of OpenStreetMap's API that an editor needs, over a world in which nothing is mapped: it reads an empty map, and
 * what is saved is accepted and thrown away. So a task can be worked on from beginning to end where the program is tried out.
 */
export function serveStandInMap(scope: FastifyInstance): void {
  let lastId = 0;
  const asText = { parseAs: 'string', bodyLimit: MOST_BYTES } as const;
  scope.addContentTypeParser(['text/xml', 'application/xml'], asText, (_request, body, done) => done(null, body));

  for (const path of ['/api/capabilities.json', '/api/0.6/capabilities.json'])
    scope.get(path, () => ({
      version: '0.6',
      api: {
        version: { minimum: '0.6', maximum: '0.6' },
        area: { maximum: 0.25 },
        note_area: { maximum: 25 },
        tracepoints: { per_page: 5000 },
        waynodes: { maximum: 2000 },
        relationmembers: { maximum: 32_000 },
        changesets: { maximum_elements: MOST_ELEMENTS },
        timeout: { seconds: 300 },
        status: { database: 'online', api: 'online', gpx: 'online' },
      },
      policy: { imagery: { blacklist: [] } },
    }));
  scope.get('/api/0.6/map.json', () => ({ version: '0.6', generator: 'Taskgrid stand-in', elements: [] }));
  scope.get('/api/0.6/notes.json', () => ({ type: 'FeatureCollection', features: [] }));
  scope.get('/api/0.6/changesets.json', () => ({ version: '0.6', changesets: [] }));
  scope.get('/api/0.6/user/preferences.json', () => ({ version: '0.6', preferences: {} }));

  scope.put('/api/0.6/changeset/create', (_request, reply) => reply.type('text/plain').send(String(++lastId)));
  scope.put('/api/0.6/changeset/:id/close', (_request, reply) => reply.type('text/plain').send(''));
  scope.post('/api/0.6/changeset/:id/upload', (request, reply) => {
    // What is new has a negative id, also where another element names it: the first of each is enough.
    const made = [...String(request.body).matchAll(/<(node|way|relation) id="(-\d+)"/g)].map(
      ([, kind, id]) => `<${kind} old_id="${id}" new_id="${++lastId}" new_version="1"/>`,
    );
    return reply
      .type('text/xml')
      .send(`<diffResult version="0.6" generator="Taskgrid stand-in">${made.join('')}</diffResult>`);
  });
}

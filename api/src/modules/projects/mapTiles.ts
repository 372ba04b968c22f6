import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { coerceInputValue, GraphQLError, isInputType } from 'graphql';
import type { Services } from '../../graphql/context.js';
import { schema } from '../../graphql/schema.js';
import { readViewer } from '../sign-in/service.js';
import type { ProjectFilter as Filter } from './filter.js';
import { MAP_MAX_ZOOM, tileOfProjects } from './map.js';
import { filterOf, type ProjectFilter } from './ProjectFilter.js';

const compress = promisify(gzip);
const LONGEST_FILTER = 8_000;
/** Seconds for which a visitor's tiles need not be asked for again. */
const VISITORS_AGE = 60;

/** What is wrong with the address of a tile. */
class BadTile extends Error {
  constructor(
    readonly subCode: 'INVALID_TILE' | 'INVALID_FILTER',
    message: string,
  ) {
    super(message);
  }
}

function placeOf(params: Record<'z' | 'x' | 'y', string>) {
  const [z, x, y] = [params.z, params.x, params.y].map((part) => (/^\d{1,9}$/.test(part) ? Number(part) : -1)) as [
    number,
    number,
    number,
  ];
  if (z < 0 || z > MAP_MAX_ZOOM || x < 0 || x >= 2 ** z || y < 0 || y >= 2 ** z)
    throw new BadTile('INVALID_TILE', `There is no such tile. z is 0 to ${MAP_MAX_ZOOM}, x and y are below 2^z.`);
  return { z, x, y };
}

/** The filter as the GraphQL API would take it: a ProjectFilter, written as JSON. */
function readFilter(json: unknown): Filter {
  if (json === undefined || json === '') return {};
  if (typeof json !== 'string') throw new BadTile('INVALID_FILTER', 'Send one filter.');
  if (json.length > LONGEST_FILTER)
    throw new BadTile('INVALID_FILTER', `A filter has at most ${LONGEST_FILTER} characters. Ask for less.`);
  const type = schema.getType('ProjectFilter');
  if (!isInputType(type)) throw new Error('The schema has no ProjectFilter.');
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch {
    throw new BadTile('INVALID_FILTER', 'filter is JSON, such as {"statuses":["PUBLISHED"]}.');
  }
  const input: unknown = coerceInputValue(given, type, (path, _value, error) => {
    throw new BadTile('INVALID_FILTER', [`filter${path.map((key) => `.${key}`).join('')}`, error.message].join(': '));
  });
  return filterOf(input as typeof ProjectFilter.$inferInput | null);
}

/**
 * Serves the projects that fit a filter as Mapbox vector tiles: `?filter=` takes the JSON of a ProjectFilter. Who asks sees
 * what the list would show them. 400 for a place or filter that there is not.
 */
export function serveMapTiles(app: FastifyInstance, { database }: Services): void {
  app.get<{ Params: Record<'z' | 'x' | 'y', string>; Querystring: { filter?: unknown } }>(
    '/tiles/projects/:z/:x/:y.mvt',
    async (request, reply) => {
      void reply.header('access-control-allow-origin', '*').header('vary', 'authorization, cookie, accept-encoding');
      try {
        const place = placeOf(request.params);
        const filter = readFilter(request.query.filter);
        const viewer = await readViewer(database, request.headers);
        const tile = await tileOfProjects(database, viewer, filter, place);
        const tag = `W/"${createHash('sha1').update(tile).digest('base64url')}"`;
        void reply
          .header('etag', tag)
          .header('cache-control', viewer ? 'private, no-cache' : `public, max-age=${VISITORS_AGE}`);
        if (request.headers['if-none-match']?.split(/, */).includes(tag)) return await reply.code(304).send();
        void reply.header('content-type', 'application/vnd.mapbox-vector-tile');
        if (!/\bgzip\b/.test(request.headers['accept-encoding']?.toString() ?? '')) return await reply.send(tile);
        return await reply.header('content-encoding', 'gzip').send(await compress(tile, { level: 5 }));
      } catch (error) {
        const isFilter = error instanceof GraphQLError && error.extensions.code === 'BAD_USER_INPUT';
        if (!isFilter && !(error instanceof BadTile)) throw error;
        const sub_code = error instanceof BadTile ? error.subCode : 'INVALID_FILTER';
        return reply.code(400).send({ error: { code: 400, sub_code, message: error.message } });
      }
    },
  );
}

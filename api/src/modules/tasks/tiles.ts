import type { IncomingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { LRUCache } from 'lru-cache';
import { statement } from '../../database/database.js';
import type { Services } from '../../graphql/context.js';
import { taggedFor } from '../../rest/kept.js';
import { canSee, SEEN_BY_ALL } from '../projects/policy.js';
import { standingOf } from '../projects/standing.js';
import { readViewer } from '../sign-in/service.js';

const TILE = statement(import.meta.url, 'sql/tile');
const GRID = {
  name: 'tasks/grid',
  text: `select g.grid_version as version, ${SEEN_BY_ALL} as everybody, p.status = 'PUBLISHED' and not p.private as "isPublic"
           from project p join project_progress g on g.project_id = p.id where p.id = $1`,
};
interface Grid {
  version: number;
  everybody: boolean;
  isPublic: boolean;
}

/** Largest zoom at which tiles are made: a tile's 4,096 steps are 0.3 m there. */
export const TILES_MAX_ZOOM = 15;
const CACHE_BYTES = 64_000_000;

const compress = promisify(gzip);

/** Address template of a project's vector tiles. */
export const tilesUrl = (projectId: number, gridVersion: number) =>
  `/tiles/projects/${projectId}/{z}/{x}/{y}.mvt?v=${gridVersion}`;

/**
 * Serves a project's grid as Mapbox vector tiles. The geometry never changes under its version, so an address with the
 * present version is immutable, and its ETag holds as long as the grid does; what a person may not see is not there (404).
 */
export function serveTiles(app: FastifyInstance, services: Services): void {
  const { database } = services;
  const tiles = new LRUCache<string, Buffer, number[]>({
    maxSize: CACHE_BYTES,
    sizeCalculation: (tile) => tile.length + 100,
    // Everyone who waits for the same tile shares one read.
    fetchMethod: async (_key, _stale, { context }) => {
      const [row] = await database.query<{ mvt: Buffer }>(TILE, context);
      return compress(row!.mvt, { level: 2 }); // as small as at 5, in a third of the time
    },
  });

  const isOpenTo = async (headers: IncomingHttpHeaders, project: number) => {
    const standing = await standingOf(services, await readViewer(database, headers), project);
    return standing !== undefined && canSee(standing);
  };

  app.get<{ Params: Record<'project' | 'z' | 'x' | 'y', string>; Querystring: { v?: string } }>(
    '/tiles/projects/:project/:z/:x/:y.mvt',
    async (request, reply) => {
      const place = [request.params.project, request.params.z, request.params.x, request.params.y];
      const [project, z, x, y] = place.map((part) => (/^\d{1,9}$/.test(part) ? Number(part) : -1)) as [
        number,
        number,
        number,
        number,
      ];
      if (project < 1 || z < 0 || z > TILES_MAX_ZOOM || x < 0 || x >= 2 ** z || y < 0 || y >= 2 ** z) {
        return reply.code(404).send({
          error: { code: 404, message: `There is no such tile. z is 0 to ${TILES_MAX_ZOOM}, x and y below 2^z.` },
        });
      }
      const [grid] = await database.query<Grid & { [column: string]: unknown }>(GRID, [project]);
      if (!grid || !(grid.everybody || (await isOpenTo(request.headers, project))))
        return reply
          .code(404)
          .send({ error: { code: 404, message: 'There is no such project, or it is not open to you.' } });

      const version = String(grid.version);
      const { etag, isKnown } = taggedFor(request, `${project}.${version}`);
      void reply
        .header('etag', etag)
        .header(
          'cache-control',
          request.query.v === version
            ? `${grid.isPublic ? 'public' : 'private'}, max-age=31536000, immutable`
            : 'no-cache',
        )
        .header('access-control-allow-origin', '*');
      if (isKnown) return reply.code(304).send();
      const tile = await tiles.fetch([project, version, z, x, y].join(), { context: [project, z, x, y] });
      return reply
        .header('content-type', 'application/vnd.mapbox-vector-tile')
        .header('content-encoding', 'gzip')
        .send(tile);
    },
  );
}

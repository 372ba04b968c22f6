import compress from '@fastify/compress';
import cors from '@fastify/cors';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, InvalidInput, NotFound } from '../../errors.js';
import type { Context, Services } from '../../graphql/context.js';
import { MAX_INT } from '../../graphql/ids.js';
import { readViewer } from '../sign-in/service.js';
import { ExportsBusy } from './errors.js';
import { exportArea, exportContributors, exportHistory, exportTasks, type Export } from './service.js';

/** Grows when documents of the same project come to look different. */
const EDITION = 1;
/** Who has taken nothing for this long is gone. */
const STALLED_MS = 60_000;

type Query = Record<string, string | string[] | undefined>;

/**
 * Serves documents of projects as downloads: /exports/projects/{number}/tasks.geojson and so on, with `tasks=1,2` and
 * `status=READY,MAPPED` where they fit. Compressed as the client takes it, read only as fast as it takes it.
 */
export function serveExports(app: FastifyInstance, services: Services): void {
  const routes = async (scope: FastifyInstance) => {
    await scope.register(cors, {
      origin: '*',
      methods: ['GET', 'HEAD'],
      exposedHeaders: ['Content-Disposition', 'ETag'],
      maxAge: 600,
    });
    await scope.register(compress, {
      encodings: ['br', 'gzip'],
      threshold: 0, // of a stream the length is not known
      customTypes: /./,
      brotliOptions: { params: { 1: 4 } },
    });
    scope.setErrorHandler(answerError);
    scope.route<{ Params: { project: string; document: string }; Querystring: Query }>({
      method: ['GET', 'HEAD'],
      url: '/projects/:project/:document',
      exposeHeadRoute: false,
      handler: async (request, reply) => {
        const viewer = await readViewer(services.database, request.headers);
        const { project, document } = request.params;
        const projectId = /^\d{1,10}$/.test(project) && Number(project) <= MAX_INT ? Number(project) : 0;
        return send(request, reply, await documentOf({ ...services, viewer }, projectId, document, request.query));
      },
    });
  };
  void app.register(routes, { prefix: '/exports' });
}

/** The document of a name in an address. */
function documentOf(
  { viewer, ...services }: Services & Pick<Context, 'viewer'>,
  projectId: number,
  document: string,
  query: Query,
): Promise<Export> {
  const taskNumbers = listIn(query, 'tasks')?.map(Number);
  const statuses = listIn(query, 'status') as Parameters<typeof exportTasks>[2]['statuses'];
  const [contents, format] = document.split('.');
  switch (document) {
    case 'tasks.geojson':
    case 'tasks.gpx':
    case 'tasks.osm':
    case 'tasks.csv':
    case 'tasks.fgb':
      return exportTasks(services, viewer, { projectId, format: format as 'csv', taskNumbers, statuses });
    case 'history.csv':
    case 'history.geojson':
      refuse(contents!, { status: statuses });
      return exportHistory(services, viewer, { projectId, format: format as 'csv', taskNumbers });
    case 'contributors.csv':
      refuse(contents!, { status: statuses, tasks: taskNumbers });
      return exportContributors(services, viewer, projectId);
    case 'area.geojson':
      refuse(contents!, { status: statuses, tasks: taskNumbers });
      return exportArea(services, viewer, projectId);
    default:
      throw new NotFound('DOCUMENT', 'There is no such document. Project.exports of the GraphQL API lists them.');
  }
}

/** A list with commas; undefined where nothing is in it, which is taken as all. */
function listIn(query: Query, name: string): string[] | undefined {
  const text = [query[name] ?? []].flat().join(',').trim();
  return text === '' ? undefined : text.split(',').map((each) => each.trim());
}

/** What would be passed over in silence is refused. */
function refuse(contents: string, filters: Record<string, unknown>): void {
  const unfit = Object.keys(filters).find((name) => filters[name] !== undefined);
  if (unfit)
    throw new InvalidInput([
      { path: [unfit], message: `"${unfit}" does not fit ${contents}: leave it out to get all of it.` },
    ]);
}

function send(request: FastifyRequest, reply: FastifyReply, document: Export): FastifyReply {
  const { contentType, fileName, restricted, version, body } = document;
  const tag = version === null ? undefined : `W/"${EDITION}-${version}"`;
  if (tag) void reply.header('etag', tag);
  void reply.header('cache-control', restricted ? 'private, no-cache' : 'no-cache').header('vary', 'Accept-Encoding');
  const known = tag !== undefined && (request.headers['if-none-match'] ?? '').split(/\s*,\s*/).includes(tag);
  if (known || request.method === 'HEAD') body.destroy();
  if (known) return reply.code(304).send();
  void reply.header('content-type', contentType).header('content-disposition', `attachment; filename="${fileName}"`);
  if (request.method === 'HEAD') return reply.send();
  reply.raw.setTimeout(STALLED_MS, () => reply.raw.destroy());
  return reply.send(body);
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  for (const name of ['etag', 'content-disposition', 'cache-control', 'content-encoding'])
    void reply.removeHeader(name);
  void reply.type('application/json; charset=utf-8');
  if (error instanceof ExportsBusy) void reply.header('retry-after', '60');
  const code = error instanceof DomainError ? statusOf(error) : 500;
  if (code === 500) request.log.error(error);
  return reply.code(code).send({
    error: {
      code,
      message:
        error instanceof DomainError ? error.message : 'Something went wrong that nobody foresaw. Try again later.',
    },
  });
}

function statusOf(error: DomainError): number {
  if (error instanceof NotFound) return 404;
  if (error instanceof InvalidInput) return 400;
  return error instanceof ExportsBusy ? 503 : 403;
}

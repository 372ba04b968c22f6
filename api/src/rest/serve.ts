import compress from '@fastify/compress';
import cors from '@fastify/cors';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DomainError } from '../errors.js';
import type { Context, Services } from '../graphql/context.js';
import { localesOf } from '../locales.js';
import { authenticate } from './authentication.js';
import { compressedOnce } from './compressed.js';
import { serveDocs } from './docs.js';
import { answerOf, e1, Refused, unprocessable, type ErrorAnswer } from './errors.js';
import { isKnown, Raw, type Operation } from './operation.js';
import { operations } from './operations.js';
import { parsePart } from './parse.js';

const PREFIX = '/api/v2';

/** Fastify's way to write a path: parameters after a colon, with the pattern that they must have. */
const routeOf = ({ path, matches }: Operation) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => `:${name}${matches?.[name] ? `(${matches[name].source})` : ''}`);

/** Both with a slash at the end and without: the original writes most paths with one, and redirects the other form. */
const bothForms = (path: string) => [path.replace(/\/$/, ''), path.endsWith('/') ? path : `${path}/`];

/** Serves REST v2 under /api/v2, its document and its manual. No rule lives here. */
export function serveRest(app: FastifyInstance, services: Services): void {
  void app.register(
    async (scope) => {
      await scope.register(cors, corsOf(services.settings.corsOrigins));
      await scope.register(compress, {
        encodings: ['br', 'gzip'],
        threshold: 1_000,
        brotliOptions: { params: { 1: 4 } },
      });
      readBodies(scope);
      scope.setErrorHandler((error, request, reply) => send(reply, answerTo(error as FastifyError, request)));
      for (const each of operations) serve(scope, services, each);
      refuseTheRest(scope);
    },
    { prefix: PREFIX },
  );
  void app.register(async (scope) => serveDocs(scope, services));
}

/** Anyone's page may read, without credentials; pages of the listed origins may send them. */
function corsOf(origins: string[]) {
  return {
    origin: origins.length > 0 ? origins : '*',
    credentials: origins.length > 0,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: ['Content-Disposition', 'ETag'],
    maxAge: 600,
  };
}

/** JSON, with a body or without; whatever else is sent does not fit a body that is wanted. */
function readBodies(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'string' }, (request, text, done) => {
    const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
    if (text === '') return done(null, undefined);
    if (type && type !== 'application/json' && !type.endsWith('+json')) return done(null, String(text));
    try {
      done(null, JSON.parse(String(text)));
    } catch (error) {
      done(null, new NotJson((error as Error).message));
    }
  });
}

/** A body that cannot be read: no matter to an operation that takes none. */
class NotJson {
  constructor(readonly fault: string) {}
}

/** The body as the operation takes it, or the original's answer to one that does not fit. */
function bodyOf({ body, bodyOptional, invalidBody }: Operation, sent: unknown): unknown {
  if (!body || (bodyOptional && sent === undefined)) return undefined;
  if (!(sent instanceof NotJson)) return parsePart('body', body, sent, invalidBody);
  if (invalidBody && !invalidBody[2])
    throw new Refused(e1(invalidBody[0], invalidBody[1], `The body is no JSON: ${sent.fault}`));
  const ctx = { error: sent.fault };
  throw new Refused(
    unprocessable([{ type: 'json_invalid', loc: ['body', 0], msg: 'JSON decode error', input: {}, ctx }]),
  );
}

interface Prepared {
  context: Context;
}
const PREPARED = new WeakMap<FastifyRequest, Prepared>();

function serve(scope: FastifyInstance, services: Services, operation: Operation): void {
  const params = operation.params && z.object(operation.params);
  const query = operation.query && z.object(operation.query);
  for (const url of bothForms(routeOf(operation))) {
    scope.route<{ Params: Record<string, string>; Querystring: Record<string, unknown> }>({
      method: operation.method,
      url,
      ...(operation.bodyLimit ? { bodyLimit: operation.bodyLimit } : {}),
      // Before the body is read: who may not call an operation uploads nothing.
      onRequest: async (request) => {
        const keyScope = operation.keyScope ?? (operation.method === 'GET' ? 'READ' : 'MANAGE');
        const viewer = await authenticate(services.database, request.headers, operation.access, keyScope);
        const locales = localesOf(request.headers['accept-language']);
        PREPARED.set(request, { context: { ...services, viewer, locales } });
      },
      errorHandler: (error, request, reply) => {
        const sent = {
          ...request.query,
          ...(isObject(request.body) ? request.body : {}),
          ...parsedNumbers(request.params),
        };
        void send(reply, answerTo(error as FastifyError, request, operation, sent));
      },
      handler: async (request, reply) => {
        const { context } = PREPARED.get(request)!;
        const call = {
          context,
          viewer: context.viewer,
          locale: context.locales[0],
          params: params ? parsePart('path', params, request.params) : {},
          query: query ? parsePart('query', query, lastOfEach(request.query), operation.invalidQuery) : {},
          body: bodyOf(operation, request.body),
          request,
          reply,
        };
        const answer = await operation.handler(call as never);
        if (operation.status && reply.statusCode === 200) void reply.code(operation.status);
        if (reply.sent) return reply;
        if (operation.empty) return reply.send();
        return answer instanceof Raw
          ? sendRaw(request, reply, answer)
          : reply.header('content-type', 'application/json').send(JSON.stringify(answer ?? null));
      },
    });
  }
}

/** A parameter given several times counts as its last one, as in the original. */
const lastOfEach = (query: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(query).map(([key, value]) => [key, Array.isArray(value) ? value.at(-1) : value]));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Ids of a path as numbers, for the details of a 404. */
const parsedNumbers = (params: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      /_id$/.test(key) && /^-?\d{1,15}$/.test(value) ? Number(value) : value,
    ]),
  );

async function sendRaw(request: FastifyRequest, reply: FastifyReply, { body, options }: Raw) {
  void reply.header('content-type', options.contentType).headers(options.headers ?? {});
  if (options.fileName) void reply.header('content-disposition', `attachment; filename="${options.fileName}"`);
  if (options.etag) {
    void reply.header('etag', options.etag);
    if (isKnown(request, options.etag)) return reply.code(304).send();
    if (Buffer.isBuffer(body)) return reply.send(await compressedOnce(request, reply, body));
  }
  return reply.send(body);
}

function send(reply: FastifyReply, { status, body, headers }: ErrorAnswer) {
  void reply.code(status).headers(headers ?? {});
  return typeof body === 'string'
    ? reply.type('text/plain; charset=utf-8').send(body)
    : reply.type('application/json').send(JSON.stringify(body));
}

/** What any error answers; only what nobody foresaw is a 500, and is logged. */
function answerTo(
  error: FastifyError | Refused | DomainError,
  request: FastifyRequest,
  operation?: Operation,
  sent: Record<string, unknown> = {},
): ErrorAnswer {
  if (error instanceof Refused) return error.answer;
  if (error instanceof DomainError) return answerOf(error, operation?.refusals ?? {}, sent);
  const status = error.statusCode ?? 500;
  if (status === 413)
    return e1(
      413,
      'RequestTooLarge',
      `This request is too large. ${operation?.bodyLimit ? `At most ${operation.bodyLimit.toLocaleString('en')} bytes are taken.` : 'Send less.'}`,
    );
  if (status >= 400 && status < 500) return e1(status, 'InvalidData', error.message);
  request.log.error({ err: error }, 'a v2 request failed');
  return e1(
    500,
    'InternalServerError',
    'Something went wrong here, and it is not your fault. Nothing was changed. Try again in a minute.',
  );
}

/** Paths that are none, and methods that a path does not have. */
function refuseTheRest(scope: FastifyInstance): void {
  const patterns = operations.map(
    (each) => new RegExp(`^${each.path.replace(/\/$/, '').replace(/\{\w+\}/g, '[^/]+')}/?$`),
  );
  const method = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
  scope.route({
    method,
    url: '/*',
    handler: (request, reply) => {
      const path = request.url.slice(PREFIX.length).split('?')[0]!;
      const known = patterns.some((pattern) => pattern.test(path));
      return send(
        reply,
        known
          ? { status: 405, body: { detail: 'Method Not Allowed' } }
          : { status: 404, body: { detail: 'Not Found' } },
      );
    },
  });
}

import { channel } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import compression from 'compression';
import type { FastifyInstance } from 'fastify';
import {
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { createYoga, isAsyncIterable, type GraphQLParams, type Plugin } from 'graphql-yoga';
import { WebSocketServer } from 'ws';
import { localesOf } from '../locales.js';
import { readViewer } from '../modules/sign-in/service.js';
import type { Viewer } from '../viewer.js';
import { addressOf } from './address.js';
import type { Context, Services } from './context.js';
import { beyondKey } from './keyScope.js';
import { documentRules, MAX_TOKENS, overLimit, type Cost } from './limits.js';
import { keepWhatIsRead } from './perRequest.js';
import { executePlanned } from './planned.js';
import { answerPlainly, bodyOf, paramsOf, plainAnswerType } from './plainPost.js';
import { RateLimit, rateLimited, type Payment } from './rateLimit.js';
import { executedOnce, sendingOnce } from './sameForAll.js';
import { schema } from './schema.js';
import { trusted, withDocument } from './trustedDocuments.js';

interface ServerContext {
  req: IncomingMessage;
  res?: ServerResponse;
}

/** What is wrong with a document itself; yoga keeps parsed documents, so it is looked for once. */
const faults = new WeakMap<DocumentNode, readonly GraphQLError[]>();

/** What the operation of a context costs, and what its sender has left after it. */
const costs = new WeakMap<object, Cost>();
const payments = new WeakMap<object, Payment>();

/**
 * Bounds every operation at validation, on every transport, because each of them validates through yoga's envelope. What
 * an operation costs depends on its variables: only the rest may be remembered for the document. Every answer tells it as
 * `extensions.cost`; a refusal in its error, and the events of a subscription do not repeat it.
 */
const limits: Plugin<Context> = {
  onParse: ({ params }) => {
    params.options = { ...(params.options as object), maxTokens: MAX_TOKENS };
  },
  onValidate: ({ context, setValidationFn }) => {
    const asked = (context as { params?: GraphQLParams }).params ?? {};
    setValidationFn((schema: GraphQLSchema, document: DocumentNode) => {
      const known = faults.get(document) ?? validate(schema, document, documentRules);
      faults.set(document, known);
      return known.length > 0 ? known : overLimit(schema, document, asked, (cost) => costs.set(context, cost));
    });
  },
  onExecute: ({ args }) => ({
    onExecuteDone: ({ result, setResult }) => {
      const cost = costs.get(args.contextValue);
      if (!cost || isAsyncIterable(result)) return;
      const payment = payments.get(args.contextValue);
      const rate = payment && { perMinute: payment.perMinute, left: payment.left };
      setResult({ ...result, extensions: { ...result.extensions, cost: { ...cost, ...(rate && { rate }) } } });
    },
  }),
};

/** What a request that asks for next to nothing costs: there is no sending them without end. */
const LEAST_COST = 1;

/** Every operation is paid for before it runs: by its session or key, or by a visitor's address. */
function paid({ settings: { rateLimit, proxies }, redis }: Services): Plugin<Context & ServerContext> {
  const budgets = new RateLimit(redis);
  const refusal = async (context: Context & ServerContext) => {
    const { viewer, req } = context;
    const perMinute = viewer ? rateLimit.signedIn : rateLimit.visitor;
    if (perMinute === 0) return undefined;
    const who = viewer ? whoPays(viewer) : `address:${addressOf(req, proxies)}`;
    const cost = Math.max(LEAST_COST, costs.get(context)?.complexity ?? 0);
    const payment = await budgets.pay(who, cost, perMinute);
    payments.set(context, payment);
    return payment.paid ? undefined : rateLimited(payment);
  };
  return {
    onExecute: async ({ args, setResultAndStopExecution }) => {
      const error = await refusal(args.contextValue);
      if (error) setResultAndStopExecution({ errors: [error] });
    },
    onSubscribe: async ({ args, setResultAndStopExecution }) => {
      const error = await refusal(args.contextValue);
      if (error) setResultAndStopExecution({ errors: [error] });
    },
  };
}

/** A key has a budget of its own: a script that went wild does not lock its person out of the web UI. */
const whoPays = ({ key, sessionId }: Viewer) => (key ? `key:${key.id}` : `session:${sessionId}`);

/** A request with an API key is held to the key's scope, on every transport. */
const keyScopes: Plugin<Context> = {
  onExecute: ({ args, setResultAndStopExecution }) => {
    const refusal = beyondKey(args.schema, args.document, args.operationName, args.contextValue.viewer);
    if (refusal) setResultAndStopExecution({ errors: [refusal] });
  },
};

/** A query reads nothing twice, and is executed by a plan; by the usual execution, where that must be, from its beginning. */
const queries: Plugin<Context> = {
  onExecute: ({ args: { document, operationName, contextValue }, executeFn, setExecuteFn }) => {
    if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.QUERY) return;
    keepWhatIsRead(contextValue);
    setExecuteFn((args: ExecutionArgs) =>
      executePlanned(args, () => {
        const contextValue = { ...(args.contextValue as Context) };
        keepWhatIsRead(contextValue);
        return executeFn({ ...args, contextValue }) as Promise<ExecutionResult>;
      }),
    );
  },
};

/** Each operation that runs, for who observes the program: subscribe to the channel with node:diagnostics_channel. */
const ran = channel('taskgrid.operation');
const observed: Plugin<Context> = {
  onExecute: ({ args }) => ran.publish(args.document),
  onSubscribe: ({ args }) => ran.publish(args.document),
};

/** An error with a code is an answer to the client; only what nobody foresaw is logged. */
function logUnexpected(...what: unknown[]): void {
  if (what.every((each) => each instanceof GraphQLError && each.extensions.code !== undefined)) return;
  console.error(...what);
}

/** Answers are compressed where the client takes it; streams of events are not, as they must not wait in a buffer. */
const compress = compression({
  threshold: 2_000,
  filter: (_request, response) => /json|html/.test(String(response.getHeader('content-type'))),
});

/** A body is read only when its length is known and bounded: yoga would take in anything. */
function whyNotRead({ method, headers }: IncomingMessage, mostBytes: number) {
  if (method !== 'POST') return undefined;
  const length = headers['content-length'];
  if (length === undefined) {
    return {
      status: 411,
      message: 'Send the length of the request (Content-Length).',
      extensions: { code: 'LENGTH_REQUIRED' },
    };
  }
  if (Number(length) <= mostBytes) return undefined;
  return {
    status: 413,
    message: `A request has at most ${mostBytes.toLocaleString('en')} bytes; this one has ${Number(length).toLocaleString('en')}. Simplify the area that it holds.`,
    extensions: { code: 'REQUEST_TOO_LARGE', limitBytes: mostBytes, bytes: Number(length) },
  };
}

/** Serves /graphql over HTTP, SSE and WebSocket. */
export function serveGraphql(app: FastifyInstance, services: Services): void {
  // Room for an area a little too large, so that its own error says so, and for the texts beside it.
  const mostBytes = 3 * services.settings.limits.inputBytes + 500_000;
  const yoga = createYoga<ServerContext, Context>({
    schema,
    graphqlEndpoint: '/graphql',
    logging: { debug: () => undefined, info: () => undefined, warn: console.warn, error: logUnexpected },
    maskedErrors: true,
    landingPage: false,
    renderGraphiQL, // its files are ours: the manual opens without any other server
    graphiql: { title: 'Taskgrid GraphQL API', subscriptionsProtocol: 'WS' },
    plugins: [trusted, limits, keyScopes, paid(services), queries, observed, executedOnce],
    maxRequestBodySize: false, // whyNotRead bounds it
    parserAndValidationCache: { validationCache: false }, // it would keep an answer that depends on the variables
    context: async ({ req }): Promise<Context> => ({
      ...services,
      viewer: await readViewer(services.database, req.headers),
      locales: localesOf(req.headers['accept-language']),
    }),
  });

  // Yoga reads the raw request; no parser of fastify's may touch the body.
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.route({
      url: '/graphql',
      method: ['GET', 'POST', 'OPTIONS'],
      handler: async (request, reply) => {
        const refusal = whyNotRead(request.raw, mostBytes);
        if (refusal) {
          const { status, ...error } = refusal;
          return reply
            .code(status)
            .header('connection', 'close')
            .send({ errors: [error] });
        }
        reply.hijack();
        const context = { req: request.raw, res: reply.raw };
        const compressed = () => compress(request.raw as never, reply.raw as never, () => undefined);
        const type = plainAnswerType(request.raw);
        if (type) {
          const body = await bodyOf(request.raw).catch(() => undefined);
          if (!body) return; // the client went away
          const params = paramsOf(body);
          if (params) return answerPlainly(yoga.handleParams, context, params, type, compressed);
          Object.assign(request.raw, { body });
        }
        compressed();
        await yoga.handle(request.raw, reply.raw, context);
      },
    });
  });

  const sockets = new WebSocketServer({ noServer: true, maxPayload: mostBytes });
  const server: Server = app.server;
  server.on('upgrade', (request, socket, head) => {
    if (request.url?.split('?')[0] !== '/graphql') return socket.destroy();
    sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
  });
  const live = useServer(
    {
      execute: (args) => (args.rootValue as Envelope).execute(args),
      subscribe: (args) => (args.rootValue as Envelope).subscribe(args),
      onSubscribe: async (context, _id, asked) => {
        let params: GraphQLParams;
        try {
          params = withDocument(asked as GraphQLParams);
        } catch (error) {
          return [error as GraphQLError];
        }
        // connectionParams may carry the token of an app that cannot set headers on a socket.
        const authorization = context.connectionParams?.authorization;
        const request = context.extra.request;
        const req = Object.assign(Object.create(request) as IncomingMessage, {
          headers: typeof authorization === 'string' ? { ...request.headers, authorization } : request.headers,
        });
        const envelope = yoga.getEnveloped({ req, params } as never);
        const args = {
          schema: envelope.schema,
          operationName: params.operationName,
          document: envelope.parse(params.query!),
          variableValues: params.variables,
          contextValue: await envelope.contextFactory(),
          rootValue: { execute: envelope.execute, subscribe: envelope.subscribe },
        } as unknown as ExecutionArgs;
        const errors = envelope.validate(args.schema, args.document) as readonly Error[];
        return errors.length > 0 ? (errors as never) : args;
      },
      onOperation: ({ extra }, id, _asked, _args, result) =>
        isAsyncIterable(result)
          ? sendingOnce(extra.socket, id, result as AsyncIterableIterator<ExecutionResult>)
          : undefined,
    },
    sockets,
    15_000,
  );
  app.addHook('preClose', async () => {
    await live.dispose();
  });
}

interface Envelope {
  execute: (args: ExecutionArgs) => never;
  subscribe: (args: ExecutionArgs) => never;
}

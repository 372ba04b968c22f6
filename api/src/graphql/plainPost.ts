import type { IncomingMessage, ServerResponse } from 'node:http';
import { processRegularResult, type GraphQLParams } from 'graphql-yoga';
import { withDocument } from './trustedDocuments.js';

/** The media type of the answer by what `Accept` says, word for word: those of our pages, of Apollo and of programs that say nothing. */
const ACCEPTED = new Map([
  [undefined, 'application/json'],
  ['*/*', 'application/json'],
  ['application/json', 'application/json'],
  ['application/graphql-response+json', 'application/graphql-response+json'],
  ['application/graphql-response+json,application/json;q=0.9', 'application/graphql-response+json'],
]);

/** The media type of the answer to an ordinary POST; undefined for whatever yoga itself is to read: other types, streams, other sites. */
export function plainAnswerType({ method, headers }: IncomingMessage): string | undefined {
  if (method !== 'POST' || headers['content-length'] === '0') return undefined;
  if (!/^application\/json(;|$)/.test(headers['content-type'] ?? '')) return undefined;
  if (headers['access-control-request-method'] ?? headers['access-control-request-headers']) return undefined;
  return ACCEPTED.get(headers.accept);
}

/** The whole body, whose length is known to be bounded. Rejects when the client goes away before its end. */
export const bodyOf = (request: IncomingMessage): Promise<Buffer> =>
  new Promise((done, failed) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => done(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    request.on('error', failed);
  });

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
const KNOWN = new Set(['query', 'variables', 'operationName', 'extensions']);

/**
 * What a body asks for, if that is as it should be and no subscription, whose answer is a stream. Undefined for all else: yoga
 * says what is wrong.
 */
export function paramsOf(body: Buffer): GraphQLParams | undefined {
  try {
    const asked = JSON.parse(body.toString()) as GraphQLParams;
    if (!isObject(asked) || !Object.keys(asked).every((key) => KNOWN.has(key))) return undefined;
    if (![asked.variables ?? {}, asked.extensions ?? {}].every(isObject)) return undefined;
    const params = withDocument(asked);
    return typeof params.query === 'string' && !params.query.includes('subscription') ? params : undefined;
  } catch {
    return undefined;
  }
}

/** As much of a Response as is written. */
class PlainResponse {
  constructor(
    readonly body: string,
    readonly init: { status: number; headers: Record<string, string> },
  ) {}
}

/** Yoga's own, which parses, validates, executes and masks errors. */
type HandleParams = (asked: { request: Request; params: GraphQLParams; context: never }) => unknown;

/**
 * Runs a query or mutation in yoga's envelope, as yoga would, and writes its answer: without a Request, a Response and their
 * streams, which take longer than many an answer. `compress` is called where the answer may be compressed.
 */
export async function answerPlainly(
  handleParams: HandleParams,
  context: { req: IncomingMessage; res: ServerResponse },
  params: GraphQLParams,
  type: string,
  compress: () => void,
): Promise<void> {
  const { req, res } = context;
  const request = { method: 'POST' } as Request; // all that the plugins look at once the body was read
  const result = await handleParams({ request, params, context: context as never });
  const answer = processRegularResult(result as never, { Response: PlainResponse } as never, type);
  const { body, init } = answer as unknown as PlainResponse;
  if (res.destroyed) return;
  const { origin } = req.headers;
  if (origin !== undefined) {
    res.setHeader('access-control-allow-origin', origin);
    res.setHeader('access-control-allow-credentials', 'true');
    res.setHeader('vary', 'Origin');
  }
  const bytes = Buffer.from(body);
  res.setHeader('content-length', bytes.length);
  compress();
  res.writeHead(init.status, init.headers).end(bytes);
}

import { expect } from 'vitest';
import { operations } from '../src/rest/operations.js';
import type { TestServer } from './server.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test asks for what it wants and reads it
type Anything = any;

export interface V2Answer {
  status: number;
  body: Anything;
  headers: Headers;
}

export interface V2Request {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** A value to send as JSON; a string is sent as it is. */
  body?: unknown;
  /** A session token. */
  token?: string | undefined;
  headers?: Record<string, string>;
}

const patterns = operations
  .map((operation) => ({
    operation,
    pattern: new RegExp(
      `^${operation.path.replace(/\/$/, '').replace(/\{(\w+)\}/g, (_, name: string) => operation.matches?.[name]?.source.replace(/^\^|\$$/g, '') ?? '[^/]+')}/?$`,
    ),
  }))
  // The server, too, takes a path by its words before one with a parameter in their place.
  .sort((a, b) => a.operation.path.split('{').length - b.operation.path.split('{').length);

/** The header that v2 wants for a session token. */
export const tokenHeader = (token: string) => `Token ${Buffer.from(token).toString('base64')}`;

/**
 * Calls an operation as an old client does; `path` is below /api/v2. A success is also held to what the operation's
 * document says that it answers.
 */
export async function v2(
  { url }: Pick<TestServer, 'url'>,
  path: string,
  { method = 'GET', body, token, headers = {} }: V2Request = {},
): Promise<V2Answer> {
  const response = await fetch(`${url}/api/v2${path}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(token ? { authorization: tokenHeader(token) } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  let answer: unknown = text;
  try {
    answer = JSON.parse(text);
  } catch {
    // not JSON
  }
  const { operation } =
    patterns.find(({ operation, pattern }) => operation.method === method && pattern.test(path.split('?')[0]!)) ?? {};
  if (
    operation &&
    response.status < 300 &&
    !operation.contentType &&
    response.headers.get('content-type')?.startsWith('application/json')
  ) {
    const held = operation.answers.safeParse(answer);
    if (!held.success)
      expect.fail(
        `${method} ${path} answers what its document does not say: ${held.error.message}\n${text.slice(0, 500)}`,
      );
  }
  return { status: response.status, body: answer, headers: response.headers };
}

/** Calls operations as the people of a world; `tried` gives the status and, of a refusal, its kind. */
export function callsAs<Who>(server: () => Pick<TestServer, 'url'>, tokenOf: (who: Who) => string | undefined) {
  const call = (who: Who, method: NonNullable<V2Request['method']>, path: string, body?: unknown) =>
    v2(server(), path, { method, token: tokenOf(who), ...(body === undefined ? {} : { body }) });
  const tried = async (...what: Parameters<typeof call>) => {
    const { status, body } = await call(...what);
    const kind: string | undefined = body?.SubCode ?? body?.error?.sub_code ?? body?.detail;
    return kind === undefined ? [status] : [status, kind];
  };
  return { call, tried };
}

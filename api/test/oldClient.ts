import { expect } from 'vitest';
import { v2, type V2Answer, type V2Request } from './rest.js';
import type { TestServer } from './server.js';

type Method = NonNullable<V2Request['method']>;

/**
 * Calls as the page of the original makes them: the type of JSON also where there is no body, the language with an
 * underscore, the session when there is one. Paths are below /api/v2/.
 */
export function oldClient(server: () => Pick<TestServer, 'url'>, token?: string, locale = 'en') {
  const headers = { 'content-type': 'application/json', 'accept-language': locale.replace('-', '_') };
  const call = (method: Method, path: string, body?: unknown): Promise<V2Answer> =>
    v2(server(), `/${path}`, { method, token, headers, ...(body === undefined ? {} : { body }) });
  /** A call that must succeed; its body. */
  const sure =
    (method: Method) =>
    async (path: string, body?: unknown): Promise<V2Answer['body']> => {
      const answer = await call(method, path, body);
      if (answer.status >= 300) expect.fail(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body;
    };
  return {
    call,
    get: sure('GET'),
    post: sure('POST'),
    patch: sure('PATCH'),
    put: sure('PUT'),
    delete: sure('DELETE'),
    /** What the page says of a failed call: the SubCode, or that of the newer form; with the status. */
    async refused(method: Method, path: string, body?: unknown): Promise<[status: number, said: string | undefined]> {
      const answer = await call(method, path, body);
      return [answer.status, answer.body?.SubCode ?? answer.body?.error?.sub_code];
    },
  };
}
export type OldClient = ReturnType<typeof oldClient>;

import type { IncomingHttpHeaders } from 'node:http';
import type { Database } from '../database/database.js';
import { readViewer } from '../modules/sign-in/service.js';
import { scopeAllows } from '../modules/sign-in/policy.js';
import type { KeyScope, Viewer } from '../viewer.js';
import { e1, e2, Refused } from './errors.js';

/** Who may call an operation: anyone; anyone, who is told more when signed in; the signed-in; administrators. */
export type Access = 'open' | 'optional' | 'login' | 'admin';

const NOT_BASE64 = /[^A-Za-z0-9+/=]/;

/**
 * Who sends these headers, by the rules of the original: `Authorization: Token <base64 of the session token>`, the word
 * in any case. Throws Refused with its exact answers: a malformed header is refused on every operation, a bad token only
 * where signing in is needed. An API key may do what `keyScope` says.
 */
export async function authenticate(
  database: Database,
  headers: IncomingHttpHeaders,
  access: Access,
  keyScope: KeyScope | 'NEVER',
): Promise<Viewer | null> {
  const header = headers.authorization;
  if (header === undefined) {
    if (access === 'open' || access === 'optional') return null;
    throw new Refused({ status: 403, body: { detail: 'Not authenticated' } });
  }
  const [scheme = '', encoded, ...rest] = header.split(' ');
  const bytes =
    encoded !== undefined && rest.length === 0 && !NOT_BASE64.test(encoded) && encoded.length % 4 === 0
      ? Buffer.from(encoded, 'base64')
      : undefined;
  const isToken = scheme.toLowerCase() === 'token';
  if (!encoded || rest.length > 0 || (isToken && !bytes))
    throw new Refused({ status: 400, body: 'Invalid auth credentials' });
  if (access === 'open') return null;
  if (!isToken)
    throw new Refused(
      e2(401, 'UNKNOWN_ERROR', 'Send the header as: Authorization: Token <base64 of your session token>.'),
    );
  const token = bytes!.toString('latin1');
  const viewer = /^[\w.-]+$/.test(token) ? await readViewer(database, { authorization: `Bearer ${token}` }) : null;
  if (!viewer && access !== 'optional') {
    throw new Refused({
      ...e1(401, 'InvalidToken', 'This session has ended or never was. Sign in again.'),
      headers: { 'www-authenticate': 'Bearer' },
    });
  }
  if (viewer?.key && !scopeAllows(viewer.key.scope, keyScope)) {
    throw new Refused(
      e2(
        403,
        'FORBIDDEN',
        keyScope === 'NEVER'
          ? 'No API key can do this. Sign in as yourself to do it.'
          : `This API key has the scope ${viewer.key.scope}; this needs ${keyScope}. Make a key of that scope.`,
      ),
    );
  }
  if (access === 'admin' && viewer!.role !== 'ADMIN')
    throw new Refused(e2(403, 'UNKNOWN_ERROR', 'Only administrators can do this.'));
  return viewer;
}

import { createHash, randomBytes } from 'node:crypto';
import * as oauth from 'oauth4webapi';
import { statement, type Database } from '../../database/database.js';

/** Ties a sign-in to the browser it began in. Kept for all sign-ins of that browser, so that two tabs do not disturb each other. */
export const BROWSER_COOKIE = 'taskgrid_sign_in';
export const ATTEMPT_SECONDS = 600;

const TAKE_ATTEMPT = statement(import.meta.url, 'sql/take_attempt');

export interface Attempt {
  codeVerifier: string;
  redirectUri: string;
  returnTo: string;
}

const isBrowserSecret = (text: string | undefined): text is string => /^[\w-]{43}$/.test(text ?? '');

const hashOf = (browser: string, state: string) => createHash('sha256').update(`${browser}.${state}`).digest();

/** Begins a sign-in in the browser that sent `browserCookie`, if it sent one. `browser` is the cookie to set. */
export async function beginAttempt(
  { prisma }: Database,
  browserCookie: string | undefined,
  { redirectUri, returnTo }: Omit<Attempt, 'codeVerifier'>,
) {
  const browser = isBrowserSecret(browserCookie) ? browserCookie : randomBytes(32).toString('base64url');
  const state = oauth.generateRandomState();
  const codeVerifier = oauth.generateRandomCodeVerifier();
  await prisma.signInAttempt.create({
    data: { stateHash: hashOf(browser, state), codeVerifier, redirectUri, returnTo },
  });
  return { browser, state, codeChallenge: await oauth.calculatePKCECodeChallenge(codeVerifier) };
}

/**
 * The sign-in with this state that this browser began within ten minutes; it is used up. Undefined for any other, which
 * stays as it is: only the browser that began it can end it.
 */
export async function takeAttempt(
  database: Database,
  browserCookie: string | undefined,
  state: string | null,
): Promise<Attempt | undefined> {
  if (!isBrowserSecret(browserCookie) || !state) return undefined;
  const [row] = await database.query<{
    code_verifier: string;
    redirect_uri: string;
    return_to: string;
    in_time: boolean;
  }>(TAKE_ATTEMPT, [hashOf(browserCookie, state)]);
  if (!row?.in_time) return undefined;
  return { codeVerifier: row.code_verifier, redirectUri: row.redirect_uri, returnTo: row.return_to };
}

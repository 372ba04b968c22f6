import type { IncomingHttpHeaders } from 'node:http';
import { parseCookie } from 'cookie';
import { statement, type Database } from '../../database/database.js';
import { NotFound } from '../../errors.js';
import type { Session } from '../../generated/prisma/client.js';
import type { KeyScope, Viewer } from '../../viewer.js';
import { seal } from './sealed.js';
import { hashOf, isApiKey, newToken } from './tokens.js';

export const SESSION_COOKIE = 'taskgrid_session';

const SESSION_VIEWER = statement(import.meta.url, 'sql/session_viewer');
const KEY_VIEWER = statement(import.meta.url, 'sql/key_viewer');
const IN_FORCE = statement(import.meta.url, 'sql/in_force');

/** A cookie that the browser sent, whoever made it send it. */
export const cookieOf = ({ cookie }: IncomingHttpHeaders, name: string) =>
  cookie ? parseCookie(cookie)[name] : undefined;

/** Starts a session and returns its token, which is kept nowhere else. `osmToken`: what OpenStreetMap gave for the editor. */
export async function startSession(
  database: Database,
  personId: number,
  lifetimeSeconds: number,
  userAgent: string | undefined,
  osmToken?: string,
) {
  const token = newToken();
  const session = await database.prisma.session.create({
    data: {
      tokenHash: hashOf(token),
      personId,
      expiresAt: new Date(Date.now() + lifetimeSeconds * 1000),
      userAgent: userAgent?.slice(0, 300),
      ...(osmToken && { sealedOsmToken: seal(osmToken, token) }),
    },
  });
  return { token, session };
}

/** Ends the session of a token; nothing happens when there is none. */
export async function endSession({ prisma }: Database, token: string): Promise<void> {
  await prisma.session.updateMany({
    where: { tokenHash: hashOf(token), revokedAt: null },
    data: { revokedAt: new Date() },
  });
}

/** Ends one of a person's own sessions; ending it again changes nothing. Throws NotFound for any other session. */
export async function revokeSession({ prisma }: Database, viewer: Viewer, id: number): Promise<Session> {
  const session = await prisma.session.findFirst({ where: { id, personId: viewer.id } });
  if (!session) throw new NotFound('SESSION', 'You have no such session. Load the list of your sessions again.');
  if (session.revokedAt) return session;
  return prisma.session.update({ where: { id }, data: { revokedAt: new Date() } });
}

/**
 * The token of a request, of a session or an API key: `Authorization: Bearer …`, or the browser's cookie. The cookie counts only for requests of our
 * own pages, so that another site's page cannot act in a person's name.
 */
export function sessionToken(headers: IncomingHttpHeaders): string | undefined {
  const bearer = /^Bearer +([\w-]+)$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer) return bearer;
  if (!headers.cookie || !isSameSite(headers)) return undefined;
  return cookieOf(headers, SESSION_COOKIE);
}

/** Whether our own page sends this, as far as a browser says. */
function isSameSite({ origin, host, 'sec-fetch-site': fetchSite }: IncomingHttpHeaders): boolean {
  if (fetchSite === 'cross-site') return false;
  if (!origin) return true; // a plain GET of our own page; SameSite=Lax keeps the cookie from foreign POSTs
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Who sends these headers; null for a visitor, and for a token that is unknown, expired or revoked. */
export async function readViewer(database: Database, headers: IncomingHttpHeaders): Promise<Viewer | null> {
  const token = sessionToken(headers);
  if (!token) return null;
  return isApiKey(token) ? viewerOfKey(database, token) : viewerOfSession(database, token);
}

interface PersonRow {
  stale: boolean;
  id: number;
  username: string;
  role: Viewer['role'];
  level_ordering: number;
  picture_url: string | null;
  manages: boolean;
}

async function viewerOfSession(database: Database, token: string): Promise<Viewer | null> {
  const [row] = await database.read<PersonRow & { session_id: number }>(SESSION_VIEWER, [hashOf(token)]);
  if (!row) return null;
  if (row.stale) await database.pool.query('update session set last_seen_at = now() where id = $1', [row.session_id]);
  return { ...personOf(row), sessionId: row.session_id, key: null };
}

async function viewerOfKey(database: Database, token: string): Promise<Viewer | null> {
  const [row] = await database.read<PersonRow & { key_id: number; scope: KeyScope }>(KEY_VIEWER, [hashOf(token)]);
  if (!row) return null;
  if (row.stale)
    await database.pool.query('update application_key set last_used_at = now() where id = $1', [row.key_id]);
  return { ...personOf(row), sessionId: null, key: { id: row.key_id, scope: row.scope } };
}

const personOf = ({ id, username, role, level_ordering, picture_url, manages }: PersonRow) => ({
  id,
  username,
  role,
  levelOrdering: level_ordering,
  pictureUrl: picture_url,
  managesAnOrganisation: manages,
});

/** Whether the viewer's session or key still lets them in: what goes on for long, such as a subscription, asks again. */
export async function isInForce(database: Database, { sessionId, key }: Viewer): Promise<boolean> {
  const [row] = await database.query<{ in_force: boolean }>(IN_FORCE, [sessionId, key?.id ?? null]);
  return row!.in_force;
}

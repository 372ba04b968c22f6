import { z } from 'zod';
import type { Database } from '../../database/database.js';
import { NotFound } from '../../errors.js';
import { parseInput, text } from '../../input.js';
import type { Viewer } from '../../viewer.js';
import { MOST_KEYS, tooManyKeys, whyNotCreateApiKey } from './policy.js';
import { beginningOf, hashOf, newApiKey } from './tokens.js';

const DAY_MS = 86_400_000;
const MOST_DAYS = 366;

const newKey = z.object({
  name: text(100).trim().min(1, 'Give the key a name, such as that of the app that will use it.'),
  scope: z.enum(['READ', 'MAP', 'MANAGE']),
  expiresAt: z
    .date()
    .refine((time) => time.getTime() > Date.now(), 'Choose a time that is yet to come.')
    .refine(
      (time) => time.getTime() <= Date.now() + MOST_DAYS * DAY_MS,
      `A key lasts ${MOST_DAYS} days at most. Choose an earlier time.`,
    ),
});

/** Those that are neither revoked nor at their end. */
export const keysInForce = (personId: number) => ({ personId, revokedAt: null, expiresAt: { gt: new Date() } });

/** The viewer's keys that are in force, the oldest first. */
export const keysOf = ({ prisma }: Database, { id }: Viewer) =>
  prisma.applicationKey.findMany({ where: keysInForce(id), orderBy: { id: 'asc' } });

/** A key that nobody revoked, whosever it is; it may have come to its end. */
export const unrevokedKey = ({ prisma }: Database, key: { id: number } | { keyHash: ReturnType<typeof hashOf> }) =>
  prisma.applicationKey.findFirst({ where: { ...key, revokedAt: null } });

const CREATE = {
  name: 'sign-in/create_api_key',
  text: 'select create_api_key($1, $2, $3, $4, $5::key_scope, $6, $7) as id',
};

/** Makes a key for the viewer. `key` is kept nowhere else. Throws NotPermitted, InvalidInput. */
export async function createApiKey(database: Database, viewer: Viewer, input: object) {
  const { name, scope, expiresAt } = parseInput(newKey, input);
  const refusal = whyNotCreateApiKey(viewer);
  if (refusal) throw refusal;
  const key = newApiKey();
  const values = [viewer.id, hashOf(key), beginningOf(key), name, scope, expiresAt, MOST_KEYS];
  const [row] = await database.query<{ id: number | null }>(CREATE, values);
  if (row!.id === null) throw tooManyKeys();
  return { id: row!.id, key };
}

/** Ends one of the viewer's own keys at once; ending it again changes nothing. Throws NotFound for any other. */
export async function revokeApiKey({ prisma }: Database, viewer: Viewer, id: number): Promise<{ id: number }> {
  const key = await prisma.applicationKey.findFirst({ where: { id, personId: viewer.id } });
  if (!key) throw new NotFound('APPLICATION', 'You have no such key. Load the list of your keys again.');
  if (!key.revokedAt) await prisma.applicationKey.update({ where: { id }, data: { revokedAt: new Date() } });
  return { id };
}

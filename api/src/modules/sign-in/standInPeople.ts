import { createHash } from 'node:crypto';
import type { Database } from '../../database/database.js';
import type { OsmPerson } from '../people/service.js';

/** Whom a newcomer can be at once: one for each part they may want to play. */
const CAST = [
  { username: 'admin', changesetCount: 1000 },
  { username: 'mapper', changesetCount: 0 },
  { username: 'validator', changesetCount: 1000 },
];
/** Settings make person 1 the administrator where nobody is named. */
const ADMIN_ID = 1;

export interface Character {
  username: string;
  changesetCount: number;
  isAdmin: boolean;
}

/** The people to choose from: the cast, then those who were here last. */
export async function peopleToBe({ prisma }: Database, adminOsmIds: number[]): Promise<Character[]> {
  const known = await prisma.person.findMany({
    where: { deletedAt: null },
    orderBy: { lastSeenAt: 'desc' },
    take: 20,
    select: { username: true, changesetCount: true, role: true },
  });
  const others = new Map(
    known.map(({ role, ...person }) => [person.username, { ...person, isAdmin: role === 'ADMIN' }]),
  );
  const cast = CAST.map((one) => {
    const isAdmin = one.username === 'admin' && adminOsmIds.includes(ADMIN_ID);
    const asKnown = others.get(one.username);
    others.delete(one.username);
    return asKnown ?? { ...one, isAdmin };
  });
  return [...cast, ...others.values()];
}

/** Why nobody on OpenStreetMap can be called that; undefined for a good name. */
export function whyNotName(name: string): string | undefined {
  if (name.length < 2) return 'Write a name of at least two letters.';
  if (name.length > 255) return 'Write a shorter name: at most 255 letters.';
  if (/[/;.,?%#\p{Cc}]/u.test(name)) return 'Write a name without / ; . , ? % or #.';
  if (/^user_\d+$/i.test(name)) return 'Names like this one are kept for deleted accounts. Write another.';
  return undefined;
}

/** The account of that name: the same id whenever it is asked for, and never one that another person has here. */
export async function accountOf({ prisma }: Database, username: string, changesets: number): Promise<OsmPerson> {
  const known = await prisma.person.findUnique({ where: { username } });
  const before = known ?? CAST.find((one) => one.username === username);
  const changesetCount = Math.max(changesets, before?.changesetCount ?? 0);
  if (known) return { id: known.id, username, pictureUrl: known.pictureUrl, changesetCount };
  let id =
    username === 'admin'
      ? ADMIN_ID
      : 1_000_000 + (createHash('sha256').update(username).digest().readUInt32BE() % 1_000_000_000);
  while (await prisma.person.findUnique({ where: { id } })) id++;
  return { id, username, pictureUrl: null, changesetCount };
}

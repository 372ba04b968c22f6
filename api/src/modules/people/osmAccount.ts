import { z } from 'zod';
import type { Services } from '../../graphql/context.js';

// What OpenStreetMap says in public of an account. It is somebody else's service, and nothing here waits long for it.

const PATIENCE_MS = 5_000;
const answer = z.object({
  user: z.object({
    account_created: z.string().max(50),
    changesets: z.object({ count: z.int32().nonnegative() }),
  }),
});

export interface OsmAccount {
  /** ISO 8601, as OpenStreetMap wrote it. */
  accountCreated: string;
  changesetCount: number;
}

const KEPT_MS = 3_600_000;
const MOST_KEPT = 1_000;
const kept = new Map<string, { account: OsmAccount; until: number }>();

/**
 * The account at OpenStreetMap, at most an hour old; null when it is gone, or OpenStreetMap does not answer as it should within
 * five seconds.
 */
export async function osmAccountOf(
  services: Pick<Services, 'settings' | 'database'>,
  personId: number,
): Promise<OsmAccount | null> {
  const known = kept.get(addressOf(services, personId));
  return known && known.until > Date.now() ? known.account : osmAccountNow(services, personId);
}

const addressOf = ({ settings }: Pick<Services, 'settings'>, personId: number) =>
  `${settings.osm.apiUrl}/api/0.6/user/${personId}.json`;

async function osmAccountNow(
  services: Pick<Services, 'settings' | 'database'>,
  personId: number,
): Promise<OsmAccount | null> {
  const { settings, database } = services;
  if (settings.osm.standIn) {
    const person = await database.prisma.person.findUniqueOrThrow({ where: { id: personId } });
    return { accountCreated: person.registeredAt.toISOString(), changesetCount: person.changesetCount };
  }
  const address = addressOf(services, personId);
  try {
    const response = await fetch(address, {
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: { accept: 'application/json' },
    });
    if (!response.ok) {
      await response.body?.cancel();
      return null;
    }
    const { user } = answer.parse(await response.json());
    const account = { accountCreated: user.account_created, changesetCount: user.changesets.count };
    kept.delete(address); // the newest is last: the first goes when there are too many
    kept.set(address, { account, until: Date.now() + KEPT_MS });
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
    return account;
  } catch {
    return null;
  }
}

/** Writes down how many changesets a person has at OpenStreetMap now; leaves it as it was when that is not known. */
export async function refreshChangesets(services: Pick<Services, 'settings' | 'database'>, personId: number) {
  const account = await osmAccountNow(services, personId);
  if (!account) return;
  await services.database.prisma.person.updateMany({
    where: { id: personId },
    data: { changesetCount: account.changesetCount },
  });
}

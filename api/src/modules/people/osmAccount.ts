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

/** The account at OpenStreetMap; null when it is gone, or OpenStreetMap does not answer as it should within five seconds. */
export async function osmAccountOf(
  { settings, database }: Pick<Services, 'settings' | 'database'>,
  personId: number,
): Promise<OsmAccount | null> {
  if (settings.osm.standIn) {
    const person = await database.prisma.person.findUniqueOrThrow({ where: { id: personId } });
    return { accountCreated: person.registeredAt.toISOString(), changesetCount: person.changesetCount };
  }
  try {
    const response = await fetch(`${settings.osm.apiUrl}/api/0.6/user/${personId}.json`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: { accept: 'application/json' },
    });
    if (!response.ok) {
      await response.body?.cancel();
      return null;
    }
    const { user } = answer.parse(await response.json());
    return { accountCreated: user.account_created, changesetCount: user.changesets.count };
  } catch {
    return null;
  }
}

/** Writes down how many changesets a person has at OpenStreetMap now; leaves it as it was when that is not known. */
export async function refreshChangesets(services: Pick<Services, 'settings' | 'database'>, personId: number) {
  const account = await osmAccountOf(services, personId);
  if (!account) return;
  await services.database.prisma.person.updateMany({
    where: { id: personId },
    data: { changesetCount: account.changesetCount },
  });
}

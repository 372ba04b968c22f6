import { z } from 'zod';
import type { Services } from '../../graphql/context.js';

/** GitHub's answer about the latest release. */
const answer = z.object({ tag_name: z.string().min(1).max(64), published_at: z.iso.datetime() });

export interface Release {
  tagName: string;
  publishedAt: Date;
}

/** The newest release that was heard of, or null. */
export const knownRelease = ({ database }: Pick<Services, 'database'>): Promise<Release | null> =>
  database.prisma.releaseVersion.findFirst();

/** How long an answer counts, so that nobody makes this server ask all the time. */
const ASK_AGAIN_MS = 10 * 60_000;
const asked = new WeakMap<object, { at: number; release: Promise<Release | null> }>();

/** Asks which release is the newest, at most once in ten minutes, and keeps it. Null: nobody answered as they should. */
export function newestRelease(services: Pick<Services, 'database' | 'settings'>): Promise<Release | null> {
  const last = asked.get(services.database);
  if (last && Date.now() - last.at < ASK_AGAIN_MS) return last.release;
  const release = ask(services);
  asked.set(services.database, { at: Date.now(), release });
  return release;
}

async function ask({ database, settings }: Pick<Services, 'database' | 'settings'>): Promise<Release | null> {
  if (!settings.releasesUrl) return null;
  try {
    const response = await fetch(settings.releasesUrl, {
      headers: { accept: 'application/json', 'user-agent': 'Taskgrid' },
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok) return null;
    const { tag_name: tagName, published_at } = answer.parse(await response.json());
    const data = { tagName, publishedAt: new Date(published_at) };
    return await database.prisma.releaseVersion.upsert({ where: { id: 1 }, create: { id: 1, ...data }, update: data });
  } catch {
    return null; // away, or no answer that can be read
  }
}

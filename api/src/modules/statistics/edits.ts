import { statement } from '../../database/database.js';
import type { Context, Services } from '../../graphql/context.js';
import { batched } from '../../graphql/perRequest.js';
import type { Settings } from '../../settings.js';
import { OhsomeNow, type Figures, type Problem } from './ohsome.js';

// What was edited in OpenStreetMap: as ohsome Now counts it, kept for an hour. What is older is still better than nothing.

export interface Edits {
  figures: Figures | null;
  obtainedAt: Date | null;
  problem: Problem | null;
}

const FRESH_MS = 3_600_000;
const MOST_HASHTAGS = 1_000;
const SAVE = statement(import.meta.url, 'sql/save_edits');

interface Known {
  service: OhsomeNow;
  hashtags: Map<string, { figures: Figures; obtainedAt: Date }>;
}
const known = new WeakMap<Settings, Known>();
function knownBy({ settings }: Pick<Services, 'settings'>): Known {
  let each = known.get(settings);
  if (!each) {
    each = { service: new OhsomeNow(settings.ohsome), hashtags: new Map() };
    known.set(settings, each);
  }
  return each;
}

const isFresh = (obtainedAt: Date | undefined) => obtainedAt !== undefined && Date.now() - +obtainedAt < FRESH_MS;

/** The hashtag of all projects of this instance, or of one: without #. */
const hashtagOf = ({ settings }: Pick<Services, 'settings'>, project: number | '*') =>
  `${settings.defaultChangesetComment.replace(/^#/, '')}-${project}`;

/** What people edited for projects of this instance; badges count by it too. */
export const editsOfPerson = batched(async (ids: number[], context: Context) => {
  const { database } = context;
  const rows = await database.prisma.personStatistics.findMany({ where: { personId: { in: ids } } });
  const kept = new Map(
    rows.map(({ personId, figures, obtainedAt }) => [personId, { figures: figures as Figures, obtainedAt }]),
  );
  const stale = ids.filter((id) => !isFresh(kept.get(id)?.obtainedAt));
  const outcomes = await knownBy(context).service.ofPeople(hashtagOf(context, '*'), stale);
  const fetched = stale.flatMap((id, index) => {
    const { figures } = outcomes[index]!;
    return figures ? [{ id, figures }] : [];
  });
  if (fetched.length > 0)
    await database.query(SAVE, [fetched.map(({ id }) => id), fetched.map(({ figures }) => JSON.stringify(figures))]);
  for (const { id, figures } of fetched) kept.set(id, { figures, obtainedAt: new Date() });
  const problems = new Map(stale.map((id, index) => [id, outcomes[index]!.problem ?? null]));
  return (id: number): Edits => ({
    figures: kept.get(id)?.figures ?? null,
    obtainedAt: kept.get(id)?.obtainedAt ?? null,
    problem: problems.get(id) ?? null,
  });
});

/** What everybody edited for a project, or for all of this instance (*). */
export async function editsOfHashtag(services: Pick<Services, 'settings'>, project: number | '*'): Promise<Edits> {
  const { service, hashtags } = knownBy(services);
  const hashtag = hashtagOf(services, project);
  const kept = hashtags.get(hashtag);
  if (kept && isFresh(kept.obtainedAt)) return { ...kept, problem: null };
  const { figures, problem } = await service.ofHashtag(hashtag);
  if (!figures) return { figures: kept?.figures ?? null, obtainedAt: kept?.obtainedAt ?? null, problem };
  hashtags.delete(hashtag); // the newest is last: the first goes when there are too many
  hashtags.set(hashtag, { figures, obtainedAt: new Date() });
  if (hashtags.size > MOST_HASHTAGS) hashtags.delete(hashtags.keys().next().value!);
  return { figures, obtainedAt: new Date(), problem: null };
}

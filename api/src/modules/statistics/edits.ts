import { statement, type Database } from '../../database/database.js';
import type { Context, Services } from '../../graphql/context.js';
import { batched } from '../../graphql/perRequest.js';
import { addJob } from '../../jobs/queue.js';
import type { Settings } from '../../settings.js';
import { refreshChangesets } from '../people/service.js';
import { OhsomeNow, type Figures, type Outcome, type Problem } from './ohsome.js';

// What was edited in OpenStreetMap: as ohsome Now counts it, kept for an hour. What is older is still better than nothing.

export interface Edits {
  figures: Figures | null;
  obtainedAt: Date | null;
  problem: Problem | null;
}

const FRESH_MS = 3_600_000;
const MOST_HASHTAGS = 1_000;
const SAVE = statement(import.meta.url, 'sql/save_edits');
const PEOPLE_TO_COUNT = statement(import.meta.url, 'sql/people_to_count');

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

/** Those whose figures came, of people in the order they were asked for. */
const fetchedOf = (ids: number[], outcomes: Outcome[]) =>
  ids.flatMap((id, index) => {
    const { figures } = outcomes[index]!;
    return figures ? [{ id, figures }] : [];
  });

async function save(database: Database, fetched: { id: number; figures: Figures }[]): Promise<void> {
  if (fetched.length === 0) return;
  await database.query(SAVE, [fetched.map(({ id }) => id), fetched.map(({ figures }) => JSON.stringify(figures))]);
}

/** What people edited for projects of this instance; badges count by it too. */
export const editsOfPerson = batched(async (ids: number[], context: Context) => {
  const { database } = context;
  const rows = await database.prisma.personStatistics.findMany({ where: { personId: { in: ids } } });
  const kept = new Map(
    rows.map(({ personId, figures, obtainedAt }) => [personId, { figures: figures as Figures, obtainedAt }]),
  );
  const stale = ids.filter((id) => !isFresh(kept.get(id)?.obtainedAt));
  const outcomes = await knownBy(context).service.ofPeople(hashtagOf(context, '*'), stale);
  const fetched = fetchedOf(stale, outcomes);
  await save(database, fetched);
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

/** Counts anew what one person edited and their changesets, however lately that was done; what does not answer changes nothing. */
export async function refreshFiguresOf(
  services: Pick<Services, 'database' | 'settings'>,
  personId: number,
): Promise<void> {
  const count = async () => {
    const outcomes = await knownBy(services).service.ofPeople(hashtagOf(services, '*'), [personId]);
    await save(services.database, fetchedOf([personId], outcomes));
  };
  await Promise.all([count(), refreshChangesets(services, personId)]);
}

/** Has the figures of a person counted anew in the background, where there is a service that counts and they are not fresh. */
export async function askForFigures(
  { database, settings }: Pick<Services, 'database' | 'settings'>,
  personId: number,
  obtainedAt: Date | null,
): Promise<void> {
  if (!settings.ohsome.url || isFresh(obtainedAt ?? undefined)) return;
  await addJob(
    database,
    'count-edits-of',
    { person: personId },
    { jobKey: `count-edits-of ${personId}`, maxAttempts: 1 },
  );
}

/** What ohsome Now answers about a person, as it is; null when it does not. Of all projects of this instance when no hashtag is given. */
export async function ohsomeAnswer(
  services: Pick<Services, 'settings'>,
  { hashtag, ...query }: { userId: string; topics: string; hashtag?: string; startdate?: string; enddate?: string },
): Promise<Record<string, unknown> | null> {
  const { service } = knownBy(services);
  const { answer } = await service.passOn({ hashtag: hashtag ?? hashtagOf(services, '*'), ...query });
  return answer ?? null;
}

const MOST_PEOPLE = 2_000;
const PEOPLE_AT_ONCE = 5;

/**
 * Counts anew what people edited who were here lately, a few at a time, until all are counted or the service does not work.
 * Who was counted within 20 hours is left alone, so that doing it again does nothing.
 */
export async function refreshEdits(
  services: Pick<Services, 'database' | 'settings'>,
): Promise<{ people: number; counted: number; problem: Problem | null }> {
  const { database, settings } = services;
  if (!settings.ohsome.url) return { people: 0, counted: 0, problem: 'NOT_SET_UP' };
  const ids = (await database.query<{ id: number }>(PEOPLE_TO_COUNT, [MOST_PEOPLE])).map(({ id }) => id);
  let counted = 0;
  for (let start = 0; start < ids.length; start += PEOPLE_AT_ONCE) {
    const some = ids.slice(start, start + PEOPLE_AT_ONCE);
    const outcomes = await knownBy(services).service.ofPeople(hashtagOf(services, '*'), some);
    const fetched = fetchedOf(some, outcomes);
    await save(database, fetched);
    counted += fetched.length;
    const problem = outcomes.find((outcome) => outcome.problem)?.problem;
    if (problem) return { people: ids.length, counted, problem };
  }
  return { people: ids.length, counted, problem: null };
}

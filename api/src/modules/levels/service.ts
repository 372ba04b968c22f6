import { z } from 'zod';
import { retryOnce, statement, type Database } from '../../database/database.js';
import { isDuplicate } from '../../database/violations.js';
import { InUse, InvalidInput, NameTaken, NotFound, NotPermitted } from '../../errors.js';
import { parseInput, text } from '../../input.js';
import type { Viewer } from '../../viewer.js';
import { congratulate } from '../notifications/service.js';
import { personNotFound } from '../people/service.js';
import { whyNotManageLevels, whyNotVote } from './policy.js';

const SAVE_LEVEL = { name: 'levels/save_level', text: 'select save_level($1, $2, $3, $4, $5::int[]) as id' };
const SAVE_BADGE = { name: 'levels/save_badge', text: 'select save_badge($1, $2::jsonb) as id' };
const VOTE = {
  name: 'levels/vote',
  text: 'select v.outcome, l.name as reached from vote_for_level($1, $2) v left join mapping_level l on l.id = v.reached',
};
const GIVE = {
  name: 'levels/give',
  text: 'select give_level(p.id, $2) from person p where p.id = $1 and p.deleted_at is null',
};

const RISE = {
  name: 'levels/rise',
  text: `select l.name as reached, s.obtained_at from person p
           left join lateral promote(p.id, 1) step on true left join mapping_level l on l.id = step
           left join person_statistics s on s.person_id = p.id
          where p.id = $1 and p.deleted_at is null`,
};

const PROMOTE_PEOPLE = statement(import.meta.url, 'sql/promote_people');
/** People whose rows are locked together. */
const BATCH = 100;

const name = text(100).trim().min(1, 'Give it a name.');
const level = z.object({
  name: name.nullish(),
  approvalsRequired: z.int().min(0, 'Not less than 0.').max(1_000, 'At most 1,000 votes.').nullish(),
  color: text(30).trim().nullish(),
  requiredBadges: z
    .array(z.int())
    .min(1, 'A level asks for at least one badge.')
    .max(50, 'At most 50 badges.')
    .transform((badges) => [...new Set(badges)])
    .nullish(),
});
const badge = z.object({
  name: name.nullish(),
  description: text(2_000).nullish(),
  imagePath: text(1_000).nullish(),
  requirements: z
    .array(
      z.object({
        metric: text(100).regex(/^[a-z0-9_.:-]+$/i, 'A metric is a word such as changeset or building.'),
        minimum: z.number().positive('A minimum is more than 0.').max(1e12, 'At most 1,000,000,000,000.'),
      }),
    )
    .min(1, 'A badge has at least one requirement.')
    .max(50, 'At most 50 requirements.')
    .refine((list) => new Set(list.map(({ metric }) => metric)).size === list.length, 'Name each metric once.')
    .nullish(),
  isEnabled: z.boolean().nullish(),
  isInternal: z.boolean().nullish(),
});
export type LevelChange = z.input<typeof level>;
export type BadgeChange = z.input<typeof badge>;

const levelNotFound = () => new NotFound('MAPPING_LEVEL', 'There is no such level. Load the levels again.');
const badgeNotFound = () => new NotFound('BADGE', 'There is no such badge. Load the badges again.');

function allow(viewer: Viewer): void {
  const refusal = whyNotManageLevels(viewer);
  if (refusal) throw refusal;
}

/** Runs a function that gives an id, or null where there is nothing of the id. */
async function saved(database: Database, action: { name: string; text: string }, values: unknown[], called: string) {
  try {
    const [row] = await retryOnce(() => database.query<{ id: number | null }>(action, values));
    return row!.id;
  } catch (error) {
    if (isDuplicate(error)) throw new NameTaken(called);
    throw error;
  }
}

const missing = (path: string, message: string) => new InvalidInput([{ path: [path], message }]);

/** Creates a level (`id` null), behind all others, or changes one; its number. Throws NotPermitted, InvalidInput, NameTaken, NotFound. */
export async function saveLevel(database: Database, viewer: Viewer, id: number | null, input: LevelChange) {
  allow(viewer);
  const change = parseInput(level, input);
  if (id === null && !change.name) throw missing('name', 'Give it a name.');
  if (id === null && !change.requiredBadges) throw missing('requiredBadges', 'A level asks for at least one badge.');
  if (change.requiredBadges) {
    const known = await database.prisma.badge.count({ where: { id: { in: change.requiredBadges } } });
    if (known < change.requiredBadges.length)
      throw missing('requiredBadges', 'One of these badges is not there any more. Load the badges again.');
  }
  const values = [id, change.name ?? null, change.approvalsRequired ?? null, change.color ?? null];
  const number = await saved(database, SAVE_LEVEL, [...values, change.requiredBadges ?? null], change.name ?? '');
  if (number === null) throw levelNotFound();
  return number;
}

/** Deletes a level that nothing uses. Throws NotPermitted (also for the beginners' one), InUse, NotFound. */
export async function deleteLevel({ prisma }: Database, viewer: Viewer, id: number): Promise<void> {
  allow(viewer);
  const found = await prisma.mappingLevel.findUnique({
    where: { id },
    include: { _count: { select: { people: true, mappingProjects: true, validationProjects: true } } },
  });
  if (!found) throw levelNotFound();
  if (found.isBeginner)
    throw new NotPermitted('BEGINNER_LEVEL', 'Everyone begins at this level, so it stays. Rename it instead.');
  const projects = found._count.mappingProjects + found._count.validationProjects;
  if (found._count.people > 0)
    throw new InUse('people', 'There are people of this level. Give them another level first.');
  if (projects > 0) throw new InUse('projects', 'There are projects that ask for this level. Change them first.');
  await prisma.mappingLevel.deleteMany({ where: { id } });
}

/** Creates a badge (`id` null) or changes one; its number. Throws NotPermitted, InvalidInput, NameTaken, NotFound. */
export async function saveBadge(database: Database, viewer: Viewer, id: number | null, input: BadgeChange) {
  allow(viewer);
  const change = parseInput(badge, input);
  if (id === null && !change.name) throw missing('name', 'Give it a name.');
  if (id === null && !change.requirements) throw missing('requirements', 'A badge has at least one requirement.');
  const values = {
    name: change.name ?? undefined,
    description: change.description ?? undefined,
    image_path: change.imagePath === '' ? null : (change.imagePath ?? undefined),
    requirements:
      change.requirements && Object.fromEntries(change.requirements.map(({ metric, minimum }) => [metric, minimum])),
    is_enabled: change.isEnabled ?? undefined,
    is_internal: change.isInternal ?? undefined,
  };
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null));
  if (values.image_path === null) given.image_path = null;
  const number = await saved(database, SAVE_BADGE, [id, JSON.stringify(given)], change.name ?? '');
  if (number === null) throw badgeNotFound();
  return number;
}

/** Deletes a badge that nobody has and no level asks for. Throws NotPermitted, InUse, NotFound. */
export async function deleteBadge({ prisma }: Database, viewer: Viewer, id: number): Promise<void> {
  allow(viewer);
  const found = await prisma.badge.findUnique({
    where: { id },
    include: { _count: { select: { people: true, levels: true } } },
  });
  if (!found) throw badgeNotFound();
  if (found._count.levels > 0) throw new InUse('levels', 'A level asks for this badge. Change the level first.');
  if (found._count.people > 0)
    throw new InUse('people', 'There are people who have this badge. Disable it, so that it is not shown.');
  await prisma.badge.deleteMany({ where: { id } });
}

/** Sets the level of a person, whatever their badges. Throws NotPermitted and NotFound. */
export async function setLevel(database: Database, viewer: Viewer, personId: number, levelId: number): Promise<void> {
  allow(viewer);
  if (!(await database.prisma.mappingLevel.findUnique({ where: { id: levelId } }))) throw levelNotFound();
  const rows = await retryOnce(() => database.query(GIVE, [personId, levelId]));
  if (rows.length === 0) throw personNotFound();
}

/** Votes for the level that a person is nominated for; gives it with the last vote that was needed. */
export async function voteForLevel(database: Database, viewer: Viewer, personId: number): Promise<void> {
  const refusal = whyNotVote(viewer, personId);
  if (refusal) throw refusal;
  const [answer] = await retryOnce(() =>
    database.query<{ outcome: 'DONE' | 'NOT_FOUND' | 'NOT_NOMINATED'; reached: string | null }>(VOTE, [
      personId,
      viewer.id,
    ]),
  );
  if (answer!.outcome === 'NOT_FOUND') throw personNotFound();
  if (answer!.outcome === 'NOT_NOMINATED')
    throw new NotFound('NOMINATION', 'This person is not waiting for votes, or has reached the level meanwhile.');
  if (answer!.reached) await congratulate(database, personId, answer!.reached);
}

/**
 * Gives a person the badges that their figures have reached, and the next level if its badges are among them: one level at a time,
 * each with its congratulations. When the figures it went by were fetched; null: they never were.
 */
export async function riseOneLevel(database: Database, personId: number): Promise<Date | null> {
  const [row] = await retryOnce(() =>
    database.query<{ reached: string | null; obtained_at: Date | null }>(RISE, [personId]),
  );
  if (row?.reached) await congratulate(database, personId, row.reached);
  return row?.obtained_at ?? null;
}

/**
 * Gives everybody the badges and the level that their figures have reached, as their next sign-in would, and congratulates
 * those who rose. Nobody falls. How many people there are, and how many rose.
 */
export async function recomputeLevels(database: Database): Promise<{ people: number; rose: number }> {
  const all = { people: 0, rose: 0 };
  for (let after = 0; ;) {
    const rows = await retryOnce(() =>
      database.query<{ person_id: number; reached: string | null }>(PROMOTE_PEOPLE, [after, BATCH]),
    );
    for (const { person_id, reached } of rows) {
      if (!reached) continue;
      await congratulate(database, person_id, reached);
      all.rose++;
    }
    all.people += rows.length;
    if (rows.length < BATCH) return all;
    after = rows.at(-1)!.person_id;
  }
}

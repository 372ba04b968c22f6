import { z } from 'zod';
import type { Database } from '../../database/database.js';
import { nothing } from '../../rest/answers.js';
import { e2, notFound } from '../../rest/errors.js';
import { operation } from '../../rest/operation.js';
import { bigId, bool, id, int, text } from '../../rest/values.js';
import { allBadges, allLevels, badgesShownOf, readBadge, readLevel } from './read.js';
import { deleteBadge, deleteLevel, saveBadge, saveLevel } from './service.js';

const level = z.object({
  id: z.int(),
  name: z.string(),
  approvalsRequired: z.int(),
  color: z.string().nullable(),
  ordering: z.int(),
  isBeginner: z.boolean(),
  requiredBadges: z.array(z.object({ id: z.int(), name: z.string() })),
});
const shownBadge = z.object({
  id: z.int(),
  name: z.string(),
  description: z.string().nullable(),
  imagePath: z.string().nullable(),
});
const badge = shownBadge.extend({
  requirements: z.string().describe('A JSON object of metric and least value, as text.'),
  isEnabled: z.boolean(),
  isInternal: z.boolean(),
});

async function levelNumbered(database: Database, level_id: number): Promise<z.infer<typeof level>> {
  const found = (await readLevel(database, level_id)) ?? notFound('MAPPING_LEVEL', { level_id });
  const { id, name, approvalsRequired, color, ordering, isBeginner, badges } = found;
  const requiredBadges = badges.map(({ badge }) => ({ id: badge.id, name: badge.name }));
  return { id, name, approvalsRequired, color, ordering, isBeginner, requiredBadges };
}

/** As PostgreSQL writes it, which old clients compare. */
const requirementsText = (requirements: object) =>
  `{${Object.entries(requirements)
    .map(([metric, minimum]) => `${JSON.stringify(metric)}: ${String(minimum)}`)
    .join(', ')}}`;

async function badgeNumbered(database: Database, badge_id: number) {
  return badgeOf((await readBadge(database, badge_id)) ?? notFound('MAPPING_BADGE', { badge_id }));
}
function badgeOf(found: NonNullable<Awaited<ReturnType<typeof readBadge>>>) {
  const { id, name, description, imagePath, requirements, isEnabled, isInternal } = found;
  return {
    id,
    name,
    description,
    imagePath,
    requirements: requirementsText(requirements as object),
    isEnabled,
    isInternal,
  };
}

const requiredBadges = z.array(z.object({ id: int() })).transform((badges) => badges.map(({ id }) => id));
const levelChange = {
  name: text({ min: 1, max: 100 }).nullish(),
  approvalsRequired: int({ min: 0, max: 1_000 }).nullish(),
  color: text({ max: 30 }).nullish(),
  isBeginner: bool().nullish(),
};
const requirements = text({ max: 10_000 })
  .transform((json, context) => {
    const list = requirementList(json);
    if (list) return list;
    context.addIssue('A JSON object of at least one metric and its least value is wanted, such as {"building": 100}');
    return z.NEVER;
  })
  .meta({ type: 'string', examples: ['{"building": 100}'] });

function requirementList(json: string): { metric: string; minimum: number }[] | undefined {
  try {
    const entries = Object.entries(JSON.parse(json) as Record<string, unknown>);
    const list = entries.map(([metric, minimum]) => ({ metric, minimum: Number(minimum) }));
    return list.length > 0 &&
      list.every(({ metric, minimum }) => /^[a-z0-9_.:-]{1,100}$/i.test(metric) && minimum > 0 && minimum <= 1e12)
      ? list
      : undefined;
  } catch {
    return undefined;
  }
}
const badgeChange = {
  description: text({ max: 2_000 }).nullish(),
  imagePath: text({ max: 1_000 }).nullish(),
  isEnabled: bool().nullish(),
  isInternal: bool().nullish(),
};
const levelPath = { level_id: id() };
const badgePath = { badge_id: id() };
const noLevel = { 404: 'There is no such level.' };
const noBadge = { 404: 'There is no such badge.' };
const taken = { 400: 'Another one has this name.' };

export const levelsOperations = [
  operation({
    method: 'GET',
    path: '/levels/',
    tag: 'levels',
    summary: 'The mapping levels, from the first to the highest; without their badges.',
    access: 'open',
    answers: z.object({ levels: z.array(level) }),
    service: 'levels: read',
    handler: async ({ context: { database } }) => ({
      levels: (await allLevels(database)).map(({ id, name, approvalsRequired, color, ordering, isBeginner }) => ({
        id,
        name,
        approvalsRequired,
        color,
        ordering,
        isBeginner,
        requiredBadges: [],
      })),
    }),
  }),
  operation({
    method: 'POST',
    path: '/levels/',
    tag: 'levels',
    summary: 'Makes a level, above all others.',
    access: 'admin',
    body: z.object({
      ...levelChange,
      name: text({ min: 1, max: 100 }),
      requiredBadges: requiredBadges.refine((ids) => ids.length > 0, 'A level needs at least one badge'),
    }),
    answers: level,
    fails: taken,
    service: 'levels: saveLevel',
    handler: async ({ context: { database }, viewer, body }) => {
      const { name, approvalsRequired, color, requiredBadges } = body;
      return levelNumbered(
        database,
        await saveLevel(database, viewer, null, { name, approvalsRequired, color, requiredBadges }),
      );
    },
  }),
  operation({
    method: 'GET',
    path: '/levels/{level_id}/',
    tag: 'levels',
    summary: 'One level, with the badges that it asks for.',
    access: 'open',
    params: levelPath,
    answers: level,
    fails: noLevel,
    service: 'levels: read',
    differences: ['One that is not there is a 404, not a 500.'],
    handler: ({ context: { database }, params }) => levelNumbered(database, params.level_id),
  }),
  operation({
    method: 'PATCH',
    path: '/levels/{level_id}/',
    tag: 'levels',
    summary: 'Changes a level.',
    access: 'admin',
    params: levelPath,
    body: z.object({ ...levelChange, requiredBadges: requiredBadges.optional() }),
    answers: level,
    fails: { ...taken, ...noLevel },
    service: 'levels: saveLevel',
    differences: [
      'Badges that are left out stay, and only votes about this level are lost: the original clears the badges, and the votes of everybody.',
    ],
    handler: async ({ context: { database }, viewer, params: { level_id }, body }) => {
      const { name, approvalsRequired, color } = body;
      const before = await levelNumbered(database, level_id);
      // A beginner's level may send its empty list of badges along.
      const badges = before.isBeginner && body.requiredBadges?.length === 0 ? undefined : body.requiredBadges;
      await saveLevel(database, viewer, level_id, { name, approvalsRequired, color, requiredBadges: badges });
      return levelNumbered(database, level_id);
    },
  }),
  operation({
    method: 'DELETE',
    path: '/levels/{level_id}/',
    tag: 'levels',
    summary: 'Deletes a level that nobody has.',
    access: 'admin',
    params: levelPath,
    answers: nothing,
    fails: { ...noLevel, 409: 'It is where everybody begins, or people or projects have it.' },
    refusals: {
      'NOT_PERMITTED/BEGINNER_LEVEL': (error) => e2(409, 'MAPPING_LEVEL_BEGINNER', error.message),
      IN_USE: (error) => e2(409, 'MAPPING_LEVEL_HAS_USERS', error.message),
    },
    service: 'levels: deleteLevel',
    handler: async ({ context: { database }, viewer, params }) => {
      await deleteLevel(database, viewer, params.level_id);
      return null;
    },
  }),
  operation({
    method: 'GET',
    path: '/badges/',
    tag: 'badges',
    summary: 'The badges, by name.',
    access: 'open',
    answers: z.object({ badges: z.array(badge) }),
    service: 'levels: read',
    handler: async ({ context: { database } }) => ({
      badges: (await allBadges(database)).map(badgeOf),
    }),
  }),
  operation({
    method: 'POST',
    path: '/badges/',
    tag: 'badges',
    summary: 'Makes a badge.',
    access: 'admin',
    body: z.object({ ...badgeChange, name: text({ min: 1, max: 100 }), requirements }),
    answers: badge,
    fails: taken,
    service: 'levels: saveBadge',
    handler: async ({ context: { database }, viewer, body }) =>
      badgeNumbered(database, await saveBadge(database, viewer, null, body)),
  }),
  operation({
    method: 'GET',
    path: '/badges/{badge_id}/',
    tag: 'badges',
    summary: 'One badge.',
    access: 'open',
    params: badgePath,
    answers: badge,
    fails: noBadge,
    service: 'levels: read',
    differences: ['One that is not there is a 404, not a 500.'],
    handler: ({ context: { database }, params }) => badgeNumbered(database, params.badge_id),
  }),
  operation({
    method: 'PATCH',
    path: '/badges/{badge_id}/',
    tag: 'badges',
    summary: 'Changes a badge.',
    access: 'admin',
    params: badgePath,
    body: z.object({
      ...badgeChange,
      name: text({ min: 1, max: 100 }).nullish(),
      requirements: requirements.nullish(),
    }),
    answers: badge,
    fails: { ...taken, ...noBadge },
    service: 'levels: saveBadge',
    differences: [
      'Only votes about levels that ask for this badge are lost; the original clears the votes of everybody.',
    ],
    handler: async ({ context: { database }, viewer, params: { badge_id }, body }) => {
      await saveBadge(database, viewer, badge_id, body);
      return badgeNumbered(database, badge_id);
    },
  }),
  operation({
    method: 'DELETE',
    path: '/badges/{badge_id}/',
    tag: 'badges',
    summary: 'Deletes a badge that nobody has and no level asks for.',
    access: 'admin',
    params: badgePath,
    answers: nothing,
    fails: { ...noBadge, 409: 'People have it, or a level asks for it.' },
    refusals: { IN_USE: (error) => e2(409, 'MAPPING_BADGE_HAS_USERS', error.message) },
    service: 'levels: deleteBadge',
    handler: async ({ context: { database }, viewer, params }) => {
      await deleteBadge(database, viewer, params.badge_id);
      return null;
    },
  }),
  operation({
    method: 'GET',
    path: '/badges/user/{user_id}/',
    tag: 'badges',
    summary: 'The badges of a person that are shown to others.',
    access: 'open',
    params: { user_id: bigId() },
    answers: z.object({ badges: z.array(shownBadge) }),
    service: 'levels: read',
    handler: async ({ context: { database }, params: { user_id } }) => ({
      badges: (await badgesShownOf(database, Math.min(user_id, 2_147_483_647))).map(
        ({ id, name, description, imagePath }) => ({ id, name, description, imagePath }),
      ),
    }),
  }),
];

import { z } from 'zod';
import type { Prisma } from '../../generated/prisma/client.js';
import type { Context } from '../../graphql/context.js';
import { status, success } from '../../rest/answers.js';
import { notFound, refuse } from '../../rest/errors.js';
import { operation } from '../../rest/operation.js';
import { assertManagesOrganisation } from '../../rest/readOrganisation.js';
import { address, bool, id, int, oneOf, text } from '../../rest/values.js';
import { figuresOf, readFigures, type OrganisationFigures } from './load.js';
import { createOrganisation, deleteOrganisation, updateOrganisation } from './service.js';

const tag = 'organisations';
const TYPES = ['FREE', 'DISCOUNTED', 'FULL_FEE'] as const;

const person = z.object({ username: z.string(), pictureUrl: z.string().nullable() });
const counts = <const Names extends readonly string[]>(names: Names) =>
  z.object(Object.fromEntries(names.map((name) => [name, z.int()])) as Record<Names[number], z.ZodInt>);
const statistics = z.object({
  projects: counts(['draft', 'published', 'archived', 'recent', 'stale']),
  activeTasks: counts([
    ...([
      'ready',
      'lockedForMapping',
      'lockedForValidation',
      'mapped',
      'validated',
      'invalidated',
      'badImagery',
    ] as const),
  ]),
});
const common = {
  organisationId: z.int(),
  name: z.string(),
  slug: z.string(),
  logo: z.string().nullable(),
  description: z.string().nullable(),
  url: z.string().nullable(),
  projects: z.array(z.never()),
  campaigns: z.null(),
  type: z.enum(TYPES),
  subscriptionTier: z.int().nullable(),
};
const page = z.object({
  ...common,
  managers: z.array(person),
  isManager: z.boolean(),
  teams: z
    .array(
      z.object({
        teamId: z.int(),
        name: z.string(),
        description: z.string().nullable(),
        joinMethod: z.enum(['ANY', 'BY_REQUEST', 'BY_INVITE']),
        visibility: z.enum(['PUBLIC', 'PRIVATE']),
        members: z.array(
          person.extend({
            function: z.enum(['MANAGER', 'MEMBER']),
            active: z.enum(['true', 'false']).describe('false: asked to join, and nobody has decided yet.'),
          }),
        ),
      }),
    )
    .nullable(),
  stats: z.null(),
});
const listed = z.object({
  ...common,
  managers: z.array(person).optional().describe('Not there for visitors, and where it is not wanted.'),
  isManager: z.null(),
  teams: z.null(),
  stats: statistics.nullable(),
});

const PERSON = { select: { username: true, pictureUrl: true } } as const;
const BY_NAME = { person: { username: 'asc' } } as const;
const MANAGERS = { select: { personId: true, person: PERSON }, orderBy: BY_NAME } as const;

const commonOf = (found: Prisma.OrganisationGetPayload<object>) => ({
  organisationId: found.id,
  name: found.name,
  slug: found.slug,
  logo: found.logo,
  description: found.description,
  url: found.url,
  projects: [],
  campaigns: null,
  type: found.type,
  subscriptionTier: found.subscriptionTier,
});

const statisticsOf = ({ draft, published, archived, recent, stale, ...tasks }: OrganisationFigures) => {
  const { ready, lockedForMapping, lockedForValidation, mapped, validated, invalidated, badImagery } = tasks;
  return {
    projects: { draft, published, archived, recent, stale },
    activeTasks: { ready, lockedForMapping, lockedForValidation, mapped, validated, invalidated, badImagery },
  };
};

/** An organisation of its own page; null when there is none. */
async function readPage(
  { database, viewer }: Context,
  where: Prisma.OrganisationWhereUniqueInput,
  omitManagerList: boolean,
): Promise<z.infer<typeof page> | null> {
  const found = await database.prisma.organisation.findUnique({
    where,
    include: {
      managers: MANAGERS,
      teams: {
        orderBy: { id: 'asc' },
        include: { members: { select: { function: true, active: true, person: PERSON }, orderBy: BY_NAME } },
      },
    },
  });
  if (!found) return null;
  const isManager =
    viewer !== null && (viewer.role === 'ADMIN' || found.managers.some(({ personId }) => personId === viewer.id));
  return {
    ...commonOf(found),
    managers: omitManagerList ? [] : found.managers.map(({ person }) => person),
    isManager,
    teams: omitManagerList
      ? null
      : found.teams
          .filter(({ visibility }) => isManager || visibility === 'PUBLIC')
          .map(({ id, name, description, joinMethod, visibility, members }) => ({
            teamId: id,
            name,
            description,
            joinMethod,
            visibility,
            members: members.map(({ person, function: is, active }) => ({
              ...person,
              function: is,
              active: active ? 'true' : 'false',
            })),
          })),
    stats: null,
  };
}

const query = { omitManagerList: bool().default(false) };
const params = { organisation_id: id() };
const noOrganisation = { 404: 'There is no such organisation.' };
const managersOnly = { 'NOT_PERMITTED/NOT_MANAGER': [403, 'UserNotOrgAdmin'] } satisfies Record<
  string,
  [number, string]
>;

const texts = {
  slug: text({ max: 255 })
    .transform((slug) => slug.trim() || null)
    .nullish(),
  logo: address(),
  description: text({ max: 10_000 }).nullish(),
  url: address(),
  subscriptionTier: int().nullish(),
};
const managers = z.array(text({ max: 255 })).max(200);

export const organisationsOperations = [
  operation({
    method: 'GET',
    path: '/organisations/',
    tag,
    summary: 'All organisations, by name.',
    access: 'optional',
    query: { ...query, omitOrgStats: bool().default(true), manager_user_id: int().optional() },
    answers: z.object({ organisations: z.array(listed) }),
    fails: { 403: 'A visitor asks for those of one manager.' },
    service: 'organisations: readFigures',
    differences: [
      'The type is the real one; it is always null in the original.',
      'Those of one manager come with all their managers, as in the whole list; the original names that one alone.',
    ],
    handler: async ({ context: { database }, viewer, query: { omitManagerList, omitOrgStats, manager_user_id } }) => {
      if (manager_user_id !== undefined && !viewer)
        refuse(403, 'LoginToFilterManager', 'Sign in to see the organisations of one manager.');
      const withManagers = viewer !== null && !omitManagerList;
      const found = await database.prisma.organisation.findMany({
        where: manager_user_id === undefined ? {} : { managers: { some: { personId: manager_user_id } } },
        include: { managers: { ...MANAGERS, ...(withManagers ? {} : { take: 0 }) } },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      });
      const ids = found.map(({ id }) => id);
      const figures = omitOrgStats ? null : await readFigures(database, ids, { thisYear: true });
      return {
        organisations: found.map((organisation) => ({
          ...commonOf(organisation),
          ...(withManagers && { managers: organisation.managers.map(({ person }) => person) }),
          isManager: null,
          teams: null,
          stats: figures && statisticsOf(figures.get(organisation.id)!),
        })),
      };
    },
  }),
  operation({
    method: 'POST',
    path: '/organisations/',
    tag,
    summary: 'Makes an organisation, which you manage with those whom you name. For administrators.',
    access: 'login',
    body: z.object({ name: text({ min: 1, max: 512 }), type: oneOf(TYPES, { fold: true }), managers, ...texts }),
    status: 201,
    answers: z.object({ organisationId: z.int() }),
    fails: { 400: 'The name or the slug is taken, or does not fit.', 404: 'Nobody has one of the names.' },
    service: 'organisations: createOrganisation',
    differences: [
      'A name or slug that is taken is the 400 NameExists that the original means to give, and a manager who never signed in a 404; both are 500s there.',
    ],
    handler: async ({ context: { database }, viewer, body: { managers, ...input } }) => ({
      organisationId: (await createOrganisation(database, viewer, { ...input, managerUsernames: managers })).id,
    }),
  }),
  operation({
    method: 'GET',
    path: '/organisations/{organisation_id}/',
    matches: { organisation_id: /^\d+$/ },
    tag,
    summary: 'One organisation, with its managers and teams; private teams for those who manage it.',
    access: 'optional',
    params,
    query,
    answers: page,
    fails: noOrganisation,
    service: 'organisations: read',
    handler: async ({ context, params: { organisation_id }, query: { omitManagerList } }) =>
      (await readPage(context, { id: organisation_id }, omitManagerList)) ??
      notFound('ORGANISATION', { organisation_id }),
  }),
  operation({
    method: 'GET',
    path: '/organisations/{slug}/',
    tag,
    summary: 'One organisation by its slug, with its managers and teams.',
    access: 'optional',
    params: { slug: text({ max: 1_000 }) },
    query,
    answers: page,
    fails: noOrganisation,
    service: 'organisations: read',
    handler: async ({ context, params: { slug }, query: { omitManagerList } }) =>
      (await readPage(context, { slug }, omitManagerList)) ?? notFound('ORGANISATION', { slug }),
  }),
  operation({
    method: 'PATCH',
    path: '/organisations/{organisation_id}/',
    tag,
    summary: 'Changes what is sent of an organisation. For its managers and administrators.',
    access: 'login',
    params,
    body: z.object({
      name: text({ min: 1, max: 512 }).nullish(),
      type: oneOf(TYPES, { fold: true }).nullish(),
      managers: managers.nullish(),
      ...texts,
    }),
    answers: status,
    fails: {
      400: 'A value does not fit.',
      402: 'The name or the slug is taken.',
      404: 'There is no such organisation, or nobody has one of the names.',
    },
    refusals: { ...managersOnly, NAME_TAKEN: [402, 'NameExists'] },
    service: 'organisations: updateOrganisation',
    differences: ['What cannot be changed here (teams, isManager, stats …) is ignored; it is a 500 in the original.'],
    handler: async ({ context, viewer, params: { organisation_id }, body }) => {
      await assertManagesOrganisation(context, viewer, organisation_id);
      const { managers, type, subscriptionTier, ...rest } = body;
      await updateOrganisation(context, viewer, organisation_id, {
        ...rest,
        // Forms of managers send what administrators chose along; theirs alone counts.
        ...(viewer.role === 'ADMIN' && { type, subscriptionTier }),
        managerUsernames: managers?.length ? managers : undefined,
      });
      return { Status: 'Updated' };
    },
  }),
  operation({
    method: 'DELETE',
    path: '/organisations/{organisation_id}/',
    tag,
    summary: 'Deletes an organisation that has neither projects nor teams.',
    access: 'login',
    params,
    answers: success,
    fails: noOrganisation,
    refusals: { ...managersOnly, IN_USE: [403, 'OrgHasProjects'] },
    service: 'organisations: deleteOrganisation',
    differences: [
      'One of campaigns can be deleted, which is a 500 in the original; and one that is not there is a 404, not done.',
    ],
    handler: async ({ context, viewer, params: { organisation_id } }) => {
      await assertManagesOrganisation(context, viewer, organisation_id);
      await deleteOrganisation(context, viewer, organisation_id);
      return { Success: 'The organisation was deleted.' };
    },
  }),
  operation({
    method: 'GET',
    path: '/organisations/{organisation_id}/statistics/',
    tag,
    summary: 'Projects and tasks of an organisation in numbers.',
    access: 'open',
    params,
    answers: statistics,
    fails: noOrganisation,
    service: 'organisations: figuresOf',
    handler: async ({ context, params: { organisation_id } }) => {
      const { prisma } = context.database;
      if (!(await prisma.organisation.findUnique({ where: { id: organisation_id }, select: { id: true } })))
        notFound('ORGANISATION', { organisation_id });
      return statisticsOf(await figuresOf(context, organisation_id));
    },
  }),
];

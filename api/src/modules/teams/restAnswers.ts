import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { statement } from '../../database/database.js';
import type { Context } from '../../graphql/context.js';
import { pagination, paginationOf, time } from '../../rest/answers.js';
import { jsonOf, JsonText } from '../../rest/json.js';
import { keptAnswer } from '../../rest/kept.js';
import type { Raw } from '../../rest/operation.js';
import { textsOf } from '../projects/load.js';
import { canSee } from '../projects/policy.js';
import { standingOf } from '../projects/standing.js';
import { textIn } from '../projects/texts.js';
import { searchTeams } from './service.js';
import { teamsOfManager, teamsSeenBy } from './standing.js';

// Teams as v2 writes them.

const TEAMS = statement(import.meta.url, 'sql/v2_teams');
const VERSION = { name: 'rest/people_version', text: 'select version from people_version' };

export const JOIN_METHODS = ['ANY', 'BY_REQUEST', 'BY_INVITE'] as const;
export const VISIBILITIES = ['PUBLIC', 'PRIVATE'] as const;
export const FUNCTIONS = ['MANAGER', 'MEMBER'] as const;
export const ROLES = ['READ_ONLY', 'MAPPER', 'VALIDATOR', 'PROJECT_MANAGER'] as const;
export type Role = (typeof ROLES)[number];

const member = z.object({
  username: z.string(),
  function: z.enum(FUNCTIONS),
  active: z.boolean().describe('false: asked to join, and nobody has decided yet.'),
  joinRequestNotifications: z.boolean(),
  pictureUrl: z.string().nullable(),
  joinedDate: time.nullable().describe('Null in lists. Of who is not active: when they asked.'),
});
const common = {
  teamId: z.int(),
  organisation: z.string(),
  name: z.string(),
  logo: z.string().nullable().describe("The organisation's."),
  description: z.string().nullable(),
  joinMethod: z.enum(JOIN_METHODS),
  visibility: z.enum(VISIBILITIES),
  members: z.array(member),
};
export const teamPage = z.object({
  ...common,
  organisation_id: z.int(),
  organisationSlug: z.string(),
  is_org_admin: z.boolean().describe('You manage its organisation.'),
  is_general_admin: z.boolean().describe('You are an administrator.'),
  team_projects: z.array(z.object({ project_name: z.string(), project_id: z.int(), role: z.enum(ROLES) })),
});
export const teamList = z.object({
  teams: z.array(
    z.object({
      ...common,
      organisationId: z.int(),
      membersCount: z.int().nullable(),
      managersCount: z.int().nullable(),
    }),
  ),
  pagination: pagination.nullable(),
});

/** A team that the viewer may know of; null when there is none. */
export async function readTeam(
  context: Context,
  id: number,
  omitMemberList: boolean,
): Promise<z.infer<typeof teamPage> | null> {
  const { database, viewer } = context;
  const found = await database.prisma.team.findFirst({
    where: { id, AND: teamsSeenBy(viewer) },
    include: {
      organisation: { include: { managers: { where: { personId: viewer?.id ?? 0 } } } },
      members: { include: { person: true }, orderBy: [{ function: 'asc' }, { person: { username: 'asc' } }] },
    },
  });
  if (!found) return null;
  const { organisation, name, description, joinMethod, visibility, members } = found;
  return {
    teamId: id,
    organisation_id: organisation.id,
    organisation: organisation.name,
    organisationSlug: organisation.slug,
    name,
    logo: organisation.logo,
    description,
    joinMethod,
    visibility,
    is_org_admin: organisation.managers.length > 0,
    is_general_admin: viewer?.role === 'ADMIN',
    members: omitMemberList
      ? []
      : members.map(({ person, function: is, active, joinRequestNotifications, joinedAt }) => ({
          username: person.username,
          function: is,
          active,
          joinRequestNotifications,
          pictureUrl: person.pictureUrl,
          joinedDate: joinedAt?.toISOString() ?? null,
        })),
    team_projects: omitMemberList ? [] : await projectsOfTeam(context, id),
  };
}

/** The projects of a team that the viewer may see, with its roles there. */
async function projectsOfTeam(context: Context, teamId: number) {
  const links = await context.database.prisma.projectTeam.findMany({
    where: { teamId },
    include: { project: { select: { defaultLocale: true } } },
    orderBy: [{ projectId: 'asc' }, { role: 'asc' }],
  });
  const shown = await Promise.all(
    links.map(async ({ projectId, role, project }) => {
      const [standing, texts] = await Promise.all([
        standingOf(context, context.viewer, projectId),
        textsOf(context, projectId),
      ]);
      if (!standing || !canSee(standing)) return [];
      return [
        { project_name: textIn(texts, 'name', context.locales, project.defaultLocale), project_id: projectId, role },
      ];
    }),
  );
  return shown.flat();
}

/** Which teams, and what of them; people by OSM id. */
export interface TeamsWanted {
  team_name?: string | undefined;
  organisation?: number | undefined;
  member?: number | undefined;
  manager?: number | undefined;
  member_request?: number | undefined;
  team_role?: string | undefined;
  omitMemberList: boolean;
  fullMemberList: boolean;
  paginate: boolean;
  page: number;
  perPage: number;
}

const isRole = (name: string): name is Role => ROLES.includes(name as Role);

/** Public teams and those that the viewer is in or asked to join, for administrators all, as far as they fit what is wanted. */
function whereOf({ viewer }: Context, wanted: TeamsWanted) {
  const { organisation, member, manager, member_request, team_role } = wanted;
  const role = team_role?.toUpperCase() ?? '';
  return {
    AND: [
      viewer?.role === 'ADMIN'
        ? {}
        : { OR: [{ visibility: 'PUBLIC' as const }, { members: { some: { personId: viewer?.id ?? 0 } } }] },
      searchTeams(wanted.team_name),
      organisation === undefined ? {} : { organisationId: organisation },
      member === undefined ? {} : { members: { some: { personId: member, active: true } } },
      member_request === undefined ? {} : { members: { some: { personId: member_request, active: false } } },
      manager !== undefined && manager === viewer?.id ? teamsOfManager(manager) : {},
      isRole(role) ? { projects: { some: { role } } } : {},
    ],
  };
}

/** As many of each function as a list shows that does not want all. */
const FEW = 10;

/** The teams of a list, kept until somebody joins, leaves or changes one of them: whoever sees the same teams shares the answer. */
export async function readTeams(
  { context, request }: { context: Context; request: FastifyRequest },
  wanted: TeamsWanted,
): Promise<Raw> {
  const { database } = context;
  const { omitMemberList, fullMemberList, paginate, page, perPage } = wanted;
  const where = whereOf(context, wanted);
  // Before the teams: the answer is at least as new as its version.
  const [{ version }] = (await database.query<{ version: number }>(VERSION)) as [{ version: number }];
  const [found, total] = await Promise.all([
    database.prisma.team.findMany({
      where,
      select: { id: true },
      orderBy: { id: 'asc' },
      ...(paginate && { skip: (page - 1) * perPage, take: perPage }),
    }),
    paginate ? database.prisma.team.count({ where }) : 0,
  ]);
  const pagination = paginate ? paginationOf(page, perPage, total) : null;
  const values = [found.map(({ id }) => id), fullMemberList ? null : FEW, omitMemberList];
  const shown = createHash('sha1')
    .update(JSON.stringify([values, pagination]))
    .digest('base64url');
  return keptAnswer({ context, request }, 'teams', `${version}.${shown}`, async () => {
    const [row] = await database.query<{ text: string }>(TEAMS, values);
    return jsonOf({ teams: new JsonText(row!.text), pagination }).text;
  });
}

import { statement } from '../../database/database.js';
import { rowsBy } from '../../database/rows.js';
import type { TeamRole as Role } from '../../generated/prisma/client.js';
import { builder } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { Permission, permission } from '../../graphql/Permission.js';
import { batched } from '../../graphql/perRequest.js';
import { grouped } from '../../grouped.js';
import { htmlOf } from '../../texts/html.js';
import { Organisation } from '../organisations/Organisation.js';
import { projectById } from '../projects/load.js';
import { canSee } from '../projects/policy.js';
import { Project } from '../projects/Project.js';
import { standingOf } from '../projects/standing.js';
import { TeamJoinMethod, TeamMemberFunction, TeamRole, TeamVisibility } from './enums.js';
import { canSeeTeam, whyNotJoinTeam, whyNotManageTeam } from './policy.js';
import { searchMembers, searchTeams } from './service.js';
import { teamsManagedBy, teamsSeenBy, teamStandingOf, type TeamStanding } from './standing.js';

const ROLES_ON = statement(import.meta.url, 'sql/roles_on');

const TeamMember = builder.prismaObject('TeamMember', {
  description: 'A person in a team, or one who asked to join it.',
  fields: (t) => ({
    person: t.relation('person', { description: 'Who it is.' }),
    function: t.expose('function', { type: TeamMemberFunction, description: 'What the person is in the team.' }),
    active: t.exposeBoolean('active', { description: 'False: asked to join, and nobody has decided yet.' }),
    joinedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Since when; null for those who only asked, and where nobody wrote it down.',
      resolve: ({ active, joinedAt }) => (active ? joinedAt : null),
    }),
  }),
});
const TeamMemberEdge = builder.edgeObject({ type: TeamMember, name: 'TeamMemberEdge' });
const TeamMemberConnection = builder.connectionObject(
  { type: TeamMember, name: 'TeamMemberConnection' },
  TeamMemberEdge,
);

/** Rows of teams by their numbers. */
const teamById = batched(async (ids: number[], { database }) => {
  const teams = new Map((await rowsBy(database, 'Team', 'id', ids)).map((team) => [team.id, team]));
  return (id: number) => teams.get(id)!; // a foreign key says that it is there
});

/** Roles on projects of the teams that the viewer may know of. */
const teamRolesOf = batched(async (ids: number[], { database, viewer }) => {
  const roles = await database.read<TeamStanding & { projectId: number; role: Role }>(ROLES_ON, [
    viewer?.id ?? null,
    ids,
  ]);
  const seen = grouped(
    roles.filter((team) => canSeeTeam(viewer, team)),
    ({ projectId }) => projectId,
  );
  return (id: number) => seen.get(id) ?? [];
});

/** What the viewer is in each team. */
const membershipOf = batched(async (ids: number[], { database, viewer }) => {
  const rows = viewer
    ? await database.prisma.teamMember.findMany({ where: { teamId: { in: ids }, personId: viewer.id } })
    : [];
  const memberships = new Map(rows.map((row) => [row.teamId, row]));
  return (id: number) => memberships.get(id) ?? null;
});

const MyMembership = builder
  .objectRef<{ function: 'MANAGER' | 'MEMBER'; active: boolean; joinRequestNotifications: boolean }>('MyMembership')
  .implement({
    description: 'What the viewer is in a team.',
    fields: (t) => ({
      function: t.expose('function', { type: TeamMemberFunction, description: 'MANAGER or MEMBER, once active.' }),
      active: t.exposeBoolean('active', { description: 'False: asked to join, and nobody has decided yet.' }),
      joinRequestNotifications: t.exposeBoolean('joinRequestNotifications', {
        description: 'As a manager, hears of those who ask to join.',
      }),
    }),
  });

const ProjectTeam = builder.prismaObject('ProjectTeam', {
  description: 'A role that a team has on a project. A team with several roles is there several times.',
  fields: (t) => ({
    role: t.expose('role', { type: TeamRole, description: 'What it lets the members of the team do.' }),
    project: t.field({
      type: Project,
      nullable: true,
      select: { projectId: true },
      description: 'Where; null when the viewer may not see the project.',
      resolve: async ({ projectId }, _args, context) => {
        const standing = await standingOf(context, context.viewer, projectId);
        return standing && canSee(standing) ? projectById(context, projectId) : null;
      },
    }),
  }),
});
const ProjectTeamEdge = builder.edgeObject({ type: ProjectTeam, name: 'ProjectTeamEdge' });
const ProjectTeamConnection = builder.connectionObject(
  { type: ProjectTeam, name: 'ProjectTeamConnection' },
  ProjectTeamEdge,
);

export const Team = builder.prismaNode('Team', {
  description: 'People of an organisation who get their rights on projects together.',
  id: { resolve: ({ id }) => id },
  nullable: true, // a node that there is not, or that the viewer may not know of, is null
  findUnique: (id, { viewer }) => ({ id: numberOf('Team', id), AND: teamsSeenBy(viewer) }),
  fields: (t) => ({
    number: t.exposeInt('id', { description: 'Its id as people and v2 know it.' }),
    name: t.exposeString('name', { description: 'Other teams can have the same.' }),
    description: t.exposeString('description', { nullable: true, description: 'What it does; null when nobody said.' }),
    descriptionHtml: t.string({
      nullable: true,
      description: '`description`, read as Markdown, as HTML that is safe to show as it is.',
      resolve: ({ description }, _args, { settings }) => description && htmlOf(description, settings),
    }),
    visibility: t.expose('visibility', { type: TeamVisibility, description: 'Who knows of it.' }),
    joinMethod: t.expose('joinMethod', { type: TeamJoinMethod, description: 'How somebody comes into it.' }),
    organisation: t.relation('organisation', {
      description: 'Whose managers manage the team too; its logo is the team’s.',
    }),
    members: t.relatedConnection(
      'members',
      {
        cursor: 'teamId_personId',
        totalCount: true,
        description: 'Who is in it, managers first, then by name.',
        args: {
          function: t.arg({ type: TeamMemberFunction, description: 'Only those who are this in the team.' }),
          search: t.arg.string({ description: 'Part of the username, in upper or lower case.' }),
        },
        query: ({ function: only, search }) => ({
          where: { active: true, ...(only && { function: only }), ...searchMembers(search) },
          orderBy: [{ function: 'asc' }, { person: { username: 'asc' } }],
        }),
      },
      TeamMemberConnection,
      TeamMemberEdge,
    ),
    joinRequests: t.relatedConnection(
      'members',
      {
        cursor: 'teamId_personId',
        totalCount: true,
        description: 'Who asked to join and waits, by name; empty for those who do not manage the team.',
        query: (_args, { viewer }) => ({
          where: { active: false, team: teamsManagedBy(viewer) },
          orderBy: { person: { username: 'asc' } },
        }),
      },
      TeamMemberConnection,
      TeamMemberEdge,
    ),
    projects: t.relatedConnection(
      'projects',
      {
        cursor: 'projectId_teamId_role',
        totalCount: true,
        description: 'Its roles on projects, newest project first.',
        query: { orderBy: [{ projectId: 'desc' }, { role: 'asc' }] },
      },
      ProjectTeamConnection,
      ProjectTeamEdge,
    ),
    viewerMembership: t.field({
      type: MyMembership,
      nullable: true,
      description: 'What the viewer is in it, or asked to be; null when nothing.',
      resolve: ({ id }, _args, context) => membershipOf(context, id),
    }),
    viewerCanEdit: t.field({
      type: Permission,
      description: 'Change it and who is in it: its managers, those of its organisation, and administrators may.',
      resolve: async ({ id }, _args, context) =>
        permission(whyNotManageTeam(context.viewer, (await teamStandingOf(context, id))!)),
    }),
    viewerCanJoin: t.field({
      type: Permission,
      description: 'Join it, or ask to. Who is in it already has a `viewerMembership`.',
      resolve: async ({ id }, _args, context) =>
        permission(whyNotJoinTeam(context.viewer, (await teamStandingOf(context, id))!)),
    }),
  }),
});
builder.prismaObjectFields(ProjectTeam, (t) => ({
  team: t.field({
    type: Team,
    description: 'Who has the role.',
    resolve: ({ teamId }, _args, context) => teamById(context, teamId),
  }),
}));
const TeamEdge = builder.edgeObject({ type: Team, name: 'TeamEdge' });
const TeamConnection = builder.connectionObject({ type: Team, name: 'TeamConnection' }, TeamEdge);

builder.prismaObjectFields(Organisation, (t) => ({
  teams: t.relatedConnection(
    'teams',
    {
      cursor: 'id',
      totalCount: true,
      description: 'Its teams that the viewer may know of, by name.',
      query: (_args, { viewer }) => ({ where: teamsSeenBy(viewer), orderBy: [{ name: 'asc' }, { id: 'asc' }] }),
    },
    TeamConnection,
    TeamEdge,
  ),
}));
builder.prismaObjectFields(Project, (t) => ({
  teams: t.field({
    type: [ProjectTeam],
    description: 'Roles of teams on it, of those that the viewer may know of, by name of the team.',
    resolve: ({ id }, _args, context) => teamRolesOf(context, id),
  }),
}));

const MyTeams = builder.enumType('MyTeams', {
  description: 'How the viewer stands to teams.',
  values: {
    MEMBER: { description: 'Is in them.' },
    MANAGER: { description: 'Manages them: in the team, or as a manager of its organisation. Administrators: all.' },
    REQUESTED: { description: 'Asked to join, and nobody has decided yet.' },
  },
});
const TeamFilter = builder.inputType('TeamFilter', {
  description: 'Which teams: those that fit all that is given.',
  fields: (t) => ({
    search: t.string({ description: 'Part of the name, in upper or lower case.' }),
    organisationId: t.id({ description: 'Number or node id of the organisation they belong to.' }),
    mine: t.field({ type: MyTeams, description: 'Only teams to which the viewer stands so; none for a visitor.' }),
    role: t.field({ type: TeamRole, description: 'Teams that have this role on a project.' }),
  }),
});

const whereOf = (
  filter: typeof TeamFilter.$inferInput | null | undefined,
  viewer: Parameters<typeof teamsSeenBy>[0],
) => {
  const personId = viewer?.id ?? 0;
  const mine = {
    MEMBER: { members: { some: { personId, active: true } } },
    MANAGER: teamsManagedBy(viewer),
    REQUESTED: { members: { some: { personId, active: false } } },
  };
  return {
    AND: [
      teamsSeenBy(viewer),
      searchTeams(filter?.search),
      filter?.organisationId ? { organisationId: numberOf('Organisation', filter.organisationId) } : {},
      filter?.mine ? mine[filter.mine] : {},
      filter?.role ? { projects: { some: { role: filter.role } } } : {},
    ],
  };
};

builder.queryFields((t) => ({
  teams: t.prismaConnection(
    {
      type: Team,
      description: 'Teams that the viewer may know of, by name.',
      cursor: 'id',
      args: { filter: t.arg({ type: TeamFilter, description: 'All when left out.' }) },
      totalCount: (_root, { filter }, { database, viewer }) =>
        database.prisma.team.count({ where: whereOf(filter, viewer) }),
      resolve: (query, _root, { filter }, { database, viewer }) =>
        database.prisma.team.findMany({
          ...query,
          where: whereOf(filter, viewer),
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
        }),
    },
    TeamConnection,
    TeamEdge,
  ),
  team: t.prismaField({
    type: Team,
    description: 'By number or node id; null when there is none, or the viewer may not know of it.',
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'Number or node id.' }) },
    resolve: (query, _root, { id }, { database, viewer }) =>
      database.prisma.team.findFirst({ ...query, where: { id: numberOf('Team', id), AND: teamsSeenBy(viewer) } }),
  }),
}));

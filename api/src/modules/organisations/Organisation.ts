import { builder } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { Permission, permission } from '../../graphql/Permission.js';
import { htmlOf } from '../../texts/html.js';
import { Person } from '../people/Person.js';
import { OrganisationType } from './enums.js';
import { figuresOf, managersOf, viewerManages, type OrganisationFigures as Figures } from './load.js';
import { whyNotEditOrganisation } from './policy.js';
import { searchOrganisations } from './service.js';

const OrganisationFigures = builder.objectRef<Figures>('OrganisationFigures').implement({
  description: 'What an organisation has: projects by status, and tasks of its published projects by what people see.',
  fields: (t) => ({
    draftProjects: t.exposeInt('draft', { description: 'Being prepared.' }),
    publishedProjects: t.exposeInt('published', { description: 'Open for work.' }),
    archivedProjects: t.exposeInt('archived', { description: 'They are over.' }),
    recentProjects: t.exposeInt('recent', { description: 'Created this year (UTC), published or archived.' }),
    staleProjects: t.exposeInt('stale', { description: 'Published, and nothing has changed for six months.' }),
    readyTasks: t.exposeInt('ready', { description: 'Free to be mapped.' }),
    mappedTasks: t.exposeInt('mapped', { description: 'They wait for a validator.' }),
    validatedTasks: t.exposeInt('validated', { description: 'They are done.' }),
    invalidatedTasks: t.exposeInt('invalidated', { description: 'A validator sent them back for more mapping.' }),
    badImageryTasks: t.exposeInt('badImagery', { description: 'The imagery cannot be used there.' }),
    tasksLockedForMapping: t.exposeInt('lockedForMapping', { description: 'Somebody is mapping them now.' }),
    tasksLockedForValidation: t.exposeInt('lockedForValidation', { description: 'Somebody is validating them now.' }),
  }),
});

export const Organisation = builder.prismaNode('Organisation', {
  description: 'Who runs projects. Its managers create and manage them.',
  id: { resolve: ({ id }) => id },
  nullable: true, // a node that there is not is null
  findUnique: (id) => ({ id: numberOf('Organisation', id) }),
  fields: (t) => ({
    number: t.exposeInt('id', { description: 'Its id as people and v2 know it.' }),
    name: t.exposeString('name', { description: 'Unique.' }),
    slug: t.exposeString('slug', { description: 'Unique; part of its address.' }),
    description: t.exposeString('description', {
      description: 'What it does; null when it has not said.',
      nullable: true,
    }),
    descriptionHtml: t.string({
      nullable: true,
      description: '`description`, read as Markdown, as HTML that is safe to show as it is.',
      resolve: ({ description }, _args, { settings }) => description && htmlOf(description, settings),
    }),
    url: t.exposeString('url', { description: 'Its website; null when it has none.', nullable: true }),
    logo: t.exposeString('logo', { description: 'Address of its picture; null when it has none.', nullable: true }),
    type: t.expose('type', { type: OrganisationType, description: 'What it pays.' }),
    subscriptionTier: t.exposeInt('subscriptionTier', {
      nullable: true,
      description: 'How much mapping it pays for, 1 (free) to 5; null when nobody said.',
    }),
    managers: t.field({
      type: [Person],
      nullable: true,
      description: 'Who manages it, by name; null for visitors.',
      resolve: ({ id }, _args, context) => (context.viewer ? managersOf(context, id) : null),
    }),
    figures: t.field({
      type: OrganisationFigures,
      description: 'Its projects and tasks in numbers, as of now.',
      resolve: ({ id }, _args, context) => figuresOf(context, id),
    }),
    isManager: t.boolean({
      description: 'The viewer manages it: as one of its managers, or as an administrator.',
      resolve: async ({ id }, _args, context) =>
        context.viewer !== null && (context.viewer.role === 'ADMIN' || (await viewerManages(context, id))),
    }),
    viewerCanEdit: t.field({
      type: Permission,
      description: 'Change it, make its teams, choose its campaigns: its managers and administrators may.',
      resolve: async ({ id }, _args, context) =>
        permission(whyNotEditOrganisation(context.viewer, await viewerManages(context, id))),
    }),
  }),
});

const OrganisationEdge = builder.edgeObject({ type: Organisation, name: 'OrganisationEdge' });
const OrganisationConnection = builder.connectionObject(
  { type: Organisation, name: 'OrganisationConnection' },
  OrganisationEdge,
);

builder.queryFields((t) => ({
  organisations: t.prismaConnection(
    {
      type: 'Organisation',
      description: 'All organisations, by name.',
      cursor: 'id',
      args: {
        search: t.arg.string({
          description: 'Part of the name, in upper or lower case; all organisations when left out.',
        }),
      },
      totalCount: (_root, { search }, { database }) =>
        database.prisma.organisation.count({ where: searchOrganisations(search) }),
      resolve: (query, _root, { search }, { database }) =>
        database.prisma.organisation.findMany({
          ...query,
          where: searchOrganisations(search),
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
        }),
    },
    OrganisationConnection,
    OrganisationEdge,
  ),
  organisation: t.prismaField({
    type: 'Organisation',
    description: 'By number or node id; null when there is none.',
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'Number or node id.' }) },
    resolve: (query, _root, { id }, { database }) =>
      database.prisma.organisation.findUnique({ ...query, where: { id: numberOf('Organisation', id) } }),
  }),
  organisationBySlug: t.prismaField({
    type: 'Organisation',
    description: 'By its slug, the part of its address; null when there is none.',
    nullable: true,
    args: { slug: t.arg.string({ required: true, description: 'As Organisation.slug has it.' }) },
    resolve: (query, _root, { slug }, { database }) =>
      database.prisma.organisation.findUnique({ ...query, where: { slug: slug.replaceAll('\0', '') } }),
  }),
}));

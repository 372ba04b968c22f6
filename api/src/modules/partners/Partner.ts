import { builder } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { Permission, permission } from '../../graphql/Permission.js';
import { whyNotAdminister } from '../organisations/policy.js';
import { projectById } from '../projects/load.js';
import { canSee } from '../projects/policy.js';
import { Project } from '../projects/Project.js';
import { standingOf } from '../projects/standing.js';
import { searchPartners } from './service.js';

interface Link {
  name: string;
  url: string;
}
const WebsiteLink = builder.objectRef<Link>('WebsiteLink').implement({
  description: 'A page of a partner.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What people see of it.' }),
    url: t.exposeString('url', { description: 'Its address, http or https.' }),
  }),
});

export const Partner = builder.prismaNode('Partner', {
  description: 'Who projects are mapped with for a time: a company or a group that brings its people along.',
  id: { resolve: ({ id }) => id },
  nullable: true, // a node that there is not is null
  findUnique: (id) => ({ id: numberOf('Partner', id) }),
  fields: (t) => ({
    number: t.exposeInt('id', { description: 'Its id as people and v2 know it.' }),
    name: t.exposeString('name', { description: 'Unique.' }),
    primaryHashtag: t.exposeString('primaryHashtag', {
      description: 'What its people write in the comments of their changesets.',
    }),
    secondaryHashtag: t.exposeString('secondaryHashtag', {
      nullable: true,
      description: 'Another one that counts; null when there is none.',
    }),
    logo: t.exposeString('logoUrl', { nullable: true, description: 'Address of its picture; null when it has none.' }),
    linkMeta: t.exposeString('linkMeta', {
      nullable: true,
      description: 'Address of its page on Facebook; null when it has none.',
    }),
    linkX: t.exposeString('linkX', {
      nullable: true,
      description: 'Address of its page on X; null when it has none.',
    }),
    linkInstagram: t.exposeString('linkInstagram', {
      nullable: true,
      description: 'Address of its page on Instagram; null when it has none.',
    }),
    websiteLinks: t.field({
      type: [WebsiteLink],
      description: 'Pages of its own, at most 5, in their order.',
      select: { websiteLinks: true },
      resolve: ({ websiteLinks }) => websiteLinks as unknown as Link[], // written by the service alone
    }),
    permalink: t.exposeString('permalink', {
      nullable: true,
      description: 'Unique; the part of the address of its page. Null when it has no page.',
    }),
    mapswipeGroupId: t.exposeString('mapswipeGroupId', {
      nullable: true,
      description: 'Id of its group in MapSwipe; null when it has none.',
    }),
    currentProjects: t.field({
      type: [Project],
      description: 'What it asks its people to map now, in its order; without those that the viewer may not see.',
      select: { currentProjects: true },
      resolve: async ({ currentProjects }, _args, context) => {
        const projects = await Promise.all(
          currentProjects.map(async (id) => {
            const standing = await standingOf(context, context.viewer, id);
            return standing && canSee(standing) ? projectById(context, id) : undefined;
          }),
        );
        return projects.filter((project) => project !== undefined);
      },
    }),
    viewerCanEdit: t.field({
      type: Permission,
      description: 'Change and delete it: administrators may.',
      resolve: (_partner, _args, { viewer }) => permission(whyNotAdminister(viewer)),
    }),
  }),
});
const PartnerEdge = builder.edgeObject({ type: Partner, name: 'PartnerEdge' });
const PartnerConnection = builder.connectionObject({ type: Partner, name: 'PartnerConnection' }, PartnerEdge);

builder.queryFields((t) => ({
  partners: t.prismaConnection(
    {
      type: Partner,
      nullable: true,
      description: 'All partners, by name. For administrators: null for everybody else.',
      cursor: 'id',
      args: {
        search: t.arg.string({ description: 'Part of the name, in upper or lower case; all of them when left out.' }),
      },
      totalCount: (_root, { search }, { database }) => database.prisma.partner.count({ where: searchPartners(search) }),
      resolve: (query, _root, { search }, { database, viewer }) =>
        whyNotAdminister(viewer)
          ? null
          : database.prisma.partner.findMany({
              ...query,
              where: searchPartners(search),
              orderBy: [{ name: 'asc' }, { id: 'asc' }],
            }),
    },
    PartnerConnection,
    PartnerEdge,
  ),
  partner: t.prismaField({
    type: Partner,
    description: 'By number or node id; null when there is none.',
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'Number or node id.' }) },
    resolve: (query, _root, { id }, { database }) =>
      database.prisma.partner.findUnique({ ...query, where: { id: numberOf('Partner', id) } }),
  }),
  partnerByPermalink: t.prismaField({
    type: Partner,
    description: 'By its permalink, the part of the address of its page; null when there is none.',
    nullable: true,
    args: { permalink: t.arg.string({ required: true, description: 'As Partner.permalink has it.' }) },
    resolve: (query, _root, { permalink }, { database }) =>
      database.prisma.partner.findUnique({ ...query, where: { permalink: permalink.replaceAll('\0', '') } }),
  }),
}));

import { builder } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { Permission, permission } from '../../graphql/Permission.js';
import { htmlOf } from '../../texts/html.js';
import { Organisation } from '../organisations/Organisation.js';
import { whyViewerKeepsNotShared } from '../organisations/load.js';
import { Viewer } from '../people/Viewer.js';
import { campaignsOf, organisationsOf } from './load.js';

export const Campaign = builder.prismaNode('Campaign', {
  description: 'What several projects, of one organisation or many, are done for.',
  id: { resolve: ({ id }) => id },
  nullable: true, // a node that there is not is null
  findUnique: (id) => ({ id: numberOf('Campaign', id) }),
  fields: (t) => ({
    number: t.exposeInt('id', { description: 'Its id as people and v2 know it.' }),
    name: t.exposeString('name', { description: 'Unique.' }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'What it is for; null when nobody said.',
    }),
    descriptionHtml: t.string({
      nullable: true,
      description: '`description`, read as Markdown, as HTML that is safe to show as it is.',
      resolve: ({ description }, _args, { settings }) => description && htmlOf(description, settings),
    }),
    url: t.exposeString('url', { nullable: true, description: 'Its website; null when it has none.' }),
    logo: t.exposeString('logo', { nullable: true, description: 'Address of its picture; null when it has none.' }),
    viewerCanEdit: t.field({
      type: Permission,
      description: 'Change and delete it: administrators and managers of an organisation may.',
      resolve: async (_row, _args, context) => permission(await whyViewerKeepsNotShared(context)),
    }),
    organisations: t.field({
      type: [Organisation],
      description: 'Those that take part, by name.',
      resolve: ({ id }, _args, context) => organisationsOf(context, id),
    }),
  }),
});
const CampaignEdge = builder.edgeObject({ type: Campaign, name: 'CampaignEdge' });
const CampaignConnection = builder.connectionObject({ type: Campaign, name: 'CampaignConnection' }, CampaignEdge);

builder.prismaObjectFields(Organisation, (t) => ({
  campaigns: t.field({
    type: [Campaign],
    description: 'The campaigns that it takes part in, by name.',
    resolve: ({ id }, _args, context) => campaignsOf(context, id),
  }),
}));
builder.objectFields(Viewer, (t) => ({
  viewerCanKeepCampaigns: t.field({
    type: Permission,
    description:
      'Create, change and delete campaigns and interests: administrators and managers of an organisation may.',
    resolve: async (_viewer, _args, context) => permission(await whyViewerKeepsNotShared(context)),
  }),
}));

builder.queryFields((t) => ({
  campaigns: t.prismaConnection(
    {
      type: Campaign,
      description: 'All campaigns, by name.',
      cursor: 'id',
      totalCount: (_root, _args, { database }) => database.prisma.campaign.count(),
      resolve: (query, _root, _args, { database }) =>
        database.prisma.campaign.findMany({ ...query, orderBy: { name: 'asc' } }),
    },
    CampaignConnection,
    CampaignEdge,
  ),
  campaign: t.prismaField({
    type: Campaign,
    description: 'By number or node id; null when there is none.',
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'Number or node id.' }) },
    resolve: (query, _root, { id }, { database }) =>
      database.prisma.campaign.findUnique({ ...query, where: { id: numberOf('Campaign', id) } }),
  }),
}));

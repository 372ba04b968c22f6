import { builder } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { searchOrganisations } from './service.js';

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
    url: t.exposeString('url', { description: 'Its website; null when it has none.', nullable: true }),
    logo: t.exposeString('logo', { description: 'Address of its picture; null when it has none.', nullable: true }),
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
}));

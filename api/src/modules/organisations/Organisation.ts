import { builder } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { searchOrganisations } from './service.js';

export const Organisation = builder.prismaNode('Organisation', {
  id: { resolve: ({ id }) => id },
  nullable: true, // a node that there is not is null
  findUnique: (id) => ({ id: numberOf('Organisation', id) }),
  fields: (t) => ({
    number: t.exposeInt('id'),
    name: t.exposeString('name'),
    slug: t.exposeString('slug'),
    description: t.exposeString('description', { nullable: true }),
    url: t.exposeString('url', { nullable: true }),
    logo: t.exposeString('logo', { nullable: true }),
  }),
});

builder.queryFields((t) => ({
  organisations: t.prismaConnection(
    {
      type: 'Organisation',
      cursor: 'id',
      args: { search: t.arg.string() },
      totalCount: (_root, { search }, { database }) =>
        database.prisma.organisation.count({ where: searchOrganisations(search) }),
      resolve: (query, _root, { search }, { database }) =>
        database.prisma.organisation.findMany({
          ...query,
          where: searchOrganisations(search),
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
        }),
    },
    { name: 'OrganisationConnection' },
    { name: 'OrganisationEdge' },
  ),
  organisation: t.prismaField({
    type: 'Organisation',
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'Number or node id.' }) },
    resolve: (query, _root, { id }, { database }) =>
      database.prisma.organisation.findUnique({ ...query, where: { id: numberOf('Organisation', id) } }),
  }),
}));

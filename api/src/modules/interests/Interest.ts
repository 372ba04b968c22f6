import { builder } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { Permission, permission } from '../../graphql/Permission.js';
import { whyViewerKeepsNotShared } from '../organisations/load.js';
import { Viewer } from '../people/Viewer.js';

export const Interest = builder.prismaNode('Interest', {
  description: 'What people and projects can be marked with, so that they find each other.',
  id: { resolve: ({ id }) => id },
  nullable: true, // a node that there is not is null
  findUnique: (id) => ({ id: numberOf('Interest', id) }),
  fields: (t) => ({
    number: t.exposeInt('id', { description: 'Its id as people and v2 know it.' }),
    name: t.exposeString('name', { description: 'Unique.' }),
    viewerCanEdit: t.field({
      type: Permission,
      description: 'Change and delete it: administrators and managers of an organisation may.',
      resolve: async (_row, _args, context) => permission(await whyViewerKeepsNotShared(context)),
    }),
  }),
});
const InterestEdge = builder.edgeObject({ type: Interest, name: 'InterestEdge' });
const InterestConnection = builder.connectionObject({ type: Interest, name: 'InterestConnection' }, InterestEdge);

builder.queryFields((t) => ({
  interests: t.prismaConnection(
    {
      type: Interest,
      description: 'All interests, by name.',
      cursor: 'id',
      totalCount: (_root, _args, { database }) => database.prisma.interest.count(),
      resolve: (query, _root, _args, { database }) =>
        database.prisma.interest.findMany({ ...query, orderBy: { name: 'asc' } }),
    },
    InterestConnection,
    InterestEdge,
  ),
  interest: t.prismaField({
    type: Interest,
    description: 'By number or node id; null when there is none.',
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'Number or node id.' }) },
    resolve: (query, _root, { id }, { database }) =>
      database.prisma.interest.findUnique({ ...query, where: { id: numberOf('Interest', id) } }),
  }),
}));

builder.objectFields(Viewer, (t) => ({
  interests: t.prismaField({
    type: [Interest],
    description: 'What they said they are interested in, by name; see setMyInterests.',
    resolve: (query, { id }, _args, { database }) =>
      database.prisma.interest.findMany({
        ...query,
        where: { people: { some: { personId: id } } },
        orderBy: { name: 'asc' },
      }),
  }),
}));

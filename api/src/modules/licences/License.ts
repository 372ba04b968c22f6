import { builder } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { Permission, permission } from '../../graphql/Permission.js';
import { htmlOf } from '../../texts/html.js';
import { whyNotAdminister } from '../organisations/policy.js';
import { acceptedByViewer } from './load.js';

export const License = builder.prismaNode('License', {
  description:
    'Terms that a project can ask people to accept before they map or validate: what imagery may be used for.',
  id: { resolve: ({ id }) => id },
  nullable: true, // a node that there is not is null
  findUnique: (id) => ({ id: numberOf('License', id) }),
  fields: (t) => ({
    number: t.exposeInt('id', { description: 'Its id as people and v2 know it.' }),
    name: t.exposeString('name', { description: 'Unique.' }),
    description: t.exposeString('description', { description: 'A summary; empty when nobody wrote one.' }),
    plainText: t.exposeString('plainText', { description: 'What people accept, in full.' }),
    descriptionHtml: t.string({
      description: '`description`, read as Markdown, as HTML that is safe to show as it is.',
      resolve: ({ description }, _args, { settings }) => htmlOf(description, settings),
    }),
    plainTextHtml: t.string({
      description: '`plainText`, read as Markdown, as HTML that is safe to show as it is.',
      resolve: ({ plainText }, _args, { settings }) => htmlOf(plainText, settings),
    }),
    viewerCanEdit: t.field({
      type: Permission,
      description: 'Change and delete it: administrators may.',
      resolve: (_row, _args, { viewer }) => permission(whyNotAdminister(viewer)),
    }),
    viewerAccepted: t.boolean({
      description: 'The viewer has accepted it; false for visitors.',
      resolve: ({ id }, _args, context) => acceptedByViewer(context, id),
    }),
  }),
});
const LicenseEdge = builder.edgeObject({ type: License, name: 'LicenseEdge' });
const LicenseConnection = builder.connectionObject({ type: License, name: 'LicenseConnection' }, LicenseEdge);

builder.queryFields((t) => ({
  licenses: t.prismaConnection(
    {
      type: License,
      description: 'All licences, by name.',
      cursor: 'id',
      totalCount: (_root, _args, { database }) => database.prisma.license.count(),
      resolve: (query, _root, _args, { database }) =>
        database.prisma.license.findMany({ ...query, orderBy: { name: 'asc' } }),
    },
    LicenseConnection,
    LicenseEdge,
  ),
  license: t.prismaField({
    type: License,
    description: 'By number or node id; null when there is none.',
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'Number or node id.' }) },
    resolve: (query, _root, { id }, { database }) =>
      database.prisma.license.findUnique({ ...query, where: { id: numberOf('License', id) } }),
  }),
}));

import { builder } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { Permission, permission } from '../../graphql/Permission.js';
import { personById } from '../people/load.js';
import { Person } from '../people/Person.js';
import { projectById } from '../projects/load.js';
import { canManage, canSee, whyNotEdit } from '../projects/policy.js';
import { Project } from '../projects/Project.js';
import { standingOf } from '../projects/standing.js';
import { MOST_CHANGES, partnerById, partnershipChangesOf, type PartnershipChange as Change } from './load.js';
import { Partner } from './Partner.js';

export const Partnership = builder.prismaNode('Partnership', {
  description: 'A time in which a project is mapped with a partner. The same two are together once at a time.',
  id: { resolve: ({ id }) => id },
  nullable: true, // a node that there is not is null
  findUnique: (id) => ({ id: numberOf('Partnership', id) }),
  fields: (t) => ({
    number: t.exposeInt('id', { description: 'Its id as people and v2 know it.' }),
    partner: t.relation('partner', { description: 'Who maps along.' }),
    project: t.field({
      type: Project,
      nullable: true,
      select: { projectId: true },
      description: 'What is mapped; null when the viewer may not see the project.',
      resolve: async ({ projectId }, _args, context) => {
        const standing = await standingOf(context, context.viewer, projectId);
        return standing && canSee(standing) ? projectById(context, projectId) : null;
      },
    }),
    startedOn: t.expose('startedOn', { type: 'DateTime', description: 'From this moment on.' }),
    endedOn: t.expose('endedOn', {
      type: 'DateTime',
      nullable: true,
      description: 'Until before this moment; null while no end is known.',
    }),
    viewerCanEdit: t.field({
      type: Permission,
      select: { projectId: true },
      description: 'Change and delete it: who may edit the project may.',
      resolve: async ({ projectId }, _args, context) =>
        permission(whyNotEdit((await standingOf(context, context.viewer, projectId))!)),
    }),
  }),
});
const PartnershipEdge = builder.edgeObject({ type: Partnership, name: 'PartnershipEdge' });
const PartnershipConnection = builder.connectionObject(
  { type: Partnership, name: 'PartnershipConnection' },
  PartnershipEdge,
);

const PartnershipAction = builder.enumType('PartnershipAction', {
  description: 'What was done with a partnership.',
  values: {
    CREATE: { description: 'The partner came to the project.' },
    UPDATE: { description: 'Its time was changed.' },
    DELETE: { description: 'It was taken away.' },
  },
});
const PartnershipChange = builder.objectRef<Change>('PartnershipChange').implement({
  description: 'That a partnership was created, changed, or taken away.',
  fields: (t) => ({
    action: t.expose('action', { type: PartnershipAction, description: 'What was done.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    person: t.field({
      type: Person,
      nullable: true,
      description: 'Who did it; null where nobody wrote it down.',
      resolve: ({ personId }, _args, context, info) => (personId === null ? null : personById(context, personId, info)),
    }),
    partner: t.field({
      type: Partner,
      description: 'Whose partnership it is or was.',
      resolve: ({ partnerId }, _args, context) => partnerById(context, partnerId),
    }),
    startedOnBefore: t.expose('startedOnBefore', {
      type: 'DateTime',
      nullable: true,
      description: 'Its start until then; null where it was created.',
    }),
    endedOnBefore: t.expose('endedOnBefore', {
      type: 'DateTime',
      nullable: true,
      description: 'Its end until then; null where it was open, or created.',
    }),
    startedOn: t.expose('startedOn', {
      type: 'DateTime',
      nullable: true,
      description: 'Its start since then; null where it was taken away.',
    }),
    endedOn: t.expose('endedOn', {
      type: 'DateTime',
      nullable: true,
      description: 'Its end since then; null where it is open, or was taken away.',
    }),
  }),
});

builder.prismaObjectFields(Partner, (t) => ({
  partnerships: t.relatedConnection(
    'partnerships',
    {
      cursor: 'id',
      totalCount: true,
      description: 'The projects that are or were mapped with it, the latest start first.',
      query: { orderBy: [{ startedOn: 'desc' }, { id: 'desc' }] },
    },
    PartnershipConnection,
    PartnershipEdge,
  ),
}));
builder.prismaObjectFields(Project, (t) => ({
  partnerships: t.relation('partnerships', {
    description: 'Who it is or was mapped with, the latest start first.',
    query: { orderBy: [{ startedOn: 'desc' }, { id: 'desc' }] },
  }),
  partnershipChanges: t.field({
    type: [PartnershipChange],
    nullable: true,
    description: `The last ${MOST_CHANGES} changes of its partnerships, newest first; null for those who do not manage it.`,
    resolve: async ({ id }, _args, context) => {
      const standing = await standingOf(context, context.viewer, id);
      return standing && canManage(standing) ? partnershipChangesOf(context, id) : null;
    },
  }),
}));

builder.queryField('partnership', (t) =>
  t.prismaField({
    type: Partnership,
    description: 'By number or node id; null when there is none.',
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'Number or node id.' }) },
    resolve: (query, _root, { id }, { database }) =>
      database.prisma.partnership.findUnique({ ...query, where: { id: numberOf('Partnership', id) } }),
  }),
);

import { builder } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { canSee } from './policy.js';
import { standingOf } from './standing.js';

// First version, so that tasks can hang on it; the module's owner goes on from here.
export const Project = builder.prismaNode('Project', {
  id: { field: 'id' },
  select: { id: true },
  fields: (t) => ({
    number: t.exposeInt('id'),
    created: t.expose('createdAt', { type: 'DateTime' }),
    private: t.exposeBoolean('private'),
    gridZoom: t.exposeInt('gridZoom', { nullable: true }),
    author: t.relation('author'),
    organisation: t.relation('organisation', { nullable: true }),
  }),
});

builder.queryField('project', (t) =>
  t.prismaField({
    type: Project,
    nullable: true,
    description: 'By number or node id; null when there is none or the viewer may not see it.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (query, _root, { id }, context) => {
      const standing = await standingOf(context, context.viewer, numberOf('Project', id));
      if (!standing || !canSee(standing)) return null;
      return context.database.prisma.project.findUnique({ ...query, where: { id: standing.projectId } });
    },
  }),
);

import { builder } from '../../graphql/builder.js';
import { ErrorInterface } from '../../graphql/errors.js';
import { ChangedMeanwhile } from './errors.js';
import { Project } from './Project.js';

builder.objectType(ChangedMeanwhile, {
  name: 'ChangedMeanwhile',
  description: 'The project was changed after `ifUnchangedSince`; nothing was written.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    changedAt: t.expose('changedAt', { type: 'DateTime', description: 'When the other change was made.' }),
    project: t.prismaField({
      type: Project,
      description: 'As the other change left it; its `settingsChanged` is fit for the next attempt.',
      resolve: (query, { projectId }, _args, { database }) =>
        database.prisma.project.findUniqueOrThrow({ ...query, where: { id: projectId } }),
    }),
  }),
});

import { builder } from '../../graphql/builder.js';
import { ErrorInterface } from '../../graphql/errors.js';
import { ChangedMeanwhile, ProjectHasWork } from './errors.js';
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

builder.objectType(ProjectHasWork, {
  name: 'ProjectHasWork',
  description:
    'Tasks were worked on, or are held now: the project is not deleted. archiveProject takes it out of the lists.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    tasks: t.exposeInt('tasks', { description: 'How many tasks are not ready any more, or are held by somebody.' }),
  }),
});

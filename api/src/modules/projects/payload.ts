import { builder } from '../../graphql/builder.js';
import { Project } from './Project.js';

/** What a mutation of a project gives: the project as it is now. */
export const projectPayload = (name: string) =>
  builder.objectRef<{ projectId: number }>(name).implement({
    description: 'The project was changed.',
    fields: (t) => ({
      project: t.prismaField({
        type: Project,
        description: 'As it is now.',
        resolve: (query, { projectId }, _args, { database }) =>
          database.prisma.project.findUniqueOrThrow({ ...query, where: { id: projectId } }),
      }),
    }),
  });

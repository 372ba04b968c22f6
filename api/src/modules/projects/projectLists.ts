import { builder } from '../../graphql/builder.js';
import type { Context } from '../../graphql/context.js';
import { Viewer } from '../people/Viewer.js';
import { popularProjects, recentlyActiveProjects, recommendedProjects, similarProjects } from './lists.js';
import { projectById } from './load.js';
import { Project } from './Project.js';

/** Projects in the order of their numbers; one deleted at this moment is left out. */
const inOrder = async (context: Context, ids: number[]) =>
  (await Promise.all(ids.map((id) => projectById(context, id)))).filter((project) => project !== undefined);

builder.queryFields((t) => ({
  popularProjects: t.field({
    type: [Project],
    description: 'Public projects by how often people took their tasks in the last 90 days, the most often first.',
    args: { first: t.arg.int({ defaultValue: 10, description: 'How many: 1 to 50.' }) },
    resolve: async (_root, { first }, context) =>
      inOrder(context, await popularProjects(context.database, first ?? 10)),
  }),
  recentlyActiveProjects: t.field({
    type: [Project],
    description: 'Public projects in which somebody worked or commented lately, the latest first.',
    args: {
      hours: t.arg.int({ defaultValue: 24, description: 'How far back: 1 to 24 hours.' }),
      first: t.arg.int({ defaultValue: 20, description: 'How many: 1 to 50.' }),
    },
    resolve: async (_root, { hours, first }, context) =>
      inOrder(context, await recentlyActiveProjects(context.database, hours ?? 24, first ?? 20)),
  }),
}));

builder.objectFields(Viewer, (t) => ({
  recommendedProjects: t.field({
    type: [Project],
    description:
      'Published projects with something left to do that are new to the viewer: first those of campaigns in which they worked, then those as difficult as their level is high; of these those that share most of their interests, most urgent first.',
    args: { first: t.arg.int({ defaultValue: 20, description: 'How many: 1 to 50.' }) },
    resolve: async (viewer, { first }, context) =>
      inOrder(context, await recommendedProjects(context.database, viewer, viewer.id, first ?? 20)),
  }),
}));

builder.prismaObjectFields(Project, (t) => ({
  similar: t.field({
    type: [Project],
    description:
      'Public projects like this one with something left to do, the most alike first: by what is mapped, interests, countries, difficulty and language.',
    args: { first: t.arg.int({ defaultValue: 4, description: 'How many: 1 to 12.' }) },
    resolve: async ({ id }, { first }, context) => inOrder(context, await similarProjects(context, id, first ?? 4)),
  }),
}));

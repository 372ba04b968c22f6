import { queryFromInfo } from '@pothos/plugin-prisma';
import { builder } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { connectionOf, pageOf } from '../../graphql/page.js';
import { MappingType, ProjectDifficulty, ProjectStatus } from './enums.js';
import { Project } from './Project.js';
import { countProjects, mapOfProjects, searchProjects, type ProjectFilter as Filter } from './search.js';

const ProjectNeed = builder.enumType('ProjectNeed', {
  description: 'What is left to do in a project.',
  values: {
    TO_MAP: { description: 'Something is left to map.' },
    TO_VALIDATE: { description: 'Something is left to validate.' },
  },
});
const ProjectOrder = builder.enumType('ProjectOrder', {
  description: 'The order of a list of projects.',
  values: {
    PRIORITY: { description: 'Most urgent first, then the newest.' },
    LAST_UPDATED: { description: 'Last changed first.' },
    NEWEST: { description: 'Newest first.' },
  },
});

const ProjectFilter = builder.inputType('ProjectFilter', {
  description: 'Which projects: those that fit all that is given.',
  fields: (t) => ({
    search: t.string({ description: "Words in names and descriptions of any language, or a project's number." }),
    statuses: t.field({
      type: [ProjectStatus],
      description: 'PUBLISHED when left out. Drafts only where the viewer manages them.',
    }),
    need: t.field({ type: ProjectNeed, description: 'Only where something is left to do.' }),
    difficulty: t.field({ type: ProjectDifficulty, description: 'Only of this difficulty.' }),
    mappingTypes: t.field({ type: [MappingType], description: 'Projects that have any of them.' }),
    organisationId: t.id({ description: 'Number or node id of the organisation they belong to.' }),
    country: t.string({ description: 'English name of a country the area reaches into, in upper or lower case.' }),
    bbox: t.floatList({ description: '[west, south, east, north] in degrees; west > east crosses the 180° meridian.' }),
  }),
});

const ProjectEdge = builder.edgeObject({ type: Project, name: 'ProjectEdge' });
const ProjectConnection = builder.connectionObject(
  {
    type: Project,
    name: 'ProjectConnection',
  },
  ProjectEdge,
);

const filterOf = (input: typeof ProjectFilter.$inferInput | null | undefined): Filter => ({
  ...input,
  organisation: input?.organisationId ? numberOf('Organisation', input.organisationId) : null,
});

builder.queryFields((t) => ({
  projects: t.connection(
    {
      type: Project,
      description: 'Projects that the viewer may see: published ones, unless the filter says otherwise.',
      args: {
        filter: t.arg({ type: ProjectFilter, description: 'All published ones when left out.' }),
        orderBy: t.arg({
          type: ProjectOrder,
          defaultValue: 'PRIORITY',
          description: 'Cursors are good only for the order they came from.',
        }),
      },
      resolve: async (_root, args, context, info) => {
        const { database, viewer } = context;
        const { limit, after } = pageOf(args);
        const filter = filterOf(args.filter);
        const found = await searchProjects(database, viewer, filter, args.orderBy ?? 'PRIORITY', limit, after);
        const page = connectionOf(found, limit, after, ({ cursor }) => cursor);
        const rows = await database.prisma.project.findMany({
          ...queryFromInfo({ context, info, typeName: 'Project', paths: [['nodes'], ['edges', 'node']] }),
          where: { id: { in: page.edges.map(({ node }) => node.id) } },
        });
        const projects = new Map(rows.map((project) => [project.id, project]));
        return {
          ...page,
          edges: page.edges.flatMap(({ node, cursor }) =>
            projects.has(node.id) ? { node: projects.get(node.id)!, cursor } : [],
          ),
          totalCount: () => countProjects(database, viewer, filter),
        };
      },
    },
    ProjectConnection,
    ProjectEdge,
  ),
  projectMap: t.field({
    type: 'GeoJSON',
    description:
      'All matching projects as a FeatureCollection of centroids with number, name, priority, percentMapped, percentValidated.',
    args: { filter: t.arg({ type: ProjectFilter, description: 'As for Query.projects.' }) },
    resolve: (_root, { filter }, { database, viewer }) => mapOfProjects(database, viewer, filterOf(filter)),
  }),
}));

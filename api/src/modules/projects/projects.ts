import { queryFromInfo } from '@pothos/plugin-prisma';
import type { GraphQLResolveInfo } from 'graphql';
import { builder } from '../../graphql/builder.js';
import type { Project as ProjectRow } from '../../generated/prisma/client.js';
import type { Context } from '../../graphql/context.js';
import { isWhole } from '../../graphql/isWhole.js';
import { connectionOf, counted, pageOf } from '../../graphql/page.js';
import { Viewer } from '../people/Viewer.js';
import type { ProjectFilter as Filter } from './filter.js';
import type { ProjectOrder as Order } from './orders.js';
import { Project } from './Project.js';
import { filterOf, ProjectFilter, ProjectOrder } from './ProjectFilter.js';
import { mapOfProjects, MAP_MAX_ZOOM, mapTilesUrl } from './map.js';
import { countProjects, searchProjects } from './search.js';

const ProjectEdge = builder.edgeObject({ type: Project, name: 'ProjectEdge' });
const ProjectConnection = builder.connectionObject(
  {
    type: Project,
    name: 'ProjectConnection',
  },
  ProjectEdge,
);

/** A page of the projects that fit. */
async function projectsThatFit(
  filter: Filter,
  orderBy: Order,
  args: Parameters<typeof pageOf>[0],
  context: Context,
  info: GraphQLResolveInfo,
) {
  const { database, viewer } = context;
  const { limit, after } = pageOf(args);
  const query = queryFromInfo({ context, info, typeName: 'Project', paths: [['nodes'], ['edges', 'node']] });
  const whole = isWhole(query);
  const totalCount = counted(info, () => countProjects(database, viewer, filter));
  const found = await searchProjects(database, viewer, filter, orderBy, limit, after, whole);
  const page = connectionOf(found, limit, after, ({ cursor }) => cursor);
  const ids = page.edges.map(({ node }) => node.id);
  const rows = whole
    ? (found as ProjectRow[])
    : await database.prisma.project.findMany({ ...query, where: { id: { in: ids } } });
  const projects = new Map(rows.map((project) => [project.id, project]));
  return {
    ...page,
    edges: page.edges.flatMap(({ node, cursor }) =>
      projects.has(node.id) ? { node: projects.get(node.id)!, cursor } : [],
    ),
    totalCount,
  };
}

const ProjectTiles = builder.objectRef<{ url: string }>('ProjectTiles').implement({
  description:
    'Vector tiles of the projects that fit a filter. Layer `projects`: points; feature id and property number = Project.number, with name, status, priority, percentMapped and percentValidated. Where projects are close together one point stands for them, with `count` alone, until maxZoom.',
  fields: (t) => ({
    url: t.exposeString('url', {
      description:
        'Address template with {z}, {x} and {y}; a path on this server. What is in it changes with the projects.',
    }),
    maxZoom: t.int({
      description: 'Largest zoom at which tiles are made, and at which every project has its own point.',
      resolve: () => MAP_MAX_ZOOM,
    }),
  }),
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
      resolve: (_root, args, context, info) =>
        projectsThatFit(filterOf(args.filter), args.orderBy ?? 'PRIORITY', args, context, info),
    },
    ProjectConnection,
    ProjectEdge,
  ),
  featuredProjects: t.connection(
    {
      type: Project,
      description: 'Published projects that are shown on the first page, most urgent first.',
      resolve: (_root, args, context, info) => projectsThatFit({ featured: true }, 'PRIORITY', args, context, info),
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
  projectTiles: t.field({
    type: ProjectTiles,
    description: 'All matching projects as vector tiles: for maps of thousands.',
    args: { filter: t.arg({ type: ProjectFilter, description: 'As for Query.projects.' }) },
    resolve: (_root, { filter }) => ({ url: mapTilesUrl(filter ?? {}) }),
  }),
}));

const ANY_STATUS: Filter['statuses'] = ['PUBLISHED', 'ARCHIVED', 'DRAFT'];

builder.objectFields(Viewer, (t) => ({
  favourites: t.connection(
    {
      type: Project,
      description: 'Their favourite projects, as long as they may see them, last changed first.',
      resolve: (_viewer, args, context, info) =>
        projectsThatFit({ favouritedByMe: true, statuses: ANY_STATUS }, 'LAST_UPDATED', args, context, info),
    },
    ProjectConnection,
    ProjectEdge,
  ),
}));

import { builder } from '../../graphql/builder.js';
import { Project } from '../projects/Project.js';
import type { DocumentName } from './documents.js';

type Contents = 'TASKS' | 'HISTORY' | 'CONTRIBUTORS' | 'AREA';
type Format = 'GEOJSON' | 'GPX' | 'OSM_XML' | 'CSV' | 'FLATGEOBUF';

const ExportContents = builder.enumType('ExportContents', {
  description: 'What a download of a project holds.',
  values: {
    TASKS: { description: 'The tasks, as they are seen at the moment.' },
    HISTORY: { description: 'All that happened to the tasks, oldest first.' },
    CONTRIBUTORS: { description: 'Everyone who ever finished work on a task, with their figures.' },
    AREA: { description: 'The area of interest.' },
  } satisfies Record<Contents, object>,
});
const ExportFormat = builder.enumType('ExportFormat', {
  description: 'How a download is written.',
  values: {
    GEOJSON: { description: 'RFC 7946: for web maps and GIS.' },
    GPX: { description: 'GPX 1.1: for devices with satellite navigation, and for editors to show an outline.' },
    OSM_XML: { description: 'OpenStreetMap XML: for JOSM. It cannot be uploaded.' },
    CSV: { description: 'RFC 4180, UTF-8, the first row has the names of the columns: for spreadsheets.' },
    FLATGEOBUF: { description: 'Binary, small and quick to read: for GIS.' },
  } satisfies Record<Format, object>,
});

/** What there is for every project: its name in the address, and what people are told of it. */
const EXPORTS: Record<DocumentName, { contents: Contents; format: Format; description: string }> = {
  'tasks.geojson': {
    contents: 'TASKS',
    format: 'GEOJSON',
    description: 'Every task with its outline, status and people, for web maps and GIS programs.',
  },
  'tasks.fgb': {
    contents: 'TASKS',
    format: 'FLATGEOBUF',
    description: 'Every task with its outline, status and people, in a small file for GIS programs.',
  },
  'tasks.gpx': {
    contents: 'TASKS',
    format: 'GPX',
    description: 'A waypoint in each task and its outline as a track, to find it outdoors.',
  },
  'tasks.osm': {
    contents: 'TASKS',
    format: 'OSM_XML',
    description: 'The outlines of the tasks as a layer for JOSM.',
  },
  'tasks.csv': {
    contents: 'TASKS',
    format: 'CSV',
    description: 'A row for each task with its status, people, area and a point inside it, for spreadsheets.',
  },
  'history.csv': {
    contents: 'HISTORY',
    format: 'CSV',
    description: 'A row for each time a task was taken, finished or commented on, for spreadsheets.',
  },
  'history.geojson': {
    contents: 'HISTORY',
    format: 'GEOJSON',
    description: 'The same with a point inside the task, for maps of what happened where.',
  },
  'contributors.csv': {
    contents: 'CONTRIBUTORS',
    format: 'CSV',
    description: 'A row for each person who worked here, with what they did and how long it took them.',
  },
  'area.geojson': {
    contents: 'AREA',
    format: 'GEOJSON',
    description: 'The outline of the whole project.',
  },
};

type Download = (typeof EXPORTS)[DocumentName] & { url: string };

const ProjectExport = builder.objectRef<Download>('ProjectExport').implement({
  description: 'A document of a project to be downloaded over HTTP.',
  fields: (t) => ({
    contents: t.expose('contents', { type: ExportContents, description: 'What it holds.' }),
    format: t.expose('format', { type: ExportFormat, description: 'How it is written.' }),
    url: t.exposeString('url', {
      description:
        'Address on this server: GET it, with the session token where the project is not open to all. Of tasks and history it takes `tasks=1,2` (numbers, at most 500), of tasks also `status=READY,MAPPED` (TaskStatus).',
    }),
    description: t.exposeString('description', { description: 'A sentence for the person who chooses.' }),
  }),
});

builder.objectField(Project, 'exports', (t) =>
  t.field({
    type: [ProjectExport],
    description: 'What of it can be downloaded by those who see it, and where. The same for every project.',
    resolve: ({ id }) =>
      Object.entries(EXPORTS).map(([name, each]) => ({ ...each, url: `/exports/projects/${id}/${name}` })),
  }),
);

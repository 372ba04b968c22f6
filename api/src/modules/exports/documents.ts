import { statement } from '../../database/database.js';
import type { Part, Rows } from './stream.js';

// How each document is put together. Its rows are written by PostGIS; here is only what stands around them.

const sql = (name: string) => statement(import.meta.url, `sql/${name}`);
const TASKS_GEOJSON = sql('tasks_geojson');
const TASKS_CSV = sql('tasks_csv');
const FGB_HEADER = sql('tasks_fgb_header');
const FGB_FEATURES = sql('tasks_fgb');
const GPX_WAYPOINTS = sql('tasks_gpx_waypoints');
const GPX_TRACKS = sql('tasks_gpx_tracks');
const OSM_NODES = sql('tasks_osm_nodes');
const OSM_WAYS = sql('tasks_osm_ways');
const OSM_RELATIONS = sql('tasks_osm_relations');
const HISTORY_CSV = sql('history_csv');
const HISTORY_GEOJSON = sql('history_geojson');
const CONTRIBUTORS_CSV = sql('contributors_csv');
const AREA_GEOJSON = sql('area_geojson');
const V2_OSM = sql('v2_osm');
const V2_GPX_TRACK = sql('v2_gpx_track');
const V2_GPX_WAYPOINTS = sql('v2_gpx_waypoints');

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const CSV_END = '\r\n';

/** Text of people in XML 1.0: markup is escaped, and characters that XML cannot have are left out. */
export const xmlText = (text: string) =>
  text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** What is exported: the project, and of its tasks those of the numbers and the statuses; null: all. */
export interface Selection {
  projectId: number;
  /** Of the project, in its own language. */
  name: string;
  taskNumbers: number[] | null;
  statuses: string[] | null;
}

const collection = (rows: Rows): Part[] => [
  '{"type":"FeatureCollection","features":[\n',
  { ...rows, separator: ',\n' },
  '\n]}\n',
];
const tasksOf = ({ projectId, taskNumbers, statuses }: Selection) => [projectId, taskNumbers, statuses];
const historyOf = ({ projectId, taskNumbers }: Selection) => [projectId, taskNumbers];

/** By their names in an address. */
const DOCUMENTS = {
  'tasks.geojson': (s: Selection): Part[] => collection({ statement: TASKS_GEOJSON, values: tasksOf(s) }),
  'tasks.gpx': (s: Selection): Part[] => [
    `${XML}<gpx version="1.1" creator="Taskgrid" xmlns="http://www.topografix.com/GPX/1/1">\n`,
    `<metadata><name>${xmlText(s.name)}</name><desc>Tasks of project ${s.projectId}</desc><time>${new Date().toISOString()}</time></metadata>\n`,
    { statement: GPX_WAYPOINTS, values: tasksOf(s) },
    { statement: GPX_TRACKS, values: tasksOf(s) },
    '</gpx>\n',
  ],
  'tasks.osm': (s: Selection): Part[] => [
    `${XML}<osm version="0.6" generator="Taskgrid" upload="never">\n`,
    { statement: OSM_NODES, values: tasksOf(s) },
    { statement: OSM_WAYS, values: tasksOf(s) },
    { statement: OSM_RELATIONS, values: tasksOf(s) },
    '</osm>\n',
  ],
  'tasks.csv': (s: Selection): Part[] => [
    `project,task,status,parent,mapped_by,validated_by,locked_by,last_changed_by,last_changed_at,area_m2,lon,lat,x,y,zoom${CSV_END}`,
    { statement: TASKS_CSV, values: tasksOf(s) },
  ],
  'tasks.fgb': (s: Selection): Part[] => [
    { statement: FGB_HEADER, values: [] },
    { statement: FGB_FEATURES, values: tasksOf(s), step: 1 }, // one row is 250 features
  ],
  'history.csv': (s: Selection): Part[] => [
    `project,task,at,kind,status,person,osm_id,duration_s,comment,undo,credited${CSV_END}`,
    { statement: HISTORY_CSV, values: historyOf(s) },
  ],
  'history.geojson': (s: Selection): Part[] => collection({ statement: HISTORY_GEOJSON, values: historyOf(s) }),
  'contributors.csv': (s: Selection): Part[] => [
    `person,osm_id,level,mapped,validated,bad_imagery,mapping_s,validation_s,first_finished_at,last_seen_at${CSV_END}`,
    { statement: CONTRIBUTORS_CSV, values: [s.projectId] },
  ],
  'area.geojson': (s: Selection): Part[] => [{ statement: AREA_GEOJSON, values: [s.projectId, s.name] }, '\n'],
} as const;

/** As clients of v2 know them: editors show these words, and read these orders of elements. */
const DOCUMENTS_OF_V2 = {
  'v2.osm': (s: Selection): Part[] => [
    `${XML}<osm version="0.6" upload="never" creator="HOT Tasking Manager">\n`,
    { statement: V2_OSM, values: tasksOf(s) },
    '</osm>\n',
  ],
  'v2.gpx': (s: Selection): Part[] => [
    `${XML}<gpx version="1.1" creator="HOT Tasking Manager" xmlns="http://www.topografix.com/GPX/1/1">\n`,
    '<metadata><link href="https://github.com/hotosm/tasking-manager"><text>HOT Tasking Manager</text></link>',
    `<time>${new Date().toISOString()}</time></metadata>\n`,
    `<trk><name>Task for project ${s.projectId}. Do not edit outside of this area!</name>\n`,
    { statement: V2_GPX_TRACK, values: tasksOf(s) },
    '</trk>\n',
    { statement: V2_GPX_WAYPOINTS, values: tasksOf(s) },
    '</gpx>\n',
  ],
} as const;

/** The parts of each document. */
export const PARTS = { ...DOCUMENTS, ...DOCUMENTS_OF_V2 };

/** Documents that people are offered. */
export type DocumentName = keyof typeof DOCUMENTS;

/** Media types by the end of the name. */
const CONTENT_TYPES = {
  geojson: 'application/geo+json',
  gpx: 'application/gpx+xml',
  osm: 'application/vnd.openstreetmap.data+xml',
  csv: 'text/csv; charset=utf-8',
  fgb: 'application/flatgeobuf',
} as const;

export const contentTypeOf = (document: keyof typeof PARTS): string =>
  CONTENT_TYPES[document.split('.')[1] as keyof typeof CONTENT_TYPES];

import type { Bbox } from '../../map/bounds';
import type { TaskWork } from './taskWork';
import type { WorkProject } from './WorkOnTasks';

/** What an editor is told about the work. */
export interface EditorWork {
  projectNumber: number;
  tasks: readonly { number: number; bbox: Bbox }[];
  /** Box round the tasks in degrees. */
  bbox: Bbox;
  changesetComment: string;
  /** As the project's team entered it: an address with placeholders, the id of a known layer, or nothing. */
  imagery: string | null;
  presets: readonly string[];
  /** What the project adds to iD's address. */
  extra: string;
  powerUser: boolean;
  /** Where this site is, for editors that fetch the boundary from it. */
  origin: string;
}

export const workOf = (project: WorkProject, details: readonly TaskWork[], bbox: Bbox): EditorWork => ({
  projectNumber: project.number,
  tasks: details.map(({ number, bbox: box }) => ({ number, bbox: box as Bbox })),
  bbox,
  changesetComment: project.changesetComment,
  imagery: project.imagery,
  presets: project.idPresets,
  extra: project.extraIdParams ?? '',
  powerUser: project.rapidPowerUser,
  origin: location.origin,
});

/** Size in CSS px of the window that the task should fit into; editors have panels at their sides. */
const EDITOR_WINDOW = { width: 900, height: 700 };
const SOURCE_TILE_PX = 256;
const MAX_ZOOM = 20;

function mercatorY(latitude: number): number {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** Zoom (256 px tiles) at which a box just fits a window, and the box's middle. */
export function viewOf([west, south, east, north]: Bbox, window = EDITOR_WINDOW) {
  const width = (east < west ? east + 360 - west : east - west) / 360;
  const height = Math.abs(mercatorY(south) - mercatorY(north));
  const fits = (share: number, px: number) => (share === 0 ? MAX_ZOOM : Math.log2(px / SOURCE_TILE_PX / share));
  const zoom = Math.min(fits(width, window.width), fits(height, window.height), MAX_ZOOM);
  const lng = west + (width * 360) / 2;
  return {
    zoom: Math.max(1, Math.floor(zoom * 100) / 100),
    lat: (south + north) / 2,
    lng: lng > 180 ? lng - 360 : lng,
  };
}

const PREFIX = /^([a-z]+)(?:\[(?:(\d+),)?(\d+)\])?:(?=https?:)/i;

/** An imagery address without the prefix some teams write (`tms[22]:`), with `{zoom}` as `{z}`; null for a layer's id. */
export function imageryTemplate(imagery: string | null): string | null {
  const address = imagery?.trim().replace(PREFIX, '') ?? '';
  return /^https?:\/\//.test(address) ? address.replaceAll('{zoom}', '{z}') : null;
}

/** The imagery as iD and Rapid take it in their address. */
export function backgroundOf(imagery: string | null): string | null {
  const template = imageryTemplate(imagery);
  return template ? `custom:${template}` : imagery?.trim() || null;
}

/** The hashtags in a changeset comment, as iD lists them. */
export const hashtagsOf = (comment: string): string => (comment.match(/#[^\s#,;]+/g) ?? []).join(',');

const tasksUrl = (work: EditorWork, format: 'gpx' | 'xml') =>
  `${work.origin}/api/v2/projects/${work.projectNumber}/tasks/queries/${format}/?tasks=${work.tasks.map((task) => task.number).join(',')}`;

function hash(work: EditorWork, also: Readonly<Record<string, string>>): string {
  const { zoom, lat, lng } = viewOf(work.bbox);
  const layer = backgroundOf(work.imagery);
  const tags = hashtagsOf(work.changesetComment);
  const parts = {
    map: `${zoom}/${lat.toFixed(5)}/${lng.toFixed(5)}`,
    ...(work.changesetComment && { comment: work.changesetComment }),
    ...(tags && { hashtags: tags }),
    ...(layer && { background: layer }),
    ...(work.presets.length > 0 && { presets: work.presets.join(',') }),
    ...also,
    ...Object.fromEntries(new URLSearchParams(work.extra.replace(/^[#?&]+/, ''))),
  };
  return `#${Object.entries(parts)
    .map(([name, value]) => `${name}=${name === 'map' ? value : encodeURIComponent(value)}`)
    .join('&')}`;
}

/** Address that opens iD at the tasks, with all that it is to know. */
export function idLink(editorUrl: string, work: EditorWork): string {
  const url = new URL(editorUrl);
  url.hash = '';
  // OpenStreetMap's own edit page opens whichever editor the person used last, unless it is told.
  if (url.pathname.endsWith('/edit') && /(^|\.)openstreetmap\.org$/.test(url.hostname)) {
    url.searchParams.set('editor', 'id');
  }
  return url.href + hash(work, { gpx: tasksUrl(work, 'gpx') });
}

/** Address that opens Rapid at the tasks; it reads the same parameters as iD. */
export const rapidLink = (editorUrl: string, work: EditorWork): string =>
  editorUrl.replace(/#.*$/, '') +
  hash(work, { data: tasksUrl(work, 'gpx'), ...(work.powerUser && { poweruser: 'true' }) });

/** The project's own editor gets what iD does. */
export const customLink = (editorUrl: string, work: EditorWork): string =>
  (editorUrl.includes('?') ? editorUrl : `${editorUrl}?`) + hash(work, { gpx: tasksUrl(work, 'gpx') });

const place = (work: EditorWork, whole: boolean) => {
  const { zoom, lat, lng } = viewOf(work.bbox);
  return `${whole ? Math.floor(zoom) : zoom}/${lat.toFixed(5)}/${lng.toFixed(5)}`;
};
export const potlatchLink = (work: EditorWork): string =>
  `https://www.openstreetmap.org/edit?editor=potlatch2#map=${place(work, true)}`;
export const fieldPapersLink = (work: EditorWork): string => `https://fieldpapers.org/compose#${place(work, true)}`;

/** The commands for JOSM's remote control, in order: the outline first, then imagery under it, then each task's data. */
export function josmCommands(remoteUrl: string, work: EditorWork): string[] {
  const base = remoteUrl.replace(/\/+$/, '');
  const command = (name: string, parameters: Record<string, string>) =>
    `${base}/${name}?${new URLSearchParams(parameters).toString().replaceAll('+', '%20')}`;
  const numbers = work.tasks.map((task) => task.number).join(',');
  const commands = [
    command('import', {
      new_layer: 'true',
      layer_name: `Boundary of project ${work.projectNumber}, task ${numbers}`,
      layer_locked: 'true',
      download_policy: 'never',
      upload_policy: 'never',
      url: tasksUrl(work, 'xml'),
    }),
  ];
  const imagery = work.imagery?.trim();
  const template = imageryTemplate(work.imagery);
  if (imagery && template) {
    const [, kind, least, most] = PREFIX.exec(imagery) ?? [];
    commands.push(
      command('imagery', {
        title: `Imagery of project ${work.projectNumber}`,
        type: kind?.toLowerCase() === 'wms' || /service=wms|\{bbox\}/i.test(template) ? 'wms' : 'tms',
        ...(least && { min_zoom: least }),
        ...(most && { max_zoom: most }),
        // JOSM's own name of the placeholder.
        url: template.replaceAll('{z}', '{zoom}'),
      }),
    );
  } else if (imagery) commands.push(command('imagery', { id: imagery }));
  work.tasks.forEach(({ bbox: [left, bottom, right, top] }, index) =>
    commands.push(
      command('load_and_zoom', {
        left: String(left),
        bottom: String(bottom),
        right: String(right),
        top: String(top),
        changeset_comment: work.changesetComment,
        ...(imagery && { changeset_source: template ?? imagery }),
        new_layer: String(index === 0),
        layer_name: `OpenStreetMap, project ${work.projectNumber}`,
      }),
    ),
  );
  return commands;
}

const JOSM_ANSWERS_WITHIN_MS = 3_000;

/** Sends the commands to JOSM on this computer, each when the one before is done. */
export async function openInJosm(remoteUrl: string, work: EditorWork): Promise<'opened' | 'silent' | 'refused'> {
  try {
    const version = await fetch(`${remoteUrl.replace(/\/+$/, '')}/version`, {
      signal: AbortSignal.timeout(JOSM_ANSWERS_WITHIN_MS),
    });
    if (!version.ok) return 'silent';
  } catch {
    return 'silent';
  }
  try {
    for (const command of josmCommands(remoteUrl, work)) if (!(await fetch(command)).ok) return 'refused';
    return 'opened';
  } catch {
    return 'refused';
  }
}

import type { Bbox } from '../../map/bounds';

/** What an editor is told about the work. */
export interface EditorWork {
  projectNumber: number;
  taskNumbers: readonly number[];
  /** Box round the tasks in degrees. */
  bbox: Bbox;
  changesetComment: string;
  /** As the project's team entered it: an address with placeholders, the id of a known layer, or nothing. */
  imagery: string | null;
}

/** Size in CSS px of the window that the task should fit into; editors have panels at their sides. */
const EDITOR_WINDOW = { width: 900, height: 700 };
const SOURCE_TILE_PX = 256;
const MAX_ZOOM = 20;

function mercatorY(latitude: number): number {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** Zoom (256 px tiles) at which a box just fits an editor's window, and the box's middle. */
export function viewOf([west, south, east, north]: Bbox): { zoom: number; lat: number; lng: number } {
  const width = (east < west ? east + 360 - west : east - west) / 360;
  const height = Math.abs(mercatorY(south) - mercatorY(north));
  const fits = (share: number, px: number) => (share === 0 ? MAX_ZOOM : Math.log2(px / SOURCE_TILE_PX / share));
  const zoom = Math.min(fits(width, EDITOR_WINDOW.width), fits(height, EDITOR_WINDOW.height), MAX_ZOOM);
  const lng = west + (width * 360) / 2;
  return {
    zoom: Math.max(1, Math.floor(zoom * 100) / 100),
    lat: (south + north) / 2,
    lng: lng > 180 ? lng - 360 : lng,
  };
}

/** An imagery address without the prefix some teams write (`tms[22]:`), with `{zoom}` as `{z}`; null for a layer's id. */
export function imageryTemplate(imagery: string | null): string | null {
  const address = imagery?.trim().replace(/^[a-z]+(\[[\d,]+\])?:(?=https?:)/i, '') ?? '';
  return /^https?:\/\//.test(address) ? address.replaceAll('{zoom}', '{z}') : null;
}

function background(imagery: string | null): string | null {
  const template = imageryTemplate(imagery);
  return template ? `custom:${template}` : imagery?.trim() || null;
}

function hash({ bbox, changesetComment, imagery }: EditorWork): string {
  const { zoom, lat, lng } = viewOf(bbox);
  const layer = background(imagery);
  const parts = [`map=${zoom}/${lat.toFixed(5)}/${lng.toFixed(5)}`];
  if (changesetComment) parts.push(`comment=${encodeURIComponent(changesetComment)}`);
  if (layer) parts.push(`background=${encodeURIComponent(layer)}`);
  return `#${parts.join('&')}`;
}

/** Address that opens iD at the tasks, with changeset comment and imagery. */
export function idLink(editorUrl: string, work: EditorWork): string {
  const url = new URL(editorUrl);
  url.hash = '';
  // OpenStreetMap's own edit page opens whichever editor the person used last, unless it is told.
  if (url.pathname.endsWith('/edit') && /(^|\.)openstreetmap\.org$/.test(url.hostname)) {
    url.searchParams.set('editor', 'id');
  }
  return url.href + hash(work);
}

/** Address that opens Rapid at the tasks; it reads the same parameters as iD. */
export function rapidLink(editorUrl: string, work: EditorWork): string {
  return editorUrl.replace(/#.*$/, '') + hash(work);
}

/** The commands for JOSM's remote control, in order: imagery first, so that it lies under the data. */
export function josmCommands(remoteUrl: string, work: EditorWork): string[] {
  const [left, bottom, right, top] = work.bbox;
  const base = remoteUrl.replace(/\/+$/, '');
  const commands: string[] = [];
  const template = imageryTemplate(work.imagery);
  if (template) {
    const query = new URLSearchParams({ title: `Project ${work.projectNumber}`, type: 'tms', url: template });
    commands.push(`${base}/imagery?${query}`);
  } else if (work.imagery?.trim()) {
    commands.push(`${base}/imagery?${new URLSearchParams({ id: work.imagery.trim() })}`);
  }
  const tasks = work.taskNumbers.join(', ');
  const query = new URLSearchParams({
    left: String(left),
    bottom: String(bottom),
    right: String(right),
    top: String(top),
    new_layer: 'true',
    layer_name: `Project ${work.projectNumber}, task ${tasks}`,
    changeset_comment: work.changesetComment,
    ...(work.imagery?.trim() && !template ? { changeset_source: work.imagery.trim() } : {}),
  });
  commands.push(`${base}/load_and_zoom?${query}`);
  return commands;
}

const JOSM_ANSWERS_WITHIN_MS = 3_000;

/** Sends the commands to JOSM on this computer. False: nothing listens there, or it refused. */
export async function openInJosm(remoteUrl: string, work: EditorWork): Promise<boolean> {
  const ask = async (url: string, limit?: number) => {
    const response = await fetch(url, limit ? { signal: AbortSignal.timeout(limit) } : {});
    return response.ok;
  };
  try {
    if (!(await ask(`${remoteUrl.replace(/\/+$/, '')}/version`, JOSM_ANSWERS_WITHIN_MS))) return false;
    for (const command of josmCommands(remoteUrl, work)) if (!(await ask(command))) return false;
    return true;
  } catch {
    return false;
  }
}

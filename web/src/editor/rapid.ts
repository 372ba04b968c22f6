import { load, tell } from './frame';
import type { EditorSettings, OsmConnection, Place } from './protocol';

type Listener = () => void;

/** Of Rapid, what is used here. */
interface RapidContext {
  embed(on: boolean): RapidContext;
  containerNode: HTMLElement;
  assetPath: string;
  locale: readonly string[];
  preauth: object;
  apiConnections: readonly object[];
  initAsync(): Promise<void>;
  scene(): { layers: Map<string, { _setFile(data: object, extension: string): void }> };
  systems: {
    editor: { on(event: string, listener: Listener): void; difference(): { summary(): Map<string, unknown> } };
    map: { setMapParams(center: [number, number], zoom: number, turn?: number, ms?: number): void };
    gfx: { immediateRedraw(): void };
  };
}

declare global {
  interface Window {
    Rapid?: { Context: new () => RapidContext };
  }
}

/** Starts Rapid in the frame; what comes back takes it to another place. */
export async function startRapid(settings: EditorSettings, connection: OsmConnection): Promise<(place: Place) => void> {
  const { assetsUrl, locale } = settings;
  // Greetings over the task would be in the way of who comes from it the first time.
  localStorage.setItem('sawRapidSplash', 'true');
  localStorage.setItem('sawPrivacyVersion', '20201202');
  localStorage.setItem('sawWhatsNewVersion', '20241222');
  await Promise.all([load(`${assetsUrl}rapid.css`), load(`${assetsUrl}rapid.min.js`)]);
  const context = new window.Rapid!.Context();
  window.editorContext = context;
  const { url, apiUrl, accessToken } = connection;
  const osm = { url, apiUrl, ...(accessToken && { access_token: accessToken }) };
  context.embed(true);
  context.containerNode = document.getElementById('editor')!;
  context.assetPath = assetsUrl;
  context.locale = [locale, locale.split('-')[0]!, 'en'];
  context.apiConnections = [osm];
  context.preauth = osm;
  // Rejected as soon as one of a dozen services elsewhere does not answer: the editor works without them.
  await context.initAsync().catch((error: unknown) => {
    if (!context.containerNode.hasChildNodes()) throw error; // nothing was drawn
  });

  const { editor, map, gfx } = context.systems;
  let before = -1;
  const count = () => {
    const now = editor.difference().summary().size;
    if (now !== before) tell({ type: 'edits', count: (before = now) });
  };
  for (const event of ['stablechange', 'historyjump', 'reset']) editor.on(event, count);
  count();

  const draw = (place: Place) => {
    context.scene().layers.get('custom-data')?._setFile(structuredClone(place.boundary), '.geojson');
    gfx.immediateRedraw();
    requestAnimationFrame(() => tell({ type: 'drawn', key: place.key }));
  };
  draw(settings.place);
  return (place) => {
    const { lng, lat, zoom } = place.view;
    map.setMapParams([lng, lat], zoom, 0, 0);
    draw(place);
  };
}

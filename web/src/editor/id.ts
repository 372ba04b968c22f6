import { load, tell } from './frame';
import type { EditorSettings, OsmConnection, Place } from './protocol';

/** Of iD, what is used here. */
interface IdContext {
  embed(on: boolean): IdContext;
  assetPath(path: string): IdContext;
  containerNode(node: HTMLElement): IdContext;
  locale(codes: readonly string[]): IdContext;
  setsDocumentTitle(on: boolean): IdContext;
  preauth(connection: object): IdContext;
  theme?(name: string): IdContext;
  init(): IdContext;
  save(): unknown;
  connection(): { apiConnections?(list: readonly object[]): unknown };
  history(): {
    on(events: string, listener: () => void): void;
    difference(): { summary(): readonly unknown[] };
  };
  map(): {
    centerZoomEase(center: [number, number], zoom: number, ms: number): void;
    on(events: string, listener: (() => void) | null): void;
  };
  layers(): { layer(id: 'data'): { geojson(data: object, source: string): void } };
}

declare global {
  interface Window {
    iD?: { coreContext(): IdContext };
    /** The running editor: for whoever looks into it from the browser's console, and for tests. */
    editorContext?: unknown;
  }
}

/** Starts iD in the frame; what comes back takes it to another place. */
export async function startId(settings: EditorSettings, connection: OsmConnection): Promise<(place: Place) => void> {
  const { assetsUrl, locale } = settings;
  // A greeting over the task would be in the way of who comes from it the first time.
  localStorage.setItem('sawSplash', 'true');
  await Promise.all([load(`${assetsUrl}iD.css`), load(`${assetsUrl}iD.min.js`)]);
  const context = window.iD!.coreContext();
  window.editorContext = context;
  context
    .embed(true)
    .assetPath(assetsUrl)
    .locale([locale, locale.split('-')[0]!, 'en'])
    .setsDocumentTitle(false)
    .containerNode(document.getElementById('editor')!);
  context.init();
  const { url, apiUrl, accessToken } = connection;
  context.connection().apiConnections?.([]);
  context.preauth({ url, apiUrl, ...(accessToken && { access_token: accessToken }) });

  // It goes on to load its lists by itself, and draws when it has them.
  await new Promise<void>((resolve) => {
    context.map().on('drawn.page', () => {
      context.map().on('drawn.page', null);
      resolve();
    });
  });

  const history = context.history();
  let before = -1;
  const count = () => {
    const now = history.difference().summary().length;
    if (now !== before) tell({ type: 'edits', count: (before = now) });
  };
  for (const event of ['change', 'reset', 'restore', 'merge']) history.on(`${event}.page`, count);
  count();
  // The frame goes when the page is left: what is not saved is offered again when iD opens next.
  window.addEventListener('pagehide', () => context.save());

  const draw = (place: Place) => {
    context.layers().layer('data').geojson(structuredClone(place.boundary), 'task.geojson');
    requestAnimationFrame(() => tell({ type: 'drawn', key: place.key }));
  };
  draw(settings.place);
  return (place) => {
    const { lng, lat, zoom } = place.view;
    context.map().centerZoomEase([lng, lat], zoom, 0);
    draw(place);
  };
}

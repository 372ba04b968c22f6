// The page inside the frame: it starts the editor that the page around it names, and keeps it through many tasks.
import { answerFromHere, askForConnection, keepTokensInMemory, tell } from './frame';
import { startId } from './id';
import type { EditorSettings, Place, ToEditor } from './protocol';
import { startRapid } from './rapid';

const EDITORS = { ID: startId, RAPID: startRapid };

/** The address as both editors read it when they start. */
function hashOf({
  place,
  changesetComment,
  hashtags,
  background,
  presets,
  extra,
  powerUser,
  dark,
  editor,
  locale,
}: EditorSettings) {
  const { zoom, lat, lng } = place.view;
  const parts = new URLSearchParams({
    map: `${zoom.toFixed(2)}/${lat.toFixed(6)}/${lng.toFixed(6)}`,
    ...(changesetComment && { comment: changesetComment }),
    ...(hashtags && { hashtags }),
    ...(background && { background }),
    ...(presets.length > 0 && { presets: presets.join(',') }),
    ...(editor === 'ID' && { theme: dark ? 'dark' : 'light', locale }),
    ...(editor === 'RAPID' && powerUser && { poweruser: 'true' }),
  });
  for (const [name, value] of new URLSearchParams(extra.replace(/^[#?&]+/, ''))) parts.set(name, value);
  // Neither reads a plus as a space.
  return `#${parts.toString().replaceAll('+', '%20')}`;
}

// Editors ask many services elsewhere and do not look whether they answer. That one does not is no fault of this page.
window.addEventListener('unhandledrejection', (event) => {
  if (event.reason instanceof TypeError && /fetch/i.test(event.reason.message)) event.preventDefault();
});

let go: Promise<(place: Place) => void> | null = null;

async function start(settings: EditorSettings) {
  keepTokensInMemory();
  answerFromHere(settings.assetsUrl);
  const connection = settings.connection ?? (await askForConnection());
  history.replaceState(null, '', hashOf(settings));
  document.documentElement.lang = settings.locale;
  const move = await EDITORS[settings.editor](settings, connection);
  tell({ type: 'ready' });
  return move;
}

window.addEventListener('message', ({ origin, source, data }: MessageEvent<ToEditor>) => {
  if (origin !== location.origin || source !== window.parent) return;
  if (data.type === 'start' && !go) {
    go = start(data.settings);
    go.catch((error: unknown) => tell({ type: 'failed', message: String(error) }));
  } else if (data.type === 'go') {
    void go?.then((move) => move(data.place)).catch(() => undefined);
  }
});
tell({ type: 'listening' });

import type { FromEditor, OsmConnection } from './protocol';

/** Tells the page around the frame. */
export function tell(message: FromEditor): void {
  window.parent.postMessage(message, location.origin);
}

/** Loads a script or a style sheet of the editor. */
export function load(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const element = url.endsWith('.css')
      ? Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url })
      : Object.assign(document.createElement('script'), { src: url });
    element.onload = () => resolve();
    element.onerror = () => reject(new Error(url));
    document.head.append(element);
  });
}

/**
 * Both editors fetch their lists of tags and the like from a public server, by the names of packages. Those packages lie
 * beside the editor: what is asked of that server is taken from there.
 */
export function answerFromHere(assetsUrl: string): void {
  const fetchAnything = window.fetch.bind(window);
  const PUBLIC = /^https:\/\/cdn\.jsdelivr\.net\/npm\/((?:@[^/]+\/)?[^@/]+)@[^/]+\/(.*)$/;
  const CATALOGUE = /^https:\/\/openstreetmap\.maps\.arcgis\.com\/sharing\/rest\/content\/groups\/[^/]+\/search/;
  window.fetch = (input, init) => {
    const url = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
    const [, name, file] = PUBLIC.exec(url) ?? [];
    if (name) return fetchAnything(`${assetsUrl}npm/${name}/${file}`, init);
    const answer = fetchAnything(input, init);
    // Rapid does not start at all while this catalogue of other people's data does not answer.
    return CATALOGUE.test(url) ? answer.catch(() => Response.json({ results: [], nextStart: -1 })) : answer;
  };
}

/** The person's token for OpenStreetMap is in memory only, where the editors would keep it in the browser. */
export function keepTokensInMemory(): void {
  const tokens = new Map<string, string>();
  const isToken = (key: string) => key.endsWith('oauth2_access_token');
  const { getItem, setItem, removeItem } = Storage.prototype;
  Storage.prototype.getItem = function (key: string) {
    return isToken(key) ? (tokens.get(key) ?? null) : getItem.call(this, key);
  };
  Storage.prototype.setItem = function (key: string, value: string) {
    if (isToken(key)) tokens.set(key, value);
    else setItem.call(this, key, value);
  };
  Storage.prototype.removeItem = function (key: string) {
    tokens.delete(key);
    removeItem.call(this, key);
  };
}

/** Where OpenStreetMap is, and the person's own token for it. */
export async function askForConnection(): Promise<OsmConnection> {
  const answer = await fetch('/sign-in/editor-access', { method: 'POST' });
  if (!answer.ok) throw new Error(`/sign-in/editor-access: ${answer.status}`);
  return (await answer.json()) as OsmConnection;
}

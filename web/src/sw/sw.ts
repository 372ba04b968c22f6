/// <reference lib="webworker" />
// The service worker: opens the pages without a network, and what was last read in them. Built by serviceWorker.ts.
import { ExpirationPlugin } from 'workbox-expiration';
import { cleanupOutdatedCaches, matchPrecache, precache, type PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { answerGraphql, forgetKept, TILES } from './kept';

declare const self: ServiceWorkerGlobalScope;
/** What the first page cannot do without, with the hash of each (serviceWorker.ts puts it here). */
declare const SHELL: PrecacheEntry[];

/** A page on a slow line waits this long for the newest version, then comes from here. */
const PATIENCE_MS = 4_000;
/** Paths of the server that are no page. */
const NO_PAGE = [
  /^\/(graphql|api|tiles|exports|sign-in|sign-out|osm-stand-in|health|metrics|assets|uploads|editors|editor\.html)(\/|$)/,
];

precache(SHELL);
cleanupOutdatedCaches();
// A tab that is older than this goes on with what it has loaded, and says that there is something newer.
void self.skipWaiting();
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

const code = new CacheFirst({
  cacheName: 'taskgrid-code',
  plugins: [new ExpirationPlugin({ maxEntries: 200, purgeOnQuotaError: true })],
});
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && (url.pathname.startsWith('/assets/') || url.pathname === '/mark.svg'),
  async (options) => (await matchPrecache(options.request)) ?? code.handle(options),
);

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/tiles/'),
  new NetworkFirst({
    cacheName: TILES,
    plugins: [new ExpirationPlugin({ maxEntries: 400, maxAgeSeconds: 30 * 86_400, purgeOnQuotaError: true })],
  }),
);

registerRoute(({ url, sameOrigin }) => sameOrigin && url.pathname === '/graphql', answerGraphql, 'POST');

// Another person may come out of this: nothing that was kept outlives it.
registerRoute(
  ({ request, url }) => request.mode === 'navigate' && /^\/sign-(in|out)(\/|$)/.test(url.pathname),
  async ({ request }) => {
    await forgetKept();
    return fetch(request);
  },
);

registerRoute(
  new NavigationRoute(
    async ({ request }) => {
      const kept = () => matchPrecache('/index.html');
      const newest = fetch(request as Request).then(
        async (answer) => (answer.status < 500 ? answer : ((await kept()) ?? answer)),
        async (error) => (await kept()) ?? Promise.reject(error),
      );
      const late = new Promise<Response | undefined>((resolve) =>
        setTimeout(() => void kept().then(resolve), PATIENCE_MS),
      );
      return (await Promise.race([newest, late])) ?? newest;
    },
    { denylist: NO_PAGE },
  ),
);

// What the first page loaded before this worker was there.
self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  const { keep } = data as { keep?: string[] };
  for (const url of keep ?? []) void code.handle({ request: new Request(url), event: new ExtendableEvent('keep') });
});

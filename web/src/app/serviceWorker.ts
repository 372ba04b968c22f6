import { client } from './apollo';
import { connection } from './connection';
import { network } from './network';

const HOUR = 3_600_000;

/** Lets the service worker keep what opens without a network, and notices when the server has a newer version. */
export async function startServiceWorker(): Promise<void> {
  const { serviceWorker } = navigator;
  let known = serviceWorker.controller;
  serviceWorker.addEventListener('controllerchange', () => {
    if (known) network.set({ newVersion: true });
    else keepFirstPage(serviceWorker.controller!);
    known = serviceWorker.controller;
  });
  // Where a browser lets no worker run, some of them give nothing instead of refusing.
  const registration = (await serviceWorker.register('/sw.js')) as ServiceWorkerRegistration | undefined;
  if (!registration) return;

  let lookedAt = Date.now();
  const look = () => {
    lookedAt = Date.now();
    registration.update().catch(() => undefined); // it is looked for again
  };
  // A server that was gone for a moment may have been replaced.
  let before = connection.get();
  connection.subscribe(() => {
    const now = connection.get();
    if (now === 'live' && before === 'reconnecting') look();
    before = now;
  });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && Date.now() - lookedAt > HOUR) look();
  });
}

/** Code and answers of the first page came before the worker was there: once in a browser's life they are asked for again. */
function keepFirstPage(worker: ServiceWorker): void {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  worker.postMessage({ keep: [...new Set(loaded)].filter((url) => url.startsWith(`${location.origin}/assets/`)) });
  client.refetchQueries({ include: 'active' }).catch(() => undefined); // they are shown already
}

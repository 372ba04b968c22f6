const KEY = 'taskgrid-reloaded-for-code';

/** Did a part of the page's code not arrive? With a connection that means: a newer version has replaced it. */
export function isStaleCode(error: unknown): boolean {
  return (
    navigator.onLine &&
    error instanceof Error &&
    /dynamically imported module|importing a module script failed|unable to preload css/i.test(error.message)
  );
}

/**
 * Reloads the page for newer code, once for each version of the page: a second time is left to the person. The service worker
 * is told to look first, so that it does not hand out the old version again where the server is slow.
 */
export async function reloadOnce(): Promise<void> {
  try {
    // The entry's address has a hash of its content.
    const version = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.src ?? '';
    if (sessionStorage.getItem(KEY) === version) return;
    sessionStorage.setItem(KEY, version);
  } catch {
    return;
  }
  await navigator.serviceWorker
    ?.getRegistration()
    .then((registration) => registration?.update())
    .catch(() => undefined);
  location.reload();
}

const KEY = 'taskgrid-reloaded-for-code';

/** Did a part of the page's code not arrive? With a connection that means: a newer version has replaced it. */
export function isStaleCode(error: unknown): boolean {
  return (
    navigator.onLine &&
    error instanceof Error &&
    /dynamically imported module|importing a module script failed|unable to preload css/i.test(error.message)
  );
}

/** Reloads the page for newer code, once for each version of the page: a second time is left to the person. */
export function reloadOnce(): void {
  try {
    // The entry's address has a hash of its content.
    const version = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.src ?? '';
    if (sessionStorage.getItem(KEY) === version) return;
    sessionStorage.setItem(KEY, version);
  } catch {
    return;
  }
  location.reload();
}

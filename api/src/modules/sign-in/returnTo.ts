/** Not pages to come back to: they would sign in again, or out. */
const NOT_A_PAGE = /^\/(sign-in|sign-out|osm-stand-in)(\/|\?|#|$)/;

/**
 * Where to go after signing in: a path of this site as a browser would read it, or `/` for anything that is not plainly
 * one. A browser drops control characters, takes `\` for `/`, and resolves `/.//` to `//`, the start of another host.
 */
export function localPath(text: string | null): string {
  if (!text?.startsWith('/') || text.length > 2000 || /[\\\p{Cc}]/u.test(text)) return '/';
  const here = 'http://this-site.invalid';
  const url = URL.canParse(text, here) ? new URL(text, here) : undefined;
  if (url?.origin !== here || url.pathname.startsWith('//') || NOT_A_PAGE.test(url.pathname)) return '/';
  return url.pathname + url.search + url.hash;
}

/**
 * Where somebody goes after their very first signing in: from the pages that everybody starts at by way of a greeting, which
 * leads on to `returnTo`; from all others straight back, because they were in the middle of something.
 */
export const firstPage = (returnTo: string): string =>
  /^\/(explore)?([?#]|$)/.test(returnTo) ? `/welcome?then=${encodeURIComponent(returnTo)}` : returnTo;

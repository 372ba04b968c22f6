import { parseSetCookie, type SetCookie } from 'cookie';

/** A browser's part in signing in: keeps cookies, and shows each redirect instead of following it. */
export class Browser {
  readonly cookies = new Map<string, SetCookie>();

  constructor(readonly url: string) {}

  async send(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, { value }]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie && { cookie }), ...(init.headers as Record<string, string>) };
    const response = await fetch(new URL(path, this.url), { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const set = parseSetCookie(line);
      if (set.maxAge === 0) this.cookies.delete(set.name);
      else this.cookies.set(set.name, set);
    }
    return response;
  }

  post(
    path: string,
    form: Record<string, string> | URLSearchParams,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return this.send(path, { method: 'POST', body: new URLSearchParams(form), headers });
  }

  /** The address that a path redirects to; fails where it does not. */
  async redirectOf(path: string): Promise<URL> {
    return locationOf(await this.send(path), this.url);
  }

  /** Sends an operation as a page of the server itself would: with the cookies, from the same origin. */
  async ask(query: string, headers: Record<string, string> = { origin: this.url }) {
    const response = await this.send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test asks for what it wants and reads it
    return (await response.json()) as { data: any; errors?: { message: string }[] };
  }

  /** Who the server takes the browser for; null for a visitor. */
  async username(headers?: Record<string, string>): Promise<string | null> {
    const { data } = await this.ask('{ viewer { person { username } } }', headers);
    return data.viewer?.person.username ?? null;
  }
}

export function locationOf(response: Response, base: string): URL {
  const location = response.headers.get('location');
  if (!location) throw new Error(`${response.status} instead of a redirect`);
  return new URL(location, base);
}

/** Signs in through the stand-in as a person who uses it does; the answer to the callback. */
export async function signInThroughStandIn(browser: Browser, name: string, { returnTo = '/', changesets = '0' } = {}) {
  const page = await browser.redirectOf(`/sign-in?return_to=${encodeURIComponent(returnTo)}`);
  const chosen = await chooseAtStandIn(browser, page, name, changesets);
  return browser.send(locationOf(chosen, browser.url).href);
}

/** Sends the stand-in's form for the page at this address. */
export const chooseAtStandIn = (browser: Browser, page: URL, name: string, changesets = '0') =>
  browser.post(page.pathname, { ...Object.fromEntries(page.searchParams), name, changesets });

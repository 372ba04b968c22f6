/// <reference lib="webworker" />
// Answers of the API that can be read again without a network. They belong to one person and go when that person goes.
import { CacheExpiration } from 'workbox-expiration';
import type { RouteHandlerCallbackOptions } from 'workbox-core';

const ANSWERS = 'taskgrid-answers';
export const TILES = 'taskgrid-tiles';
/** When an answer was kept, milliseconds since 1970: the page says so where it shows it. */
const KEPT_AT = 'x-kept-at';
const OWNER = '/kept/owner';
const LARGEST_BYTES = 2_000_000;

/** The last answers that were read: a project with its first tasks is some ten of them. */
const bound = new CacheExpiration(ANSWERS, { maxEntries: 120, maxAgeSeconds: 30 * 86_400 });

type Asked = {
  operationName?: string;
  /** Or the hash of a document (trustedLink.ts). */
  query?: string;
  extensions?: { operationType?: string; persistedQuery?: { sha256Hash: string } };
  variables?: Record<string, unknown>;
};

/** Is it of a project (whatever page asks), or of what every page needs? Inboxes, keys and lists of people are not kept. */
function isKept({ operationName = '', query, extensions, variables = {} }: Asked): boolean {
  if (query ? !/^\s*query\b/.test(query) : extensions?.operationType !== 'query') return false;
  return (
    ('project' in variables && !('search' in variables)) ||
    /^(Viewer|HeldTasks|TaskWorks|EditorSetting|IssueCategories|ProjectTaskStates|ExploreProjects|ExploreMap)$/.test(
      operationName,
    )
  );
}

async function addressOf({ operationName, query, extensions, variables }: Asked): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([query ?? extensions?.persistedQuery?.sha256Hash, variables]));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `/kept/${operationName}/${Array.from(hash.slice(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Under what an answer is kept. Its words are in the languages that the page asked for: each choice has answers of its own. */
async function keptAs(asked: Asked, languages: string): Promise<string> {
  return `${await addressOf(asked)}/${encodeURIComponent(languages)}`;
}

export async function forgetKept(): Promise<void> {
  await Promise.all([caches.delete(ANSWERS), caches.delete(TILES)]);
}

/** What was kept is for the person it was given to: another one finds nothing of it. */
async function belongsTo(owner: string): Promise<void> {
  const cache = await caches.open(ANSWERS);
  if ((await (await cache.match(OWNER))?.text()) === owner) return;
  await forgetKept();
  await (await caches.open(ANSWERS)).put(OWNER, new Response(owner));
}

async function keep(asked: Asked, languages: string, answer: Response): Promise<void> {
  const text = await answer.text();
  const { data, errors } = JSON.parse(text) as { data?: Record<string, unknown>; errors?: unknown };
  if (!data || errors || text.length > LARGEST_BYTES) return;
  if (asked.operationName === 'Viewer') {
    const viewer = data.viewer as { person?: { id?: string } } | null;
    await belongsTo(viewer?.person?.id ?? 'visitor');
  }
  const address = await keptAs(asked, languages);
  const headers = { 'content-type': 'application/json', [KEPT_AT]: String(Date.now()) };
  await (await caches.open(ANSWERS)).put(address, new Response(text, { headers }));
  await bound.updateTimestamp(new URL(address, location.origin).href);
  await bound.expireEntries();
}

/** From the network; what may be kept is kept, and comes from here when the server cannot be reached. */
export async function answerGraphql({ request, event }: RouteHandlerCallbackOptions): Promise<Response> {
  const asked = (await request
    .clone()
    .json()
    .catch(() => ({}))) as Asked;
  if (asked.operationName === 'SignOut') await forgetKept();
  if (!isKept(asked)) return fetch(request);
  const languages = request.headers.get('accept-language') ?? '';
  const kept = async () => (await caches.open(ANSWERS)).match(await keptAs(asked, languages));
  try {
    const answer = await fetch(request);
    if (answer.status >= 502) return (await kept()) ?? answer;
    if (answer.ok) event.waitUntil(keep(asked, languages, answer.clone()).catch(() => undefined)); // a full disk is no fault
    return answer;
  } catch (error) {
    const found = await kept();
    if (found) return found;
    throw error;
  }
}

/**
 * here: all is fresh. away: no network, or a server that does not answer. returning: it answers again, what was missed is
 * being fetched. back: that has come.
 */
export type Stage = 'here' | 'away' | 'returning' | 'back';

export interface Network {
  stage: Stage;
  /** Away: the moment that what is shown is from, milliseconds since 1970. */
  since: number;
  /** Something shown is of the answers that the service worker keeps: it must be asked for again. */
  showsKept: boolean;
  /** The server has a newer version of the page. */
  newVersion: boolean;
}

// Unit tests run where there is neither.
const offline = globalThis.navigator?.onLine === false;
let state: Network = { stage: offline ? 'away' : 'here', since: Date.now(), showsKept: false, newVersion: false };
const listeners = new Set<() => void>();

/** What the page knows of its network. */
export const network = {
  get: (): Network => state,
  set(change: Partial<Network>): void {
    state = { ...state, ...change };
    for (const listener of [...listeners]) listener();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

function away(since: number, showsKept = state.showsKept): void {
  network.set({ stage: 'away', since: state.stage === 'away' ? Math.min(since, state.since) : since, showsKept });
}

function returning(): void {
  if (state.stage === 'away') network.set({ stage: 'returning' });
}

globalThis.window?.addEventListener('offline', () => away(Date.now()));
globalThis.window?.addEventListener('online', returning);

/** Takes note of an answer of the API; true if it is not the server's but one kept from before (sw/kept.ts). */
export function wasKept(response: Response): boolean {
  const keptAt = Number(response.headers.get('x-kept-at'));
  if (keptAt) away(keptAt, true);
  else if (response.ok) returning();
  return keptAt > 0;
}

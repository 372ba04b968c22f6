/**
 * How the live connection fares, for the dot beside "Live" and the bar under the top bar.
 * idle: nothing subscribed; connecting: the first attempt; live; reconnecting: it broke and is being mended.
 */
export type ConnectionState = 'idle' | 'connecting' | 'live' | 'reconnecting';

let state: ConnectionState = 'idle';
const listeners = new Set<() => void>();

export const connection = {
  get: (): ConnectionState => state,
  set(next: ConnectionState): void {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

import { useSyncExternalStore } from 'react';

const MINUTE = 60_000;

// One clock for all times on a page, ticking only while one is shown.
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function eachMinute(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, MINUTE);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** The time in ms since 1970, to the minute; renders again as the minutes pass. */
export function useNow(): number {
  return useSyncExternalStore(eachMinute, () => Math.floor(Date.now() / MINUTE) * MINUTE);
}

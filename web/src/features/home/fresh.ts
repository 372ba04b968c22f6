import { useEffect, useEffectEvent } from 'react';

/** The server counts anew once a minute: asking more often would bring the same numbers. */
const SPACING_MS = 60_000;

/** Told when somewhere on the map something changed. */
const changes = new EventTarget();

export const somethingChanged = () => changes.dispatchEvent(new Event('change'));

/**
 * Keeps what a query brought fresh without polling: asks again when something changed or the person comes back to the
 * window, at most once a minute; a change within the minute is asked for at its end.
 */
export function useFresh(refetch: () => Promise<unknown>): void {
  const ask = useEffectEvent(() => void refetch().catch(() => undefined));
  useEffect(() => {
    let last = Date.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      if (document.hidden || timer) return;
      timer = setTimeout(
        () => {
          timer = undefined;
          last = Date.now();
          ask();
        },
        Math.max(0, last + SPACING_MS - Date.now()),
      );
    };
    changes.addEventListener('change', soon);
    window.addEventListener('focus', soon);
    return () => {
      clearTimeout(timer);
      changes.removeEventListener('change', soon);
      window.removeEventListener('focus', soon);
    };
  }, []);
}

import { useCallback, useState } from 'react';

/** A field that was changed: as it was when the person began, and as they want it. */
type Change = { was: unknown; now: unknown };
type Changes = Record<string, Change>;

export function readKept(key: string, storage: Pick<Storage, 'getItem'> = sessionStorage): Changes {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? '{}');
    return kept !== null && typeof kept === 'object' ? (kept as Changes) : {};
  } catch {
    return {};
  }
}

function keep(key: string, changes: Changes): void {
  try {
    if (Object.keys(changes).length > 0) sessionStorage.setItem(key, JSON.stringify(changes));
    else sessionStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing for us: it counts until the page is left.
  }
}

/** What is still to be saved: changes that were taken back, or made elsewhere just the same, are none. */
export const openChanges = <T extends object>(saved: T, changes: Changes): Changes =>
  Object.fromEntries(
    Object.entries(changes).filter(([name, { now }]) => name in saved && now !== saved[name as keyof T]),
  );

/** Fields that somebody (or another window) changed to something else meanwhile. */
export const conflictsOf = <T extends object>(saved: T, changes: Changes): (keyof T)[] =>
  Object.entries(openChanges(saved, changes))
    .filter(([name, { was }]) => was !== saved[name as keyof T])
    .map(([name]) => name as keyof T);

/**
 * A form over what is saved. Only what was changed is held, kept for a reload of the tab, so that fields that change
 * elsewhere meanwhile are shown as they are and never overwritten.
 */
export function useDraft<T extends object>(key: string, saved: T) {
  const [changes, setChanges] = useState(() => readKept(key));
  const set = useCallback(
    (change: (before: Changes) => Changes) =>
      setChanges((before) => {
        const next = change(before);
        keep(key, next);
        return next;
      }),
    [key],
  );
  const open = openChanges(saved, changes);
  const wanted = Object.fromEntries(Object.entries(open).map(([name, { now }]) => [name, now])) as Partial<T>;
  return {
    value: { ...saved, ...wanted },
    /** The changed fields alone, as they are to be. */
    wanted,
    count: Object.keys(open).length,
    conflicts: conflictsOf(saved, changes),
    change: (some: Partial<T>) =>
      set((before) => ({
        ...before,
        ...Object.fromEntries(
          Object.entries(some).map(([name, now]) => [
            name,
            { was: before[name] ? before[name].was : saved[name as keyof T], now },
          ]),
        ),
      })),
    /** The person has seen what stands there now, and wants theirs all the same. */
    accept: (now: T) =>
      set((before) =>
        Object.fromEntries(
          Object.entries(before).map(([name, change]) => [name, { ...change, was: now[name as keyof T] }]),
        ),
      ),
    /** These were saved; what was typed since stays. */
    settle: (sent: Partial<T>) =>
      set((before) =>
        Object.fromEntries(
          Object.entries(before).filter(([name, { now }]) => !(name in sent) || sent[name as keyof T] !== now),
        ),
      ),
    discard: () => set(() => ({})),
  };
}

import { useCallback, useSyncExternalStore } from 'react';
import type { LockInForce, StateCounts, TaskNow, TaskStateStore } from './taskStateStore';

/** How many tasks are in each state; renders again when that changes. */
export function useTaskCounts(store: TaskStateStore): StateCounts {
  const subscribe = useCallback((listener: () => void) => store.subscribe('counts', listener), [store]);
  return useSyncExternalStore(subscribe, () => store.counts());
}

/** The locks in force; renders again when one begins or ends. */
export function useLocksInForce(store: TaskStateStore): readonly LockInForce[] {
  const subscribe = useCallback((listener: () => void) => store.subscribe('locks', listener), [store]);
  return useSyncExternalStore(subscribe, () => store.locks());
}

/** One task by its number; renders again when that task changes, null while there is none. */
export function useTaskNow(store: TaskStateStore, number: number): TaskNow | null {
  const subscribe = useCallback((listener: () => void) => store.subscribe(number, listener), [store, number]);
  return useSyncExternalStore(subscribe, () => store.task(number));
}

/** Version of the tasks' geometry; renders again after a split. */
export function useGridVersion(store: TaskStateStore): number {
  const subscribe = useCallback((listener: () => void) => store.subscribe('grid', listener), [store]);
  return useSyncExternalStore(subscribe, () => store.gridVersion);
}

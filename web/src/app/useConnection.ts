import { useSyncExternalStore } from 'react';
import { connection, type ConnectionState } from './connection';

/** State of the live connection; renders again when it changes. */
export function useConnection(): ConnectionState {
  return useSyncExternalStore(connection.subscribe, connection.get);
}

function onlineChanged(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** False while the browser knows that it has no network. */
export function useOnline(): boolean {
  return useSyncExternalStore(onlineChanged, () => navigator.onLine);
}

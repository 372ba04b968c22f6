import { useSyncExternalStore } from 'react';
import { connection, type ConnectionState } from './connection';

/** State of the live connection; renders again when it changes. */
export function useConnection(): ConnectionState {
  return useSyncExternalStore(connection.subscribe, connection.get);
}

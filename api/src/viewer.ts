import { NotSignedIn } from './errors.js';

/** Who asks: the signed-in person behind a request, read anew for each request. */
export interface Viewer {
  /** OSM id */
  id: number;
  username: string;
  role: 'READ_ONLY' | 'MAPPER' | 'ADMIN';
  /** Ordering of the person's mapping level: 1 is the beginner's. */
  levelOrdering: number;
  sessionId: number;
}

/** The signed-in viewer, or NotSignedIn. */
export function signedIn(viewer: Viewer | null, message?: string): Viewer {
  if (!viewer) throw new NotSignedIn(message);
  return viewer;
}

import { NotSignedIn } from './errors.js';

/** What an API key may be used for; each includes the one before. */
export type KeyScope = 'READ' | 'MAP' | 'MANAGE';

/** Who asks: the signed-in person behind a request, read anew for each request. */
export interface Viewer {
  /** OSM id */
  id: number;
  username: string;
  role: 'READ_ONLY' | 'MAPPER' | 'ADMIN';
  /** Ordering of the person's mapping level: 1 is the beginner's. */
  levelOrdering: number;
  pictureUrl: string | null;
  /** Is written down as a manager of one, when the request came: what only reads may go by it. */
  managesAnOrganisation: boolean;
  /** The session of the request; null when it came with an API key. */
  sessionId: number | null;
  /** The API key of the request, which may do less than the person; null with a session. */
  key: { id: number; scope: KeyScope } | null;
}

/** The signed-in viewer, or NotSignedIn. */
export function signedIn(viewer: Viewer | null, message?: string): Viewer {
  if (!viewer) throw new NotSignedIn(message);
  return viewer;
}

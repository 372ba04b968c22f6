import type { Database } from '../database/database.js';
import type { LiveFeed } from '../live/feed.js';
import type { Settings } from '../settings.js';
import type { Viewer } from '../viewer.js';

/** What the program is made of; one an instance. */
export interface Services {
  settings: Settings;
  database: Database;
  live: LiveFeed;
}

/** What a resolver gets: the services, and who asks. */
export interface Context extends Services {
  viewer: Viewer | null;
  /** Accept-Language of the request, best first. */
  locales: string[];
}

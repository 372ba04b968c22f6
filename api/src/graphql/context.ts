import type { Database } from '../database/database.js';
import type { LiveFeed } from '../live/feed.js';
import type { RedisLink } from '../redis.js';
import type { Settings } from '../settings.js';
import type { Viewer } from '../viewer.js';

/** What the program is made of; one an instance. */
export interface Services {
  settings: Settings;
  database: Database;
  live: LiveFeed;
  /** Undefined where REDIS_URL is not set: then the database does its work, and the memory of each instance. */
  redis?: RedisLink | undefined;
}

/** What a resolver gets: the services, and who asks. */
export interface Context extends Services {
  viewer: Viewer | null;
  /** Accept-Language of the request, best first. */
  locales: string[];
}

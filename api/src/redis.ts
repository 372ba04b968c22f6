import { Redis, type RedisOptions } from 'ioredis';

const AWAY_AT_ONCE: RedisOptions = {
  // Nobody waits for a Redis that is away: what it is for has a way without it.
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  connectTimeout: 2_000,
  commandTimeout: 500,
  retryStrategy: (attempt) => Math.min(attempt * 100, 2_000),
};

/** The connections of one instance to Redis. They come back by themselves; a command fails at once while they are away. */
export interface RedisLink {
  commands: Redis;
  /** Listens to channels, and can do nothing else. */
  listener: Redis;
  isThere(): boolean;
  close(): void;
}

/** Connects to `redis://…` or `rediss://…`. It need not be there yet; once an absence it is said in the log. */
export function connectRedis(url: string): RedisLink {
  const commands = new Redis(url, AWAY_AT_ONCE);
  const listener = new Redis(url, { ...AWAY_AT_ONCE, autoResubscribe: false });
  let complained = false;
  commands.on('ready', () => {
    if (complained) console.warn('Redis is back.');
    complained = false;
  });
  commands.on('error', (error: Error) => {
    if (!complained) console.warn(`Redis is away, and the program goes on without it: ${error.message}`);
    complained = true;
  });
  listener.on('error', () => undefined); // said once, above
  return {
    commands,
    listener,
    isThere: () => commands.status === 'ready' && listener.status === 'ready',
    close() {
      commands.disconnect();
      listener.disconnect();
    },
  };
}

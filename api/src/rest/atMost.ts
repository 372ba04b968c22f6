import type { Database } from '../database/database.js';
import { e1, Refused } from './errors.js';

/** Keys that are remembered at once; beyond it the oldest are forgotten. */
const MOST_KEYS = 10_000;

/**
 * Counts how often something was done under a key (a person, an address), each instance for itself: beyond `times` within
 * `seconds` the returned function throws 429 with when to come again.
 */
export function atMost(times: number, seconds: number): (instance: Database, key: string) => void {
  const instances = new WeakMap<Database, Map<string, { count: number; until: number }>>();
  return (instance, key) => {
    const done = instances.get(instance) ?? new Map<string, { count: number; until: number }>();
    instances.set(instance, done);
    const now = Date.now();
    const known = done.get(key);
    const current = known && known.until > now ? known : { count: 0, until: now + seconds * 1000 };
    if (current.count >= times) {
      const wait = Math.ceil((current.until - now) / 1000);
      throw new Refused({
        ...e1(429, 'TooManyRequests', `You did this ${times} times. Wait ${Math.ceil(wait / 60)} minutes.`),
        headers: { 'retry-after': String(wait) },
      });
    }
    current.count++;
    done.delete(key);
    done.set(key, current);
    if (done.size > MOST_KEYS) done.delete(done.keys().next().value!);
  };
}

import { GraphQLError } from 'graphql';
import type { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import type { RedisLink } from '../redis.js';

/** Most spenders that an instance remembers; those not seen for longest are forgotten, and have a full budget again. */
const REMEMBERED = 50_000;
const MINUTE_MS = 60_000;
/** How long Redis is left alone after it failed: a request must not wait for it each time. */
const LEAVE_REDIS_MS = 1_000;

/**
 * A bucket of points that fills evenly, `size` of them a minute, by the clock of Redis; all of it in one step, so that two
 * instances cannot spend the same points. KEYS[1] whose; ARGV cost, size. Returns whether it is paid, and what is there then.
 */
const TAKE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local cost, size = tonumber(ARGV[1]), tonumber(ARGV[2])
local bucket = redis.call('HMGET', KEYS[1], 'left', 'at')
local left = math.min(size, (tonumber(bucket[1]) or size) + math.max(0, now - (tonumber(bucket[2]) or now)) * size / ${MINUTE_MS})
local paid = left >= cost
if paid then left = left - cost end
redis.call('HSET', KEYS[1], 'left', tostring(left), 'at', now)
redis.call('PEXPIRE', KEYS[1], ${2 * MINUTE_MS})
return {paid and 1 or 0, tostring(left)}`;

/** What came of paying. */
export interface Payment {
  paid: boolean;
  /** Points that are there afterwards. */
  left: number;
  /** Points that come a minute, and that there are at most. */
  perMinute: number;
  /** Until it can be paid; 0 when it was. */
  retryAfterSeconds: number;
}

/** Budgets of points, in Redis for all instances together, or in the memory of this one where there is none or it is away. */
export class RateLimit {
  readonly #redis: Redis | undefined;
  readonly #buckets = new LRUCache<string, { left: number; at: number }>({ max: REMEMBERED });
  #leaveRedisUntil = 0;

  constructor(redis?: RedisLink) {
    this.#redis = redis?.commands;
  }

  /** Takes `cost` points from the budget of `who`, if they are there. What costs more than a full budget takes all of it. */
  async pay(who: string, cost: number, perMinute: number): Promise<Payment> {
    const due = Math.min(cost, perMinute);
    const { paid, left } = (await this.#fromRedis(who, due, perMinute)) ?? this.#fromMemory(who, due, perMinute);
    const wait = paid ? 0 : Math.max(1, Math.ceil(((due - left) / perMinute) * 60));
    return { paid, left: Math.floor(left), perMinute, retryAfterSeconds: wait };
  }

  async #fromRedis(who: string, due: number, size: number) {
    if (this.#redis?.status !== 'ready' || performance.now() < this.#leaveRedisUntil) return undefined;
    try {
      const answer = await this.#redis.eval(TAKE, 1, `taskgrid:rate:${who}`, due, size);
      const [paid, left] = answer as [number, string];
      return { paid: paid === 1, left: Number(left) };
    } catch {
      this.#leaveRedisUntil = performance.now() + LEAVE_REDIS_MS;
      return undefined;
    }
  }

  #fromMemory(who: string, due: number, size: number) {
    const now = performance.now();
    const bucket = this.#buckets.get(who) ?? { left: size, at: now };
    const there = Math.min(size, bucket.left + ((now - bucket.at) * size) / MINUTE_MS);
    const paid = there >= due;
    const left = paid ? there - due : there;
    this.#buckets.set(who, { left, at: now });
    return { paid, left };
  }
}

/** The answer to who spent their budget: HTTP 429 with Retry-After. */
export const rateLimited = ({ retryAfterSeconds, perMinute }: Payment) =>
  new GraphQLError(
    `That was a lot in a short time. Wait ${retryAfterSeconds === 1 ? 'a second' : `${retryAfterSeconds} seconds`}, then send it again.`,
    {
      extensions: {
        code: 'RATE_LIMITED',
        retryAfter: retryAfterSeconds,
        perMinute,
        http: { status: 429, headers: { 'retry-after': String(retryAfterSeconds) } },
      },
    },
  );

import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { statement, type Database } from '../database/database.js';
import type { RedisLink } from '../redis.js';

const EVENTS_AFTER = statement(import.meta.url, 'sql/events_after');
const HEADS = {
  name: 'live/heads',
  text: 'select project_id, event_position from project_progress where project_id = any ($1::int[])',
};
const CHANNEL = 'taskgrid_news';
/** On it the database says whose notifications changed: OSM ids, in the transaction that changed them. */
const PEOPLE_CHANNEL = 'taskgrid_people';
/** And in which projects something was said, changed or deleted: their numbers. */
const CONVERSATIONS_CHANNEL = 'taskgrid_conversations';

/** Events a message carries at most. */
const BATCH = 500;
/** Events kept in memory a project, for those who are a little behind. */
const KEPT = 2_000;
/**
 * Once that many followers have been told, their project is read again no sooner: what happens meanwhile reaches them together.
 * So delivery takes a part of the processor at most, however many follow, and a few are told at once.
 */
const PAUSE_A_FOLLOWER_MS = 0.06;
const LONGEST_PAUSE_MS = 250;
const SPEAK_EVERY_MS = 50;
const POLL_EVERY_MS = 1_500;

/** A change of one task, with the task's whole new state: applying the newest one per task is right. */
export interface TaskEvent {
  position: number;
  at: Date;
  kind:
    | 'LOCKED'
    | 'RELEASED'
    | 'EXPIRED'
    | 'SUBMITTED'
    | 'EXTENDED'
    | 'UNDONE'
    | 'SPLIT'
    | 'CREATED'
    | 'COMMENTED'
    | 'CHANGED'
    | 'REJOINED'
    | 'REMOVED'
    | 'ASSIGNED';
  task_id: number;
  number: number;
  status: 'READY' | 'MAPPED' | 'VALIDATED' | 'INVALIDATED' | 'BADIMAGERY' | 'SPLIT';
  lock_kind: 'MAPPING' | 'VALIDATION' | null;
  lock_expires_at: Date | null;
  lock_version: number;
  grid_version: number;
  person_id: number;
  person_username: string;
  person_picture_url: string | null;
  lock_holder: number | null;
  holder_username: string | null;
  holder_picture_url: string | null;
}

/** What this instance knows of one project that somebody follows. */
interface Channel {
  head: number;
  recent: TaskEvent[];
  /** Batches of `recent` by the cursor before them: all who are equally far get the very same one. */
  batches: Map<number, TaskEvent[]>;
  /** Tells each follower that there is news. */
  followers: Set<() => void>;
  reading: Promise<void> | undefined;
  again: boolean;
}

/**
 * Delivers the event log. The log is the truth; everything here is only a wake-up: this instance's own writes wake it at
 * once, other instances say every 50 ms which projects have news (over Redis where there is one, else by LISTEN/NOTIFY
 * outside the writing transactions), and a slow poll covers a notifier that died. A follower holds nothing but its cursor, so a slow one costs no memory.
 */
export class LiveFeed {
  readonly #database: Database;
  readonly #listenUrl: string;
  readonly #redis: RedisLink | undefined;
  readonly #channels = new Map<number, Channel>();
  readonly #news = new Set<number>();
  /** Who waits to be told, by channel and number. */
  readonly #watchers = new Map<string, Set<() => void>>();
  readonly #stopping = new AbortController();
  readonly #loops: Promise<void>[] = [];

  constructor(database: Database, listenUrl: string, redis?: RedisLink) {
    this.#database = database;
    this.#listenUrl = listenUrl;
    this.#redis = redis;
  }

  start(): void {
    this.#loops.push(this.#speak(), this.#poll(), this.#listen());
    if (this.#redis) this.#listenTo(this.#redis);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    for (const channel of this.#channels.values()) this.#wakeFollowers(channel);
    this.#wakeWatchers(this.#watchers.keys());
    await Promise.all(this.#loops);
  }

  /** Call after the commit of a change to the project's tasks. */
  touched(projectId: number): void {
    this.#news.add(projectId);
    this.#read(projectId);
  }

  /**
   * Everything after `position`, first what was missed, then live, in batches and in order, without gaps or doubles.
   * Ends when `signal` aborts or the feed stops.
   */
  async *follow(projectId: number, position: number, signal: AbortSignal): AsyncGenerator<TaskEvent[], void> {
    const channel = this.#channels.get(projectId) ?? this.#open(projectId, position);
    let cursor = position;
    let wake = () => {};
    const told = () => wake();
    const ended = () => signal.aborted || this.#stopping.signal.aborted;
    channel.followers.add(told);
    signal.addEventListener('abort', told);
    try {
      while (!ended()) {
        const batch = await this.#after(projectId, channel, cursor);
        if (batch.length > 0) {
          cursor = batch[batch.length - 1]!.position;
          yield batch;
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve;
            if (channel.head > cursor || ended()) wake(); // while this one was reading
          });
        }
      }
    } finally {
      signal.removeEventListener('abort', told);
      channel.followers.delete(told);
      if (channel.followers.size === 0 && this.#channels.get(projectId) === channel) this.#channels.delete(projectId);
    }
  }

  /** Yields at once, and again each time when notifications of the person changed. Ends when `signal` aborts or the feed stops. */
  watchPerson(personId: number, signal: AbortSignal): AsyncGenerator<void, void> {
    return this.#watch(`${PEOPLE_CHANNEL} ${personId}`, signal);
  }

  /** The same for the conversation of a project. */
  watchConversation(projectId: number, signal: AbortSignal): AsyncGenerator<void, void> {
    return this.#watch(`${CONVERSATIONS_CHANNEL} ${projectId}`, signal);
  }

  async *#watch(what: string, signal: AbortSignal): AsyncGenerator<void, void> {
    let news = true;
    let wake = () => {};
    const told = () => {
      news = true;
      wake();
    };
    const watchers = this.#watchers.get(what) ?? new Set();
    this.#watchers.set(what, watchers.add(told));
    signal.addEventListener('abort', told);
    try {
      while (!signal.aborted && !this.#stopping.signal.aborted) {
        if (news) {
          news = false;
          yield;
        } else {
          await new Promise<void>((resolve) => (wake = resolve));
        }
      }
    } finally {
      signal.removeEventListener('abort', told);
      watchers.delete(told);
      if (watchers.size === 0 && this.#watchers.get(what) === watchers) this.#watchers.delete(what);
    }
  }

  #wakeWatchers(watched: Iterable<string>): void {
    for (const what of watched) for (const told of this.#watchers.get(what) ?? []) told();
  }

  #open(projectId: number, head: number): Channel {
    const channel: Channel = {
      head,
      recent: [],
      batches: new Map(),
      followers: new Set(),
      reading: undefined,
      again: false,
    };
    this.#channels.set(projectId, channel);
    return channel;
  }

  async #after(projectId: number, channel: Channel, cursor: number): Promise<TaskEvent[]> {
    const first = channel.recent[0];
    if (first && first.position <= cursor + 1) {
      // Positions have no gaps: the event after `cursor` is at this index.
      const start = cursor + 1 - first.position;
      const batch = channel.batches.get(cursor) ?? channel.recent.slice(start, start + BATCH);
      if (batch.length > 0) channel.batches.set(cursor, batch);
      return batch;
    }
    return this.#database.query<TaskEvent & pg.QueryResultRow>(EVENTS_AFTER, [projectId, cursor, BATCH]);
  }

  #wakeFollowers(channel: Channel): void {
    for (const told of channel.followers) told();
  }

  /** Reads the project's news once for all its followers; a call while reading reads once more after it. */
  #read(projectId: number): void {
    const channel = this.#channels.get(projectId);
    if (!channel) return;
    if (channel.reading) {
      channel.again = true;
      return;
    }
    channel.reading = this.#readAll(projectId, channel)
      .catch(() => undefined) // the poll tries again
      .then(() => this.#pauseAfter(channel.followers.size))
      .finally(() => {
        channel.reading = undefined;
        if (channel.again && !this.#stopping.signal.aborted) {
          channel.again = false;
          this.#read(projectId);
        }
      });
  }

  async #readAll(projectId: number, channel: Channel): Promise<void> {
    for (;;) {
      const events = await this.#database.query<TaskEvent & pg.QueryResultRow>(EVENTS_AFTER, [
        projectId,
        channel.head,
        BATCH,
      ]);
      if (events.length === 0) return;
      channel.head = events[events.length - 1]!.position;
      channel.recent.push(...events);
      channel.batches.clear();
      if (channel.recent.length > KEPT) channel.recent.splice(0, channel.recent.length - KEPT);
      this.#wakeFollowers(channel);
      if (events.length < BATCH) return;
    }
  }

  async #pauseAfter(followers: number): Promise<void> {
    const milliseconds = Math.min(followers * PAUSE_A_FOLLOWER_MS, LONGEST_PAUSE_MS);
    if (milliseconds >= 1) await this.#pause(milliseconds);
  }

  /** Tells the other instances. */
  async #speak(): Promise<void> {
    while (await this.#pause(SPEAK_EVERY_MS)) {
      if (this.#news.size === 0) continue;
      const projects = [...this.#news].slice(0, 700); // NOTIFY carries 8,000 bytes
      for (const project of projects) this.#news.delete(project);
      const said = this.#redis
        ? this.#redis.commands.publish(CHANNEL, projects.join())
        : this.#database.pool.query('select pg_notify($1, $2)', [CHANNEL, projects.join()]);
      await said.catch(() => undefined); // the others' poll finds it
    }
  }

  /** Hears of other instances' news over Redis, again each time that it comes back. */
  #listenTo({ listener }: RedisLink): void {
    const subscribe = () => void listener.subscribe(CHANNEL).catch(() => undefined);
    listener.on('ready', subscribe);
    if (listener.status === 'ready') subscribe();
    listener.on('message', (_channel, projects) => this.#readEach(projects));
  }

  #readEach(projects: string): void {
    for (const project of projects.split(',')) this.#read(Number(project));
  }

  async #poll(): Promise<void> {
    while (await this.#pause(POLL_EVERY_MS)) {
      if (this.#channels.size === 0) continue;
      const heads = await this.#database
        .query<{ project_id: number; event_position: number }>(HEADS, [[...this.#channels.keys()]])
        .catch(() => []);
      for (const { project_id, event_position } of heads) {
        const channel = this.#channels.get(project_id);
        if (channel && event_position > channel.head) this.#read(project_id);
      }
    }
  }

  async #listen(): Promise<void> {
    do {
      const client = new pg.Client({ connectionString: this.#listenUrl });
      const broken = new Promise<void>((resolve) => {
        client.once('error', () => resolve());
        client.once('end', () => resolve());
        this.#stopping.signal.addEventListener('abort', () => resolve());
      });
      try {
        await client.connect();
        client.on('notification', ({ channel, payload = '' }) => {
          if (channel === CHANNEL) this.#readEach(payload);
          else this.#wakeWatchers(payload.split(',').map((number) => `${channel} ${number}`));
        });
        // With Redis too: what is watched is named by the database alone.
        const channels = [PEOPLE_CHANNEL, CONVERSATIONS_CHANNEL, ...(this.#redis ? [] : [CHANNEL])];
        await client.query(channels.map((channel) => `listen ${channel}`).join('; '));
        this.#wakeWatchers(this.#watchers.keys()); // something may have been said while nobody listened
        await broken;
      } catch {
        // the poll covers until the next try
      }
      await client.end().catch(() => undefined);
    } while (await this.#pause(1_000));
  }

  /** False when the feed stops. */
  async #pause(milliseconds: number): Promise<boolean> {
    if (this.#stopping.signal.aborted) return false;
    await sleep(milliseconds, undefined, { signal: this.#stopping.signal, ref: false }).catch(() => undefined);
    return !this.#stopping.signal.aborted;
  }
}

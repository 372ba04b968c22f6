// How long a change of a project takes to reach all who watch it.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Database } from '../api/src/database/database.js';
import { startSession } from '../api/src/modules/sign-in/service.js';
import type { Program } from '../api/test/program.js';
import { ACTIONS, askerOf } from '../api/test/world.js';
import type { Begin, Committed, Delivered } from './subscribers.js';

/** People who take a task of their own and give it back, again and again. */
const MAPPERS = 60;

export interface Watching {
  project: number;
  subscribers: number;
  perSecond: number;
  seconds: number;
}
export interface Watched extends Delivered {
  changes: number;
  /** Seconds in which the changes were made. */
  took: number;
  /** Bytes of memory that the program has for each subscriber, after a collection of garbage. */
  rssEach: number;
  heapEach: number;
  /** Bytes of the heap after the changes more than before them. */
  heapAfter: number;
  /** Of one processor, while changes were made. */
  programShare: number;
  subscribersShare: number;
}

interface Measured {
  rss: number;
  heap: number;
  cpuSeconds: number;
}

async function measure({ process }: Program): Promise<Measured> {
  process.send('measure');
  const [{ measured }] = (await once(process, 'message')) as [{ measured: Measured }];
  return measured;
}

async function ask<T>(child: ChildProcess, message: object | string): Promise<T> {
  child.send(message);
  return ((await once(child, 'message')) as [T])[0];
}

/** So many people with a session each; they are made where they are not there yet. */
export async function peopleOf(database: Database, first: number, count: number): Promise<string[]> {
  await database.pool.query(
    `insert into person (id, username) select n, 'person ' || n from generate_series($1::int, $1 + $2 - 1) n on conflict do nothing`,
    [first, count],
  );
  const tokens: string[] = [];
  for (let id = first; id < first + count; id++) tokens.push((await startSession(database, id, 36_000, 'bench')).token);
  return tokens;
}

/** Makes changes at an even pace, however long each takes, and waits for the last. */
async function change(program: Program, tokens: string[], { project, perSecond, seconds }: Watching): Promise<number> {
  const { get } = askerOf(program.url);
  const has = tokens.map(() => false);
  const begun: Promise<void>[] = [];
  const act = async (place: number) => {
    const action = has[place] ? 'stop' : 'lock';
    const { result } = await get(ACTIONS[action], { p: project, n: place + 1 }, tokens[place]);
    if (!/Payload$/.test(result.__typename)) throw new Error(`${action}: ${JSON.stringify(result)}`);
    has[place] = !has[place];
  };
  /** Each person does one thing after the other. */
  const busy = tokens.map(() => Promise.resolve());
  const start = performance.now();
  for (let count = 0; count < perSecond * seconds; count++) {
    await sleep(Math.max(0, start + (count * 1000) / perSecond - performance.now()));
    const place = count % tokens.length;
    begun.push((busy[place] = busy[place]!.then(() => act(place))));
  }
  await Promise.all(begun);
  const took = (performance.now() - start) / 1000;
  for (const [place, one] of has.entries()) if (one) await act(place);
  return took;
}

/** When each event after `position` was committed, ms since 1970, in order; the database keeps that (track_commit_timestamp). */
async function commits({ pool }: Database, project: number, position: number): Promise<number[]> {
  const { rows } = await pool.query<{ at: number }>(
    `select extract(epoch from pg_xact_commit_timestamp(xmin))::float8 * 1000 as at from project_event
      where project_id = $1 and position > $2 order by position`,
    [project, position],
  );
  return rows.map(({ at }) => at);
}

/** The program is started with watched.mjs, on a database with track_commit_timestamp. Half of the subscribers are signed in. */
export async function watch(program: Program, database: Database, watching: Watching): Promise<Watched> {
  const { project, subscribers } = watching;
  const mappers = await peopleOf(database, 900_001, MAPPERS);
  const signedIn = await peopleOf(database, 910_001, Math.ceil(subscribers / 2));
  const { rows } = await database.pool.query<{ at: string }>(
    'select event_position as at from project_progress where project_id = $1',
    [project],
  );
  const cursor = Number(rows[0]!.at);
  const begin: Begin = {
    url: program.url,
    project,
    cursor,
    tokens: Array.from({ length: subscribers }, (_, place) => (place % 2 ? null : signedIn[place / 2]!)),
  };
  await change(program, mappers, { ...watching, perSecond: 20, seconds: 3 }); // warm; subscribers get it as what they missed
  const child = fork(fileURLToPath(new URL('subscribers.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] });
  try {
    const warm = await commits(database, project, cursor);
    const without = await measure(program);
    await ask(child, { ...begin, cursor: cursor + warm.length });
    await sleep(2_000); // all have subscribed
    const before = await measure(program);
    const took = await change(program, mappers, watching);
    const during = await measure(program);
    const committed = await commits(database, project, cursor + warm.length);
    const all = committed.length * subscribers;
    for (let waited = 0; waited < 30; waited++) {
      const { events } = await ask<{ events: number }>(child, 'counted');
      if (events >= all) break;
      await sleep(1_000);
    }
    const delivered = await ask<Delivered>(child, { committed } satisfies Committed);
    return {
      ...delivered,
      changes: committed.length,
      took,
      rssEach: (before.rss - without.rss) / subscribers,
      heapEach: (before.heap - without.heap) / subscribers,
      heapAfter: during.heap - before.heap,
      programShare: (during.cpuSeconds - before.cpuSeconds) / took,
      subscribersShare: delivered.cpuSeconds / took,
    };
  } finally {
    child.kill();
  }
}

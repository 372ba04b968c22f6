import { createClient } from 'graphql-ws';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statement } from '../src/database/database.js';
import { startProgram } from './program.js';
import { startServer, type TestServer } from './server.js';
import { ACTIONS, askerOf, boxOfTiles, publishedProject } from './world.js';

const INCONSISTENCIES = statement(new URL('../src/modules/tasks/rows.ts', import.meta.url).href, 'sql/inconsistencies');

interface Seen {
  cursor: string;
  number: number;
  kind: string;
}

/** Follows a project over a WebSocket until the socket breaks or `stop`; every event in the order it came. */
function follow(url: string, projectId: number, after: string, seen: Seen[]) {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  client.subscribe<{ projectTasks: { events: Seen[] } }>(
    {
      query:
        'subscription ($p: ID!, $after: String) { projectTasks(projectId: $p, after: $after) { cursor events { cursor number kind } } }',
      variables: { p: String(projectId), after },
    },
    {
      next: ({ data }) => void seen.push(...(data?.projectTasks.events ?? [])),
      error: () => undefined,
      complete: () => undefined,
    },
  );
  return () => client.dispose();
}

describe('a crash of the API process', () => {
  let base: TestServer;
  beforeAll(async () => {
    base = await startServer({}, { jobs: false });
  });
  afterAll(() => base?.stop());

  it('leaves no task half-changed, loses no acknowledged submit, and a subscriber who resumes sees every change exactly once', async () => {
    const admin = await base.person('manager', 'ADMIN');
    const people = await Promise.all(Array.from({ length: 16 }, (_, index) => base.person(`mapper-${index}`)));
    const p = await publishedProject(base, admin.token, { areaOfInterest: boxOfTiles(15, 30, 30), zoom: 15 });
    const start = (await base.get('query ($p: ID!) { project(id: $p) { taskStates { cursor } } }', { p })).project
      .taskStates.cursor as string;

    const seen: Seen[] = [];
    const acknowledged: number[] = [];
    for (let crash = 0; crash < 3; crash++) {
      const program = await startProgram({ DATABASE_URL: base.databaseUrl });
      const ask = askerOf(program.url);
      const leave = follow(program.url, p, seen.at(-1)?.cursor ?? start, seen);
      let crashed = false;
      const work = people.map(async ({ token }) => {
        while (!crashed) {
          try {
            const held = (await ask.get('{ viewer { locks { number lock { version } } } }', {}, token)).viewer.locks[0];
            const task = held ?? (await ask.get(ACTIONS.next, { p }, token)).result.task;
            const { result } = await ask.get(
              ACTIONS.submit,
              { p, n: task.number, version: task.lock.version, status: 'MAPPED' },
              token,
            );
            if (result.__typename === 'SubmitMappingPayload') acknowledged.push(task.number as number);
          } catch {
            if (!crashed) await sleep(5); // the process has just died under the request
            if (program.process.exitCode !== null || program.process.signalCode !== null) return;
          }
        }
      });
      // In the middle of a stream: when a good number of submits of this round were acknowledged and more are under way.
      const soFar = acknowledged.length;
      await expect.poll(() => acknowledged.length, { timeout: 30_000, interval: 20 }).toBeGreaterThan(soFar + 40);
      await program.kill();
      crashed = true;
      await Promise.all(work);
      await leave();
    }

    const last = await startProgram({ DATABASE_URL: base.databaseUrl });
    const leave = follow(last.url, p, seen.at(-1)?.cursor ?? start, seen);
    const { eventPosition } = await base.database.prisma.projectProgress.findUniqueOrThrow({ where: { projectId: p } });
    await expect.poll(() => Number(seen.at(-1)?.cursor ?? 0), { timeout: 10_000 }).toBe(Number(eventPosition));
    await leave();
    expect(await last.stop()).toBe(0);

    expect(acknowledged.length).toBeGreaterThan(120);
    expect(await base.database.query(INCONSISTENCIES, [[p]])).toEqual([]);
    const mapped = await base.database.prisma.task.findMany({
      where: { projectId: p, status: 'MAPPED' },
      select: { number: true },
    });
    const numbers = new Set(mapped.map(({ number }) => number));
    expect(acknowledged.filter((number) => !numbers.has(number))).toEqual([]);
    expect(new Set(acknowledged).size).toBe(acknowledged.length);
    // Every change exactly once, in order: the cursors are the positions 1, 2, 3 … without a gap.
    expect(seen.map(({ cursor }) => Number(cursor))).toEqual(
      Array.from({ length: Number(eventPosition) - Number(start) }, (_, index) => Number(start) + index + 1),
    );
  }, 180_000);
});

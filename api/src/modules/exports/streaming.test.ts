import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { LiveFeed } from '../../live/feed.js';
import { readSettings } from '../../settings.js';
import { startServer, type TestServer } from '../../../test/server.js';
import { boxOfTiles, publishedProject } from '../../../test/world.js';
import { exportTasks } from './service.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What is in use and no garbage, MB. */
function inUse(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

describe('exports of 50,000 tasks', () => {
  let server: TestServer;
  let project: number;
  beforeAll(async () => {
    server = await startServer({}, { jobs: false });
    const { token } = await server.person('admin', 'ADMIN');
    project = await publishedProject(server, token, { areaOfInterest: boxOfTiles(17, 250, 200), zoom: 17 });
  }, 120_000);
  afterAll(() => server?.stop());

  const open: IncomingMessage[] = [];
  afterEach(async () => {
    for (const response of open.splice(0)) response.destroy();
    await expect.poll(() => reads().then((rows) => rows.length), { timeout: 10_000 }).toBe(0);
  });
  /** A download of which nothing is taken but its beginning. */
  async function stalled(): Promise<IncomingMessage> {
    const url = `${server.url}/exports/projects/${project}/tasks.geojson`;
    const [response] = (await once(get(url, { agent: false }), 'response')) as [IncomingMessage];
    open.push(response);
    await once(response, 'readable');
    return response;
  }
  /** What downloads have open in the database. */
  const reads = async () =>
    (
      await server.database.pool.query<{ state: string; since: number }>(
        `select state, extract(epoch from state_change)::float8 as since from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null and query like '%pieces%'`,
      )
    ).rows;

  it.each(['geojson'] as const)('as %s never have more than a few MB in memory', async (format) => {
    const { database } = server;
    const services = { database, settings: readSettings({}), live: new LiveFeed(database, server.databaseUrl) };
    const { body } = await exportTasks(services, null, { projectId: project, format });
    const before = inUse();
    let [chunks, bytes, most] = [0, 0, 0];
    for await (const chunk of body) {
      bytes += (chunk as Buffer).length;
      if (chunks++ % 20 === 0) most = Math.max(most, inUse() - before);
    }
    expect(bytes).toBeGreaterThan(20_000_000);
    expect(most).toBeLessThan(10); // of a document of 24 MB
  });

  it('are read no faster than the client takes them, and no longer than it is there', async () => {
    const response = await stalled();
    await expect.poll(async () => (await reads())[0]?.state, { timeout: 10_000 }).toBe('idle in transaction');
    await pause(500);
    const [before] = await reads();
    await pause(500);
    expect(await reads()).toEqual([before]);
    response.destroy();
    await expect.poll(() => reads().then((rows) => rows.length), { timeout: 5_000 }).toBe(0);
  });

  it('leave daily work alone, however many are stalled: a few tasks still come at once, and one more is told to come again', async () => {
    for (let each = 0; each < 4; each++) await stalled();
    const few = await fetch(`${server.url}/exports/projects/${project}/tasks.gpx?tasks=1,2`);
    expect([few.status, (await few.text()).match(/<trk>/g)?.length]).toEqual([200, 2]);
    expect(
      (await server.get(`{ project(id: ${project}) { figures { totalTasks } } }`)).project.figures.totalTasks,
    ).toBe(50_000);

    server.database.downloads.options.connectionTimeoutMillis = 300;
    const refused = await fetch(`${server.url}/exports/projects/${project}/tasks.csv`);
    expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('content-disposition')]).toEqual([
      503,
      '60',
      null,
    ]);
    expect(await refused.json()).toEqual({
      error: { code: 503, message: 'Many downloads are running at this moment. Try again in a minute.' },
    });
  });
});

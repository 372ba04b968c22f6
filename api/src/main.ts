import { fileURLToPath } from 'node:url';
import { startCluster } from './database/cluster.js';
import { connect } from './database/database.js';
import { migrate } from './database/migrations.js';
import { startJobs } from './jobs/jobs.js';
import { LiveFeed } from './live/feed.js';
import { claimDataDir } from './onlyOne.js';
import { createServer } from './server.js';
import { readSettings } from './settings.js';

const migrationsDir = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));
const modulesDir = fileURLToPath(new URL('./modules', import.meta.url));

/** Settings → database → server → jobs; what was started is stopped in the opposite order. */
async function main(): Promise<void> {
  const settings = readSettings();
  const stops: (() => Promise<unknown> | void)[] = [];
  let stopping: Promise<void> | undefined;
  const stop = (code: number) =>
    (stopping ??= (async () => {
      for (const each of stops.reverse())
        await Promise.resolve(each()).catch((error: unknown) => console.error(String(error)));
      process.exit(code);
    })());
  process.on('SIGINT', () => void stop(0));
  process.on('SIGTERM', () => void stop(0));

  try {
    let url = settings.databaseUrl;
    if (!url) {
      stops.push(claimDataDir(settings.dataDir));
      console.log('Starting the private database …');
      const cluster = await startCluster(settings.dataDir, { durable: true });
      stops.push(() => cluster.stop());
      url = cluster.url;
    }
    const applied = await migrate(url, migrationsDir, modulesDir);
    if (applied.length > 0) console.log(`Database brought up to date: ${applied.join(', ')}`);

    const database = connect(url, settings.databaseConnections);
    stops.push(() => database.close());
    const live = new LiveFeed(database, url);
    live.start();
    stops.push(() => live.stop());
    const server = await createServer({ settings, database, live });
    stops.push(() => server.close());
    stops.push(startJobs(database, live));
    const address = await server.listen({ host: settings.host, port: settings.port });
    console.log(`Taskgrid is at ${settings.baseUrl ?? address} (web UI; API at /graphql). Ctrl-C stops it.`);
    process.send?.({ address });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    await stop(1);
  }
}

await main();

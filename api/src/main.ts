import { fileURLToPath } from 'node:url';
import { startCluster } from './database/cluster.js';
import { connect } from './database/database.js';
import { migrate } from './database/migrations.js';
import { startJobs } from './jobs/jobs.js';
import { LiveFeed } from './live/feed.js';
import { claimDataDir } from './onlyOne.js';
import { connectRedis } from './redis.js';
import { createServer } from './server.js';
import { readSettings } from './settings.js';

const migrationsDir = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));
const modulesDir = fileURLToPath(new URL('./modules', import.meta.url));

/** Settings → database → server → jobs; what was started is stopped in the opposite order. */
async function main(): Promise<void> {
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
    const settings = readSettings();
    if (!settings.osm.clientId && !settings.osm.standIn) {
      console.warn(
        'Nobody can sign in: register an application at OpenStreetMap and set TM_CLIENT_ID (docs/operating.md).',
      );
    }
    let url = settings.databaseUrl;
    if (!settings.mail) console.log('No mail is sent: TM_SMTP_HOST is not set (docs/operating.md).');
    if (!url) {
      stops.push(claimDataDir(settings.dataDir));
      console.log('Starting the private database …');
      const cluster = await startCluster(settings.dataDir, { durable: true });
      stops.push(() => cluster.stop());
      url = cluster.url;
    }
    const applied = await migrate(url, migrationsDir, modulesDir);
    if (applied.length > 0) console.log(`Database brought up to date: ${applied.join(', ')}`);

    const database = connect(url, settings.databaseConnections, settings.mail?.afterSeconds);
    stops.push(() => database.close());
    const redis = settings.redisUrl === undefined ? undefined : connectRedis(settings.redisUrl);
    stops.push(() => redis?.close());
    const live = new LiveFeed(database, url, redis);
    live.start();
    stops.push(() => live.stop());
    const services = { settings, database, live, redis };
    const server = await createServer(services);
    stops.push(() => server.close());
    stops.push(await startJobs(services, url, server.log));
    const address = await server.listen({ host: settings.host, port: settings.port });
    console.log(`Taskgrid is at ${settings.baseUrl ?? address} (web UI; API at /graphql). Ctrl-C stops it.`);
    process.send?.({ address });
  } catch (error) {
    console.error(sentenceOf(error));
    await stop(1);
  }
}

/** Why the program cannot start, for who started it. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  return code === 'EADDRINUSE'
    ? `Port ${port} is taken by another program. Stop it, or set PORT to a free one.`
    : error.message;
}

await main();

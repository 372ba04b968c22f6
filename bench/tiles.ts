// Our tiles beside those of martin, on the tasks of one instance of generate.ts, in one run; see README.md.
//   cargo install martin --version 1.14.0 --locked --no-default-features --features postgres --root /tmp/martin
//   node --import tsx bench/tiles.ts --martin /tmp/martin/bin/martin [--seconds 3] [--source]      DATABASE_URL or DATA_DIR as for generate.ts
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startCluster } from '../api/src/database/cluster.js';
import { connect } from '../api/src/database/database.js';
import { startProgram } from '../api/test/program.js';
import { ask, load } from './load.js';
import { circumstances, head, ms, Report, row } from './report.js';
import { LARGE } from './requests.js';

const MANY = 16;
const { values: options } = parseArgs({
  options: {
    martin: { type: 'string' },
    seconds: { type: 'string', default: '3' },
    source: { type: 'boolean', default: false },
  },
});
const { DATABASE_URL, DATA_DIR } = process.env;
if (!options.martin) throw new Error('Say with --martin where its executable is.');
if (!DATABASE_URL && !DATA_DIR) throw new Error('Set DATABASE_URL or DATA_DIR to an instance that generate.ts made.');
const seconds = Number(options.seconds);
const agent = new Agent({ keepAlive: true, maxSockets: MANY });

const freePort = () =>
  new Promise<number>((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });

/** Martin with one source, the outlines of all tasks as our tiles have them; its cache of so many MB, 0 for none. */
async function startMartin(
  url: string,
  folder: string,
  cache: number,
): Promise<{ url: string; process: ChildProcess }> {
  const port = await freePort();
  const config = join(folder, `martin-${cache}.yaml`);
  const tasks = {
    layer_id: 'tasks',
    schema: 'public',
    table: 'task_geometry',
    srid: 3857,
    geometry_column: 'geometry_3857',
    geometry_type: 'MULTIPOLYGON',
    properties: { task_id: 'int4', project_id: 'int4' },
  };
  const settings = {
    listen_addresses: `127.0.0.1:${port}`,
    worker_processes: 1,
    cache_size_mb: cache,
    postgres: { connection_string: url, pool_size: 10, tables: { tasks } },
  };
  writeFileSync(config, JSON.stringify(settings)); // JSON is YAML
  let output = '';
  const child = spawn(options.martin!, ['--config', config], { stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  for (let time = 0; time < 150; time++) {
    const answers = await fetch(`http://127.0.0.1:${port}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answers) return { url: `http://127.0.0.1:${port}`, process: child };
    if (child.exitCode !== null) break;
    await sleep(200);
  }
  child.kill();
  throw new Error(`martin did not start.\n${output}`);
}

/** Alone and with 16 at once. `before` each, where it is alone, is not counted. */
async function measure(base: string, path: string, before?: () => Promise<unknown>) {
  const headers = { 'accept-encoding': 'gzip' };
  const play = async () => {
    const answer = await ask(agent, base, { path, headers });
    if (answer.status !== 200) throw new Error(`${base}${path}: ${answer.status} ${answer.text().slice(0, 300)}`);
    return answer;
  };
  const { bytes } = await play();
  const times: number[] = [];
  await load(1, seconds, async () => {
    await before?.();
    const start = performance.now();
    await play();
    times.push(performance.now() - start);
  });
  times.sort((a, b) => a - b);
  const many = before ? undefined : await load(MANY, seconds, play);
  return { bytes, p50: times[Math.floor(times.length / 2)]!, perSecond: many?.perSecond };
}

const folder = mkdtempSync(join(tmpdir(), 'taskgrid-martin-'));
const cluster = DATABASE_URL ? undefined : await startCluster(DATA_DIR!, { durable: true });
const url = DATABASE_URL ?? cluster!.url;
const database = connect(url, 2);
const program = await startProgram({ DATABASE_URL: url, NODE_ENV: 'production' }, { built: !options.source });
const martins: ChildProcess[] = [];
try {
  const start = async (cache: number) => {
    const martin = await startMartin(url, folder, cache);
    martins.push(martin.process);
    return martin.url;
  };
  const [anew, kept] = [await start(0), await start(64)];
  // A tile in the middle of the project of 10,000 tasks; y of the grid grows northward.
  const { rows } = await database.pool.query<{ x: number; y: number }>(
    `select x >> (zoom - 15) as x, (1 << 15) - 1 - (y >> (zoom - 15)) as y from task_geometry where project_id = $1 order by task_id offset 5000 limit 1`,
    [LARGE],
  );
  const place = (up: number) => `${15 - up}/${rows[0]!.x >> up}/${rows[0]!.y >> up}`;
  // Under a new version no tile is known yet.
  const version = () =>
    database.pool.query('update project_progress set grid_version = grid_version + 1 where project_id = $1', [LARGE]);
  const report = new Report();
  report.say('# Tiles beside martin', '', circumstances(), '');
  report.say(head(['', 'ours, p50, ms', 'martin, p50, ms', 'ours / martin', 'ours, req/s, 16 at once', 'martin, req/s', 'ours / martin', 'ours, kB', 'martin, kB'])); // prettier-ignore
  for (const [name, up] of [
    ['close (zoom 15)', 0],
    ['zoom 12', 3],
    ['whole project (zoom 9)', 6],
  ] as const) {
    for (const isKept of [false, true]) {
      const ours = await measure(program.url, `/tiles/projects/${LARGE}/${place(up)}.mvt`, isKept ? undefined : version); // prettier-ignore
      const theirs = await measure(isKept ? kept : anew, `/tasks/${place(up)}`, isKept ? undefined : async () => undefined); // prettier-ignore
      const many = [ours.perSecond, theirs.perSecond];
      report.say(
        row([
          `${name}, ${isKept ? 'made before' : 'made anew'}`,
          ms(ours.p50),
          ms(theirs.p50),
          (ours.p50 / theirs.p50).toFixed(2),
          ...many.map((each) => each?.toFixed(0) ?? ''),
          many[0] && many[1] ? (many[0] / many[1]).toFixed(2) : '',
          (ours.bytes / 1000).toFixed(1),
          (theirs.bytes / 1000).toFixed(1),
        ]),
      );
    }
  }
  await report.write('tiles');
} finally {
  agent.destroy();
  for (const martin of martins) martin.kill();
  await database.close();
  await program.stop();
  await cluster?.stop();
  rmSync(folder, { recursive: true, force: true });
}

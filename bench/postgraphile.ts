// Our GraphQL API beside PostGraphile 5 on the tables of one instance of generate.ts, in one run; see README.md.
//   node --import tsx bench/postgraphile.ts [--seconds 3] [--rounds 3] [--only name] [--source] [--installed folder]
//   DATABASE_URL or DATA_DIR as for generate.ts
import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startCluster } from '../api/src/database/cluster.js';
import { connect } from '../api/src/database/database.js';
import { startSession } from '../api/src/modules/sign-in/service.js';
import { startProgram } from '../api/test/program.js';
import { ask, load, type Asked, type Load } from './load.js';
import { TWINS } from './postgraphileDocuments.js';
import { circumstances, head, ms, Report, row } from './report.js';
import { requests } from './requests.js';

const VERSION = '5.1.5';
/** PostGraphile asks for Node 22: both run on it, on that of npm where this one is older. */
const NODE = 22;
const MANY = 16;
const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
    source: { type: 'boolean', default: false },
    installed: { type: 'string' },
  },
});
const seconds = Number(options.seconds);
const agent = new Agent({ keepAlive: true, maxSockets: MANY });

/** A server, and what it is asked. */
interface Side {
  url: string;
  asked: Asked;
  bytes: number;
  alone: Load[];
  many: Load[];
}

/** Asks once and looks whether all is well; how many bytes the answer has. */
async function sideOf(name: string, url: string, asked: Asked): Promise<Side> {
  const answer = await ask(agent, url, asked);
  const text = answer.text();
  if (answer.status !== 200 || text.includes('"errors"') || /"data":\{"\w+":null\}/.test(text))
    throw new Error(`${name}: ${answer.status} ${text.slice(0, 800)}`);
  const play = () => ask(agent, url, asked);
  await load(MANY, Math.min(1, seconds), play); // warm
  return { url, asked, bytes: answer.bytes, alone: [], many: [] };
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Ours and PostGraphile's, without and with sessions and row policies: the cells of a row. */
async function measure(sides: [ours: Side, bare: Side, guarded: Side]): Promise<string[]> {
  for (let round = 0; round < Number(options.rounds); round++) {
    for (const places of [1, MANY]) {
      // Who begins takes turns.
      for (const side of round % 2 ? [...sides].reverse() : sides) {
        const measured = await load(places, seconds, async () => {
          const { status } = await ask(agent, side.url, side.asked);
          if (status !== 200) throw new Error(`${side.url}: ${status}`);
        });
        (places === 1 ? side.alone : side.many).push(measured);
      }
    }
  }
  const alone = sides.map((side) => median(side.alone.map(({ p50 }) => p50)));
  const many = sides.map((side) => median(side.many.map(({ perSecond }) => perSecond)));
  const ratios = ([ours, ...theirs]: number[]) => theirs.map((each) => (ours! / each).toFixed(2));
  return [
    ...alone.map(ms),
    ...ratios(alone),
    ...many.map((each) => each.toFixed(0)),
    ...ratios(many),
    ...sides.slice(0, 2).map(({ bytes }) => (bytes / 1000).toFixed(1)),
  ];
}

/** PostGraphile as a process of its own: it, and where it listens. */
async function startPostgraphile(...more: string[]) {
  const server = fork(fileURLToPath(new URL('postgraphileServer.mjs', import.meta.url)), [folder, url, ...more], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'], // it says at length that it does not know geometries
  });
  const [{ address }] = (await once(server, 'message')) as [{ address: string }];
  return { address, stop: () => server.kill() };
}

const sql = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

const { DATABASE_URL, DATA_DIR } = process.env;
if (!DATABASE_URL && !DATA_DIR) throw new Error('Set DATABASE_URL or DATA_DIR to an instance that generate.ts made.');
const folder = options.installed ?? mkdtempSync(join(tmpdir(), 'taskgrid-postgraphile-'));
const ownIsOlder = Number(process.versions.node.split('.')[0]) < NODE;
const nodePackage = `node-${process.platform}-${process.arch}`;
if (!options.installed) {
  const packages = [`postgraphile@${VERSION}`, 'pg@8', ...(ownIsOlder ? [`${nodePackage}@${NODE}`] : [])];
  execFileSync('npm', ['install', '--prefix', folder, '--no-save', ...packages], { stdio: 'inherit' });
}
if (ownIsOlder) process.execPath = join(folder, 'node_modules', nodePackage, 'bin', 'node'); // of what is forked
const cluster = DATABASE_URL ? undefined : await startCluster(DATA_DIR!, { durable: true });
const url = DATABASE_URL ?? cluster!.url;
const database = connect(url, 2);
const program = await startProgram({ DATABASE_URL: url, NODE_ENV: 'production' }, { built: !options.source });
await database.pool.query(sql('rowPolicies.sql'));
const bare = await startPostgraphile();
const guarded = await startPostgraphile('guarded');
try {
  const { token } = await startSession(database, 1, 36_000, 'bench');
  const { rows: [size] } = await database.pool.query(
    'select (select count(*) from person) as people, (select count(*) from project) as projects, (select count(*) from task) as tasks, (select count(*) from task_history) as history',
  ); // prettier-ignore
  const report = new Report();
  report.say('# GraphQL beside PostGraphile', '', circumstances(), '');
  report.say(
    `${size.people} people, ${size.projects} projects, ${size.tasks} tasks, ${size.history} rows of history. PostGraphile ${VERSION}, ${options.source ? 'ours from the source' : 'ours built'}, both on Node ${execFileSync(process.execPath, ['--version']).toString().trim()}; median of ${options.rounds} rounds of ${seconds} s each.`,
  );
  report.say(
    '',
    head(['', 'ours, p50, ms', 'bare', 'guarded', 'ours / bare', 'ours / guarded', 'ours, req/s, 16 at once', 'bare', 'guarded', 'ours / bare', 'ours / guarded', 'ours, kB', 'PostGraphile, kB']), // prettier-ignore
  );
  for (const { name, path, headers, body } of await requests(database, token)) {
    const twin = TWINS[name];
    if (!twin || (options.only && !name.includes(options.only))) continue;
    const { variables } = body as { variables: Record<string, unknown> };
    const ours = await sideOf(name, program.url, { path, body, ...(headers ? { headers } : {}) });
    const theirs = (address: string) =>
      sideOf(`PostGraphile, ${name}`, address, {
        path: '/graphql',
        headers: { accept: 'application/json', ...headers },
        body: { query: twin.query, variables: twin.variables(variables) },
      });
    const sides = [ours, await theirs(bare.address), await theirs(guarded.address)] as [Side, Side, Side];
    report.say(row([name.replace('GraphQL: ', ''), ...(await measure(sides))]));
  }
  if (!options.only) await report.write('postgraphile');
} finally {
  agent.destroy();
  bare.stop();
  guarded.stop();
  await database.pool.query(sql('noRowPolicies.sql'));
  await database.close();
  await program.stop();
  await cluster?.stop();
  if (!options.installed) rmSync(folder, { recursive: true, force: true });
}

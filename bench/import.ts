// Brings originals of two sizes over, each into an empty database, and prints what took how long; see README.md.
//   node --import tsx bench/import.ts [--scale 1] [--small 0.1]      DATA_DIR: where originals are kept for the next run
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startCluster } from '../api/src/database/cluster.js';
import { peakMb, processorSeconds, timed } from './measure.js';
import { writeOriginal } from './original.js';
import { circumstances, head, Report, row } from './report.js';

const { values: options } = parseArgs({
  options: { scale: { type: 'string', default: '1' }, small: { type: 'string', default: '0.1' } },
});
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = process.env.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'taskgrid-import-'));
chmodSync(folder, 0o755); // the system's postgres user must get in

/** What ends otherwise than well is no measurement. */
async function run(script: string, args: string[], env: Record<string, string>): Promise<Pick<Run, 'peakMb' | 'node'>> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'api/src', script), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  createInterface(child.stdout).on('line', (line) => console.log(`  ${line}`));
  let seen = { peakMb: 0, node: 0 };
  const watch = setInterval(() => {
    try {
      seen = { peakMb: peakMb(child.pid!), node: processorSeconds(child.pid!) };
    } catch {
      // It has ended.
    }
  }, 100);
  const [code] = (await exit) as [number | null];
  clearInterval(watch);
  if (code !== 0) throw new Error(`${script} ended with ${code}.`);
  return seen;
}

interface Run {
  scale: number;
  seconds: number;
  peakMb: number;
  /** Seconds of processor: of the importer, and of PostgreSQL. */
  node: number;
  postgres: number;
  findings: number;
  steps: { name: string; rows: number; seconds: number }[];
}

async function measure(scale: number, cluster: string): Promise<Run> {
  const at = (name: string) => Object.assign(new URL(cluster), { pathname: `/${name}` }).href;
  const admin = new pg.Client({ connectionString: at('postgres') });
  await admin.connect();
  const original = `original_${String(scale).replace('.', '_')}`;
  try {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [original]);
    if (rowCount === 0) {
      // Under another name until it is whole.
      await admin.query(`drop database if exists being_written`);
      await admin.query('create database being_written');
      const [, seconds] = await timed(() => writeOriginal(at('being_written'), scale));
      await admin.query(`alter database being_written rename to ${original}`);
      console.log(`The original of scale ${scale} was written in ${seconds.toFixed(0)} s.`);
    }
    await admin.query('drop database if exists target');
    await admin.query('create database target');
    // What was written before is not waited for now.
    await admin.query('checkpoint');
  } finally {
    await admin.end();
  }
  const env = { DATABASE_URL: at('target') };
  const report = join(folder, 'import-report.ndjson');
  const postmaster = Number(readFileSync(join(folder, 'cluster/postmaster.pid'), 'utf8').split('\n')[0]);
  const before = processorSeconds(postmaster);
  const [own, seconds] = await timed(() => run('import/main.ts', ['--from', at(original), '--report', report], env));
  const postgres = processorSeconds(postmaster) - before;
  await run('checkData.ts', [], env);
  const client = new pg.Client({ connectionString: at('target') });
  await client.connect();
  try {
    const { rows: steps } = await client.query<Run['steps'][number]>(
      'select name, rows::int, seconds from original.import_step order by at',
    );
    const { rows } = await client.query<{ findings: number }>('select count(*)::int as findings from original.finding');
    return { scale, seconds, ...own, postgres, findings: rows[0]!.findings, steps };
  } finally {
    await client.end();
  }
}

const count = (value: number) => Math.round(value).toLocaleString('en');
/** Rows that were read at the source. */
const rowsOf = ({ steps }: Run) =>
  steps.reduce((sum, { name, rows }) => sum + (name.startsWith('copy ') ? rows : 0), 0);
const micros = (run: Run) => (run.seconds * 1e6) / rowsOf(run);

function say(report: Report, small: Run, large: Run): void {
  const secondsOf = ({ steps }: Run, name: string) => steps.find((step) => step.name === name)?.seconds ?? 0;
  const shown = large.steps.filter(({ seconds }) => seconds >= 0.5).map(({ name }) => name);
  const others = ({ steps }: Run) =>
    steps.reduce((sum, { name, seconds }) => (shown.includes(name) ? sum : sum + seconds), 0);
  const beside = ({ seconds, steps }: Run) => steps.reduce((rest, step) => rest - step.seconds, seconds);

  report.say(head(['', 'scale', 'rows', 'seconds', 'rows a second', 'µs a row', 'processor: PostgreSQL, s', 'Node, s', 'Node at most, MB', 'did not fit'])); // prettier-ignore
  for (const run of [small, large])
    report.say(row(['import', String(run.scale), count(rowsOf(run)), run.seconds.toFixed(1), count(rowsOf(run) / run.seconds), micros(run).toFixed(1), run.postgres.toFixed(0), run.node.toFixed(1), run.peakMb.toFixed(0), count(run.findings)])); // prettier-ignore
  report.say(
    '',
    `A row took ${(micros(large) / micros(small)).toFixed(2)} times as long at scale ${large.scale} as at scale ${small.scale}, ` +
      `and ${(large.postgres / rowsOf(large) / (small.postgres / rowsOf(small))).toFixed(2)} times as much of PostgreSQL's processor.`,
    '',
    head(['step', `rows at scale ${large.scale}`, `s at ${small.scale}`, `s at ${large.scale}`]),
  );
  const line = (name: string, rows: string, of: (run: Run) => number) =>
    report.say(row([name, rows, of(small).toFixed(1), of(large).toFixed(1)]));
  for (const { name, rows } of large.steps)
    if (shown.includes(name)) line(name, count(rows), (run) => secondsOf(run, name));
  line('all other steps', '', others);
  line('start, migrations, statistics, checks', '', beside);
}

const cluster = await startCluster(folder, { durable: true });
try {
  const report = new Report();
  report.say('# Import of an original instance', '', circumstances(), '');
  const small = await measure(Number(options.small), cluster.url);
  const large = await measure(Number(options.scale), cluster.url);
  say(report, small, large);
  report.say('', `Load at the end: ${loadavg()[0]!.toFixed(1)}.`);
  await report.write('import');
} finally {
  await cluster.stop();
  if (!process.env.DATA_DIR) rmSync(folder, { recursive: true, force: true });
}

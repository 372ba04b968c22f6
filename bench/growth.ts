// How the work grows with the tasks of a project, the projects of an instance, its history, and those who watch; see README.md. Needs
// `npm run build -w api`. Draw what it measured with plots.ts.
//   node --import tsx bench/growth.ts [--only projects,tasks,subscribers,history] [--most 1] [--seconds 2] [--source]
import { readFileSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import type { Database } from '../api/src/database/database.js';
import type { Program } from '../api/test/program.js';
import { ACTIONS } from '../api/test/world.js';
import { peopleOf, watch } from './delivery.js';
import { ask, type Asked } from './load.js';
import { processorMs, timed } from './measure.js';
import { circumstances, head, ms, Report, row } from './report.js';
import { withWatchedProgram } from './watchedProgram.js';

const { values: options } = parseArgs({
  options: {
    /** Some of the dimensions, which are printed and not kept: the kept ones are of one machine in one run. */
    only: { type: 'string' },
    /** Of the sizes below. */
    most: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '2' },
    source: { type: 'boolean', default: false },
  },
});
const most = Number(options.most);
const upTo = (...sizes: number[]) => sizes.filter((size) => size <= most * sizes.at(-1)!);
const SIZES = {
  projects: upTo(1_000, 5_000, 20_000, 50_000),
  history: upTo(100_000, 300_000, 1_000_000, 3_000_000, 10_000_000),
  tasks: upTo(100, 1_000, 10_000, 50_000),
  subscribers: upTo(10, 100, 1_000, 5_000),
};
type Dimension = keyof typeof SIZES;
/** In this order: history makes all that is measured after it larger. */
const DIMENSIONS: readonly Dimension[] = ['projects', 'tasks', 'subscribers', 'history'];
/** The project that is asked for while others come to it; it has 2,000 tasks. */
const REFERENCE = 1;
/** Projects of growing size are behind all others. */
const GROWING = 1_000_000;

const PAGE = `query ($p: ID!) { project(id: $p) { id number name contributorCount organisation { id name } viewerCanMap { allowed reason }
  viewerCanValidate { allowed reason } tilesUrl bbox areaM2 areaOfInterest figures { totalTasks percentMapped percentValidated } } }`;
const STATES = `query ($p: ID!) { project(id: $p) { gridVersion taskStates { cursor runs statuses locks { number kind expiresAt } } } }`;
const ACTIVITY = `query ($p: ID!) { project(id: $p) { activity(first: 50) { nodes { at kind status taskNumber person { username } } } } }`;

const agent = new Agent({ keepAlive: true });
const KEPT = fileURLToPath(new URL('results/growth.json', import.meta.url));
const all: Measured[] = [];

export interface Measured {
  dimension: Dimension;
  /** What the dimension counts, for the axis of a plot. */
  of: string;
  points: { size: number; values: Record<string, number> }[];
}

interface World {
  program: Program;
  database: Database;
  token: string;
  client: pg.Client;
}

interface Operation {
  name: string;
  action: () => Promise<unknown>;
  /** Not counted. */
  before?: () => Promise<unknown>;
}

/**
 * What an operation takes of the processors, the program's part and PostgreSQL's together, ms: the median of so many seconds each. One
 * after the other is run, again and again, so that whatever else the machine does meets all of them alike.
 */
async function work({ program, database }: World, operations: Operation[]): Promise<Record<string, number>> {
  const all = operations.map(() => [] as number[]);
  const end = performance.now() + Number(options.seconds) * 1000 * operations.length;
  for (let round = 0; round < 12 || performance.now() < end; round++) {
    const { rows } = await database.pool.query<{ pid: number }>(
      "select pid from pg_stat_activity where backend_type = 'client backend'",
    );
    const pids = [program.process.pid!, ...rows.map(({ pid }) => pid)];
    for (const [index, { action, before }] of operations.entries()) {
      await before?.();
      const sofar = processorMs(pids);
      await action();
      if (round >= 2) all[index]!.push(processorMs(pids) - sofar); // the first ones warm
    }
  }
  const median = (each: number[]) => each.sort((a, b) => a - b)[Math.floor(each.length / 2)]!;
  return Object.fromEntries(operations.map(({ name }, index) => [name, median(all[index]!)]));
}

/** What is asked of the instance and of one of its projects. */
async function costs(world: World, project: number): Promise<Record<string, number>> {
  const { program, database, token } = world;
  const send = async (asked: Asked) => {
    const answer = await ask(agent, program.url, asked);
    if (answer.status !== 200) throw new Error(`${asked.path}: ${answer.status} ${answer.text().slice(0, 300)}`);
    return answer;
  };
  const graphql = async (query: string, variables: object = {}) => {
    const headers = { authorization: `Bearer ${token}` };
    const text = (
      await send({ path: '/graphql', headers, body: { query, variables: { p: String(project), ...variables } } })
    ).text();
    if (text.includes('"errors"')) throw new Error(text.slice(0, 300));
    return JSON.parse(text).data;
  };
  const act = async (action: keyof typeof ACTIONS, variables: object = {}) => {
    const { result } = await graphql(ACTIONS[action], variables);
    if (!/Payload$/.test(result.__typename)) throw new Error(JSON.stringify(result));
    return result;
  };
  const { rows } = await database.pool.query<{ z: number; x: number; y: number }>(
    `select 15 as z, (g.x >> (g.zoom - 15)) as x, (1 << 15) - 1 - (g.y >> (g.zoom - 15)) as y from task_geometry g
      where g.project_id = $1 and g.zoom >= 15 order by g.task_id offset (select count(*) / 2 from task where project_id = $1) limit 1`,
    [project],
  );
  const { z, x, y } = rows[0]!;
  // Under a new version no tile is known yet.
  const anew = () =>
    database.pool.query('update project_progress set grid_version = grid_version + 1 where project_id = $1', [project]);
  let held: number | undefined;
  const giveBack = async () => {
    if (held !== undefined) await act('stop', { n: held });
    held = undefined;
  };
  const claim = async () => void (await act('lock', { n: 7 }), (held = 7));
  const next = async () => void (held = (await act('next')).task.number);
  const tile = (up: number) => () => send({ path: `/tiles/projects/${project}/${z - up}/${x >> up}/${y >> up}.mvt` });
  const result = await work(world, [
    { name: 'search', action: () => send({ path: '/api/v2/projects/?omitMapResults=true' }) },
    { name: 'text search', action: () => send({ path: '/api/v2/projects/?omitMapResults=true&textSearch=pokhara' }) },
    { name: 'project page', action: () => graphql(PAGE) },
    { name: 'states of all tasks', action: () => graphql(STATES) },
    { name: 'claim', action: claim, before: giveBack },
    { name: 'give back', action: giveBack },
    { name: 'next task', action: next, before: giveBack },
    { name: 'activity', action: () => graphql(ACTIVITY) },
    { name: 'tile, close', action: tile(0), before: anew },
    { name: 'tile, from afar', action: tile(5), before: anew },
  ]);
  await giveBack();
  return result;
}

/** Grows the database in a transaction, without foreign keys being looked up for each row, and tells the planner. */
async function grow(client: pg.Client, statement: string): Promise<number> {
  const [, seconds] = await timed(async () => {
    await client.query('begin');
    await client.query("set local session_replication_role = 'replica'");
    // What triggers keep in daily work, and is looked at here.
    await client.query('alter table project enable always trigger project_status_changed');
    await client.query('alter table project_text enable always trigger project_text_changed');
    await client.query(statement);
    await client.query('commit');
    await client.query('vacuum analyze');
  });
  return seconds;
}

async function measure(world: World, dimension: Dimension): Promise<Measured> {
  const { program, database, client } = world;
  const of = { projects: 'projects', history: 'rows of history', tasks: 'tasks in the project', subscribers: 'subscribers' }[dimension]; // prettier-ignore
  const measured: Measured = { dimension, of, points: [] };
  all.push(measured);
  let before = dimension === 'projects' ? 1 : 0;
  for (const [index, size] of SIZES[dimension].entries()) {
    let values: Record<string, number>;
    if (dimension === 'subscribers') {
      const seen = await watch(program, database, { project: REFERENCE, subscribers: size, perSecond: 20, seconds: 5 });
      if (seen.lost + seen.doubled > 0) throw new Error(`${seen.lost} events lost, ${seen.doubled} twice`);
      values = { 'delivery, median': seen.p50, 'delivery, p95': seen.p95 };
    } else {
      const project = dimension === 'tasks' ? GROWING + index : REFERENCE;
      const statement = {
        projects: `select pg_temp.add_projects(${before + 1}, ${size}, 4, 14)`,
        history: `select pg_temp.add_history(${size - before}, ${index})`,
        tasks: `select pg_temp.add_projects(${project}, ${project}, ${size}, 17)`,
      }[dimension];
      const seconds = await grow(client, statement);
      console.error(`${size} ${of}: made in ${seconds.toFixed(0)} s`);
      before = size;
      values = await costs(world, project);
    }
    console.error(size, JSON.stringify(values));
    measured.points.push({ size, values });
  }
  return measured;
}

const report = new Report();
report.say('# Growth', '', circumstances());
await withWatchedProgram(!options.source, async (program, database, url) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(readFileSync(new URL('growth/begin.sql', import.meta.url), 'utf8'));
    const [token] = await peopleOf(database, 1, 1);
    await grow(client, `select pg_temp.add_projects(${REFERENCE}, ${REFERENCE}, 2000, 17)`);
    for (const dimension of (options.only?.split(',') ?? DIMENSIONS) as Dimension[]) {
      const measured = await measure({ program, database, token: token!, client }, dimension);
      const names = Object.keys(measured.points[0]!.values);
      report.say('', head([`${measured.of}; ms`, ...names]));
      for (const { size, values } of measured.points)
        report.say(row([size.toLocaleString('en'), ...names.map((name) => ms(values[name]!))]));
    }
  } finally {
    await client.end();
    agent.destroy();
  }
});
if (!options.only) {
  writeFileSync(KEPT, `${JSON.stringify(all, null, 2)}\n`);
  await report.write('growth');
}

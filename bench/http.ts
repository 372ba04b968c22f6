// Plays requests against the program on an instance of generate.ts and prints how long they take, beside what PostgreSQL and
// HTTP alone take for the same; see README.md.
//   node --import tsx bench/http.ts [--only name] [--seconds 3] [--source]      DATABASE_URL or DATA_DIR as for generate.ts
import { once } from 'node:events';
import { Agent } from 'node:http';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { startCluster } from '../api/src/database/cluster.js';
import { connect, type Database } from '../api/src/database/database.js';
import { startSession } from '../api/src/modules/sign-in/service.js';
import { startProgram, type Program } from '../api/test/program.js';
import { ask, load, type Load } from './load.js';
import { pgbench, playScript, type Recorded } from './pgbench.js';
import { circumstances, head, ms, Report, row as line } from './report.js';
import { LARGE, requests, type Row } from './requests.js';

const MANY = 16;
const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    seconds: { type: 'string', default: '3' },
    source: { type: 'boolean', default: false },
    statements: { type: 'boolean', default: false },
  },
});
const seconds = Number(options.seconds);
const agent = new Agent({ keepAlive: true, maxSockets: MANY });

/** The statements that the program sends for a request; of three times the fewest, as its jobs send some of their own. */
async function statementsOf(program: Program, action: () => Promise<unknown>): Promise<Recorded[]> {
  let fewest: Recorded[] | undefined;
  for (let time = 0; time < 3; time++) {
    program.process.send('record');
    await action();
    program.process.send('recorded');
    const [{ recorded }] = (await once(program.process, 'message')) as [{ recorded: Recorded[] }];
    if (!fewest || recorded.length < fewest.length) fewest = recorded;
  }
  return fewest!;
}

const rate = (value: number) => (value === Infinity ? '' : value.toFixed(value < 10 ? 1 : 0));

const HEAD = ['', 'p50, ms', 'p95, ms', 'SQL alone, ms', 'HTTP alone, ms', 'ratio', 'both in one, ms', 'ratio', 'req/s, 16 at once', 'p50, ms', 'p95, ms', 'SQL alone /s', 'HTTP alone /s', 'both in one /s', 'kB', 'SQL statements']; // prettier-ignore

/** One row of the table. */
async function measure(row: Row, program: Program, database: Database, url: string): Promise<string[]> {
  const change = async () => {
    const { rows } = await database.pool.query<{ number: number; outcome: string }>(
      `select * from claim(${LARGE}, (select min(number) from task where project_id = ${LARGE} and status = 'READY'), 1, '1 hour')`,
    );
    if (rows[0]?.outcome !== 'DONE')
      throw new Error('No task is left to be taken: fill the database anew (generate.ts).');
    await database.pool.query(`select stop(${LARGE}, array[$1::int], 1, 'MAPPING', array[null]::text[])`, [
      rows[0].number,
    ]);
  };
  const first = await ask(agent, program.url, row);
  if (first.status !== 200 || (row.body && first.text().includes('"errors"')))
    throw new Error(`${row.name}: ${first.status} ${first.text().slice(0, 500)}`);
  const asked = row.unchanged ? { ...row, headers: { ...row.headers, 'if-none-match': first.etag ?? '' } } : row;
  const expected = row.unchanged && first.etag ? 304 : 200;
  const play = async () => {
    const answer = await ask(agent, program.url, asked);
    if (answer.status !== expected || (row.body && answer.text().includes('"errors"')))
      throw new Error(`${row.name}: ${answer.status} ${answer.text().slice(0, 500)}`);
  };
  const { bytes } = await ask(agent, program.url, asked);
  // Warm: on each connection the database knows the statements, and what runs often is compiled.
  if (row.changed) for (let time = 0; time < 3; time++) await play();
  else await load(MANY, seconds, play);

  let alone: Load, many: Load | undefined;
  if (row.changed) {
    const times: number[] = [];
    await load(1, seconds, async () => {
      await change();
      const before = performance.now();
      await play();
      times.push(performance.now() - before);
    });
    times.sort((a, b) => a - b);
    alone = { p50: times[Math.floor(times.length / 2)]!, p95: times[Math.floor(times.length * 0.95)]!, perSecond: 0 };
    await change();
  } else {
    alone = await load(1, seconds, play);
    many = await load(MANY, seconds, play);
  }
  const statements = await statementsOf(program, async () => {
    if (row.changed) await change();
    await play();
  });
  if (options.statements)
    for (const { text, values } of statements) console.error(text, JSON.stringify(values).slice(0, 300));
  const sql = await pgbench(url, statements, Math.min(seconds, 2));
  const blank = () => ask(agent, program.url, { path: `/bench/${bytes}` });
  const both = async () => {
    const { status, text } = await ask(agent, program.url, { path: `/bench/${bytes}/both` });
    if (status !== 200) throw new Error(`${row.name}, its statements alone: ${status} ${text().slice(0, 500)}`);
  };
  await load(MANY, 0.5, both); // warm
  const http = await load(1, 1, blank);
  const one = await load(1, 1, both);
  const httpMany = many && (await load(MANY, 1, blank));
  const oneMany = many && (await load(MANY, 1, both));
  return [
    row.name,
    ms(alone.p50),
    ms(alone.p95),
    sql ? ms(sql.ms) : '–',
    ms(http.p50),
    sql ? (alone.p50 / (sql.ms + http.p50)).toFixed(1) : '–',
    ms(one.p50),
    (alone.p50 / one.p50).toFixed(1),
    many ? rate(many.perSecond) : '',
    many ? ms(many.p50) : '',
    many ? ms(many.p95) : '',
    many && sql ? rate(sql.perSecond) : '',
    httpMany ? rate(httpMany.perSecond) : '',
    oneMany ? rate(oneMany.perSecond) : '',
    (bytes / 1000).toFixed(1),
    String(statements.length),
  ];
}

/**
 * The same people, tasks and functions without the program: what one project's row lock and the disk allow. The work is given back, so
 * that tasks do not run out.
 */
async function cyclesOfSql({ pool }: Database, url: string, project: number, numbers: number[]): Promise<number> {
  await pool.query('create table bench_cycle (place bigint generated always as identity primary key, number int)');
  await pool.query('create sequence bench_cycle_next');
  try {
    await pool.query('insert into bench_cycle (number) select unnest($1::int[])', [numbers]);
    const script = `\\set person :client_id + 1
      select number as n from bench_cycle where place = (select 1 + nextval('bench_cycle_next') % ${numbers.length}) \\gset
      select outcome as taken from claim(${project}, :n, :person, '1 hour') \\gset
      select outcome as done from submit(${project}, :n, :person, 'READY', null, null) \\gset\n`;
    return (await playScript(url, script, MANY, seconds)).perSecond;
  } finally {
    await pool.query('drop table bench_cycle');
    await pool.query('drop sequence bench_cycle_next');
  }
}

/** Sixteen people at once, each taking tasks of one project and finishing them; nothing may be lost or done twice. */
async function cycles(program: Program, database: Database, url: string): Promise<string> {
  const tokens = await Promise.all(
    Array.from({ length: MANY }, async (_, place) => (await startSession(database, place + 1, 3600, 'bench')).token),
  );
  const { rows } = await database.pool.query<{ id: number; numbers: number[] }>(
    `select t.project_id as id, array_agg(t.number order by t.number) as numbers from task t join project p on p.id = t.project_id
      where t.status = 'READY' and t.lock_holder is null and p.status = 'PUBLISHED' group by 1 order by count(*) desc limit 1`,
  );
  const { id, numbers } = rows[0]!;
  await database.pool.query(`update person set role = 'ADMIN' where id <= ${MANY}`); // of any level
  let next = 0;
  let done = 0;
  let refused = 0;
  const act = async (place: number, action: string, number: number, body: unknown) => {
    const headers = { authorization: `Token ${Buffer.from(tokens[place]!).toString('base64')}` };
    const { status, text } = await ask(agent, program.url, {
      path: `/api/v2/projects/${id}/tasks/actions/${action}/${number}/`,
      headers,
      body,
    });
    if (status !== 200 && refused++ === 0) console.error(status, text().slice(0, 300));
    return status === 200;
  };
  const before = await database.pool.query(`select tasks_mapped as n from project_progress where project_id = ${id}`);
  const measured = await load(MANY, seconds, async (place) => {
    const number = numbers[next++];
    if (number === undefined) return;
    if (
      (await act(place, 'lock-for-mapping', number, {})) &&
      (await act(place, 'unlock-after-mapping', number, { status: 'MAPPED' }))
    )
      done++;
  });
  const after = await database.pool.query(`select tasks_mapped as n from project_progress where project_id = ${id}`);
  const counted = after.rows[0].n - before.rows[0].n;
  const floor = await cyclesOfSql(database, url, id, numbers.slice(next));
  return `Lock, then submit, ${MANY} people at once on one project: ${rate(Math.min(measured.perSecond, done / seconds))} cycles/s (p50 ${ms(measured.p50)} ms, p95 ${ms(measured.p95)} ms); ${done} done, ${counted} counted, ${refused} refused. The two functions alone, by pgbench: ${rate(floor)} cycles/s.`;
}

async function main(): Promise<void> {
  const { DATABASE_URL, DATA_DIR } = process.env;
  if (!DATABASE_URL && !DATA_DIR) throw new Error('Set DATABASE_URL or DATA_DIR to an instance that generate.ts made.');
  const cluster = DATABASE_URL ? undefined : await startCluster(DATA_DIR!, { durable: true });
  const url = DATABASE_URL ?? cluster!.url;
  const database = connect(url, 2);
  const program = await startProgram(
    {
      DATABASE_URL: url,
      NODE_ENV: 'production',
      NODE_OPTIONS: `--import ${new URL('besideRequests.mjs', import.meta.url).href}`,
    },
    { built: !options.source },
  );
  try {
    const { token } = await startSession(database, 1, 3600, 'bench');
    const { rows: [size] } = await database.pool.query(
      `select (select count(*) from person) as people, (select count(*) from project) as projects, (select count(*) from task) as tasks,
              (select count(*) from task_history) as history, version() as version`,
    ); // prettier-ignore
    const report = new Report();
    const say = (...lines: string[]) => report.say(...lines);
    say(
      '# Requests over HTTP',
      '',
      circumstances(),
      '',
      `${size.people} people, ${size.projects} projects, ${size.tasks} tasks, ${size.history} rows of history; ${String(size.version).split(' ').slice(0, 2).join(' ')}; the program ${options.source ? 'from the source' : 'built'}.`,
      '',
      head(HEAD),
    );
    for (const row of await requests(database, token)) {
      if (options.only && !row.name.includes(options.only)) continue;
      say(line(await measure(row, program, database, url)));
    }
    if (!options.only || 'lock, then submit'.includes(options.only)) {
      say('');
      say(await cycles(program, database, url));
    }
    say('');
    say(`Load at the end: ${loadavg()[0]!.toFixed(1)}.`);
    if (!options.only) await report.write('http');
  } finally {
    agent.destroy();
    await database.close();
    await program.stop();
    await cluster?.stop();
  }
}

await main();

// How long the downloads of a project of 50,000 tasks take over HTTP, and how much memory the Node process takes for each;
// see README.md. Needs what `npm start` needs, and nothing of it running.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '../api/src/database/cluster.js';
import { connect } from '../api/src/database/database.js';
import { startSession } from '../api/src/modules/sign-in/service.js';
import { startProgram } from '../api/test/program.js';
import { askerOf, boxOfTiles, publishedProject } from '../api/test/world.js';
import { forgetPeak, peakMb, timed } from './measure.js';

const DOCUMENTS = [
  'tasks.geojson',
  'tasks.fgb',
  'tasks.gpx',
  'tasks.osm',
  'tasks.csv',
  'history.csv',
  'history.geojson',
  'contributors.csv',
];
const ENCODINGS = ['identity', 'gzip', 'br'];

/** Everybody's work: each task was taken, commented on and finished by one of 200 people. */
const WORK = `
  insert into person (id, username) select n, 'mapper ' || n from generate_series(1000, 1199) n;
  insert into project_contributor (project_id, person_id) select $1, n from generate_series(1000, 1199) n;
  insert into task_history (project_id, task_id, person_id, at, kind, status, comment, duration_seconds)
  select t.project_id, t.id, 1000 + (t.number + time) % 200, now() - (5 - time) * interval '1 day' + kind.number * interval '1 minute',
         kind.kind, kind.status, kind.comment, kind.seconds
    from task t, generate_series(1, 1) time,
         (values (1, 'LOCKED_FOR_MAPPING'::history_kind, null::task_status, null, 60), (2, 'COMMENT', null, 'Two houses are hidden under trees.', null),
                 (3, 'STATE_CHANGE', 'MAPPED', null, null)) kind (number, kind, status, comment, seconds)
   where t.project_id = $1 order by time, t.number, kind.number;
  update task set status = 'MAPPED', mapped_by = 1000 + number % 200, changed_by = 1000 + number % 200 where project_id = $1;
  analyze`;

async function main(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'taskgrid-bench-'));
  chmodSync(directory, 0o755); // under root the database's user must be able to enter it
  const cluster = await startCluster(directory, { durable: true });
  const program = await startProgram({ DATABASE_URL: cluster.url }, { built: !process.argv.includes('--source') });
  const database = connect(cluster.url, 2);
  try {
    await database.prisma.person.create({ data: { id: 1, username: 'measurer', role: 'ADMIN' } });
    const { token } = await startSession(database, 1, 3600, 'bench');
    const grid = { areaOfInterest: boxOfTiles(17, 250, 200), zoom: 17 };
    const project = await publishedProject(askerOf(program.url), token, grid);
    await database.pool.query(WORK.replaceAll('$1', String(project)));

    console.log('|  | encoding | time, s | to the first byte, s | MB | Node before, MB | Node at most, MB |');
    console.log('|---|---|---:|---:|---:|---:|---:|');
    for (const document of DOCUMENTS) {
      for (const encoding of ENCODINGS) {
        const before = forgetPeak(program.process.pid!);
        const url = `${program.url}/exports/projects/${project}/${document}`;
        const [{ bytes, first }, seconds] = await timed(() => download(url, encoding));
        const row = [
          document,
          encoding,
          seconds.toFixed(2),
          first.toFixed(2),
          (bytes / 1e6).toFixed(1),
          before.toFixed(0),
          peakMb(program.process.pid!).toFixed(0),
        ];
        console.log(`| ${row.join(' | ')} |`);
      }
    }
  } finally {
    await database.close();
    await program.stop();
    await cluster.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Reads a document to its end and keeps nothing of it. `first`: seconds until the first byte; bytes: of the decoded text. */
async function download(url: string, encoding: string): Promise<{ bytes: number; first: number }> {
  const [response, first] = await timed(() => fetch(url, { headers: { 'accept-encoding': encoding } }));
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  let bytes = 0;
  const reader = response.body!.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) bytes += chunk.value.length;
  return { bytes, first };
}

await main();

// How long it takes to preview and to create large grids over HTTP, and how much memory the Node process takes for it; see
// README.md. Needs what `npm start` needs, and nothing of it running.
import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '../api/src/database/cluster.js';
import { connect, type Database } from '../api/src/database/database.js';
import { startSession } from '../api/src/modules/sign-in/service.js';
import { polygon, previewOf, star, type Polygon } from '../api/test/areas.js';
import { startProgram } from '../api/test/program.js';
import { askerOf, boxOfTiles, newOrganisation } from '../api/test/world.js';
import { peakMb, timed } from './measure.js';

/** An island in the middle of Africa, with a coast of so many points: bays in bays in bays. Radius in degrees. */
function jaggedIsland(radius: number, points: number): Polygon {
  const radii = Array.from({ length: points }, (_, index) => {
    const angle = (2 * Math.PI * index) / points;
    const bays = [3, 7, 17, 41, 97, 331, 1201].reduce((sum, k) => sum + Math.sin(k * angle + k) / k, 0);
    return radius * (1 + 0.3 * bays);
  });
  const rounded = star([20, 5], radii).map((position) => position.map((value) => Number(value.toFixed(6))));
  return polygon(rounded);
}

interface Case {
  name: string;
  areaOfInterest: unknown;
  zoom: number;
  clip: boolean;
}
const CASES: Case[] = [
  { name: 'box, 100 x 100', areaOfInterest: boxOfTiles(17, 100, 100), zoom: 17, clip: false },
  { name: 'coast of 20,000 points', areaOfInterest: jaggedIsland(0.139, 20_000), zoom: 17, clip: true },
  { name: 'box, 250 x 200', areaOfInterest: boxOfTiles(17, 250, 200), zoom: 17, clip: false },
  { name: 'coast of 20,000 points', areaOfInterest: jaggedIsland(0.325, 20_000), zoom: 17, clip: true },
];

const CREATE = `mutation ($input: CreateProjectInput!) { createProject(input: $input) {
  __typename ... on Error { message } ... on CreateProjectPayload { project { number figures { totalTasks } } } } }`;

/** The floor: the rows of a project inserted once more by plain SQL, with the same constraints and indexes. Seconds. */
async function insertAgain({ pool }: Database, project: number): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query(
      `create temporary table made as select t.number, g.* from task t join task_geometry g on g.task_id = t.id where t.project_id = ${project}`,
    );
    const [, seconds] = await timed(() =>
      client.query(
        `with p as (
           insert into project (author_id, area_of_interest, centroid, area_m2, task_creation_mode, grid_zoom)
           select author_id, area_of_interest, centroid, area_m2, task_creation_mode, grid_zoom from project where id = ${project} returning id, author_id
         ), progress as (
           insert into project_progress (project_id, total_tasks) select p.id, (select count(*) from made) from p
         ), t as (
           insert into task (project_id, number, changed_by) select p.id, number, author_id from made, p order by number returning id, number, project_id
         )
         insert into task_geometry (task_id, project_id, geometry, geometry_3857, label_3857, geojson, area_m2, x, y, zoom, is_square)
         select t.id, t.project_id, geometry, geometry_3857, label_3857, geojson, area_m2, x, y, zoom, is_square from made join t using (number)`,
      ),
    );
    await client.query('drop table made');
    return seconds;
  } finally {
    client.release();
  }
}

async function main(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'taskgrid-bench-'));
  chmodSync(directory, 0o755); // under root the database's user must be able to enter it
  const cluster = await startCluster(directory, { durable: true });
  const built = !process.argv.includes('--source');
  try {
    console.log(`|  | tasks | preview, s | create, s | plain inserts, s | ratio | Node at most, MB |`);
    console.log('|---|---:|---:|---:|---:|---:|---:|');
    // A process of its own for each case: its memory is that of the one grid.
    for (const each of CASES) {
      const program = await startProgram({ DATABASE_URL: cluster.url }, { built });
      const database = connect(cluster.url, 2);
      try {
        const person = { id: 1, username: 'measurer', role: 'ADMIN' } as const;
        await database.prisma.person.upsert({ where: { id: 1 }, create: person, update: {} });
        const { token } = await startSession(database, 1, 3600, 'bench');
        console.log(
          `| ${(await measure(each, askerOf(program.url), database, token, program.process.pid!)).join(' | ')} |`,
        );
      } finally {
        await database.close();
        await program.stop();
      }
    }
  } finally {
    await cluster.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function measure(
  { name, ...grid }: Case,
  ask: ReturnType<typeof askerOf>,
  database: Database,
  token: string,
  pid: number,
): Promise<string[]> {
  const organisationId = await newOrganisation(ask, token);
  const [preview, previewSeconds] = await timed(() => previewOf(ask, token, grid.areaOfInterest, grid));
  if (preview.__typename !== 'GridPreview') throw new Error(preview.message);
  const input = { organisationId, name, ...grid };
  const [{ createProject }, seconds] = await timed(() => ask.get(CREATE, { input }, token));
  if (createProject.__typename !== 'CreateProjectPayload') throw new Error(createProject.message);
  const { number, figures } = createProject.project;
  const memory = peakMb(pid);
  const floor = await insertAgain(database, number);
  return [
    name,
    figures.totalTasks.toLocaleString('en'),
    previewSeconds.toFixed(1),
    seconds.toFixed(1),
    floor.toFixed(1),
    (seconds / floor).toFixed(1),
    memory.toFixed(0),
  ];
}

await main();

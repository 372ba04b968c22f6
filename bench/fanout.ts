// How long a change takes to reach 1,000 subscribers of its project, whether all get it once, and what a subscriber costs; see
// README.md. Needs `npm run build -w api`.
//   node --import tsx bench/fanout.ts [--subscribers 1000] [--per-second 50] [--seconds 20] [--source]
import { parseArgs } from 'node:util';
import { boxOfTiles, askerOf, publishedProject } from '../api/test/world.js';
import { peopleOf, watch } from './delivery.js';
import { circumstances, head, ms, Report, row } from './report.js';
import { withWatchedProgram } from './watchedProgram.js';

const { values: options } = parseArgs({
  options: {
    subscribers: { type: 'string', default: '1000' },
    'per-second': { type: 'string', default: '50' },
    seconds: { type: 'string', default: '20' },
    source: { type: 'boolean', default: false },
  },
});
/** Half of all events reach their subscriber faster. */
const MEDIAN_WITHIN_MS = 100;

const report = new Report();
report.say('# From a change to 1,000 who watch', '', circumstances(), '');
await withWatchedProgram(!options.source, async (program, database) => {
  const [admin] = await peopleOf(database, 1, 1);
  await database.pool.query("update person set role = 'ADMIN' where id = 1");
  const project = await publishedProject(askerOf(program.url), admin!, {
    areaOfInterest: boxOfTiles(15, 30, 30),
    zoom: 15,
  });
  const subscribers = Number(options.subscribers);
  const seconds = Number(options.seconds);
  const seen = await watch(program, database, {
    project,
    subscribers,
    perSecond: Number(options['per-second']),
    seconds,
  });
  report.say(
    `${subscribers} subscribers, half of them signed in, of one project of 900 tasks; ${seen.changes} changes over the API in ${seen.took.toFixed(1)} s; ${options.source ? 'from the source' : 'built'}.`,
    '',
    head(['', '']),
    row(['from the commit to the subscriber, median, ms', ms(seen.p50)]),
    row(['p95, ms', ms(seen.p95)]),
    row(['p99, ms', ms(seen.p99)]),
    row(['slowest, ms', ms(seen.most)]),
    row(['events lost', String(seen.lost)]),
    row(['events twice', String(seen.doubled)]),
    row(['events out of order', String(seen.outOfOrder)]),
    row(['events in a message, on average', seen.eventsAMessage.toFixed(1)]),
    row(['memory of the program a subscriber (RSS), kB', (seen.rssEach / 1000).toFixed(1)]),
    row(['of it the heap, kB', (seen.heapEach / 1000).toFixed(1)]),
    row(['heap after the changes more than before, MB', (seen.heapAfter / 1e6).toFixed(1)]),
    row(['program, of one processor, %', (100 * seen.programShare).toFixed(0)]),
    row(['subscribers, of one processor, %', (100 * seen.subscribersShare).toFixed(0)]),
  );
  for (const failure of seen.failures) report.say('', failure);
  if (seen.lost + seen.doubled + seen.outOfOrder + seen.failures.length > 0 || seen.p50 > MEDIAN_WITHIN_MS)
    process.exitCode = 1;
});
await report.write('fanout');

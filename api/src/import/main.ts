import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { migrate } from '../database/migrations.js';
import { openDatabase } from '../database/openDatabase.js';
import { importOriginal, type Finding } from './importOriginal.js';
import { Progress } from './progress.js';

const USAGE = `npm run import -- --from postgresql://user:password@host/database [--dry-run] [--report FILE]

Reads the database of an original instance and fills the empty database of this one (DATABASE_URL, or its own).
  --dry-run      says what would not fit, and leaves nothing
  --report FILE  where each thing that did not fit is listed, a JSON object a line (import-report.ndjson)`;

async function writeReport(file: string, findings: Finding[]): Promise<void> {
  const stream = createWriteStream(file);
  for (const { rule, table_name: table, key, what, done } of findings) {
    if (!stream.write(`${JSON.stringify({ rule, table, key, what, done })}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}

/** Whether all went well. */
async function run(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      report: { type: 'string', default: 'import-report.ndjson' },
    },
  });
  if (!values.from || !URL.canParse(values.from)) throw new Error(`Say where to read from.\n\n${USAGE}`);
  const began = performance.now();
  const { url, close } = await openDatabase();
  try {
    const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
    await migrate(url, path('../../../prisma/migrations'), path('../modules'));
    const bar = process.stdout.isTTY ? (text: string) => process.stdout.write(`\r\x1b[K${text}`) : undefined;
    const progress = new Progress((line) => console.log(line), bar);
    const { findings, wrong } = await importOriginal(values.from, url, { dryRun: values['dry-run'], progress });

    await writeReport(values.report, findings);
    const counts = new Map<string, number>();
    for (const { rule, done } of findings) {
      const label = done === 'set aside' ? `${rule}, set aside` : rule;
      counts.set(label, (counts.get(label) ?? 0) + 1);
    }
    console.log(`\n${findings.length} things did not fit as they were; each is listed in ${values.report}.`);
    for (const [label, count] of [...counts].sort()) console.log(`  ${label.padEnd(45)} ${String(count).padStart(8)}`);
    for (const each of wrong) console.error(each);
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    if (values['dry-run']) console.log(`\nNothing was kept. The dry run took ${seconds} s.`);
    else if (wrong.length === 0) console.log(`\nEverything is here, and everything agrees. It took ${seconds} s.`);
    else console.error(`\n${wrong.length} things do not agree. Please report them.`);
    return wrong.length === 0;
  } finally {
    await close();
  }
}

try {
  process.exitCode = (await run()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

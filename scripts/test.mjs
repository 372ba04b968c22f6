// npm test: everything, on a real database and in a real browser. Closes with "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { ensure } from './system-packages.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
ensure('database', 'browser', 'redis');
console.log('Building …');
build();

const reports = mkdtempSync(join(tmpdir(), 'taskgrid-reports-'));
let passed = 0;
let failed = 0;
/** Full names, told again at the end: what came in between is long. */
const failures = [];
for (const workspace of ['web', 'api', 'e2e']) {
  console.log(`\n=== ${workspace}`);
  const report = join(reports, `${workspace}.json`);
  const { status } = spawnSync(
    'npx',
    ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    {
      cwd: workspace,
      stdio: 'inherit',
    },
  );
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    passed += numPassedTests;
    failed += numFailedTests || (status === 0 ? 0 : Math.max(1, numFailedTestSuites));
    for (const file of testResults)
      for (const test of file.assertionResults)
        if (test.status === 'failed')
          failures.push(
            `FAILED: ${relative('.', file.name)}: ${test.fullName}\n${test.failureMessages[0]?.slice(0, 600)}`,
          );
  } catch {
    failed += 1; // the runner itself failed
  }
}
rmSync(reports, { recursive: true, force: true });
if (failures.length > 0) console.log(`\n${failures.join('\n')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

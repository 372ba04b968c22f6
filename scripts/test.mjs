// npm test: everything, on a real database and in a real browser. Closes with "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    passed += numPassedTests;
    failed += numFailedTests || (status === 0 ? 0 : Math.max(1, numFailedTestSuites));
  } catch {
    failed += 1; // the runner itself failed
  }
}
rmSync(reports, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

// npm run fuzz [seconds | install]: asks REST v2 of a program of its own, filled with the demo, whatever its OpenAPI document allows
// and what it does not, as a visitor, a mapper and an administrator. No answer may be a 5xx, or outside its schema.
import { execFileSync, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { Instance } from './demo-actions.mjs';
import { ensure } from './system-packages.mjs';

const VERSION = '4.32.5';
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const seconds = Number(process.argv[2] ?? 60);
ensure('python');

/** schemathesis, in an environment of its own. */
const venv = resolve('node_modules', '.cache', `schemathesis-${VERSION}`);
const schemathesis = join(venv, 'bin', 'schemathesis');
if (!existsSync(schemathesis)) {
  console.log('Installing schemathesis …');
  execFileSync('python3', ['-m', 'venv', venv], { stdio: ['ignore', 'ignore', 'inherit'] });
  execFileSync(join(venv, 'bin', 'pip'), ['install', '-q', '--disable-pip-version-check', `schemathesis==${VERSION}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
if (process.argv[2] === 'install') process.exit();

ensure('database');
build();
const folder = mkdtempSync(join(tmpdir(), 'taskgrid-fuzz-'));
const nowhere = 'http://127.0.0.1:9'; // no outside service is asked
const program = fork('api/dist/main.js', {
  execArgv: ['--enable-source-maps'],
  env: {
    PATH: process.env.PATH,
    PORT: '0',
    DATA_DIR: folder,
    RATE_LIMIT: '0',
    RATE_LIMIT_VISITORS: '0',
    TM_LOG_LEVEL: 'error',
    OHSOME_STATS_API_URL: nowhere,
    OSM_NOMINATIM_SERVER_URL: nowhere,
    TM_EMAIL_CONTACT_ADDRESS: 'contact@example.org',
  },
});
let failed = 0;
try {
  const [{ address }] = await Promise.race([
    once(program, 'message'),
    once(program, 'exit').then(() => {
      throw new Error('The program ended at its start.');
    }),
  ]);
  execFileSync(process.execPath, ['scripts/demo.mjs', address], { stdio: 'inherit' });
  const instance = new Instance(address);
  const people = {
    visitor: undefined,
    mapper: await instance.signIn('ana'),
    administrator: await instance.signIn('admin'),
  };
  const run = (args) => {
    const answer = spawnSync(schemathesis, args, {
      encoding: 'utf8',
      maxBuffer: 1e9,
      stdio: ['ignore', 'pipe', 'inherit'],
      cwd: folder, // it leaves files where it runs
      env: { ...process.env, PYTHONWARNINGS: 'ignore' },
    });
    console.log(answer.stdout);
    return answer;
  };
  for (const [who, token] of Object.entries(people)) {
    console.log(`\n=== REST v2 as ${who}`);
    const args = [
      ...['run', `${address}/api/openapi.json`, '--url', address],
      ...['--checks', 'not_a_server_error,response_schema_conformance,content_type_conformance'],
      ...['--phases', 'examples,coverage,fuzzing', '--max-time', String(Math.ceil(seconds / 3)), '--workers', '2'],
      ...['--exclude-path', '/api/v2/system/release/'], // a 502 where what it asks is away, as here
      ...['--continue-on-failure', '--no-shrink', '--warnings', 'off', '--suppress-health-check', 'all'],
      ...(token ? ['--header', `Authorization: Token ${Buffer.from(token).toString('base64')}`] : []),
    ];
    let answer = run(args);
    // A fault inside the tool (Python reading its own code for two workers at once) says nothing of ours: again, with one.
    if (answer.status !== 0 && /Runtime Error/.test(answer.stdout) && !/ FAILURES /.test(answer.stdout))
      answer = run([...args, '--workers', '1']);
    if (answer.status !== 0) failed++;
  }
} finally {
  const ended = program.exitCode === null ? once(program, 'exit') : undefined;
  program.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed > 0 ? 1 : 0);

import { spawnSync } from 'node:child_process';
import { installEditors } from './editors.mjs';

/** Fetches and builds what is not there yet; silent when nothing is to be done. */
export function build() {
  installEditors();
  const { status, stdout } = spawnSync(
    'npx',
    ['turbo', 'run', 'build', '--output-logs=errors-only', '--log-order=grouped'],
    {
      encoding: 'utf8',
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  if (status !== 0) {
    console.error(stdout);
    console.error('The build failed.');
    process.exit(1);
  }
}

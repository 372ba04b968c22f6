// What the program needs of the system, installed on Debian and Ubuntu, asked for elsewhere.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const onPath = (name) => (process.env.PATH ?? '').split(':').some((folder) => folder && existsSync(join(folder, name)));

/** PostgreSQL 14 or newer with PostGIS; the API looks for it in the same places (api/src/database/cluster.ts). */
function hasPostgres() {
  if (onPath('initdb')) return true;
  if (
    ['/opt/homebrew/opt', '/usr/local/opt'].some(
      (root) => existsSync(root) && readdirSync(root).some((name) => /^postgresql(@|$)/.test(name)),
    )
  )
    return true;
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [];
  return versions.some(
    (version) => Number(version) >= 14 && existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`),
  );
}

const needs = {
  database: {
    present: hasPostgres,
    packages: ['postgresql-postgis'],
    otherwise:
      'Install PostgreSQL (14 or newer) with PostGIS, or set DATABASE_URL to a database of yours, or use docker/compose.yml.',
  },
  python: {
    present: () =>
      onPath('python3') && spawnSync('python3', ['-c', 'import ensurepip'], { stdio: 'ignore' }).status === 0,
    packages: ['python3-venv'],
    otherwise: 'Install Python 3 with its venv module: the fuzzer is a program of Python.',
  },
  redis: {
    present: () => onPath('redis-server'),
    packages: ['redis-server'],
    otherwise: 'Install Redis: the tests start a redis-server of their own.',
  },
  browser: {
    present: () => Boolean(process.env.CHROMIUM) || onPath('chromium') || onPath('google-chrome'),
    packages: ['chromium'],
    otherwise: 'Install Chromium, or set CHROMIUM to its path: the tests drive a real browser.',
  },
};

const isDebian = () =>
  existsSync('/etc/os-release') && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));

/** Makes sure that the named needs are there; ends the program with a sentence where it cannot. */
export function ensure(...names) {
  const missing = names.filter((name) => !needs[name].present());
  if (missing.length === 0) return;
  const root = process.getuid?.() === 0;
  if (!isDebian() || (!root && !onPath('sudo'))) {
    for (const name of missing) console.error(needs[name].otherwise);
    process.exit(1);
  }
  const packages = missing.flatMap((name) => needs[name].packages);
  console.log(`Installing system packages: ${packages.join(', ')} …`);
  const run = (command, ...args) =>
    execFileSync(root ? command : 'sudo', root ? args : [command, ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  try {
    run('apt-get', 'update', '-q');
    if (missing.includes('database')) {
      // Ours is a cluster of its own: none is to be made and started beside it.
      run('apt-get', 'install', '-qy', '--no-install-recommends', 'postgresql-common');
      run(
        'sed',
        '-i',
        's/^#\\?create_main_cluster.*/create_main_cluster = false/',
        '/etc/postgresql-common/createcluster.conf',
      );
    }
    run('apt-get', 'install', '-qy', '--no-install-recommends', ...packages);
  } catch {
    console.error(`The packages could not be installed. ${missing.map((name) => needs[name].otherwise).join(' ')}`);
    process.exit(1);
  }
}

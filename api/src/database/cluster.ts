import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

export interface Cluster {
  /** postgresql://… of the database `taskgrid` */
  url: string;
  stop(): Promise<void>;
}

export class NoPostgres extends Error {}

/** The newest PostgreSQL (>= 14) with PostGIS on this machine: its bin folder. */
export async function findPostgres(): Promise<string> {
  const debian = existsSync('/usr/lib/postgresql')
    ? readdirSync('/usr/lib/postgresql').map((version) => `/usr/lib/postgresql/${version}/bin`)
    : [];
  const homebrew = ['/opt/homebrew/opt', '/usr/local/opt']
    .filter((root) => existsSync(root))
    .flatMap((root) =>
      readdirSync(root)
        .filter((name) => /^postgresql(@\d+)?$/.test(name))
        .map((name) => join(root, name, 'bin')),
    );
  const onPath = (process.env.PATH ?? '')
    .split(':')
    .filter((directory) => directory && existsSync(join(directory, 'initdb')));
  const found: { directory: string; version: number }[] = [];
  for (const directory of [...debian, ...homebrew, ...onPath]) {
    if (!existsSync(join(directory, 'initdb'))) continue;
    try {
      const version = Number(/(\d+)/.exec((await run(join(directory, 'postgres'), ['--version'])).stdout)?.[1] ?? 0);
      const share = (await run(join(directory, 'pg_config'), ['--sharedir']).catch(() => undefined))?.stdout.trim();
      const hasPostgis = [share, directory.replace(/\/lib\/(.*)\/bin$/, '/share/$1')].some(
        (root) => root && existsSync(join(root, 'extension', 'postgis.control')),
      );
      if (version >= 14 && hasPostgis) found.push({ directory, version });
    } catch {
      // not a working installation: the next one may be
    }
  }
  const newest = found.sort((a, b) => b.version - a.version)[0];
  if (!newest) {
    throw new NoPostgres(
      'No PostgreSQL (14 or newer) with PostGIS was found on this machine. Install it (Debian: apt-get install postgresql-15-postgis-3), ' +
        'or set DATABASE_URL to a database of yours, or use docker/compose.yml.',
    );
  }
  return newest.directory;
}

const freePort = () =>
  new Promise<number>((done, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });

const answers = (port: number) =>
  new Promise<boolean>((done) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      done(true);
    }).once('error', () => done(false));
  });

/** PostgreSQL refuses to run as root: root hands the cluster to the system's `postgres` user. */
async function unprivilegedUser(): Promise<{ name: string; uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  return { name: 'postgres', uid: await id('-u'), gid: await id('-g') };
}

/** What the socket of a cluster takes of the 104 bytes (macOS; Linux has 108) that the path of one may have. */
const SOCKET = '/.s.PGSQL.65535';

/**
 * A new folder for the socket of a cluster, over which a question costs the processor a fifth less than over TCP. Not beside the data: a
 * folder that is shared with a container often holds no sockets. Undefined where its path is too long.
 */
function socketFolder(owner?: { uid: number; gid: number }): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'taskgrid-socket-'));
  if (owner) chownSync(folder, owner.uid, owner.gid);
  if (Buffer.byteLength(folder + SOCKET) < 104) return folder;
  rmSync(folder, { recursive: true });
  return undefined;
}

/**
 * Starts a private cluster in `directory` (made at the first start) and makes the database `taskgrid`. A cluster left
 * running by a crashed process is taken over. `durable: false` is for tests: it may lose data when the machine stops.
 */
export async function startCluster(directory: string, { durable }: { durable: boolean }): Promise<Cluster> {
  const bin = await findPostgres();
  const user = await unprivilegedUser();
  const as = (command: string, args: string[]) =>
    user ? run('runuser', ['-u', user.name, '--', command, ...args], { cwd: '/' }) : run(command, args);

  let home = resolve(directory);
  mkdirSync(home, { recursive: true });
  if (
    user &&
    !(await as('test', ['-x', home]).then(
      () => true,
      () => false,
    ))
  ) {
    // e.g. a checkout below /root, which the postgres user cannot enter
    home = join('/var/lib/taskgrid', createHash('sha256').update(home).digest('hex').slice(0, 12));
    mkdirSync(home, { recursive: true });
  }
  const data = join(home, 'cluster');
  const passwordFile = join(home, 'password');

  if (!existsSync(join(data, 'PG_VERSION')) || !existsSync(passwordFile) || !existsSync(join(home, 'ready'))) {
    // A cluster that was ever started holds data: only one whose making was interrupted is made anew.
    if (existsSync(join(data, 'postmaster.opts'))) {
      throw new Error(
        `${home} holds a database, but the file "password" or "ready" beside it is gone. Put it back from a backup, or move ${data} away to begin with an empty one.`,
      );
    }
    rmSync(data, { recursive: true, force: true });
    writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
    mkdirSync(data, { mode: 0o700 });
    if (user) for (const path of [home, data, passwordFile]) chownSync(path, user.uid, user.gid);
    await as(join(bin, 'initdb'), [
      '-D',
      data,
      '-U',
      'taskgrid',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      ...(durable ? [] : ['--no-sync']),
    ]);
    writeFileSync(join(home, 'ready'), '');
  }
  const password = readFileSync(passwordFile, 'utf8');

  /** Port, and folder of the socket if it has one, as a running cluster says them, or one that was killed. */
  const postmaster = () => {
    const [, , , port, sockets] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return { port: Number(port), sockets };
  };
  const removeSockets = (folder: string | undefined) => {
    if (folder?.startsWith(join(tmpdir(), 'taskgrid-socket-'))) rmSync(folder, { recursive: true, force: true });
  };
  const portOfRunning = async () => {
    await as(join(bin, 'pg_ctl'), ['-D', data, 'status']);
    return postmaster().port;
  };
  let port = await portOfRunning().catch(() => undefined);
  // One that was killed a moment ago is still listed as running until the system has cleared it away.
  for (let tries = 0; port !== undefined && !(await answers(port)) && tries < 50; tries++) {
    await sleep(200);
    port = await portOfRunning().catch(() => undefined);
  }
  if (port === undefined) {
    port = await freePort();
    if (existsSync(join(data, 'postmaster.pid'))) removeSockets(postmaster().sockets);
    let sockets = socketFolder(user);
    // e.g. a folder for temporary files of root's own
    if (
      sockets &&
      !(await as('test', ['-w', sockets]).then(
        () => true,
        () => false,
      ))
    ) {
      removeSockets(sockets);
      sockets = undefined;
    }
    const settings = {
      port,
      listen_addresses: '127.0.0.1',
      unix_socket_directories: sockets ?? '',
      shared_buffers: '256MB',
      max_connections: 200,
      jit: 'off',
      ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    };
    await as(join(bin, 'pg_ctl'), [
      '-D',
      data,
      '-w',
      '-t',
      '60',
      '-l',
      join(home, 'log'),
      '-o',
      Object.entries(settings)
        .map(([name, value]) => `-c ${name}='${value}'`)
        .join(' '),
      'start',
    ]).catch((error: unknown) => {
      removeSockets(sockets);
      const log = existsSync(join(home, 'log'))
        ? readFileSync(join(home, 'log'), 'utf8').split('\n').slice(-6).join('\n')
        : '';
      throw new Error(`The private database did not start.\n${log}`, { cause: error });
    });
  }

  const { sockets } = postmaster();
  const server = `postgresql://taskgrid:${password}@${sockets ? encodeURIComponent(sockets) : '127.0.0.1'}:${port}`;
  await createDatabase(`${server}/postgres`, 'taskgrid');
  return {
    url: `${server}/taskgrid`,
    stop: async () => {
      await as(join(bin, 'pg_ctl'), ['-D', data, '-w', '-m', 'fast', 'stop']);
      removeSockets(sockets);
    },
  };
}

async function createDatabase(url: string, name: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

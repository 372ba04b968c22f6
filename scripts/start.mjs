// npm start: installs what is missing, builds what is not built, and runs the program until Ctrl-C.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { ensure } from './system-packages.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
if (!process.env.DATABASE_URL && !process.env.POSTGRES_ENDPOINT) ensure('database');
build();

const server = spawn(process.execPath, ['--enable-source-maps', 'api/dist/main.js'], { stdio: 'inherit' });
// Ctrl-C reaches the server by itself; a signal sent to npm alone does not.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => server.kill('SIGTERM'));
process.on('SIGHUP', () => server.kill('SIGTERM'));
server.on('exit', (code) => process.exit(code ?? 1));

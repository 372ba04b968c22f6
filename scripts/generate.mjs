// npm run generate: everything that is generated, in order. Prisma client and Pothos types → schema.graphql, docs/rest-v2.md → the web's operations.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const run = (command, ...args) => execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });

run('npm', 'run', 'generate', '-w', 'api');
run(process.execPath, '--import', 'tsx', 'api/src/graphql/print.ts');
run(process.execPath, '--import', 'tsx', 'api/src/rest/print.ts');
run('npm', 'run', 'generate', '-w', 'web');

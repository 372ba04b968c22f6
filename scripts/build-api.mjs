// Builds api/src into api/dist: each TypeScript file becomes JavaScript in the same place, SQL files are copied beside it.
// Types are checked by `npm run types`.
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const api = join(dirname(fileURLToPath(import.meta.url)), '..', 'api');
const source = join(api, 'src');
const files = readdirSync(source, { recursive: true }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
);

rmSync(join(api, 'dist'), { recursive: true, force: true });
await build({
  entryPoints: files.map((file) => join(source, file)),
  outdir: join(api, 'dist'),
  outbase: source,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
});
cpSync(source, join(api, 'dist'), {
  recursive: true,
  filter: (path) => !path.includes('generated') && (path.endsWith('.sql') || !/\.\w+$/.test(path)),
});

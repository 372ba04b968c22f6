// Sizes of the built web UI against its budgets: what Explore's list waits for, the map that comes beside it, and what each
// other page adds. Run it after a build; it reads Vite's manifest.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../web/dist', import.meta.url));
const manifestPath = join(dist, '.vite/manifest.json');
if (!existsSync(manifestPath)) {
  console.error('The web UI is not built. Run npm run build.');
  process.exit(1);
}
const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
const EXPLORE = 'src/features/explore/ExplorePage.tsx';
/** Budgets in kilobytes (1,000 bytes) after gzip; fonts are compressed already. */
const BUDGET = {
  firstJs: 290,
  firstCss: 35,
  font: 50,
  map: 310,
  worker: 150,
  page: 60,
  charts: 220,
  serviceWorker: 12,
};

/** A chunk and everything it imports before it runs. */
function needs(...keys) {
  const found = new Set();
  const visit = (key) => {
    if (found.has(key)) return;
    found.add(key);
    for (const each of manifest[key].imports ?? []) visit(each);
  };
  keys.forEach(visit);
  return found;
}
const bytes = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
const sum = (files) => [...new Set(files)].reduce((total, file) => total + bytes(file), 0);
const jsOf = (keys) => [...keys].map((key) => manifest[key].file).filter((file) => file.endsWith('.js'));
const cssOf = (keys) => [...keys].flatMap((key) => manifest[key].css ?? []);
const keyOf = (pattern) =>
  Object.keys(manifest).find((key) => pattern.test(manifest[key].file) && manifest[key].file.endsWith('.js'));

const first = needs('index.html', EXPLORE);
const map = keyOf(/maplibre-(?!gl-worker)/);
const rows = [
  ["Explore's list: JavaScript", sum(jsOf(first)), BUDGET.firstJs],
  ["Explore's list: CSS", sum(cssOf(first)), BUDGET.firstCss],
  ['Map library', bytes(manifest[map].file), BUDGET.map],
];
const worker = manifest[map].assets?.find((file) => /worker.*\.js$/.test(file));
if (worker) rows.push(['Map worker', bytes(worker), BUDGET.worker]);
const font = [...first]
  .flatMap((key) => manifest[key].assets ?? [])
  .find((file) => /inter-latin-wght-normal/.test(file));
if (font) rows.push(['Font of one script', readFileSync(join(dist, font)).length, BUDGET.font]);
rows.push(['Service worker', bytes('sw.js'), BUDGET.serviceWorker]);
/** What a part is loaded by: everything that is there before it. */
const before = (key) => {
  const by = Object.keys(manifest).filter((each) => manifest[each].dynamicImports?.includes(key));
  const there = by.map((each) => needs(each));
  return new Set(
    [...first, ...(there[0] ?? [])].filter((each) => first.has(each) || there.every((all) => all.has(each))),
  );
};
for (const [key, { isDynamicEntry, src }] of Object.entries(manifest)) {
  if (!isDynamicEntry || !src || key === EXPLORE || src.startsWith('messages/')) continue;
  const there = before(key);
  const own = [...needs(key)].filter((each) => !there.has(each) && each !== map);
  const budget = /charts\//.test(src) ? BUDGET.charts : BUDGET.page;
  rows.push([src.replace(/^src\/(features\/)?/, '').replace(/\.tsx?$/, ''), sum(jsOf(own)), budget]);
}
const words = Object.values(manifest).filter(({ src }) => src?.startsWith('messages/'));
rows.push(['Words of a language, the longest', Math.max(...words.map(({ file }) => bytes(file))), BUDGET.page]);

const kilobytes = (size) => (size / 1000).toFixed(1).padStart(7);
let over = 0;
for (const [name, size, budget] of rows) {
  const isOver = size > budget * 1000;
  if (isOver) over++;
  console.log(`${name.padEnd(32)} ${kilobytes(size)} KB of ${String(budget).padStart(3)} KB${isOver ? '   OVER' : ''}`);
}
if (!worker || !font) {
  console.error(
    'The worker of the map or the font was not found in the manifest: this script must learn where they are.',
  );
  over++;
}
if (first.has(map)) {
  console.error("Explore's list waits for the map library: something it imports is in that chunk.");
  over++;
}
process.exit(over > 0 ? 1 : 0);

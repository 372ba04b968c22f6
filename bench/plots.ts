// Draws what growth.ts measured (results/growth.json): plots/<dimension>.png, milliseconds against size, both logarithmic.
//   node --import tsx bench/plots.ts
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startChromium } from '../e2e/chromium.js';
import type { Measured } from './growth.js';

const SIZE = { width: 760, height: 460 };
const PLOT = { left: 70, right: 560, top: 46, bottom: 400 };
// Told apart without regard to red and green (Okabe and Ito), and by the shape of their marks.
const COLOURS = [
  '#0072B2',
  '#D55E00',
  '#009E73',
  '#CC79A7',
  '#E69F00',
  '#56B4E9',
  '#7A5C00',
  '#000000',
  '#8A2BE2',
  '#8C8C8C',
];
const MARKS = [
  'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0',
  'M-4-4h8v8h-8z',
  'M0-5l5 9h-10z',
  'M0-5l5 5l-5 5l-5-5z',
  'M0 5l5-9h-10z',
];

const text = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const label = (value: number) => (value >= 1 ? value.toLocaleString('en') : String(value));

/** Powers of ten, with 2 and 5 between them where there is room. */
function ticks(least: number, most: number): number[] {
  const steps = Math.log10(most / least) > 3 ? [1] : [1, 2, 5];
  const all: number[] = [];
  for (let power = Math.floor(Math.log10(least)); power <= Math.ceil(Math.log10(most)); power++)
    for (const step of steps) all.push(step * 10 ** power);
  return all
    .filter((value) => value >= least * 0.999 && value <= most * 1.001)
    .map((value) => Number(value.toFixed(6)));
}

function scale(values: number[], from: number, to: number) {
  const [least, most] = [Math.min(...values), Math.max(...values)].map(Math.log10) as [number, number];
  const place = (value: number) => from + ((Math.log10(value) - least) / (most - least || 1)) * (to - from);
  return { place, ticks: ticks(10 ** least, 10 ** most) };
}

/** Places of names beside the ends of their lines, pushed apart where they would lie on one another. */
function apart(places: number[]): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  for (let index = 1; index < order.length; index++)
    order[index]!.place = Math.max(order[index]!.place, order[index - 1]!.place + 16);
  const beyond = Math.max(0, (order.at(-1)?.place ?? 0) - PLOT.bottom);
  const result: number[] = [];
  for (const { place, index } of order) result[index] = place - beyond;
  return result;
}

function draw({ of, points }: Measured): string {
  const names = Object.keys(points[0]!.values);
  const values = points.flatMap((point) => Object.values(point.values));
  const x = scale(
    points.map(({ size }) => size),
    PLOT.left + 12,
    PLOT.right,
  );
  // Whole decades around the times, so that flat looks flat.
  const decades = [10 ** Math.floor(Math.log10(Math.min(...values))), 10 ** Math.ceil(Math.log10(Math.max(...values)))];
  const y = scale(decades, PLOT.bottom, PLOT.top);
  const parts: string[] = [];
  for (const tick of y.ticks)
    parts.push(
      `<path d="M${PLOT.left} ${y.place(tick)}H${PLOT.right}" stroke="#e0e0e0"/><text x="${PLOT.left - 8}" y="${y.place(tick) + 4}" text-anchor="end">${label(tick)}</text>`,
    );
  for (const { size } of points)
    parts.push(
      `<path d="M${x.place(size)} ${PLOT.bottom}v6" stroke="#444"/><text x="${x.place(size)}" y="${PLOT.bottom + 21}" text-anchor="middle">${label(size)}</text>`,
    );
  const ends = apart(names.map((name) => y.place(points.at(-1)!.values[name]!)));
  for (const [index, name] of names.entries()) {
    const colour = COLOURS[index % COLOURS.length]!;
    const places = points.map(({ size, values }) => [x.place(size), y.place(values[name]!)] as const);
    const marks = places.map(
      ([left, top]) => `<path d="${MARKS[index % MARKS.length]}" transform="translate(${left} ${top})"/>`,
    );
    parts.push(
      `<path d="M${places.map((place) => place.join(' ')).join('L')}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      `<g fill="${colour}">${marks.join('')}</g>`,
      `<path d="M${PLOT.right + 5} ${places.at(-1)![1]}L${PLOT.right + 16} ${ends[index]}" stroke="${colour}" fill="none"/>`,
      `<text x="${PLOT.right + 20}" y="${ends[index]! + 4}" fill="${colour}">${text(name)}</text>`,
    );
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE.width}" height="${SIZE.height}" font-family="sans-serif" font-size="13" fill="#222">
    <rect width="100%" height="100%" fill="#fff"/>
    <text x="${PLOT.left}" y="24" font-size="16" font-weight="bold">Time against the number of ${text(of)}</text>
    ${parts.join('\n')}
    <path d="M${PLOT.left} ${PLOT.top}V${PLOT.bottom}H${PLOT.right}" fill="none" stroke="#444"/>
    <text x="${(PLOT.left + PLOT.right) / 2}" y="${PLOT.bottom + 46}" text-anchor="middle">${text(of)} (logarithmic)</text>
    <text transform="translate(18 ${(PLOT.top + PLOT.bottom) / 2}) rotate(-90)" text-anchor="middle">milliseconds (logarithmic)</text>
  </svg>`;
}

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const all = JSON.parse(readFileSync(file('results/growth.json'), 'utf8')) as Measured[];
mkdirSync(file('plots'), { recursive: true });
const browser = await startChromium();
try {
  const page = await browser.newPage({ viewport: SIZE });
  for (const measured of all) {
    await page.setContent(`<style>body { margin: 0 }</style>${draw(measured)}`);
    const target = file(`plots/${measured.dimension}.png`);
    writeFileSync(target, await page.screenshot());
    console.log(`${target}: ${(statSync(target).size / 1000).toFixed(0)} kB`);
  }
} finally {
  await browser.close();
}

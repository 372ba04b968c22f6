// node --import tsx icons.ts: the icons of the installed app, drawn from web/public/mark.svg. Run it when the mark changes.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startChromium } from './chromium.js';

const folder = new URL('../web/public/', import.meta.url);
const mark = readFileSync(new URL('mark.svg', folder), 'utf8');
/** Share of the picture that the mark takes; what is cut to a shape by the system keeps it in the inner 80 %. */
const ICONS = [
  { file: '192', size: 192, share: 0.86, ground: 'transparent' },
  { file: '512', size: 512, share: 0.86, ground: 'transparent' },
  { file: 'maskable-512', size: 512, share: 0.52, ground: '#fff' },
  { file: 'apple-touch', size: 180, share: 0.62, ground: '#fff' },
];

const browser = await startChromium();
for (const { file, size, share, ground } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const side = Math.round(size * share);
  await page.setContent(
    `<body style="margin:0;height:100vh;display:grid;place-items:center;background:${ground}">
      <div style="width:${side}px;height:${side}px">${mark}</div>`,
  );
  await page.screenshot({ path: fileURLToPath(new URL(`icons/${file}.png`, folder)), omitBackground: true });
  await page.close();
}
await browser.close();

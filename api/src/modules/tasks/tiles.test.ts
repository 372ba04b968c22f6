import { expect, it } from 'vitest';
import { tasksOfAProject } from '../../../test/tasksOf.js';

const w = tasksOfAProject();

it('a tile that a browser has is not sent again until the grid changes, nor to strangers when the project was closed', async () => {
  const { tilesUrl } = await w.project('tilesUrl');
  const address = w.server.url + tilesUrl.replace('{z}/{x}/{y}', '10/512/511');
  const first = await fetch(address);
  expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
  const again = (token?: string) =>
    fetch(address, {
      headers: { 'if-none-match': first.headers.get('etag')!, ...(token && { authorization: `Bearer ${token}` }) },
    });
  expect((await again()).status).toBe(304);

  await w.act('lock', { n: 5 }, w.mapper);
  expect((await again()).status).toBe(304); // states do not come with tiles
  await w.act('split', { n: 5 }, w.mapper);
  const changed = await again();
  expect([changed.status, changed.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  expect((await changed.arrayBuffer()).byteLength).toBeGreaterThan((await first.arrayBuffer()).byteLength);

  await w.server.database.prisma.project.update({ where: { id: w.p }, data: { private: true } });
  for (const stranger of [undefined, w.other.token, w.blocked.token]) expect((await again(stranger)).status).toBe(404);
  expect((await again(w.admin.token)).headers.get('cache-control')).toBe('no-cache');
});

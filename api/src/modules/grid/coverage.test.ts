import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../../test/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({}, { jobs: false });
});
afterAll(() => server?.stop());

/** A star around a centre: its outline never crosses itself. */
const stars = fc
  .record({
    lon: fc.double({ min: -170, max: 170, noNaN: true }),
    lat: fc.double({ min: -78, max: 78, noNaN: true }),
    radii: fc.array(fc.double({ min: 0.01, max: 0.06, noNaN: true }), { minLength: 3, maxLength: 40 }),
  })
  .map(({ lon, lat, radii }) => {
    const ring = radii.map((radius, index) => {
      const angle = (2 * Math.PI * index) / radii.length;
      return [lon + radius * Math.cos(angle), lat + radius * Math.sin(angle)].map((value) => Number(value.toFixed(6)));
    });
    return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] };
  });

it('covers any area once: cut, it has the area’s size; whole, each square meets it; none lie over each other', async () => {
  await fc.assert(
    fc.asyncProperty(stars, fc.integer({ min: 11, max: 16 }), async (star, zoom) => {
      const { rows } = await server.database.pool.query(
        `with a as materialized (select area from area_of_interest(jsonb_build_array($1::jsonb), false)),
              cut as materialized (select g.* from a, grid_tasks(a.area, $2, true, 60000) g),
              whole as materialized (select g.* from a, grid_tasks(a.area, $2, false, 60000) g)
         select (select st_area(area) from a) as area, (select st_perimeter(area) from a) as perimeter, (select sum(st_area(geom)) from cut) as cut,
                (select st_area(st_union(geom)) from cut) as covered, (select st_area(st_union(geom)) - sum(st_area(geom)) from whole) as over,
                (select count(*)::int from whole, a where not st_intersects(geom, area)) as apart,
                (select count(*)::int from cut join whole using (x, y)) as common, (select count(*)::int from cut) as n, (select count(*)::int from whole) as m,
                (select bool_and(st_isvalid(geom) and not st_isempty(geom)) from cut) as sound,
                (select bool_and(c.is_square = st_equals(c.geom, w.geom)) from cut c join whole w using (x, y)) as squares,
                (select array_agg(array[x, y]) = array_agg(array[x, y] order by x, y) from cut) as ordered`,
        [JSON.stringify(star), zoom],
      );
      const row = rows[0];
      // What the bounds' whole metres leave out: at most a metre (1e-5°) along the outline.
      expect(Math.abs(row.cut - row.area)).toBeLessThan(row.perimeter * 1e-5 + 1e-9);
      expect(Math.abs(row.covered - row.cut)).toBeLessThan(1e-9);
      expect(Math.abs(row.over)).toBeLessThan(1e-9);
      expect(row).toMatchObject({ apart: 0, common: row.n, m: row.n, sound: true, squares: true, ordered: true });
    }),
    { numRuns: 60 },
  );
});

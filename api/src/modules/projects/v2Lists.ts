import { statement, type Database } from '../../database/database.js';
import { written } from '../../database/written.js';
import type { Viewer } from '../../viewer.js';
import { conditionOf } from './filter.js';
import { orderText, type V2Order } from './v2Search.js';

const ACTIVE_AREAS = statement(import.meta.url, 'sql/active_areas');
const FEATURED = statement(import.meta.url, 'sql/featured');

/** Half the side of the Web Mercator square (EPSG:3857), m, and where it ends. */
const HALF = 20_037_508.342789244;
const MAX_LATITUDE = 85.051128779807;
/** Largest box that is looked into, m² of EPSG:3857: that of a zoom-2 tile. */
const MOST_M2 = 64_250_244_140_625;

const yOf = (latitude: number) => {
  const bounded = Math.min(Math.max(latitude, -MAX_LATITUDE), MAX_LATITUDE);
  return (Math.asinh(Math.tan((bounded * Math.PI) / 180)) / Math.PI) * HALF;
};
const latitudeOf = (y: number) => (Math.atan(Math.sinh((y / HALF) * Math.PI)) * 180) / Math.PI;

/**
 * West, south, east and north in degrees of a box `west,south,east,north` in degrees or, for srid 3857, metres; undefined
 * for anything else, `too large` for a box beyond what is looked into.
 */
export function boxOf(text: string | undefined, srid: number): number[] | 'too large' | undefined {
  const numbers = (text ?? '').split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  if (numbers.length !== 4 || !numbers.every(Number.isFinite) || (srid !== 4326 && srid !== 3857)) return undefined;
  const [west, south, east, north] = (
    srid === 4326
      ? numbers
      : numbers.map((metres, index) => (index % 2 === 0 ? (metres / HALF) * 180 : latitudeOf(metres)))
  ) as [number, number, number, number];
  if (west > east || south > north || south < -90 || north > 90 || west < -360 || east > 360) return undefined;
  const m2 = ((east - west) / 180) * HALF * (yOf(north) - yOf(south));
  return m2 > MOST_M2 ? 'too large' : [west, south, east, north];
}

/** Projects of any status that the viewer may see and whose area reaches into a box, as a FeatureCollection in JSON text. */
export async function projectsIn({ pool }: Database, viewer: Viewer, box: number[], own: boolean): Promise<string> {
  const { sql, values } = conditionOf(viewer, { statuses: ['PUBLISHED', 'ARCHIVED', 'DRAFT'], createdByMe: own });
  const [west, south, east, north] = box.map((degrees) => `$${values.push(degrees)}::float8`);
  const { rows } = await pool.query<{ found: string }>(
    `select '{"type":"FeatureCollection","features":[' || coalesce(string_agg(format(
              '{"type":"Feature","geometry":%s,"properties":{"projectId":%s,"projectStatus":"%s","projectName":%s}}',
              st_asgeojson(p.area_of_interest, 6), p.id, p.status, to_json(coalesce(t.name, ''))), ',' order by p.id), '') || ']}' as found
       from project p join project_progress g on g.project_id = p.id
       left join project_text t on t.project_id = p.id and t.locale = p.default_locale
      where ${sql} and st_intersects(p.area_of_interest, st_makeenvelope(${west}, ${south}, ${east}, ${north}, 4326))`,
    values,
  );
  return rows[0]!.found;
}

/**
 * Projects that the viewer may see in which the work of a person of this name stands, with how many tasks; the newest first. As
 * JSON text; undefined when there is nobody of the name.
 */
export async function touchedBy(
  database: Database,
  viewer: Viewer | null,
  username: string,
): Promise<string | undefined> {
  const { sql, values } = conditionOf(viewer, { statuses: ['PUBLISHED', 'ARCHIVED', 'DRAFT'] });
  const [row] = await database.query<{ projects: string }>(
    written(`select (
        select '[' || coalesce(string_agg(format(
                 '{"projectId":%s,"name":%s,"tasksMapped":%s,"tasksValidated":%s,"status":"%s","centroid":%s}',
                 p.id, to_json(coalesce(t.name, '')), work.mapped, work.validated, p.status, p.centroid_geojson), ',' order by p.id desc), '') || ']'
                  from (select project_id, sum(mapped) as mapped, sum(validated) as validated
                          from (select project_id, count(*)::int as mapped, 0 as validated from task where mapped_by = person.id group by project_id
                                union all
                                select project_id, 0, count(*)::int from task where validated_by = person.id group by project_id) done
                         group by project_id) work
                  join project p on p.id = work.project_id left join project_progress g on g.project_id = p.id
                  left join project_text t on t.project_id = p.id and t.locale = p.default_locale
                 where ${sql}) as projects
       from person where username = $${values.push(username)} and deleted_at is null`),
    values,
  );
  return row?.projects;
}

/** Numbers of the projects that the viewer wrote, in an order of v2. */
export async function authoredProjects({ pool }: Database, viewer: Viewer, order: V2Order): Promise<number[]> {
  const { rows } = await pool.query<{ id: number }>(
    `select p.id from project p join project_progress g on g.project_id = p.id where p.author_id = $1 order by ${orderText(order)}`,
    [viewer.id],
  );
  return rows.map(({ id }) => id);
}

/** Numbers of the published projects that the first page shows, the newest first. */
export const featuredProjects = async (database: Database): Promise<number[]> =>
  (await database.query<{ id: number }>(FEATURED)).map(({ id }) => id);

/** Areas of public projects with work or comments in the last `hours`, as a FeatureCollection in JSON text. */
export const activeAreas = async (database: Database, hours: number): Promise<string> =>
  (await database.query<{ areas: string }>(ACTIVE_AREAS, [hours]))[0]!.areas;

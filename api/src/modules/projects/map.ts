import type { Database } from '../../database/database.js';
import type { Viewer } from '../../viewer.js';
import { conditionOf, type ProjectFilter } from './filter.js';
import { forgiving } from './search.js';

/** Percentages of project_progress g, rounded down. */
const SHARE = `(select coalesce(100 * (g.tasks_mapped + g.tasks_validated) / nullif(g.total_tasks - g.tasks_bad_imagery, 0), 0) as mapped,
                       coalesce(100 * g.tasks_validated / nullif(g.total_tasks - g.tasks_bad_imagery, 0), 0) as validated) share`;
/** The name in a project's own language, else in another. */
const NAME = `(select t.name from project_text t where t.project_id = p.id and t.name <> '' order by t.locale = p.default_locale desc limit 1) name`;

/** All projects that fit as a FeatureCollection of centroids (EPSG:4326). */
export async function mapOfProjects(
  database: Database,
  viewer: Viewer | null,
  filter: ProjectFilter,
): Promise<unknown> {
  const { sql, values } = conditionOf(viewer, await forgiving(database, viewer, filter));
  const { rows } = await database.pool.query<{ map: unknown }>(
    `select json_build_object('type', 'FeatureCollection', 'features', coalesce(json_agg(json_build_object('type', 'Feature', 'id', p.id,
              'geometry', json_build_object('type', 'Point', 'coordinates', json_build_array(round(st_x(p.centroid)::numeric, 5), round(st_y(p.centroid)::numeric, 5))),
              'properties', json_build_object('number', p.id, 'name', name.name, 'priority', p.priority,
                'percentMapped', share.mapped, 'percentValidated', share.validated)) order by p.priority, p.id desc), '[]')) as map
       from project p join project_progress g on g.project_id = p.id
       cross join lateral ${SHARE}
       left join lateral ${NAME} on true
      where ${sql}`,
    values,
  );
  return rows[0]!.map;
}

/** Largest zoom at which tiles of projects are made: a step of such a tile is 2.4 m. */
export const MAP_MAX_ZOOM = 12;
/** Below that zoom one point stands for all projects of a cell, of which a tile has so many squared. */
const CELLS = 8;
/** Where web mercator ends. */
const MAX_LATITUDE = 85.0511287798;

/** Address template of the tiles of the projects that fit a filter of the GraphQL API. */
export const mapTilesUrl = (filter: object) => {
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value != null));
  const json = JSON.stringify(given);
  return `/tiles/projects/{z}/{x}/{y}.mvt${json === '{}' ? '' : `?filter=${encodeURIComponent(json)}`}`;
};

export interface TilePlace {
  z: number;
  x: number;
  y: number;
}

/** Degrees between which a tile lies, a little more than all of it; the last rows reach to the poles. */
function boundsOf({ z, x, y }: TilePlace) {
  const side = 2 ** z;
  const latitude = (row: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / side))) * 180) / Math.PI;
  const east = x + 1 === side ? 180 : ((x + 1) / side) * 360 - 180;
  const little = 1e-7;
  return [
    (x / side) * 360 - 180 - little,
    y + 1 === side ? -90 : latitude(y + 1) - little,
    east + little,
    y === 0 ? 90 : latitude(y) + little,
  ];
}

/** One Mapbox vector tile of the projects that fit: each is in exactly one tile of a zoom. See ProjectTiles. */
export async function tileOfProjects(
  database: Database,
  viewer: Viewer | null,
  filter: ProjectFilter,
  place: TilePlace,
): Promise<Buffer> {
  const { sql, values } = conditionOf(viewer, await forgiving(database, viewer, filter));
  const parameter = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const box = boundsOf(place)
    .map((degrees) => parameter(degrees, 'float8'))
    .join(', ');
  const side = parameter(2 ** place.z, 'float8');
  const [x, y] = [parameter(place.x, 'float8'), parameter(place.y, 'float8')];
  const cell = place.z < MAP_MAX_ZOOM ? 'cell_x, cell_y' : 'id';
  const cellOf = (at: string) => `least(greatest(floor(${at} * ${CELLS}), 0), ${side} * ${CELLS} - 1)`;
  const { rows } = await database.pool.query<{ mvt: Buffer }>(
    `with found as (
       select p.id, (st_x(p.centroid) + 180) / 360 * ${side} as u,
              (1 - ln(tan(pi() / 4 + radians(least(greatest(st_y(p.centroid), -${MAX_LATITUDE}), ${MAX_LATITUDE})) / 2)) / pi()) / 2 * ${side} as v
         from project p join project_progress g on g.project_id = p.id
        where p.centroid && st_makeenvelope(${box}, 4326) and ${sql}),
     placed as (select id, u, v, ${cellOf('u')} as cell_x, ${cellOf('v')} as cell_y from found),
     points as (
       select count(*)::int as count, min(id) as id, st_makepoint(floor((avg(u) - ${x}) * 4096), floor((avg(v) - ${y}) * 4096)) as geom
         from placed where floor(cell_x / ${CELLS}) = ${x} and floor(cell_y / ${CELLS}) = ${y} group by ${cell}),
     layer as (
       select points.geom, p.id, p.id as number, name.name, p.status::text as status, p.priority::text as priority,
              share.mapped as "percentMapped", share.validated as "percentValidated", nullif(points.count, 1) as count
         from points
         left join project p on p.id = points.id and points.count = 1
         left join project_progress g on g.project_id = p.id
         left join lateral ${SHARE} on p.id is not null
         left join lateral ${NAME} on true
        order by p.id)
     select coalesce((select st_asmvt(layer, 'projects', 4096, 'geom', 'id') from layer), ''::bytea) as mvt`,
    values,
  );
  return rows[0]!.mvt;
}

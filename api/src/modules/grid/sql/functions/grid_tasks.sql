-- The grid tiles of a zoom that an area (MultiPolygon, EPSG:4326) covers or cuts, in the order x, then y. is_square: a whole
-- tile. clip = false gives whole tiles only; clip = true gives what lies inside the area (MultiPolygon, is_square = false) of
-- those that are cut. A tile that the area only touches (less than 1 m² of it inside) is left out.
-- Raises TG001 with the count in its detail as soon as there would be more than p_limit tiles, before making them.
create or replace function grid_tasks(p_area geometry, p_zoom int, p_clip boolean, p_limit int)
returns table (x int, y int, is_square boolean, geom geometry)
language sql stable set plan_cache_mode = force_generic_plan as $$
  select t.x, t.y, piece is null or not p_clip, st_multi(case when piece is null or not p_clip then tile_geometry(t.x, t.y, p_zoom) else piece end)
    from grid_cells(p_area, p_zoom, p_limit) c,
         lateral (select (c.x << p_zoom - c.level) + i as x, (c.y << p_zoom - c.level) + j as y
                    from generate_series(0, (1 << p_zoom - c.level) - 1) i, generate_series(0, (1 << p_zoom - c.level) - 1) j) t
   order by t.x, t.y;
$$;

-- The same as few rows: a cell that lies inside the area stands for all its tiles (level <= p_zoom, piece null); a tile that
-- is cut has level = p_zoom and its piece of the area.
-- It walks down the levels and cuts each quarter from its parent's piece, so a coast of 50,000 points is cut into small
-- pieces early. A cell is inside when all of it but 1e-12 square degrees (0.01 m²) is: cutting is exact to an ulp only.
create or replace function grid_cells(p_area geometry, p_zoom int, p_limit int)
returns table (level int, x int, y int, piece geometry)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  xs      int[] := array[0];
  ys      int[] := array[0];
  pieces  geometry[] := array[p_area];
  full_xs int[];
  full_ys int[];
  tiles   bigint := ceil(st_area(st_transform(p_area, 3857)) / (2 * 20037508.3392 / 2 ^ p_zoom) ^ 2);   -- at least
begin
  if tiles > p_limit then raise exception 'too many tasks' using errcode = 'TG001', detail = tiles; end if;
  tiles := 0;
  for l in 1..p_zoom loop
    with quarter as materialized (
      select q.x, q.y, q.square, parent.piece,
             st_xmin(square) <= west and st_xmax(square) >= east and st_ymin(square) <= south and st_ymax(square) >= north as around
        from (select p.*, st_xmin(p.piece) as west, st_xmax(p.piece) as east, st_ymin(p.piece) as south, st_ymax(p.piece) as north
                from unnest(xs, ys, pieces) p (x, y, piece)) parent,
             lateral (select 2 * parent.x + i as x, 2 * parent.y + j as y, tile_geometry(2 * parent.x + i, 2 * parent.y + j, l) as square
                        from generate_series(0, 1) i, generate_series(0, 1) j) q
       where q.square && parent.piece
    ), cut as materialized (
      select x, y, square, around, case when around then piece else st_collectionextract(st_intersection(piece, square), 3) end as piece from quarter
    ), kept as materialized (
      select x, y, piece, not around and st_area(square) - st_area(piece) < 1e-12 as inside from cut where rough_area_m2(piece) >= 1
    )
    select array_agg(x) filter (where not inside), array_agg(y) filter (where not inside), array_agg(piece) filter (where not inside),
           array_agg(x) filter (where inside), array_agg(y) filter (where inside)
      into xs, ys, pieces, full_xs, full_ys from kept;

    return query select l, f.x, f.y, null::geometry from unnest(full_xs, full_ys) f (x, y);
    tiles := tiles + coalesce(cardinality(full_xs), 0) * (4::bigint ^ (p_zoom - l))::bigint;
    if tiles + coalesce(cardinality(xs), 0) > p_limit then
      raise exception 'too many tasks' using errcode = 'TG001', detail = tiles + coalesce(cardinality(xs), 0);
    end if;
    exit when xs is null;
  end loop;
  return query
    with reached as materialized (select * from tile_ranges(p_area, p_zoom))
    select p_zoom, c.x, c.y, c.piece from unnest(xs, ys, pieces) c (x, y, piece)
     where exists (select from reached r where c.x between r.x0 and r.x1 and c.y between r.y0 and r.y1);
end $$;

-- The tiles that the bounds of an area reach into: the least metres are rounded up and the greatest down, so that an area
-- drawn along a tile's edge does not reach the next one by a hair. On both sides of the 180° meridian when it crosses.
create or replace function tile_ranges(p_area geometry, p_zoom int) returns table (x0 int, x1 int, y0 int, y1 int)
language sql immutable parallel safe as $$
  select a, greatest(a, b - 1), c, greatest(c, d - 1)
    from (select st_transform(st_setsrid(st_extent(d.geom)::geometry, 4326), 3857) as box from st_dump(p_area) d
           group by crosses_antimeridian(p_area) and st_xmin(d.geom) < 0) side,
         lateral (select 20037508.3392::float8 as h, 20037508.3392::float8 / 2 ^ (p_zoom - 1) as step) m,
         lateral (select floor((ceil(st_xmin(box)) + h) / step)::int as a, ceil((floor(st_xmax(box)) + h) / step)::int as b,
                         floor((ceil(st_ymin(box)) + h) / step)::int as c, ceil((floor(st_ymax(box)) + h) / step)::int as d) i;
$$;

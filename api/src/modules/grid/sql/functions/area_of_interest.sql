-- The area of interest of GeoJSON geometries (see read_polygons), one row: either a fault with the index of its feature, or
-- the area dissolved into one MultiPolygon (EPSG:4326), without slivers below 1 m², its geodesic size and its bounds in
-- degrees. repairs: [[index, [what, …]], …], index null for the whole area.
-- p_separate: features must not overlap (`other` is the second one's index). An overlap counts from about 1 m of width:
-- neighbours drawn by hand are not more exact than that.
create or replace function area_of_interest(p_geometries jsonb, p_separate boolean)
returns table (fault text, index int, other int, at geometry, area geometry, area_m2 float8, bbox float8[], repairs jsonb)
language plpgsql immutable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  indexes   int[];
  geoms     geometry[];
  summed    float8;
  dissolved geometry;
begin
  with polygons as materialized (select * from read_polygons(p_geometries)
  ), first_fault as (select * from polygons where fault is not null order by index limit 1)
  select f.fault, f.index, f.at, p.* into fault, index, at, indexes, geoms, summed, repairs, dissolved
    from (select array_agg(index order by index), array_agg(geom order by index), sum(st_area(geom)),
                 jsonb_agg(jsonb_build_array(index, repairs) order by index) filter (where repairs <> '{}'),
                 case when not exists (select from first_fault) then st_multi(st_union(geom, 1e-6)) end
            from polygons) p
    left join first_fault f on true;
  if fault is not null then return next; return; end if;

  if p_separate and summed - st_area(dissolved) > 1e-10 then
    select 'OVERLAPS', b.index, a.index, st_pointonsurface(common) into fault, index, other, at
      from unnest(indexes, geoms) a (index, g) join unnest(indexes, geoms) b (index, g) on a.index < b.index and a.g && b.g,
           lateral (select st_collectionextract(st_intersection(a.g, b.g), 3) as common) c
     where st_area(common) * 2 > 1e-5 * st_perimeter(common)
     limit 1;
    if fault is not null then return next; return; end if;
  end if;

  area := st_forcepolygonccw(without_slivers(dissolved));
  if area is null then fault := 'EMPTY'; return next; return; end if;
  if st_npoints(area) < st_npoints(dissolved) then repairs := coalesce(repairs, '[]') || '[[null, ["SLIVERS"]]]'; end if;
  area_m2 := st_area(area::geography);
  bbox := lonlat_bbox(area);
  return next;
end $$;

-- A MultiPolygon (EPSG:4326) without the parts and the holes of less than 1 m²; null when nothing is left.
create or replace function without_slivers(g geometry) returns geometry
language sql immutable strict parallel safe as $$
  select st_multi(st_collect(shell order by path))
    from (select d.path, st_makepolygon(st_exteriorring(d.geom), array(
                   select st_interiorringn(d.geom, n) from generate_series(1, st_numinteriorrings(d.geom)) n
                    where rough_area_m2(st_makepolygon(st_interiorringn(d.geom, n))) >= 1)) as shell
            from st_dump(g) d
           where rough_area_m2(d.geom) >= 1) kept;
$$;

-- Area in m² on a sphere, near enough to tell a sliver; a hundred times faster than the geodesic one.
create or replace function rough_area_m2(g geometry) returns float8
language sql immutable strict parallel safe as $$
  select st_area(g) * 12391e6 * cosd((st_ymin(g) + st_ymax(g)) / 2);
$$;

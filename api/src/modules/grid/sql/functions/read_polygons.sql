-- Reads GeoJSON geometries (an array of Polygon and MultiPolygon objects whose rings are closed) into MultiPolygons in
-- EPSG:4326 within ±180° on a grid of 1e-6°, one row each. `fault` names what cannot be mended without guessing, `at` its
-- place; `repairs` what was mended.
--   A polygon wider than 180° that is narrower when read across the 180° meridian is read so (179 → −179 is a step of 2°).
--   Longitudes beyond ±180 (178 … 182) are cut at the meridian and moved.
--   An invalid ring (it touches itself, has a spike, crosses itself by a hair) is mended when all readings of it agree to
--   within 1e-10 square degrees (1 m²): then the area by the ring's direction (st_area) is that of the mended polygons.
create or replace function read_polygons(p_geometries jsonb)
returns table (index int, geom geometry, fault text, at geometry, repairs text[])
language sql immutable set plan_cache_mode = force_generic_plan as $$
  with given as materialized (
    select (ord - 1)::int as index, st_ndims(g) > 2 as has_z, st_force2d(g) as g
      from jsonb_array_elements(p_geometries) with ordinality as e (value, ord),
           lateral (select st_setsrid(st_geomfromgeojson(e.value), 4326) as g) parsed
  ), bounds as materialized (
    select index, has_z, g, st_xmin(g) as west, st_xmax(g) as east, st_ymin(g) as south, st_ymax(g) as north from given
  ), outside as materialized (
    select index, fault, case when fault is not null then
             (select p.geom from st_dumppoints(g) p where abs(st_x(p.geom)) > 540 or abs(st_y(p.geom)) > 85.0511288 limit 1) end as at
      from bounds, lateral (select case
        when greatest(-west, east) > 540 or greatest(-south, north) > 180 or east - west > 360 then 'NOT_WGS84'
        when greatest(-south, north) > 90 and greatest(-west, east) <= 90 then 'WRONG_AXIS_ORDER'
        when greatest(-south, north) > 90 then 'NOT_WGS84'
        when greatest(-south, north) > 85.0511288 then 'BEYOND_MAP' end as fault) f
  ), part as materialized (
    -- st_shiftlongitude adds 360 to what is west of 0; a polygon around 0° gets wider by it and stays.
    select b.index, d.path[1] as part, st_npoints(d.geom) > st_npoints(st_removerepeatedpoints(d.geom)) as repeated,
           not st_ispolygonccw(d.geom) as turned, crossing,
           case when crossing then st_shiftlongitude(d.geom) else d.geom end as g
      from bounds b join outside o using (index), lateral st_dump(b.g) d,
           lateral (select st_xmax(d.geom) - st_xmin(d.geom) > 180 and st_xmax(d.geom) <= 180 and st_xmin(d.geom) >= -180
                       and st_xmax(st_shiftlongitude(d.geom)) - st_xmin(st_shiftlongitude(d.geom)) < 180 as crossing) c
     where o.fault is null
  ), judged as materialized (
    select part.*, valid, mended, case when not agree then case reason
             when 'Hole lies outside shell' then 'HOLE_OUTSIDE'
             when 'Holes are nested' then 'HOLES_OVERLAP'
             else 'SELF_INTERSECTION' end end as fault, location as fault_at
      from part, lateral st_isvaliddetail(g) d,
           lateral (select case when valid then g else st_collectionextract(st_makevalid(g), 3) end as mended) m,
           lateral (select valid or abs(st_area(mended) - st_area(g)) < 1e-10 as agree) a
  ), merged as (
    select index, (array_agg(fault order by part) filter (where fault is not null))[1] as fault,
           (array_agg(fault_at order by part) filter (where fault is not null))[1] as at,
           bool_or(repeated) as repeated, bool_or(turned) as turned, bool_or(crossing) as crossing, bool_or(not valid) as mended,
           bool_or(moved) as moved,
           -- Every part on the 1e-6° grid; parts of one feature that overlap or touch become one.
           st_multi(st_collectionextract(st_union(placed, 1e-6), 3)) as g
      from judged, lateral (select st_xmin(g) < -180 or st_xmax(g) > 180 as moved) w,
           lateral (select case when fault is null then st_reduceprecision(case when moved then within_world(mended) else mended end, 1e-6) end as placed) p
     group by index
  )
  select b.index, case when o.fault is null and m.fault is null then m.g end,
         coalesce(o.fault, m.fault, case when coalesce(st_isempty(m.g), true) then 'EMPTY' end),
         case when o.fault is not null then o.at when st_x(m.at) > 180 then st_translate(m.at, -360, 0) else m.at end,
         array_remove(array[
           case when b.has_z then 'HAS_Z' end, case when m.repeated then 'REPEATED_POINTS' end, case when m.turned then 'RING_DIRECTION' end,
           case when m.mended then 'TOUCHING_RING' end, case when m.crossing then 'CROSSES_ANTIMERIDIAN' end,
           case when m.moved and not m.crossing then 'BEYOND_ANTIMERIDIAN' end], null)
    from bounds b join outside o using (index) left join merged m using (index)
   order by b.index;
$$;

-- A polygon of EPSG:4326 with longitudes from −540 to 540, cut at the 180° meridian and moved into ±180.
create or replace function within_world(g geometry) returns geometry
language sql immutable strict parallel safe as $$
  select st_collectionextract(st_collect(st_translate(st_intersection(g, st_makeenvelope(turn * 360 - 180, -90, turn * 360 + 180, 90, 4326)), -turn * 360, 0)), 3)
    from generate_series(-1, 1) turn
   where st_xmin(g) < turn * 360 + 180 and st_xmax(g) > turn * 360 - 180;
$$;

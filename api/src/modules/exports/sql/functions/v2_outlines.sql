-- The points of the outlines of tasks, counter-clockwise, the first one again at the end; holes are left out.
create or replace function v2_outlines(p_project int, p_numbers int[], p_statuses text[]) returns table (number int, part int, at int, point geometry)
language sql stable as $$
  select t.number, o.path[1], p.path[1], p.geom
    from exported_tasks(p_project, p_numbers, p_statuses) t
    cross join lateral st_dump(st_forcepolygonccw(t.geometry)) o
    cross join lateral st_dumppoints(st_exteriorring(o.geom)) p
$$;

-- A coordinate in degrees as REST v2 writes it: with six decimals at most, and one at least.
create or replace function v2_degrees(coordinate float8) returns text language sql immutable parallel safe as $$
  select regexp_replace(degrees_text(coordinate), '^(-?\d+)$', '\1.0')
$$;

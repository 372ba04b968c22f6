-- Tasks as exports show them: as people see them at this moment, with names; of the numbers and the statuses that are given, null for
-- all. Geometry in EPSG:4326, area in m2. Dropped first, as it may come to have other columns.
drop function if exists exported_tasks;
create function exported_tasks(of_project int, numbers int[], statuses text[])
  returns table (project_id int, number int, status text, parent int, mapped_by text, validated_by text, locked_by text, changed_by text,
                 changed_at timestamptz, geometry geometry, label geometry, area_m2 float8, x int, y int, zoom int, is_square boolean,
                 extra_properties jsonb)
  language sql stable as $$
  select n.project_id, n.number, n.status, parent.number, m.username, v.username, h.username, c.username,
         n.changed_at, g.geometry, st_transform(g.label_3857, 4326), g.area_m2, g.x, g.y, g.zoom, g.is_square, g.extra_properties
    from task_now n
    join task_geometry g on g.task_id = n.id
    left join task parent on parent.id = n.parent_id
    left join person m on m.id = n.mapped_by
    left join person v on v.id = n.validated_by
    left join person h on h.id = n.lock_holder
    left join person c on c.id = n.changed_by
   where n.project_id = of_project and (numbers is null or n.number = any (numbers)) and (statuses is null or n.status = any (statuses))
$$;

-- The rings of these tasks: ring 0 of a part is its outline, the others are holes. `rings`: how many the task has in all;
-- `corners`: points without the last, which repeats the first.
drop function if exists exported_rings;
create function exported_rings(of_project int, numbers int[], statuses text[])
  returns table (number int, status text, rings bigint, part int, ring int, line geometry, corners int)
  language sql stable as $$
  select t.number, t.status, r.rings, r.part, r.ring, r.line, st_npoints(r.line) - 1
    from exported_tasks(of_project, numbers, statuses) t
    cross join lateral (
      select count(*) over () as rings, polygon.path[1] as part, ring.path[1] as ring, st_exteriorring(ring.geom) as line
        from st_dump(t.geometry) polygon cross join lateral st_dumprings(polygon.geom) ring
    ) r
$$;

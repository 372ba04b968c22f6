select original.lay_aside('task');
insert into task (id, project_id, number, status, mapped_by, validated_by, changed_by, changed_at)
select id, project_id, number, status, mapped_by, validated_by, changed_by, changed_at at time zone 'UTC' from original.ready_task order by id;
select original.put_back('task');
-- A task is a square where it lies as its numbers say: by them it is drawn and split.
select original.lay_aside('task_geometry');
insert into task_geometry (task_id, project_id, geometry, geometry_3857, label_3857, geojson, area_m2, x, y, zoom, is_square, extra_properties)
select r.id, r.project_id, t.geometry, m.g, st_pointonsurface(m.g), st_asgeojson(t.geometry, 6), st_area(t.geometry::geography), t.x, t.y, t.zoom,
       coalesce(t.is_square and t.zoom is not null and st_npoints(t.geometry) = 5
                and greatest(abs(st_xmin(m.g) - t.x * s.step + 20037508.3392), abs(st_xmax(m.g) - (t.x + 1) * s.step + 20037508.3392),
                             abs(st_ymin(m.g) - t.y * s.step + 20037508.3392), abs(st_ymax(m.g) - (t.y + 1) * s.step + 20037508.3392)) < s.step * 0.02, false),
       nullif(nullif(trim(t.extra_properties), '')::jsonb, '{}')
  from original.ready_task r
  join (select project_id, id, x, y, zoom, is_square, extra_properties, st_force2d(geometry) as geometry from original.tasks) t
    on t.project_id = r.project_id and t.id = r.number
 cross join lateral (select st_transform(t.geometry, 3857) as g) m
 cross join lateral (select 40075016.6784 / power(2, t.zoom) as step) s
 order by r.id;
select original.put_back('task_geometry');

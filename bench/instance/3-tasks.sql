-- Tasks as the stories left them.
insert into project_progress (project_id, total_tasks, tasks_mapped, tasks_validated, tasks_bad_imagery, last_updated)
select project_id, count(*), count(*) filter (where status = 'MAPPED'), count(*) filter (where status = 'VALIDATED'),
       count(*) filter (where status = 'BADIMAGERY'), max(began)
  from doing group by project_id;
insert into task (id, project_id, number, status, mapped_by, validated_by, changed_by, changed_at)
select d.id, d.project_id, d.number, d.status::task_status, case when d.status in ('MAPPED', 'BADIMAGERY') or story = 3 then mapper when story = 5 then second_mapper end,
       case d.status when 'VALIDATED' then validator end, case when story = 0 then p.author_id when story in (3, 4, 5) then validator else mapper end,
       case when story = 0 then p.created_at else began + interval '10 days' end
  from doing d join project p on p.id = d.project_id order by d.id;
insert into task_geometry (task_id, project_id, geometry, geometry_3857, label_3857, geojson, area_m2, x, y, zoom, is_square)
select id, project_id, g, m, st_centroid(m), st_asgeojson(g, 6), st_area(g::geography), x, y, zoom, true
  from (select d.*, st_multi(tile_geometry_3857(x, y, zoom)) as m, st_multi(tile_geometry(x, y, zoom)) as g from doing d) d order by id;

-- What was done to each task is one of seven stories; how many tasks have one depends on how far the project is.
create temporary table story (story int, upto float8, status task_status);
insert into story values (1, 0.09, 'READY'), (2, 0.31, 'MAPPED'), (3, 0.72, 'VALIDATED'), (4, 0.77, 'INVALIDATED'), (5, 0.98, 'VALIDATED'), (6, 1, 'BADIMAGERY');

create temporary table doing as
select (sum(p.tasks) over (order by p.id) - p.tasks)::int + number as id, p.id as project_id, number, p.zoom,
       p.x0 + (number - 1) / p.height as x, p.y0 + (number - 1) % p.height as y, coalesce(s.story, 0) as story, coalesce(s.status, 'READY') as status,
       p.created_at + pg_temp.h(key, 73) * (p.span - interval '12 days') as began,
       mapper, 1 + (mapper + floor((people - 1) * pg_temp.h(key, 74) ^ 3)::int) % people as validator,
       1 + (mapper + floor((people - 1) * pg_temp.h(key, 75))::int) % people as second_mapper
  from size, plan p cross join lateral generate_series(1, p.tasks) number
 cross join lateral (select p.id * 100000::bigint + number as key) k
 -- Forty people work on a project.
 cross join lateral (select pg_temp.one_of(people, p.id * 100::bigint + floor(40 * pg_temp.h(key, 70) ^ 2)::int, 71) as mapper) m
  left join lateral (select * from story where pg_temp.h(key, 72) <= p.done and pg_temp.h(key, 76) < upto order by upto limit 1) s on true;
create index on doing (id);
analyze doing;

insert into project_progress (project_id, total_tasks, tasks_mapped, tasks_validated, tasks_bad_imagery, last_updated)
select project_id, count(*), count(*) filter (where status = 'MAPPED'), count(*) filter (where status = 'VALIDATED'),
       count(*) filter (where status = 'BADIMAGERY'), max(began)
  from doing group by project_id;
insert into task (id, project_id, number, status, mapped_by, validated_by, changed_by, changed_at)
select d.id, d.project_id, d.number, d.status, case when d.status in ('MAPPED', 'BADIMAGERY') or story = 3 then mapper when story = 5 then second_mapper end,
       case d.status when 'VALIDATED' then validator end, case when story = 0 then p.author_id when story in (3, 4, 5) then validator else mapper end,
       case when story = 0 then p.created_at else began + interval '10 days' end
  from doing d join project p on p.id = d.project_id order by d.id;
insert into task_geometry (task_id, project_id, geometry, geometry_3857, label_3857, geojson, area_m2, x, y, zoom, is_square)
select id, project_id, g, m, st_centroid(m), st_asgeojson(g, 6), st_area(g::geography), x, y, zoom, true
  from (select d.*, st_multi(tile_geometry_3857(x, y, zoom)) as m, st_multi(tile_geometry(x, y, zoom)) as g from doing d) d order by id;

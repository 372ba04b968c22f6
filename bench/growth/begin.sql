-- What growth.ts grows: functions of the session, and the people and organisations of all projects.
create function pg_temp.h(bigint, int) returns float8 language sql immutable as $$
  select (hashint8extended($1, $2) & 9007199254740991) / 9007199254740992.0::float8 $$;

insert into person (id, username) select n, 'mapper ' || n from generate_series(1, 2000) n on conflict do nothing;
update person set role = 'ADMIN' where id = 1;
insert into organisation (name, slug, description)
select 'Organisation ' || n, 'organisation-' || n, 'An organisation that maps.' from generate_series(1, 20) n on conflict do nothing;

-- Published projects with these numbers and so many tasks each: a block of tiles of the zoom, somewhere between 60° S and 60° N.
create function pg_temp.add_projects(first int, last int, tasks int, zoom int) returns void language plpgsql as $$
declare
  height int := ceil(sqrt(tasks));
begin
  create temporary table added on commit drop as
  select id, x0, y0, st_multi(st_transform(st_makeenvelope(x0 * step - half, y0 * step - half, (x0 + ceil(tasks / height::float8)) * step - half,
                                                           (y0 + height) * step - half, 3857), 4326)) as area
    from generate_series(first, last) id,
         lateral (select 20037508.3392::float8 as half, 20037508.3392::float8 / 2 ^ (zoom - 1) as step,
                         floor((1 << zoom) * (0.02 + 0.94 * pg_temp.h(id, 1)))::int as x0, floor((1 << zoom) * (0.3 + 0.38 * pg_temp.h(id, 2)))::int as y0) m;
  insert into project (id, status, author_id, organisation_id, created_at, changed_at, priority, difficulty, mapping_types, countries, changeset_comment,
                       imagery, task_creation_mode, grid_zoom, area_of_interest, centroid, area_m2)
  select id, 'PUBLISHED', 1 + floor(2000 * pg_temp.h(id, 3))::int, (select min(o.id) from organisation o) + floor(20 * pg_temp.h(id, 4))::int,
         now() - interval '900 days' * pg_temp.h(id, 5), now() - interval '30 days' * pg_temp.h(id, 5),
         (array['URGENT', 'HIGH', 'MEDIUM', 'LOW'])[1 + floor(4 * pg_temp.h(id, 6))::int]::project_priority, 'EASY', '{BUILDINGS}',
         array[(array['Kenya', 'Nepal', 'Peru', 'Germany', 'Philippines'])[1 + floor(5 * pg_temp.h(id, 7))::int]],
         '#project-' || id, 'Bing', 'GRID', zoom, area, st_centroid(area), st_area(area::geography)
    from added;
  insert into project_text (project_id, locale, name, short_description, description, instructions)
  select id, 'en', 'Mapping ' || place || ' ' || id, 'Buildings and roads of ' || place || ' before the rains.',
         repeat('The ' || place || ' valley floods each year. With buildings and roads on the map help gets there faster. ', 8), 'Draw each building as seen.'
    from added, lateral (select (array['Kisumu', 'Pokhara', 'Iquitos', 'Ahrweiler', 'Leyte', 'Beira', 'Goma', 'Sylhet'])[1 + floor(8 * pg_temp.h(id, 8))::int] as place) x;
  insert into project_progress (project_id, total_tasks, last_updated) select id, tasks, now() - interval '30 days' * pg_temp.h(id, 5) from added;
  insert into task (project_id, number, changed_by) select id, number, 1 from added, generate_series(1, tasks) number order by id, number;
  insert into task_geometry (task_id, project_id, geometry, geometry_3857, label_3857, geojson, area_m2, x, y, zoom, is_square)
  select id, project_id, g, m, st_centroid(m), st_asgeojson(g, 6), st_area(g::geography), x, y, add_projects.zoom, true
    from (select t.id, t.project_id, x, y, st_multi(tile_geometry_3857(x, y, add_projects.zoom)) as m, st_multi(tile_geometry(x, y, add_projects.zoom)) as g
            from task t join added a on a.id = t.project_id, lateral (select a.x0 + (number - 1) / height as x, a.y0 + (number - 1) % height as y) c) t;
  drop table added;
end $$;

-- So many rows of history, spread evenly over all tasks and people: taken, and mapped. Who is in it has contributed.
create function pg_temp.add_history(rows int, salt int) returns void language sql as $$
  with added as (
    insert into task_history (project_id, task_id, person_id, at, kind, status, duration_seconds)
    select project_id, id, 1 + (pg_temp.h(n / 2, salt) * 1999)::int, now() - interval '800 days' + n * (interval '700 days' / rows),
           case n % 2 when 0 then 'LOCKED_FOR_MAPPING' else 'STATE_CHANGE' end::history_kind, case n % 2 when 1 then 'MAPPED' end::task_status, case n % 2 when 0 then 900 end
      from generate_series(0, rows - 1) n
      join (select row_number() over (order by id) - 1 as place, id, project_id from task) t on t.place = n / 2 * 7919::bigint % (select count(*) from task)
     order by n
    returning project_id, person_id, at)
  insert into project_contributor (project_id, person_id, since) select project_id, person_id, min(at) from added group by 1, 2 on conflict do nothing $$;

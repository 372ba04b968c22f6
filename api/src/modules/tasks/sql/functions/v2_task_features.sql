-- Tasks as the GeoJSON of REST v2, as text: $1 project, $2 numbers; null: all.
create or replace function v2_task_features(p_project int, p_numbers int[]) returns text language sql stable as $$
  select '{"type":"FeatureCollection","features":[' || coalesce(string_agg(
           '{"type":"Feature","geometry":' || g.geojson || ',"properties":{"taskId":' || t.number || ',"taskX":' || coalesce(g.x::text, 'null')
             || ',"taskY":' || coalesce(g.y::text, 'null') || ',"taskZoom":' || coalesce(g.zoom::text, 'null') || ',"taskIsSquare":' || g.is_square
             || ',"taskStatus":"' || t.status || '","lockedBy":' || coalesce(t.lock_holder::text, 'null')
             || ',"mappedBy":' || coalesce(t.mapped_by::text, 'null') || ',"validatedBy":' || coalesce(t.validated_by::text, 'null') || '}}',
           ',' order by t.number), '') || ']}'
    from task_now t join task_geometry g on g.task_id = t.id
   where t.project_id = p_project and (p_numbers is null or t.number = any (p_numbers));
$$;

-- Versions of what REST v2 shows of projects. `tasks` grows with all that v2_task_features tells; locks that run out leave no event before
-- they are swept, so those in force are counted. `work` also with the names, pictures and levels of who worked on them.
-- A view: a function of SQL is planned anew at each call, which takes ten times as long.
create or replace view v2_version as
  select g.project_id, v.tasks, v.tasks || '.' || p.version as work
    from project_progress g
   cross join people_version p
   cross join lateral (
     select concat_ws('.', g.event_position, g.grid_version,
              (select count(*) from task t where t.project_id = g.project_id and t.lock_holder is not null and t.lock_expires_at > statement_timestamp())) as tasks
     ) v;
drop function if exists v2_work_version(int), v2_tasks_version(int);

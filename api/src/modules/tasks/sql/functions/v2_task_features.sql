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

-- Grows with all that v2_task_features tells; locks that run out leave no event before they are swept, so those in force are counted.
create or replace function v2_tasks_version(p_project int) returns text language sql stable as $$
  select concat_ws('.', event_position, grid_version, (select count(*) from task where project_id = p_project and lock_holder is not null and lock_expires_at > statement_timestamp()))
    from project_progress where project_id = p_project;
$$;

-- Tasks as features of the GeoJSON of REST v2, in the order of their numbers, as text, by the thousand: one text of all is
-- copied again and again while it grows. $1 project, $2 numbers; null: all.
select string_agg(
         '{"type":"Feature","geometry":' || g.geojson || ',"properties":{"taskId":' || t.number || ',"taskX":' || coalesce(g.x::text, 'null')
           || ',"taskY":' || coalesce(g.y::text, 'null') || ',"taskZoom":' || coalesce(g.zoom::text, 'null') || ',"taskIsSquare":' || g.is_square
           || ',"taskStatus":"' || t.status || '","lockedBy":' || coalesce(t.lock_holder::text, 'null')
           || ',"mappedBy":' || coalesce(t.mapped_by::text, 'null') || ',"validatedBy":' || coalesce(t.validated_by::text, 'null') || '}}',
         ',' order by t.number) as features
  from task_now t join task_geometry g on g.task_id = t.id and g.project_id = t.project_id
 where t.project_id = $1 and ($2::int[] is null or t.number = any ($2))
 group by t.number / 1000 order by t.number / 1000;

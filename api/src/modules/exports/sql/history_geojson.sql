-- Features at a point inside the task, in the order in which things began; a lock is there once it has ended.
-- $1 project, $2 numbers of tasks; null: all.
select '{"type":"Feature","id":' || h.id || ',"geometry":' || st_asgeojson(st_transform(g.label_3857, 4326), 6) || ',"properties":'
       || row_to_json((select r from (select t.number as "taskNumber", iso_time(h.at) as at, h.kind, h.status, p.username as person, h.person_id as "osmId",
            round(h.duration_seconds::numeric, 1) as "durationSeconds", h.comment, h.undo, h.credited) r)) || '}' as piece
  from task_history h
  join task t on t.id = h.task_id
  join task_geometry g on g.task_id = t.id
  join person p on p.id = h.person_id
 where h.project_id = $1 and ($2::int[] is null or t.number = any ($2))
 order by h.id

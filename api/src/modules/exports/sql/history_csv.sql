-- Rows of CSV in the order in which things began; a lock is there once it has ended. $1 project, $2 numbers of tasks; null: all.
select csv_row(h.project_id::text, t.number::text, iso_time(h.at), h.kind::text, h.status::text, csv_cell(p.username), h.person_id::text,
         round(h.duration_seconds::numeric, 1)::text, csv_cell(h.comment), h.undo::text, h.credited::text) as piece
  from task_history h
  join task t on t.id = h.task_id
  join person p on p.id = h.person_id
 where h.project_id = $1 and ($2::int[] is null or t.number = any ($2))
 order by h.id

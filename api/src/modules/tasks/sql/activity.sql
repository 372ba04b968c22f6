-- What happened in a project, newest first, comments left out. $1 project, $2 rows, $3 only before this id.
select h.id, h.task_id, t.number, h.person_id, h.at, h.kind, h.status, h.comment, h.duration_seconds, h.undo, h.credited
  from task_history_with_open_lock h join task t on t.id = h.task_id
 where h.project_id = $1 and h.kind <> 'COMMENT' and ($3::bigint is null or h.id < $3)
 order by h.id desc limit $2;

-- Each task of a project with the last that happened to it, comments aside, as text of REST v2. $1 project.
select json_build_object('activity', coalesce(json_agg(json_build_object('taskId', n.number, 'taskStatus', n.status,
         'actionDate', v2_time(coalesce(n.lock_since, last.at)), 'actionBy', b.username) order by n.number), '[]'))::text as text
  from task_now n
  left join lateral (select h.at, h.person_id from task_history h where h.task_id = n.id and h.kind <> 'COMMENT' order by h.id desc limit 1) last
    on n.lock_holder is null
  left join person b on b.id = coalesce(n.lock_holder, last.person_id)
 where n.project_id = $1;

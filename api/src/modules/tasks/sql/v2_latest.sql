-- Each task of a project with the last that happened to it, comments aside, as text of REST v2. $1 project.
select concat('{"activity" : [', string_agg(concat('{"taskId" : ', n.number, ', "taskStatus" : "', n.status, '", "actionDate" : ',
         coalesce('"' || v2_time(coalesce(n.lock_since, last.at)) || '"', 'null'), ', "actionBy" : ', coalesce(to_json(b.username)::text, 'null'), '}'),
         ', ' order by n.number), ']}') as text
  from task_now n
  left join (select distinct on (task_id) task_id, at, person_id from task_history
              where project_id = $1 and kind <> 'COMMENT' order by task_id, id desc) last
    on last.task_id = n.id and n.lock_holder is null
  left join person b on b.id = coalesce(n.lock_holder, last.person_id)
 where n.project_id = $1;

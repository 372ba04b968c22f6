-- What the validator wrote when sending tasks back: the comment made with the newest INVALIDATED. $1 task ids
select t.id, c.comment
  from task t
  cross join lateral (select person_id, at from task_history where task_id = t.id and kind = 'STATE_CHANGE' and status = 'INVALIDATED' and (credited or not undo) order by id desc limit 1) change
  cross join lateral (select comment from task_history h
                       where h.task_id = t.id and h.kind = 'COMMENT' and h.person_id = change.person_id and h.at = change.at order by id desc limit 1) c
 where t.id = any ($1::int[]) and t.status = 'INVALIDATED';

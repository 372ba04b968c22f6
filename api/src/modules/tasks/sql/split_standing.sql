-- What stands in the way of undoing the splits that tasks came from. $1 tasks. A task that came from none, or whose split was
-- undone or forgotten, has no row. `changed`: number of the first part that is not as the split left it; `held`: of one that
-- somebody works on.
select t.id as task_id, s.person_id as split_by, parts.held, parts.changed
  from task t
  join task_split s on s.task_id = t.parent_id
 cross join lateral (
   select min(p.number) filter (where p.lock_expires_at > statement_timestamp()) as held,
          min(p.number) filter (where p.status = 'SPLIT' or
            (select count(*) from task_history h where h.task_id = p.id and h.kind = 'STATE_CHANGE') > 1) as changed
     from task p
    where p.parent_id = t.parent_id and (p.status <> 'SPLIT' or exists (select from task_split inner_split where inner_split.task_id = p.id))
 ) parts
 where t.id = any ($1::int[]) and t.status <> 'SPLIT';

-- $1 task ids, $2 only comments
with recursive line as (
  select id as task, id, parent_id from task where id = any ($1::int[])
  union all
  select line.task, t.id, t.parent_id from line join task t on t.id = line.parent_id
)
select l.task, count(*)::int as count from line l join task_history_with_open_lock h on h.task_id = l.id
 where not $2 or h.kind = 'COMMENT' group by l.task;

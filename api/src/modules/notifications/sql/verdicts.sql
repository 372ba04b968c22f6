-- Whose work a verdict was given on, after it was written. $1 project, $2 task numbers. An invalidated task has no mapper any more;
-- the invalidation remembers who it was.
select t.id as task_id, t.number, coalesce(t.mapped_by, i.mapper_id) as mapper_id
  from task t
  left join lateral (select mapper_id from task_invalidation where task_id = t.id order by id desc limit 1) i on true
 where t.project_id = $1 and t.number = any ($2::int[]);

-- Whose work a verdict was given on, after it was written. $1 project, $2 task numbers. An invalidated task has no mapper any more;
-- the invalidation remembers who it was.
with judged as (
  select id, number, mapped_by from task where id = any (task_ids($1, $2::int[]))),
invalidated as (
  select distinct on (i.task_id) i.task_id, i.mapper_id
    from judged j join task_invalidation i on i.task_id = j.id
   where j.mapped_by is null
   order by i.task_id, i.id desc)
select j.id as task_id, j.number, coalesce(j.mapped_by, i.mapper_id) as mapper_id
  from judged j left join invalidated i on i.task_id = j.id;

-- Newest history rows of tasks, those of the tasks they were split from included. $1 task ids, $2 rows a task, $3 only before this id,
-- $4 only comments. Who did it with each.
with recursive line as (
  select id as task, id, parent_id from task where id = any ($1::int[])
  union all
  select line.task, t.id, t.parent_id from line join task t on t.id = line.parent_id
)
select l.task, h.*, p.*,
       -- The mapping issues that a validator counted, as issues.sql has them.
       case when h.kind = 'STATE_CHANGE' then coalesce((
         select json_agg(json_build_object('count', i.count, 'number', c.id, 'name', c.name, 'description', c.description, 'archived', c.archived) order by c.name)
           from task_issue i join mapping_issue_category c on c.id = i.category_id where i.history_id = h.id), '[]') end as issues
  from (select task, array_agg(id) as ids from line group by task) l
  cross join lateral (
    select h.id, h.task_id, t.number, h.person_id, h.at, h.kind, h.status, h.comment, h.duration_seconds, h.undo, h.credited
      from task_history_with_open_lock h join task t on t.id = h.task_id
     where h.task_id = any (l.ids) and ($3::bigint is null or h.id < $3) and (not $4 or h.kind = 'COMMENT')
     order by h.id desc limit $2
  ) h
  cross join lateral (select username, picture_url, role from person where id = h.person_id limit 1) p
 order by l.task, h.id desc;

-- A page of what happened in a project, newest first, without comments, as REST v2 gives it, and how much there is in all.
-- $1 project, $2 rows before the page. A part of a split has the history of the task it came from, without the lock under which it
-- was split: that is looked for where there are parts. All else is read by its time, and no more of it than the page.
with recursive line as (
  select t.id as task, t.number, t.parent_id as id from task_now t where t.project_id = $1 and t.parent_id is not null
  union all
  select line.task, line.number, t.parent_id from line join task t on t.id = line.id where t.parent_id is not null
), inherited as materialized (
  select h.id, h.at, l.number, h.person_id, h.kind, h.status, h.duration_seconds
    from line l join task_history h on h.task_id = l.id
   where h.kind <> 'COMMENT'
     and h.id is distinct from (select max(k.id) from task_history k where k.task_id = l.id and k.kind in ('LOCKED_FOR_MAPPING', 'LOCKED_FOR_VALIDATION'))
), gone as materialized (
  select id from task where project_id = $1 and status = 'SPLIT'
), locked as materialized (
  select h.id, h.at, t.number, h.person_id, h.kind, h.status, h.duration_seconds
    from task t join task_history_with_open_lock h on h.task_id = t.id and h.id = t.lock_history_id
   where t.project_id = $1 and t.lock_holder is not null and t.status <> 'SPLIT'
), own as (
  select h.id, h.at, t.number, h.person_id, h.kind, h.status, h.duration_seconds
    from task_history h join task t on t.id = h.task_id
   where h.project_id = $1 and h.kind <> 'COMMENT' and t.status <> 'SPLIT'
   order by h.at desc, t.number desc, h.id desc limit 10 + $2::bigint
), page as (
  select * from (select * from own union all select * from locked union all select * from inherited) past
   order by at desc, number desc, id desc limit 10 offset $2::bigint
)
select (select count(*) from task_history where project_id = $1 and kind <> 'COMMENT')::int
         - (select count(*) from gone join task_history h on h.task_id = gone.id where h.kind <> 'COMMENT')::int
         + (select count(*) from locked)::int + (select count(*) from inherited)::int as total,
       (select coalesce(json_agg(json_build_object('historyId', e.id, 'taskId', e.number, 'action', e.kind,
                 'actionText', v2_action_text(e.status, null, e.duration_seconds), 'actionDate', v2_time(e.at), 'actionBy', b.username,
                 'pictureUrl', null, 'issues', null) order by e.at desc, e.number desc, e.id desc), '[]')::text
          from page e join person b on b.id = e.person_id) as rows;

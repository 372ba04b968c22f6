-- A page of what happened in a project, newest first, without comments, as REST v2 gives it, and how much there is in all.
-- $1 project, $2 rows before the page. A part of a split has the history of the task it came from, without the lock under which it
-- was split.
with recursive line as (
  select t.id as task, t.number, t.id, t.parent_id, false as is_parent from task_now t where t.project_id = $1
  union all
  select line.task, line.number, t.id, t.parent_id, true from line join task t on t.id = line.parent_id
), past as materialized (
  select h.id, h.at, l.number, h.person_id, h.kind, h.status, h.duration_seconds
    from line l join task_history_with_open_lock h on h.task_id = l.id
   where h.kind <> 'COMMENT' and h.project_id = $1
     and not (l.is_parent and h.id = (select max(k.id) from task_history k where k.task_id = l.id and k.kind in ('LOCKED_FOR_MAPPING', 'LOCKED_FOR_VALIDATION')))
)
select (select count(*)::int from past) as total,
       (select json_agg(json_build_object('historyId', e.id, 'taskId', e.number, 'action', e.kind,
                 'actionText', v2_action_text(e.status, null, e.duration_seconds), 'actionDate', v2_time(e.at), 'actionBy', b.username,
                 'pictureUrl', null, 'issues', null) order by e.at desc, e.number desc, e.id desc)
          from (select * from past order by at desc, number desc, id desc limit 10 offset $2) e join person b on b.id = e.person_id) as rows;

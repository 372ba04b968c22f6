-- What must hold whenever nobody is writing: one row for each thing that does not. $1 projects, null for all.
with t as (select * from task where $1::int[] is null or project_id = any ($1)),
     h as (select * from task_history where $1::int[] is null or project_id = any ($1)),
     e as (select * from project_event where $1::int[] is null or project_id = any ($1)),
     p as (select * from project_progress where $1::int[] is null or project_id = any ($1)),
     changes as (select *, lag(status, 1, 'READY') over (partition by task_id order by id) as before from h where kind = 'STATE_CHANGE')
select 'counters differ from tasks' as what, p.project_id, null::int as number from p
 where row (total_tasks, tasks_mapped, tasks_validated, tasks_bad_imagery)::text <>
       (select row (count(*) filter (where status <> 'SPLIT'), count(*) filter (where status = 'MAPPED'), count(*) filter (where status = 'VALIDATED'),
                    count(*) filter (where status = 'BADIMAGERY'))::text from t where t.project_id = p.project_id)
union all
select 'status is not the newest state change', project_id, number from t
 where status <> coalesce((select status from h where h.task_id = t.id and kind = 'STATE_CHANGE' order by id desc limit 1), 'READY')
union all
select 'locks given and locks ended differ', project_id, number from t
 where (select count(*) from h where h.task_id = t.id and duration_seconds is not null) + (lock_holder is not null)::int
       <> (select count(*) from e where e.task_id = t.id and kind in ('LOCKED', 'EXTENDED'))
union all
select 'two locks of a task overlap', project_id, (select number from t where t.id = x.task_id)
  from (select project_id, task_id, at, lag(at + make_interval(secs => duration_seconds)) over (partition by task_id order by id) as before
          from h where duration_seconds is not null) x
 where before > at + interval '1 millisecond'   -- durations are rounded to microseconds
union all
select 'a person holds what cannot be held together', min(project_id), min(number) from t where lock_holder is not null group by lock_holder
having count(*) filter (where lock_kind = 'MAPPING') > 1 or count(distinct lock_kind) > 1 or count(distinct project_id) > 1
union all
select 'positions have gaps', project_id, null from p
 where event_position <> (select count(*) from e where e.project_id = p.project_id)
    or event_position <> coalesce((select max(position) from e where e.project_id = p.project_id), 0)
union all
select 'newest event differs from task', project_id, number from t
 where row (status, lock_kind, lock_holder, lock_expires_at, lock_version)::text <>
       (select row (status, lock_kind, lock_holder, lock_expires_at, lock_version)::text from e where e.task_id = t.id order by position desc limit 1)
union all
select 'an open invalidation on a task that needs no mapping', t.project_id, number
  from t join task_invalidation i on i.task_id = t.id and not i.closed where t.status = 'VALIDATED'
union all
select 'a task that needs more mapping without its invalidation', t.project_id, number
  from t where status = 'INVALIDATED' and not exists (select from task_invalidation i where i.task_id = t.id and not i.closed)
union all
select 'parts do not cover the task that was split', t.project_id, t.number
  from t join task_geometry g on g.task_id = t.id join task_split s on s.task_id = t.id
 where t.status = 'SPLIT'
   and abs(g.area_m2 - (select sum(pg.area_m2) from task part join task_geometry pg on pg.task_id = part.id
                       where part.parent_id = t.id and (part.status <> 'SPLIT' or exists (select from task_split s where s.task_id = part.id)))) > g.area_m2 * 1e-6
union all
select 'a task that is there is kept as split', t.project_id, t.number
  from t join task_split s on s.task_id = t.id where t.status <> 'SPLIT';

-- What must hold whenever nobody is writing: one row for each thing that does not. $1 projects, null for all. Each table is read
-- as a whole and joined: nothing is looked up task by task. Locks without a version were written for clients of v2 and never held.
with t as not materialized (select * from task where $1::int[] is null or project_id = any ($1)),
     h as not materialized (select * from task_history where $1::int[] is null or project_id = any ($1)),
     e as not materialized (select * from project_event where $1::int[] is null or project_id = any ($1)),
     p as not materialized (select * from project_progress where $1::int[] is null or project_id = any ($1)),
     counted as (
       select project_id, count(*) filter (where status <> 'SPLIT') as total, count(*) filter (where status = 'MAPPED') as mapped,
              count(*) filter (where status = 'VALIDATED') as validated, count(*) filter (where status = 'BADIMAGERY') as bad_imagery
         from t group by project_id),
     newest_change as (select distinct on (task_id) task_id, status from h where kind = 'STATE_CHANGE' order by task_id, id desc),
     locks_ended as (select task_id, count(*) as locks from h where duration_seconds is not null and lock_version is not null group by task_id),
     locks_given as (select task_id, count(*) as locks from e where kind in ('LOCKED', 'EXTENDED') group by task_id),
     newest_event as (select distinct on (task_id) * from e order by task_id, position desc),
     positions as (select project_id, count(*) as events, max(position) as newest from e group by project_id),
     parts as (
       select part.parent_id, sum(g.area_m2) as area_m2
         from t part join task_geometry g on g.task_id = part.id left join task_split s on s.task_id = part.id
        where part.parent_id is not null and (part.status <> 'SPLIT' or s.task_id is not null) group by part.parent_id)
select 'counters differ from tasks' as what, p.project_id, null::int as number
  from p left join counted c using (project_id)
 where (p.total_tasks, p.tasks_mapped, p.tasks_validated, p.tasks_bad_imagery) is distinct from
       (coalesce(c.total, 0), coalesce(c.mapped, 0), coalesce(c.validated, 0), coalesce(c.bad_imagery, 0))
union all
select 'status is not the newest state change', t.project_id, t.number
  from t left join newest_change c on c.task_id = t.id where t.status <> coalesce(c.status, 'READY')
union all
select 'locks given and locks ended differ', t.project_id, t.number
  from t left join locks_ended ended on ended.task_id = t.id left join locks_given given on given.task_id = t.id
 where coalesce(ended.locks, 0) + (t.lock_holder is not null)::int <> coalesce(given.locks, 0)
union all
select 'two locks of a task overlap', t.project_id, t.number
  from (select task_id, at, lag(at + make_interval(secs => duration_seconds)) over (partition by task_id order by id) as before
          from h where duration_seconds is not null) x
  join t on t.id = x.task_id
 where x.before > x.at + interval '1 millisecond'   -- durations are rounded to microseconds
union all
select 'a person holds what cannot be held together', min(project_id), min(number) from t where lock_holder is not null group by lock_holder
having count(*) filter (where lock_kind = 'MAPPING') > 1 or count(distinct lock_kind) > 1 or count(distinct project_id) > 1
union all
select 'positions have gaps', p.project_id, null from p left join positions n using (project_id)
 where p.event_position <> coalesce(n.events, 0) or p.event_position <> coalesce(n.newest, 0)
union all
select 'newest event differs from task', t.project_id, t.number from t join newest_event n on n.task_id = t.id
 where (t.status, t.lock_kind, t.lock_holder, t.lock_expires_at, t.lock_version) is distinct from
       (n.status, n.lock_kind, n.lock_holder, n.lock_expires_at, n.lock_version)
union all
select 'an open invalidation on a task that needs no mapping', t.project_id, t.number
  from t join task_invalidation i on i.task_id = t.id and not i.closed where t.status = 'VALIDATED'
union all
select 'a task that needs more mapping without its invalidation', t.project_id, t.number
  from t left join task_invalidation i on i.task_id = t.id and not i.closed where t.status = 'INVALIDATED' and i.id is null
union all
select 'parts do not cover the task that was split', t.project_id, t.number
  from t join task_geometry g on g.task_id = t.id join task_split s on s.task_id = t.id join parts on parts.parent_id = t.id
 where t.status = 'SPLIT' and abs(g.area_m2 - parts.area_m2) > g.area_m2 * 1e-6
union all
select 'a task that is there is kept as split', t.project_id, t.number
  from t join task_split s on s.task_id = t.id where t.status <> 'SPLIT'
union all
select 'when a person last worked on it differs from its history', t.project_id, t.number
  from (select person_id, task_id, max(at) as at from h group by person_id, task_id) done
  full join (select k.* from person_task k join t on t.id = k.task_id) kept using (person_id, task_id)
  join t on t.id = task_id
 where done.at is distinct from kept.last_at;

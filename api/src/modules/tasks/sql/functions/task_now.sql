-- Tasks as people see them at this moment: a lock that ran out is no lock, whether or not the sweep has been there, and a task
-- that was split is no task. `status` has the lock in it, as v2 shows it.
create or replace view task_now as
  select t.id, t.project_id, t.number, t.parent_id,
         case when l.held then 'LOCKED_FOR_' || t.lock_kind else t.status::text end as status,
         t.status as status_under_lock,
         case when l.held then t.lock_kind end as lock_kind,
         case when l.held then t.lock_holder end as lock_holder,
         case when l.held then t.lock_since end as lock_since,
         case when l.held then t.lock_expires_at end as lock_expires_at,
         t.lock_version, t.mapped_by, t.validated_by, t.changed_by, t.changed_at
    from task t
    cross join lateral (select coalesce(t.lock_expires_at > statement_timestamp(), false) as held) l
   where t.status <> 'SPLIT';

-- Tasks that people did anything on, each once, with when they last did: a task that they hold counts from when they took it.
create or replace view task_touched as
  select k.person_id, k.task_id, k.project_id, greatest(k.last_at, held.lock_since) as at
    from person_task k left join task held on held.id = k.task_id and held.lock_holder = k.person_id
  union all
  select lock_holder, id, project_id, lock_since from task
   where lock_holder is not null and not exists (select from person_task k where k.person_id = task.lock_holder and k.task_id = task.id);

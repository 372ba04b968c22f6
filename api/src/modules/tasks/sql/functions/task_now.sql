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

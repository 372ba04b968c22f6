-- Ends locks and writes their history: the holder stopped or submitted (expired = false), or the time was up (true).
-- The rows must be locked by the caller. An expired lock lasted until its expiry, whenever that is noticed.
-- Not as SQL: that is planned anew at each call.
create or replace function end_locks(p_tasks int[], p_at timestamptz, p_expired boolean) returns void
language plpgsql as $$
begin
  insert into task_history (id, project_id, task_id, person_id, at, kind, duration_seconds, lock_version)
  select lock_history_id, project_id, id, lock_holder, lock_since,
         ((case when p_expired then 'AUTO_UNLOCKED_FOR_' when lock_extended then 'EXTENDED_FOR_' else 'LOCKED_FOR_' end) || lock_kind)::history_kind,
         extract(epoch from least(p_at, lock_expires_at) - lock_since), lock_version
    from task where id = any (p_tasks) and lock_holder is not null;

  update task
     set lock_kind = null, lock_holder = null, lock_since = null, lock_expires_at = null, lock_history_id = null, lock_extended = false,
         changed_by = lock_holder, changed_at = least(p_at, lock_expires_at)
   where id = any (p_tasks) and lock_holder is not null;
end $$;

-- Housekeeping: `select * from sweep_expired_locks(500)` every few seconds. Nothing depends on it for being right.
-- One row a task swept.
create or replace function sweep_expired_locks(p_limit int) returns table (project_id int, task_id int)
language plpgsql set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  at constant timestamptz := clock_timestamp();   -- in a variable: a volatile function in the condition would not use the index
  expired record;
begin
  for expired in
    select t.project_id, t.lock_holder, array_agg(t.id order by t.id) as tasks
      from (select id, project_id, lock_holder from task where lock_expires_at <= at
             order by lock_expires_at limit p_limit for no key update skip locked) t   -- this order: by id the planner reads every task
     group by t.project_id, t.lock_holder order by t.project_id, t.lock_holder
  loop
    perform end_locks(expired.tasks, at, true);
    perform append_events(expired.project_id, 'EXPIRED', expired.lock_holder, at, expired.tasks);
    return query select expired.project_id, unnest(expired.tasks);
  end loop;
end $$;

-- Takes positions under the project's row lock, changes the counters in the same update, and writes one event a task.
-- Call it last: the row stays locked until the commit is on disk, and everyone in the project waits for it.
create or replace function append_events(p_project int, p_kind event_kind, p_person int, p_at timestamptz, p_tasks int[],
  d_mapped int default 0, d_validated int default 0, d_bad_imagery int default 0, p_touch boolean default false) returns void
language plpgsql as $$
begin
  with moved as (
    update project_progress
       set event_position    = event_position + cardinality(p_tasks),
           tasks_mapped      = tasks_mapped + d_mapped,
           tasks_validated   = tasks_validated + d_validated,
           tasks_bad_imagery = tasks_bad_imagery + d_bad_imagery,
           last_updated      = case when p_touch then p_at else last_updated end
     where project_id = p_project
    returning event_position, grid_version
  )
  insert into project_event
    (project_id, position, at, kind, person_id, task_id, number, status, lock_kind, lock_holder, lock_expires_at, lock_version, grid_version)
  select p_project, moved.event_position - cardinality(p_tasks) + row_number() over (order by t.id), p_at, p_kind, p_person,
         t.id, t.number, t.status, t.lock_kind, t.lock_holder, t.lock_expires_at, t.lock_version, moved.grid_version
    from moved, task t where t.id = any (p_tasks);
end $$;

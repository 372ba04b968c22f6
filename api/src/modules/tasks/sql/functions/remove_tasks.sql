-- Takes tasks out of a project, all or none: select * from remove_tasks($project, $numbers, $person). Their history stays, as that
-- of parts of a split that was undone; a split that they came from cannot be undone any more. Their locks end.
-- Answers: REMOVED once; or for each number that there is not TASK_NOT_FOUND; or NONE_LEFT, as a project has a task at least.
create or replace function remove_tasks(p_project int, p_numbers int[], p_person int) returns table (number int, outcome text)
language plpgsql as $$
#variable_conflict use_column
declare
  ids    int[];
  gone   project_progress;
  at     timestamptz;
begin
  perform from person where id = p_person for no key update;
  perform from task where id = any (task_ids(p_project, p_numbers)) order by id for no key update;
  at := clock_timestamp();
  return query
  select n, 'TASK_NOT_FOUND' from unnest(p_numbers) with ordinality asked (n, ord)
   where not exists (select from task t where t.project_id = p_project and t.number = n and t.status <> 'SPLIT') order by ord;
  if found then return; end if;

  ids := array(select id from task t where t.id = any (task_ids(p_project, p_numbers)) order by id);
  perform from project_progress where project_id = p_project for no key update;
  if not exists (select from task t where t.project_id = p_project and t.status <> 'SPLIT' and t.id <> all (ids)) then
    return query select null::int, 'NONE_LEFT';
    return;
  end if;

  perform end_locks(array(select id from task where id = any (ids) and lock_expires_at <= at), at, true);
  perform end_locks(array(select id from task where id = any (ids) and lock_expires_at > at), at, false);
  select count(*) filter (where status = 'MAPPED'), count(*) filter (where status = 'VALIDATED'), count(*) filter (where status = 'BADIMAGERY')
    into gone.tasks_mapped, gone.tasks_validated, gone.tasks_bad_imagery from task where id = any (ids);
  insert into task_history (project_id, task_id, person_id, at, kind, status, credited)
  select p_project, id, p_person, at, 'STATE_CHANGE', 'SPLIT', false from unnest(ids) id order by id;
  update task_invalidation set closed = true, changed_at = at where task_id = any (ids) and not closed;
  with recursive line as (
    select parent_id from task where id = any (ids)
    union
    select t.parent_id from line join task t on t.id = line.parent_id
  )
  delete from task_split where task_id in (select parent_id from line);
  update task set status = 'SPLIT', mapped_by = null, validated_by = null, changed_by = p_person, changed_at = at, lock_version = lock_version + 1
   where id = any (ids);
  update project_progress
     set total_tasks = total_tasks - cardinality(ids), grid_version = grid_version + 1, tasks_mapped = tasks_mapped - gone.tasks_mapped,
         tasks_validated = tasks_validated - gone.tasks_validated, tasks_bad_imagery = tasks_bad_imagery - gone.tasks_bad_imagery
   where project_id = p_project;
  perform append_events(p_project, 'REMOVED', p_person, at, ids, 0, 0, 0, true);
  return query select null::int, 'REMOVED';
end $$;

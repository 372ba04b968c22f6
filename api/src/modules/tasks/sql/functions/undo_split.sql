-- Takes a split back: select * from undo_split($project, $number, $person, $may_validate, $discard_work). $number: one of the parts.
-- The task that was split is what it was, its history goes on, and its parts are no more; their history stays. Allowed to who
-- split it, and to who may validate; nobody may be working on a part (LOCKED_BY_OTHER), no part may itself have been split, and
-- each must be as the split left it (WRONG_STATE), unless $discard_work. Not from a split: NOT_DONE. Answers: one row.
create or replace function undo_split(p_project int, p_number int, p_person int, p_may_validate boolean, p_discard_work boolean)
returns lock_answer language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  answer  lock_answer;
  whole   int;          -- the task that was split
  before  task_split;
  part    task;
  parts   int[] := '{}';
  changed int;
  d_mapped int; d_bad int; d_validated int;
  at      timestamptz;
begin
  answer.number := p_number;
  select parent_id into whole from task where project_id = p_project and number = p_number and status <> 'SPLIT';
  if not found then answer.outcome := 'TASK_NOT_FOUND'; return answer; end if;
  perform from person where id = p_person for no key update;
  perform from task where id = whole or parent_id = whole order by id for no key update;
  at := clock_timestamp();
  select * into before from task_split where task_id = whole;
  if before.task_id is null or not exists (select from task where parent_id = whole and number = p_number and project_id = p_project and status <> 'SPLIT') then
    answer.outcome := 'NOT_DONE'; return answer;
  end if;
  if before.person_id <> p_person and not p_may_validate then answer.outcome := 'NOT_PERMITTED'; return answer; end if;

  for part in select * from task t where t.parent_id = whole
     and (t.status <> 'SPLIT' or exists (select from task_split s where s.task_id = t.id)) order by id
  loop
    answer.number := part.number;
    answer.status := part.status;
    if part.lock_expires_at > at then
      answer.outcome := 'LOCKED_BY_OTHER';
      answer.holder := part.lock_holder;
      answer.lock_expires_at := part.lock_expires_at;
      select username into answer.holder_name from person where id = part.lock_holder;
      return answer;
    end if;
    select count(*) into changed from task_history where task_id = part.id and kind = 'STATE_CHANGE';
    if part.status = 'SPLIT' or (changed > 1 and not p_discard_work) then answer.outcome := 'WRONG_STATE'; return answer; end if;
    parts := parts || part.id;
  end loop;

  perform end_locks(array(select id from task where id = any (parts) and lock_holder is not null), at, true);
  select (before.status = 'MAPPED')::int     - count(*) filter (where status = 'MAPPED'),
         (before.status = 'VALIDATED')::int  - count(*) filter (where status = 'VALIDATED'),
         (before.status = 'BADIMAGERY')::int - count(*) filter (where status = 'BADIMAGERY')
    into d_mapped, d_validated, d_bad from task where id = any (parts);
  -- Work on the parts stays with those who did it.
  insert into task_history (project_id, task_id, person_id, at, kind, status, credited)
  select p_project, id, p_person, at, 'STATE_CHANGE', 'SPLIT', false from unnest(parts) id order by id;
  insert into task_history (project_id, task_id, person_id, at, kind, status, undo, credited)
  values (p_project, whole, p_person, at, 'STATE_CHANGE', before.status, true, false);
  update task_invalidation set closed = true, changed_at = at where task_id = any (parts) and not closed;
  update task_invalidation set closed = false, changed_at = at where id = before.invalidation_id;

  update task set status = 'SPLIT', mapped_by = null, validated_by = null, changed_by = p_person, changed_at = at, lock_version = lock_version + 1
   where id = any (parts);
  update task set status = before.status, mapped_by = before.mapped_by, validated_by = before.validated_by,
         changed_by = p_person, changed_at = at, lock_version = lock_version + 1
   where id = whole
  returning number, id, status, lock_version into answer.number, answer.task_id, answer.status, answer.lock_version;
  delete from task_split where task_id = whole;
  update project_progress
     set total_tasks = total_tasks - cardinality(parts) + 1, grid_version = grid_version + 1,
         tasks_mapped = tasks_mapped + d_mapped, tasks_validated = tasks_validated + d_validated, tasks_bad_imagery = tasks_bad_imagery + d_bad
   where project_id = p_project;
  perform append_events(p_project, 'REMOVED', p_person, at, parts);
  perform append_events(p_project, 'REJOINED', p_person, at, array[whole], 0, 0, 0, true);

  answer.outcome := 'DONE';
  return answer;
end $$;

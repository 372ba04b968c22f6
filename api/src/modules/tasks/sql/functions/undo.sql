-- Takes the newest change of state back: select * from undo($project, $number, $person, $may_validate).
-- Allowed to who made that change, and to who may validate. VALIDATED → MAPPED, MAPPED and BADIMAGERY → READY, INVALIDATED → what
-- it was before. mapped_by, validated_by, the invalidation record and the author's counter are put back too.
create or replace function undo(p_project int, p_number int, p_person int, p_may_validate boolean)
returns lock_answer language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  answer  lock_answer;
  t       task;
  newest  task_history;     -- the newest STATE_CHANGE
  author  int;              -- whose counter went up when the task got its present status
  again   int;
  target  task_status;
  record_ task_invalidation;
  at      timestamptz;
begin
  answer.number := p_number;
  -- Two people's rows may change, and people are locked before tasks: who it is, is read first and read again under the locks.
  select work_author(id, status) into author from task where project_id = p_project and number = p_number;
  perform from person where id in (p_person, author) order by id for no key update;
  select * into t from task where project_id = p_project and number = p_number for no key update;
  at := clock_timestamp();
  if t.id is null or t.status = 'SPLIT' then answer.outcome := 'TASK_NOT_FOUND'; return answer; end if;
  again := work_author(t.id, t.status);
  if again is distinct from author then raise exception 'the task changed meanwhile' using errcode = 'serialization_failure'; end if;

  answer.task_id := t.id;
  answer.status := t.status;
  answer.lock_version := t.lock_version;
  if t.lock_expires_at > at then
    answer.outcome := 'LOCKED_BY_OTHER';
    answer.holder := t.lock_holder;
    answer.lock_expires_at := t.lock_expires_at;
    select username into answer.holder_name from person where id = t.lock_holder;
    return answer;
  end if;
  if t.status = 'READY' then answer.outcome := 'WRONG_STATE'; return answer; end if;
  -- A split that was undone (SPLIT, then back: an undo that is credited to nobody) is as if it had not been.
  select * into newest from task_history
   where task_id = t.id and kind = 'STATE_CHANGE' and status <> 'SPLIT' and (credited or not undo) order by id desc limit 1;
  if newest.person_id is distinct from p_person and not p_may_validate then answer.outcome := 'NOT_PERMITTED'; return answer; end if;

  target := case t.status
    when 'VALIDATED' then 'MAPPED'::task_status
    when 'INVALIDATED' then coalesce((select status from task_history
      where task_id = t.id and kind = 'STATE_CHANGE' and status <> 'SPLIT' and (credited or not undo) order by id desc offset 1 limit 1), 'READY')
    else 'READY' end;

  if t.lock_holder is not null then perform end_locks(array[t.id], at, true); end if;
  insert into task_history (project_id, task_id, person_id, at, kind, comment)
  values (p_project, t.id, p_person, at, 'COMMENT', format('Undo state from %s to %s', t.status, target));
  insert into task_history (project_id, task_id, person_id, at, kind, status, undo)
  values (p_project, t.id, p_person, at, 'STATE_CHANGE', target, true);

  if t.status = 'INVALIDATED' then
    select * into record_ from task_invalidation where task_id = t.id and not closed;
    delete from task_invalidation where id = record_.id;
    update task_invalidation set closed = false where task_id = t.id and closed and changed_at = record_.invalidated_at;   -- replaced by it
  elsif t.status = 'VALIDATED' then   -- the invalidation that this validation had settled is open again
    update task_invalidation set closed = false, validator_id = null, validated_at = null, changed_at = at
     where id = (select max(id) from task_invalidation where task_id = t.id)
       and closed and validated_at = newest.at;
  end if;

  update task
     set status = target,
         mapped_by    = case when target = 'READY' then null when t.status = 'INVALIDATED' then record_.mapper_id else mapped_by end,
         validated_by = case when target = 'VALIDATED' then record_.validated_by_before when t.status = 'INVALIDATED' then record_.validated_by_before
                             when t.status = 'VALIDATED' then null else validated_by end,
         changed_by = p_person, changed_at = at, lock_version = lock_version + 1
   where id = t.id;
  update person
     set tasks_mapped      = greatest(tasks_mapped      - (t.status = 'MAPPED')::int, 0),
         tasks_validated   = greatest(tasks_validated   - (t.status = 'VALIDATED')::int, 0),
         tasks_invalidated = greatest(tasks_invalidated - (t.status = 'INVALIDATED')::int, 0)
   where id = author and t.status <> target;
  perform append_events(p_project, 'UNDONE', p_person, at, array[t.id],
    (target = 'MAPPED')::int - (t.status = 'MAPPED')::int,
    (target = 'VALIDATED')::int - (t.status = 'VALIDATED')::int,
    (target = 'BADIMAGERY')::int - (t.status = 'BADIMAGERY')::int, true);

  answer.outcome := 'DONE';
  answer.status := target;
  answer.lock_version := t.lock_version + 1;
  return answer;
end $$;

-- Who brought a task into this status: the author of the newest STATE_CHANGE that was no undo and did change the status;
-- null when that was nobody's work.
create or replace function work_author(p_task int, p_status task_status) returns int language sql stable as $$
  select case when credited then person_id end
    from (select id, person_id, status, undo, credited, lag(status, 1, 'READY') over (order by id) as before
            from task_history where task_id = p_task and kind = 'STATE_CHANGE') h
   where status = p_status and not undo and before <> p_status
   order by id desc limit 1;
$$;

-- Locks a task for mapping: select * from claim($project, $number, $person, $hold_for).
create or replace function claim(p_project int, p_number int, p_person int, p_hold_for interval) returns lock_answer
language plpgsql as $$
declare
  claimed record;
begin
  claimed := claim_shown(p_project, p_number, p_person, p_hold_for, null);
  return claimed.answer;
end $$;

-- The same, with the task as REST v2 then shows it in these languages (v2_tasks); null where nothing was changed.
-- Each statement of a plpgsql function has its own snapshot: after the row locks, what is read is what is true.
create or replace function claim_shown(p_project int, p_number int, p_person int, p_hold_for interval, p_locales text[],
  out answer lock_answer, out shown json)
language plpgsql as $$
declare
  target  task;
  other   task;   -- another task of this person
  lapsed  task[] := '{}';
  at      timestamptz;
begin
  answer.number := p_number;

  -- Order of locks everywhere: person, tasks by id, project. One decision at a time for one person.
  perform from person where id = p_person for no key update;
  if not found then answer.outcome := 'PERSON_NOT_FOUND'; return; end if;

  for other in
    select * from task where (project_id = p_project and number = p_number) or lock_holder = p_person
     order by id for no key update
  loop
    if other.project_id = p_project and other.number = p_number then target := other; else lapsed := lapsed || other; end if;
  end loop;
  at := clock_timestamp();   -- not now(): that is from before the waiting

  if target.id is null or target.status = 'SPLIT' then answer.outcome := 'TASK_NOT_FOUND'; return; end if;
  answer.task_id := target.id;
  answer.status := target.status;
  answer.lock_version := target.lock_version;

  if target.lock_expires_at > at then
    answer.holder := target.lock_holder;
    answer.lock_expires_at := target.lock_expires_at;
    select username into answer.holder_name from person where id = target.lock_holder;
    answer.outcome := case when target.lock_holder = p_person and target.lock_kind = 'MAPPING' then 'DONE'   -- asked twice
                           when target.lock_holder = p_person then 'HOLDS_OTHER_LOCK'
                           else 'LOCKED_BY_OTHER' end;
    if answer.outcome = 'HOLDS_OTHER_LOCK' then
      answer.other_project_id := p_project; answer.other_number := p_number;
    end if;
    return;
  end if;

  if target.status not in ('READY', 'INVALIDATED') then answer.outcome := 'WRONG_STATE'; return; end if;
  if (select enforce_assignment from project where id = p_project) and not is_meant_for(target.id, p_person) then
    answer.outcome := 'NOT_ASSIGNED'; return;
  end if;

  foreach other in array lapsed loop
    if other.lock_expires_at > at then
      answer.outcome := 'HOLDS_OTHER_LOCK';
      answer.other_project_id := other.project_id; answer.other_number := other.number;
      answer.lock_expires_at := other.lock_expires_at;
      return;
    end if;
  end loop;

  -- Locks that ran out, this person's elsewhere and whoever's here, end now; no job need have run.
  if target.lock_holder is not null then perform end_locks(array[target.id], at, true); end if;
  if cardinality(lapsed) > 0 then perform end_lapsed(p_person, array(select (l).id from unnest(lapsed) l), at, p_project); end if;

  update task
     set lock_kind = 'MAPPING', lock_holder = p_person, lock_since = at, lock_expires_at = at + p_hold_for,
         lock_history_id = nextval('task_history_id'), lock_version = lock_version + 1, changed_by = p_person, changed_at = at
   where id = target.id
  returning lock_version, lock_holder, lock_expires_at into answer.lock_version, answer.holder, answer.lock_expires_at;
  if p_locales is not null then select to_json(s) into shown from v2_tasks(p_project, array[p_number], p_locales) s; end if;
  perform append_events(p_project, 'LOCKED', p_person, at, array[target.id]);

  answer.outcome := 'DONE';
end $$;

-- A person's expired locks, which may lie in several projects; the projects' rows are locked in order of their ids.
create or replace function end_lapsed(p_person int, p_tasks int[], p_at timestamptz, p_project int) returns void
language plpgsql as $$
declare
  lapsed record;
begin
  perform end_locks(p_tasks, p_at, true);
  perform from project_progress
    where project_id = p_project or project_id in (select project_id from task where id = any (p_tasks))
    order by project_id for no key update;
  for lapsed in select project_id, array_agg(id) as tasks from task where id = any (p_tasks) group by project_id order by project_id loop
    perform append_events(lapsed.project_id, 'EXPIRED', p_person, p_at, lapsed.tasks);
  end loop;
end $$;

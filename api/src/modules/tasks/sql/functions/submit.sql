-- Ends a mapping lock with a result: select * from submit($project, $number, $person, $status, $comment, $lock_version).
-- status MAPPED, BADIMAGERY, or READY (the work is given back). lock_version null: a v2 client, only the holder is checked.
-- A lock that ran out still counts while nobody has taken the task: work done is saved, whether or not the sweep has run.
create or replace function submit(p_project int, p_number int, p_person int, p_status task_status, p_comment text, p_lock_version int)
returns lock_answer language plpgsql as $$
declare
  submitted record;
begin
  submitted := submit_shown(p_project, p_number, p_person, p_status, p_comment, p_lock_version, null);
  return submitted.answer;
end $$;

-- The same, with the task as REST v2 then shows it in these languages (v2_tasks); null where nothing was changed.
create or replace function submit_shown(p_project int, p_number int, p_person int, p_status task_status, p_comment text, p_lock_version int,
  p_locales text[], out answer lock_answer, out shown json)
language plpgsql as $$
declare
  t       task;
  at      timestamptz;
  swept   boolean;
begin
  answer.number := p_number;
  if p_status not in ('MAPPED', 'BADIMAGERY', 'READY') then answer.outcome := 'WRONG_STATE'; return; end if;

  perform from person where id = p_person for no key update;
  if not found then answer.outcome := 'PERSON_NOT_FOUND'; return; end if;
  select * into t from task where project_id = p_project and number = p_number for no key update;
  at := clock_timestamp();

  if t.id is null or t.status = 'SPLIT' then answer.outcome := 'TASK_NOT_FOUND'; return; end if;
  answer.task_id := t.id;
  answer.status := t.status;
  answer.lock_version := t.lock_version;

  -- In the task's history, never in all of the person's, which may be a hundred thousand rows.
  swept := t.lock_holder is null and t.status in ('READY', 'INVALIDATED') and p_person in (
    select person_id from task_history where task_id = t.id and lock_version = t.lock_version and kind = 'AUTO_UNLOCKED_FOR_MAPPING');
  answer.outcome := case
    when p_lock_version <> t.lock_version then 'STALE_LOCK'
    when swept then 'DONE'
    when t.lock_holder is null or t.lock_kind <> 'MAPPING' then 'NOT_LOCKED'
    when t.lock_holder <> p_person then 'LOCKED_BY_OTHER'
    else 'DONE' end;
  if answer.outcome <> 'DONE' then
    answer.holder := t.lock_holder;
    answer.lock_expires_at := t.lock_expires_at;
    select username into answer.holder_name from person where id = t.lock_holder;
    return;
  end if;

  -- The lock that ends, what was said, the result; in one statement, as person_task is kept once for each.
  insert into task_history (id, project_id, task_id, person_id, at, kind, status, comment, duration_seconds, lock_version)
  select coalesce(r.id, nextval('task_history_id')), p_project, t.id, p_person, r.at, r.kind, r.status, r.comment, r.seconds, t.lock_version
    from (values (t.lock_history_id, t.lock_since, case when t.lock_extended then 'EXTENDED_FOR_MAPPING' else 'LOCKED_FOR_MAPPING' end::history_kind,
                  null::task_status, null, extract(epoch from at - t.lock_since)::float8, not swept),
                 (null, at, 'COMMENT', null, p_comment, null, p_comment <> ''),
                 (null, at, 'STATE_CHANGE', p_status, null, null, true)) r (id, at, kind, status, comment, seconds, happened)
   where r.happened;

  -- A swept task gets a new version, so that the same submit is not taken twice.
  update task
     set status = p_status, mapped_by = case when p_status = 'READY' then mapped_by else p_person end,
         changed_by = p_person, changed_at = at,
         lock_kind = null, lock_holder = null, lock_since = null, lock_expires_at = null, lock_history_id = null, lock_extended = false,
         lock_version = lock_version + swept::int
   where id = t.id;
  if p_status = 'MAPPED' then update person set tasks_mapped = tasks_mapped + 1 where id = p_person; end if;
  insert into project_contributor (project_id, person_id, since) values (p_project, p_person, at) on conflict do nothing;
  if p_locales is not null then select to_json(s) into shown from v2_tasks(p_project, array[p_number], p_locales) s; end if;
  perform append_events(p_project, 'SUBMITTED', p_person, at, array[t.id],
    (p_status = 'MAPPED')::int, 0, (p_status = 'BADIMAGERY')::int, true);

  answer.status := p_status;
end $$;

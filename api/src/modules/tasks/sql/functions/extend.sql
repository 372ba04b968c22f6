-- Gives the holder's locks their full time again: select * from extend($project, $numbers, $person, $hold_for).
-- The time held so far becomes a history row of its own, as in the original. All or nothing. A lock that has run out is not
-- extended: it is taken again, by whoever is first.
create or replace function extend(p_project int, p_numbers int[], p_person int, p_hold_for interval)
returns setof lock_answer language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  answers lock_answer[];
  tasks int[];
  at timestamptz;
begin
  perform from person where id = p_person for no key update;
  perform from task where id = any (task_ids(p_project, p_numbers)) order by id for no key update;
  at := clock_timestamp();

  select array_agg(row(asked.number, case
           when t.id is null or t.status = 'SPLIT' then 'TASK_NOT_FOUND'
           when t.lock_holder is null or t.lock_expires_at <= at then 'NOT_LOCKED'
           when t.lock_holder <> p_person then 'LOCKED_BY_OTHER'
           else 'DONE' end, t.id, t.status, t.lock_version, t.lock_holder, h.username, t.lock_expires_at, null, null)::lock_answer order by asked.ord),
         array_agg(distinct t.id)
    into answers, tasks
    from unnest(p_numbers) with ordinality asked (number, ord)
    left join lateral (select * from task where project_id = p_project and number = asked.number offset 0) t on true
    left join person h on h.id = t.lock_holder;

  if exists (select from unnest(answers) a where a.outcome <> 'DONE') then
    return query select a.number, case a.outcome when 'DONE' then 'NOT_DONE' else a.outcome end, a.task_id, a.status, a.lock_version,
      a.holder, a.holder_name, a.lock_expires_at, a.other_project_id, a.other_number from unnest(answers) a;
    return;
  end if;

  insert into task_history (id, project_id, task_id, person_id, at, kind, duration_seconds, lock_version)
  select lock_history_id, project_id, id, lock_holder, lock_since,
         ((case when lock_extended then 'EXTENDED_FOR_' else 'LOCKED_FOR_' end) || lock_kind)::history_kind,
         extract(epoch from at - lock_since), lock_version
    from task where id = any (tasks);
  update task
     set lock_since = at, lock_expires_at = at + p_hold_for, lock_history_id = nextval('task_history_id'), lock_extended = true,
         changed_by = p_person, changed_at = at
   where id = any (tasks);
  perform append_events(p_project, 'EXTENDED', p_person, at, tasks);

  return query select a.number, a.outcome, t.id, t.status, t.lock_version, t.lock_holder, a.holder_name, t.lock_expires_at, null::int, null::int
    from unnest(answers) with ordinality a join task t on t.id = a.task_id order by a.ordinality;
end $$;

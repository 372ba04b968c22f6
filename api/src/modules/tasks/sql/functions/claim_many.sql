-- Locks tasks for validation: select * from claim_many($project, $numbers, $person, $hold_for, $may_validate_own).
-- All or nothing; answers in the order asked. Locks the person already holds for validation here are kept as they are.
create or replace function claim_many(p_project int, p_numbers int[], p_person int, p_hold_for interval, p_may_validate_own boolean)
returns setof lock_answer language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  answers lock_answer[];
  fresh int[];
  lapsed int[];
  other task;
  at timestamptz;
begin
  perform from person where id = p_person for no key update;
  perform from task where id = any (task_ids(p_project, p_numbers)) or lock_holder = p_person order by id for no key update;
  at := clock_timestamp();

  -- a lock in force that does not go together with validating here
  select * into other from task
   where lock_holder = p_person and lock_expires_at > at and (lock_kind = 'MAPPING' or project_id <> p_project) limit 1;

  select array_agg(row(asked.number, case
           when t.id is null or t.status = 'SPLIT' then 'TASK_NOT_FOUND'
           when t.lock_holder <> p_person and t.lock_expires_at > at then 'LOCKED_BY_OTHER'
           when other.id is not null then 'HOLDS_OTHER_LOCK'
           when t.status not in ('MAPPED', 'INVALIDATED', 'BADIMAGERY') then 'WRONG_STATE'
           when t.mapped_by = p_person and not p_may_validate_own then 'OWN_WORK'
           else 'DONE' end, t.id, t.status, t.lock_version, t.lock_holder, h.username, t.lock_expires_at, other.project_id, other.number)::lock_answer order by asked.ord),
         coalesce(array_agg(distinct t.id) filter (where t.lock_holder is null or t.lock_expires_at <= at), '{}'),
         coalesce(array_agg(distinct t.id) filter (where t.lock_expires_at <= at), '{}')
    into answers, fresh, lapsed
    from unnest(p_numbers) with ordinality asked (number, ord)
    left join lateral (select * from task where project_id = p_project and number = asked.number offset 0) t on true
    left join person h on h.id = t.lock_holder;

  if exists (select from unnest(answers) a where a.outcome <> 'DONE') then
    return query select a.number, case a.outcome when 'DONE' then 'NOT_DONE' else a.outcome end, a.task_id, a.status, a.lock_version,
      a.holder, a.holder_name, a.lock_expires_at, a.other_project_id, a.other_number from unnest(answers) a;
    return;
  end if;

  perform end_locks(lapsed, at, true);
  lapsed := array(select id from task where lock_holder = p_person and lock_expires_at <= at);
  if cardinality(lapsed) > 0 then perform end_lapsed(p_person, lapsed, at, p_project); end if;
  if cardinality(fresh) > 0 then
    update task set lock_kind = 'VALIDATION', lock_holder = p_person, lock_since = at, lock_expires_at = at + p_hold_for,
           lock_history_id = nextval('task_history_id'), lock_version = lock_version + 1, changed_by = p_person, changed_at = at
     where id = any (fresh);
    perform append_events(p_project, 'LOCKED', p_person, at, fresh);
  end if;

  return query select a.number, a.outcome, t.id, t.status, t.lock_version, t.lock_holder, null::text, t.lock_expires_at, null::int, null::int
    from unnest(answers) with ordinality a join task t on t.id = a.task_id order by a.ordinality;
end $$;

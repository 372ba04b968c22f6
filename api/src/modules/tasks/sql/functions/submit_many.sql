-- Ends validation locks with a result each: select * from submit_many($project, $person, $numbers, $statuses, $comments, $lock_versions, $issues).
-- Parallel arrays, one element a task; status VALIDATED, INVALIDATED or MAPPED (no verdict); comment and version may be null.
-- $issues: a JSON array, one element a task: null or [{"category": id, "count": n}, …]. All or nothing; answers in the order asked.
create or replace function submit_many(p_project int, p_person int, p_numbers int[], p_statuses task_status[], p_comments text[],
  p_lock_versions int[], p_issues jsonb)
returns setof lock_answer language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  answers  lock_answer[];
  tasks    int[];
  changes  bigint[];   -- ids of the STATE_CHANGE rows, in the order asked
  mapped int; validated int; invalidated int; d_mapped int; d_validated int; d_bad int;
  at       timestamptz;
begin
  if cardinality(p_numbers) <> (select count(distinct n) from unnest(p_numbers) n) then
    raise exception 'a task is named twice' using errcode = 'invalid_parameter_value';
  end if;
  perform from person where id = p_person for no key update;
  perform from task where id = any (task_ids(p_project, p_numbers)) order by id for no key update;
  at := clock_timestamp();

  -- A lock that ran out still counts while nobody has taken the task, swept or not, as in submit.
  select array_agg(row(asked.number, case
           when t.id is null or t.status = 'SPLIT' then 'TASK_NOT_FOUND'
           when asked.status not in ('VALIDATED', 'INVALIDATED', 'MAPPED') then 'WRONG_STATE'
           when asked.version <> t.lock_version then 'STALE_LOCK'
           when t.lock_holder is null and t.status in ('MAPPED', 'INVALIDATED', 'BADIMAGERY') and p_person in (
             select person_id from task_history
              where task_id = t.id and lock_version = t.lock_version and kind = 'AUTO_UNLOCKED_FOR_VALIDATION') then 'DONE'
           when t.lock_holder is null or t.lock_kind <> 'VALIDATION' then 'NOT_LOCKED'
           when t.lock_holder <> p_person then 'LOCKED_BY_OTHER'
           else 'DONE' end, t.id, t.status, t.lock_version, t.lock_holder, h.username, t.lock_expires_at, null, null)::lock_answer order by asked.ord),
         array_agg(t.id order by asked.ord),
         count(*) filter (where asked.status = 'MAPPED'      and t.status <> 'MAPPED'),
         count(*) filter (where asked.status = 'VALIDATED'),
         count(*) filter (where asked.status = 'INVALIDATED' and t.status <> 'INVALIDATED'),
         sum((asked.status = 'MAPPED')::int - (t.status = 'MAPPED')::int),
         sum((asked.status = 'VALIDATED')::int),
         sum(- (t.status = 'BADIMAGERY')::int)
    into answers, tasks, mapped, validated, invalidated, d_mapped, d_validated, d_bad
    from unnest(p_numbers, p_statuses, p_lock_versions) with ordinality asked (number, status, version, ord)
    left join lateral (select * from task where project_id = p_project and number = asked.number offset 0) t on true
    left join person h on h.id = t.lock_holder;

  if exists (select from unnest(answers) a where a.outcome <> 'DONE') then
    return query select a.number, case a.outcome when 'DONE' then 'NOT_DONE' else a.outcome end, a.task_id, a.status, a.lock_version,
      a.holder, a.holder_name, a.lock_expires_at, a.other_project_id, a.other_number from unnest(answers) a;
    return;
  end if;

  -- Versions grow where the lock was swept, so that the same submit is not taken twice.
  update task set lock_version = lock_version + 1 where id = any (tasks) and lock_holder is null;
  perform end_locks(tasks, at, false);
  insert into task_history (project_id, task_id, person_id, at, kind, comment)
  select p_project, r.task_id, p_person, at, 'COMMENT', r.comment
    from unnest(tasks, p_comments) with ordinality r (task_id, comment, ord) where r.comment <> '' order by r.ord;
  changes := array(select nextval('task_history_id') from generate_subscripts(tasks, 1));
  insert into task_history (id, project_id, task_id, person_id, at, kind, status)
  select r.id, p_project, r.task_id, p_person, at, 'STATE_CHANGE', r.status from unnest(changes, tasks, p_statuses) r (id, task_id, status);
  insert into task_issue (history_id, category_id, count)
  select r.id, (issue ->> 'category')::int, (issue ->> 'count')::int
    from unnest(changes) with ordinality r (id, ord), jsonb_array_elements(nullif(p_issues -> (r.ord::int - 1), 'null')) issue;

  perform record_verdicts(p_project, p_person, tasks, p_statuses, changes, at);

  update task t
     set status       = r.status,
         validated_by = case r.status when 'VALIDATED' then p_person when 'INVALIDATED' then null else t.validated_by end,
         mapped_by    = case r.status when 'INVALIDATED' then null else t.mapped_by end,
         changed_by   = p_person, changed_at = at
    from unnest(tasks, p_statuses) r (task_id, status) where t.id = r.task_id;
  update person
     set tasks_mapped = tasks_mapped + mapped, tasks_validated = tasks_validated + validated, tasks_invalidated = tasks_invalidated + invalidated
   where id = p_person;
  insert into project_contributor (project_id, person_id, since) values (p_project, p_person, at) on conflict do nothing;
  perform append_events(p_project, 'SUBMITTED', p_person, at, tasks, d_mapped, d_validated, d_bad, true);

  return query select t.number, a.outcome, t.id, t.status, t.lock_version, null::int, null::text, null::timestamptz, null::int, null::int
    from unnest(answers) with ordinality a join task t on t.id = a.task_id order by a.ordinality;
end $$;

-- Keeps task_invalidation: an invalidation opens a row (and closes an older open one), a validation closes it.
-- Call it before the tasks' mapped_by and validated_by change. Not as SQL: that is planned anew at each call.
create or replace function record_verdicts(p_project int, p_person int, p_tasks int[], p_statuses task_status[], p_changes bigint[], p_at timestamptz)
returns void language plpgsql as $$
begin
  update task_invalidation i
     set closed = true, changed_at = p_at,
         validator_id = case r.status when 'VALIDATED' then p_person end, validated_at = case r.status when 'VALIDATED' then p_at end
    from unnest(p_tasks, p_statuses) r (task_id, status)
   where i.task_id = r.task_id and not i.closed and r.status in ('VALIDATED', 'INVALIDATED');

  insert into task_invalidation (project_id, task_id, history_id, mapper_id, mapped_at, invalidator_id, invalidated_at, validated_by_before, changed_at)
  select p_project, r.task_id, r.change, t.mapped_by, work.at, p_person, p_at, t.validated_by, p_at
    from unnest(p_tasks, p_statuses, p_changes) r (task_id, status, change)
    join task t on t.id = r.task_id
    left join lateral (select h.at from task_history h where h.task_id = r.task_id and h.kind = 'STATE_CHANGE' and h.status in ('MAPPED', 'BADIMAGERY')
                        order by h.id desc limit 1) work on true
   where r.status = 'INVALIDATED';
end $$;

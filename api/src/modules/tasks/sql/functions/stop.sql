-- Gives locks of one kind back without a result: select * from stop($project, $numbers, $person, $kind, $comments).
-- $comments: one a task, in the order of $numbers, null for none. All or nothing: if one task is refused, the others answer NOT_DONE.
create or replace function stop(p_project int, p_numbers int[], p_person int, p_kind lock_kind, p_comments text[])
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
           when t.lock_holder is null or t.lock_kind <> p_kind then 'NOT_LOCKED'
           when t.lock_holder <> p_person then 'LOCKED_BY_OTHER'
           else 'DONE' end, t.id, t.status, t.lock_version, t.lock_holder, h.username, t.lock_expires_at, null, null)::lock_answer order by asked.ord),
         array_agg(t.id order by asked.ord)
    into answers, tasks
    from unnest(p_numbers) with ordinality asked (number, ord)
    left join lateral (select * from task where project_id = p_project and number = asked.number offset 0) t on true
    left join person h on h.id = t.lock_holder;

  if exists (select from unnest(answers) a where a.outcome <> 'DONE') then
    return query select a.number, case a.outcome when 'DONE' then 'NOT_DONE' else a.outcome end, a.task_id, a.status, a.lock_version,
      a.holder, a.holder_name, a.lock_expires_at, a.other_project_id, a.other_number from unnest(answers) a;
    return;
  end if;

  perform end_locks(tasks, at, false);
  insert into task_history (project_id, task_id, person_id, at, kind, comment)
  select p_project, c.task_id, p_person, at, 'COMMENT', c.comment
    from unnest(tasks, p_comments) c (task_id, comment) where c.comment <> '';
  perform append_events(p_project, 'RELEASED', p_person, at, tasks);
  return query select * from unnest(answers);
end $$;

-- What a manager does to many tasks at once: select * from bulk_change($project, $person, $action, $author, $numbers,
-- $statuses, $of_person, $area, $leave_locked, $dry, $with_locks).
-- action: MARK_MAPPED, MARK_VALIDATED, INVALIDATE, RESET_BAD_IMAGERY, RESET, RESET_BY_PERSON (undoes what $author validated or
-- marked as bad imagery). The tasks: those that fit all of numbers, statuses as people see them, $of_person (who maps or mapped,
-- validates or validated them) and area (EWKB, EPSG:4326); null does not narrow. $leave_locked: tasks on which somebody works
-- stay as they are; otherwise their locks end, with their time in the history. $dry: only says what would happen.
-- $with_locks: a lock of the person that lasted no time is written before each new status, as clients of v2 know it.
-- Answers in groups: CHANGED, WRONG_STATE, LOCKED or NOT_FOUND, of tasks with one status (as people see it) before and after.
drop function if exists bulk_change(int, int, text, int, int[], text[], int, text, boolean, boolean);
create or replace function bulk_change(p_project int, p_person int, p_action text, p_author int, p_numbers int[], p_statuses text[],
  p_of_person int, p_area text, p_leave_locked boolean, p_dry boolean, p_with_locks boolean default false)
returns table (outcome text, status text, new_status task_status, count int, numbers int[]) language plpgsql as $$
#variable_conflict use_column
declare
  area       geometry := p_area::geometry;
  candidates int[];
  authors    int[] := '{}';
  groups     jsonb;
  ids        int[];
  befores    task_status[];
  targets    task_status[];
  changes    bigint[];
  unheld     int[];   -- of the tasks that change, those on which nobody works
  at         timestamptz := clock_timestamp();
begin
  candidates := array(select bulk_selection(p_project, p_numbers, p_statuses, p_of_person, area, at));
  if not p_dry then
    if p_action = 'RESET_BY_PERSON' then
      authors := array(select distinct work_author(t.id, t.status) from task t where t.id = any (candidates) and p_author in (t.validated_by, t.mapped_by));
    end if;
    perform from person where id = any (authors || p_person) order by id for no key update;
    perform from task where id = any (candidates) order by id for no key update;
    at := clock_timestamp();
  end if;

  -- What was chosen is looked at again: while the rows were waited for, it may have changed.
  with chosen as (
    select t.id, t.number, t.status as before, coalesce(t.lock_expires_at > at, false) as held,
           case when t.lock_expires_at > at then 'LOCKED_FOR_' || t.lock_kind else t.status::text end as shown,
           bulk_target(p_action, t, p_author, at) as target
      from task t
     where t.id = any (candidates) and t.id in (select bulk_selection(p_project, p_numbers, p_statuses, p_of_person, area, at))
  ), judged as (
    select *, case when target is null then 'WRONG_STATE' when held and p_leave_locked then 'LOCKED' else 'CHANGED' end as outcome from chosen
    union all
    select null, asked, null, null, null, null, 'NOT_FOUND' from unnest(p_numbers) asked
     where not exists (select from task t where t.project_id = p_project and t.number = asked and t.status <> 'SPLIT')
  ), grouped as (
    select outcome, shown, case outcome when 'CHANGED' then target end as target, count(*) as n, jsonb_agg(number order by number) as numbers
      from judged group by 1, 2, 3
  )
  select (select jsonb_agg(jsonb_build_array(outcome, shown, target, n, numbers) order by outcome, shown) from grouped),
         (select array_agg(id order by id) from judged where outcome = 'CHANGED'),
         (select array_agg(before order by id) from judged where outcome = 'CHANGED'),
         (select array_agg(target order by id) from judged where outcome = 'CHANGED')
    into groups, ids, befores, targets;

  if not p_dry and ids is not null then
    if p_action = 'RESET_BY_PERSON' then
      perform from unnest(ids, befores) r (id, before) where not coalesce(work_author(r.id, r.before) = any (authors), true);
      if found then raise exception 'the tasks changed meanwhile' using errcode = 'serialization_failure'; end if;
      update person p set tasks_validated = greatest(p.tasks_validated - w.validated, 0)
        from (select work_author(r.id, r.before) as author, count(*) filter (where r.before = 'VALIDATED') as validated
                from unnest(ids, befores) r (id, before) group by 1) w
       where p.id = w.author;
      -- the invalidations that these validations had settled are open again
      update task_invalidation i set closed = false, validator_id = null, validated_at = null, changed_at = at
       where i.id in (select max(n.id) from task_invalidation n where n.task_id = any (ids) group by n.task_id)
         and i.closed
         and i.validated_at = (select h.at from task_history h where h.task_id = i.task_id and h.kind = 'STATE_CHANGE' order by h.id desc limit 1);
    end if;

    unheld := array(select id from task where id = any (ids) and coalesce(lock_expires_at <= at, true));
    perform end_locks(array(select id from task where id = any (ids) and lock_expires_at <= at), at, true);
    perform end_locks(array(select id from task where id = any (ids) and lock_expires_at > at), at, false);
    if p_with_locks and p_action <> 'RESET' then
      insert into task_history (project_id, task_id, person_id, at, kind, duration_seconds)
      select p_project, t.id, p_person, at,
             (case when p_action in ('MARK_VALIDATED', 'INVALIDATE') then 'LOCKED_FOR_VALIDATION' else 'LOCKED_FOR_MAPPING' end)::history_kind, 0
        from task t where t.id = any (unheld) order by t.id;
    end if;
    insert into task_history (project_id, task_id, person_id, at, kind, comment)
    select p_project, r.id, p_person, at, 'COMMENT',
           case p_action when 'RESET' then 'Task reset' else format('Undo state from %s to %s', r.before, r.target) end
      from unnest(ids, befores, targets) r (id, before, target) where p_action in ('RESET', 'RESET_BY_PERSON') order by r.id;
    changes := array(select nextval('task_history_id') from generate_subscripts(ids, 1));
    insert into task_history (id, project_id, task_id, person_id, at, kind, status, undo, credited)
    select r.change, p_project, r.id, p_person, at, 'STATE_CHANGE', r.target, p_action = 'RESET_BY_PERSON', p_action = 'RESET_BY_PERSON'
      from unnest(changes, ids, targets) r (change, id, target);
    if p_action in ('MARK_VALIDATED', 'INVALIDATE') then
      perform record_verdicts(p_project, p_person, ids, targets, changes, at);
    elsif p_action = 'RESET' then
      update task_invalidation set closed = true, changed_at = at where task_id = any (ids) and not closed;
    end if;

    update task t
       set status       = r.target,
           mapped_by    = case when p_action = 'MARK_MAPPED' then p_person when p_action = 'MARK_VALIDATED' then coalesce(t.mapped_by, p_person)
                               when r.target = 'MAPPED' then t.mapped_by end,
           validated_by = case p_action when 'MARK_MAPPED' then t.validated_by when 'MARK_VALIDATED' then p_person end,
           changed_by   = p_person, changed_at = at, lock_version = t.lock_version + 1   -- a late submit is told so
      from unnest(ids, targets) r (id, target) where t.id = r.id;
    if p_action in ('MARK_MAPPED', 'MARK_VALIDATED', 'INVALIDATE') then
      insert into project_contributor (project_id, person_id, since) values (p_project, p_person, at) on conflict do nothing;
    end if;
    perform append_events(p_project, 'CHANGED', p_person, at, ids, d.mapped, d.validated, d.bad_imagery, true)
       from (select sum((target = 'MAPPED')::int     - (before = 'MAPPED')::int)::int     as mapped,
                    sum((target = 'VALIDATED')::int  - (before = 'VALIDATED')::int)::int  as validated,
                    sum((target = 'BADIMAGERY')::int - (before = 'BADIMAGERY')::int)::int as bad_imagery
               from unnest(befores, targets) r (before, target)) d;
  end if;

  return query
  select g ->> 0, g ->> 1, (g ->> 2)::task_status, (g ->> 3)::int, array(select n::int from jsonb_array_elements_text(g -> 4) n)
    from jsonb_array_elements(groups) g;
end $$;

-- The tasks of a project that fit everything that is given.
create or replace function bulk_selection(p_project int, p_numbers int[], p_statuses text[], p_of_person int, p_area geometry, p_at timestamptz)
returns setof int language sql stable as $$
  select t.id from task t
   where t.project_id = p_project and t.status <> 'SPLIT'
     and (p_numbers is null or t.number = any (p_numbers))
     and (p_statuses is null or case when t.lock_expires_at > p_at then 'LOCKED_FOR_' || t.lock_kind else t.status::text end = any (p_statuses))
     and (p_of_person is null or p_of_person in (t.mapped_by, t.validated_by) or (t.lock_holder = p_of_person and t.lock_expires_at > p_at))
     and (p_area is null or t.id in (
           select g.task_id from task_geometry g
            where g.project_id = p_project and g.geometry && p_area and st_intersects(g.geometry, p_area) and not st_touches(g.geometry, p_area)));
$$;

-- What an action makes of a task; null when nothing is to be done to it.
create or replace function bulk_target(p_action text, t task, p_author int, p_at timestamptz) returns task_status language sql immutable as $$
  select case
    when p_action = 'MARK_MAPPED'       and t.status in ('READY', 'INVALIDATED') then 'MAPPED'::task_status
    when p_action = 'MARK_VALIDATED'    and t.status = 'MAPPED'                  then 'VALIDATED'
    when p_action = 'INVALIDATE'        and t.status = 'VALIDATED'               then 'INVALIDATED'
    when p_action = 'RESET_BAD_IMAGERY' and t.status = 'BADIMAGERY'              then 'READY'
    when p_action = 'RESET'             and (t.status <> 'READY' or t.lock_expires_at > p_at) then 'READY'
    when p_action = 'RESET_BY_PERSON'   and t.status = 'VALIDATED'  and t.validated_by = p_author then 'MAPPED'
    when p_action = 'RESET_BY_PERSON'   and t.status = 'BADIMAGERY' and t.mapped_by    = p_author then 'READY'
  end;
$$;

-- Picks a task to map and locks it, in one step: select * from next_task($project, $person, $hold_for, $near).
-- Tasks assigned to the person come first, then those in a priority area; those assigned to others are left to them. near null: a random one; otherwise the nearest to that task number. Never waits for
-- someone who is claiming: SKIP LOCKED.
create or replace function next_task(p_project int, p_person int, p_hold_for interval, p_near int default null) returns lock_answer
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  answer lock_answer;
  held   task;
  picked int;
  start  int;
  candidate int;
  pass   int;
begin
  perform from person where id = p_person for no key update;
  for held in select * from task where lock_holder = p_person order by id for no key update loop
    if held.lock_expires_at > clock_timestamp() then
      answer.outcome := 'HOLDS_OTHER_LOCK';
      answer.other_project_id := held.project_id; answer.other_number := held.number; answer.lock_expires_at := held.lock_expires_at;
      return answer;
    end if;
  end loop;

  -- The candidates are found first and locked one by one: locking straight out of a nearest-neighbour index scan
  -- (`order by g <-> p … for update of t skip locked`) now and then fails with XX000 "EvalPlanQual recheck".
  for candidate in
    select t.id
      from task_assignee a join task t on t.id = a.task_id
     where t.project_id = p_project and is_free_to_map(t)
       and (a.person_id = p_person or a.team_id in (select team_id from team_member m where m.person_id = p_person and m.active))
     order by t.number limit 50
  loop
    select number into picked from task t where id = candidate and is_free_to_map(t) for no key update skip locked;
    exit when found;
  end loop;

  if picked is null then
    for candidate in
      select t.id
        from priority_area a
        join task_geometry g on g.geometry && a.geometry and st_intersects(g.geometry, a.geometry) and not st_touches(g.geometry, a.geometry)
        join task t on t.id = g.task_id
       where a.project_id = p_project and g.project_id = p_project and is_free_to_map(t) and is_meant_for(t.id, p_person)
       order by case when p_near is null then random() else
         g.label_3857 <-> (select n.label_3857 from task_geometry n join task nt on nt.id = n.task_id where nt.project_id = p_project and nt.number = p_near) end
       limit 50
    loop
      select number into picked from task t where id = candidate and is_free_to_map(t) and is_meant_for(t.id, p_person) for no key update skip locked;
      exit when found;
    end loop;
  end if;

  if picked is null and p_near is not null then
    for candidate in select free_tasks_near(p_project, p_near, p_person)
    loop
      select number into picked from task t where id = candidate and is_free_to_map(t) and is_meant_for(t.id, p_person) for no key update skip locked;
      exit when found;
    end loop;
  end if;

  if picked is null then   -- at random, and when everything near is being claimed at this moment
    -- From a random number upwards, then from the beginning: reads a few rows where `order by random()` sorts them all.
    start := 1 + floor(random() * (select max(number) from task where project_id = p_project));
    for pass in 1 .. 2 loop
      select number into picked from task t
       where project_id = p_project and number >= case pass when 1 then start else 1 end and number < case pass when 1 then 2147483647 else start end
         and t.status in ('READY', 'INVALIDATED') and is_free_to_map(t) and is_meant_for(t.id, p_person)
       order by number limit 1 for no key update skip locked;
      exit when found;
    end loop;
  end if;

  if picked is null then answer.outcome := 'NOTHING_LEFT'; return answer; end if;
  return claim(p_project, picked, p_person, p_hold_for);
end $$;

-- Free at this moment: to be mapped, and locked by nobody or by a lock that ran out.
create or replace function is_free_to_map(t task) returns boolean language sql volatile as $$
  select t.status in ('READY', 'INVALIDATED') and (t.lock_holder is null or t.lock_expires_at <= clock_timestamp());
$$;

-- Tasks that are assigned to nobody are for everybody; others for whom they name, and the active members of teams they name.
-- Not as SQL: that is planned anew in each statement.
create or replace function is_meant_for(p_task int, p_person int) returns boolean language plpgsql stable as $$
begin
  return not exists (select from task_assignee a where a.task_id = p_task)
      or exists (select from task_assignee a where a.task_id = p_task
                    and (a.person_id = p_person or a.team_id in (select team_id from team_member m where m.person_id = p_person and m.active)));
end $$;

-- The nearest to a task of those that a person could map now, at most 50, the nearest first. Where much is left they are looked for
-- among the 300 tasks around; where little is left, or nothing around, among all that is left: what is done is never walked through.
-- Without sorting, so that what is around is read from the index by distance: planned for any project, which is a small one, it would not be.
create or replace function free_tasks_near(p_project int, p_near int, p_person int) returns setof int
language plpgsql stable set plan_cache_mode = force_generic_plan set enable_sort = off as $$
declare
  here task_geometry;
begin
  select g.* into here from task_geometry g join task t on t.id = g.task_id where t.project_id = p_project and t.number = p_near;
  if (select total_tasks - tasks_mapped - tasks_validated - tasks_bad_imagery > 2000 from project_progress where project_id = p_project) then
    return query
    with around as materialized (
      select g.task_id, g.label_3857 from task_geometry g where g.project_id = p_project order by g.geometry_3857 <-> here.geometry_3857 limit 300
    )
    select t.id from around a join task t on t.id = a.task_id
     where is_free_to_map(t) and is_meant_for(t.id, p_person)
     order by a.label_3857 <-> here.label_3857 limit 50;
    if found then return; end if;
  end if;
  return query
  select t.id from task t join task_geometry g on g.task_id = t.id
   where t.project_id = p_project and t.status in ('READY', 'INVALIDATED') and is_free_to_map(t) and is_meant_for(t.id, p_person)
   order by st_distance(g.label_3857, here.label_3857) limit 50;
end $$;

-- Says whom tasks are meant for: select * from assign_tasks($project, $person, $numbers, $people, $teams, $remove).
-- $remove: takes the people and teams named off the tasks; everybody when none is named. All or nothing: with a number that is
-- no task, answers those numbers and changes nothing; otherwise answers no rows.
create or replace function assign_tasks(p_project int, p_person int, p_numbers int[], p_people int[], p_teams int[], p_remove boolean)
returns table (missing int) language plpgsql as $$
#variable_conflict use_column
declare
  ids int[];
begin
  perform from task where id = any (task_ids(p_project, p_numbers)) order by id for no key update;
  ids := array(select id from task where id = any (task_ids(p_project, p_numbers)) and status <> 'SPLIT' order by id);
  if cardinality(ids) < cardinality(p_numbers) then
    return query select n from unnest(p_numbers) n
      where not exists (select from task where project_id = p_project and number = n and status <> 'SPLIT') order by n;
    return;
  end if;
  if p_remove then
    delete from task_assignee
     where task_id = any (ids) and (cardinality(p_people || p_teams) = 0 or person_id = any (p_people) or team_id = any (p_teams));
  else
    insert into task_assignee (task_id, person_id) select t, p from unnest(ids) t, unnest(p_people) p on conflict do nothing;
    insert into task_assignee (task_id, team_id)   select t, m from unnest(ids) t, unnest(p_teams) m on conflict do nothing;
  end if;
  perform append_events(p_project, 'ASSIGNED', p_person, clock_timestamp(), ids);
end $$;

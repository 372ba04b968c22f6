-- Ids of the tasks of a project that have these numbers, those that were split among them: where id = any (task_ids($project, $numbers)).
-- Each is looked up by itself. `number = any ($numbers)`, planned without the numbers, reads all tasks of the project where projects
-- have few on average: 50,000 for one that is taken or given back.
create or replace function task_ids(p_project int, p_numbers int[]) returns int[]
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
begin
  return array(
    select t.id from unnest(p_numbers) asked (number)
     cross join lateral (select id from task where project_id = p_project and number = asked.number offset 0) t);
end $$;

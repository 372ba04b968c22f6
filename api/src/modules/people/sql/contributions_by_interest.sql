-- Interests of the projects that people worked on, most projects first. $1 people.
with worked as materialized (
  select distinct person_id, project_id from task_history
   where person_id = any ($1::int[]) and kind = 'STATE_CHANGE' and not undo and credited)
select worked.person_id, i.id as interest_id, i.name, count(*)::int as projects,
       count(*)::float8 / (select count(*) from worked all_of_them where all_of_them.person_id = worked.person_id) as share
  from worked
  join project_interest pi on pi.project_id = worked.project_id
  join interest i on i.id = pi.interest_id
 group by 1, 2, 3 order by 4 desc, 3;

-- Interests of the projects that people worked on, most projects first. $1 people.
select worked.person_id, i.id as interest_id, i.name, count(*)::int as projects,
       count(*)::float8 / (select count(distinct project_id) from task_history h where h.person_id = worked.person_id and h.kind = 'STATE_CHANGE' and not h.undo and h.credited) as share
  from (select distinct person_id, project_id from task_history
         where person_id = any ($1::int[]) and kind = 'STATE_CHANGE' and not undo and credited) worked
  join project_interest pi on pi.project_id = worked.project_id
  join interest i on i.id = pi.interest_id
 group by 1, 2, 3 order by 4 desc, 3;

-- Tasks of people by the countries of their projects, most first. $1 people.
select h.person_id, country as name,
       count(distinct h.task_id) filter (where h.status in ('MAPPED', 'BADIMAGERY'))::int as mapped,
       count(distinct h.task_id) filter (where h.status = 'VALIDATED')::int as validated,
       count(distinct h.task_id)::int as total
  from task_history h
  join project p on p.id = h.project_id
 cross join unnest(p.countries) country
 where h.person_id = any ($1::int[]) and h.kind = 'STATE_CHANGE' and not h.undo and h.credited and h.status in ('MAPPED', 'BADIMAGERY', 'VALIDATED')
 group by 1, 2 order by 5 desc, 2;

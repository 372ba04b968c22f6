-- Tasks of people by project, most first. $1 people.
select person_id, project_id,
       count(distinct task_id) filter (where status in ('MAPPED', 'BADIMAGERY'))::int as mapped,
       count(distinct task_id) filter (where status in ('VALIDATED', 'INVALIDATED'))::int as validated,
       count(distinct task_id)::int as total, max(at) as last_at
  from task_history
 where person_id = any ($1::int[]) and kind = 'STATE_CHANGE' and not undo and credited
   and status in ('MAPPED', 'BADIMAGERY', 'VALIDATED', 'INVALIDATED')
 group by 1, 2 order by 5 desc, 2 desc;

-- Faults that validators counted in projects, by kind, most frequent first. $1 projects.
select h.project_id, c.id as number, c.name, c.description, c.archived, sum(i.count)::int as count, count(distinct h.task_id)::int as tasks
  from task_issue i
  join task_history h on h.id = i.history_id
  join mapping_issue_category c on c.id = i.category_id
 where h.project_id = any ($1::int[])
 group by h.project_id, c.id
 order by h.project_id, sum(i.count) desc, c.name;

-- Public projects by how often tasks in them were worked on in the last 90 days, the most often first. $1 how many
select p.id
  from project p
  join (select project_id, count(*) as locks from task_history
         where at > now() - interval '90 days' and kind in ('LOCKED_FOR_MAPPING', 'LOCKED_FOR_VALIDATION', 'EXTENDED_FOR_MAPPING', 'EXTENDED_FOR_VALIDATION')
         group by project_id) h on h.project_id = p.id
 where p.status = 'PUBLISHED' and not p.private
 order by h.locks desc, p.id desc limit $1;

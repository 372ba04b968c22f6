-- Public projects by how often tasks in them were worked on in the last 90 days, the most often first. $1 how many
-- Project by project: what is not that late is not read.
select p.id
  from project p
 cross join lateral (
   select count(*) as locks from task_history h
    where h.project_id = p.id and h.at > now() - interval '90 days' and h.kind <> 'COMMENT'
      and h.kind in ('LOCKED_FOR_MAPPING', 'LOCKED_FOR_VALIDATION', 'EXTENDED_FOR_MAPPING', 'EXTENDED_FOR_VALIDATION')) h
 where p.status = 'PUBLISHED' and not p.private and h.locks > 0
 order by h.locks desc, p.id desc limit $1;

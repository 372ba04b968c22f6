-- Public projects with work or comments in the last hours, the latest first. $1 hours, $2 how many
select p.id
  from project p
  join (select project_id, max(at) as at from (
          select project_id, at from task_history where at > now() - make_interval(hours => $1)
          union all
          select project_id, at from project_comment where at > now() - make_interval(hours => $1)) happened
         group by project_id) a on a.project_id = p.id
 where p.status = 'PUBLISHED' and not p.private
 order by a.at desc, p.id desc limit $2;

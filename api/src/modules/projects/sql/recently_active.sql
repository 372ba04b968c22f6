-- Public projects with work or comments in the last hours, the latest first. $1 hours, $2 how many
-- Project by project, each kind from an index of its own: of all the history only the last of each is read.
select p.id
  from project p
 cross join lateral (
   select greatest((select max(h.at) from task_history h where h.project_id = p.id and h.kind <> 'COMMENT'),
                   (select max(h.at) from task_history h where h.project_id = p.id and h.kind = 'COMMENT'),
                   (select max(c.at) from project_comment c where c.project_id = p.id)) as at) a
 where p.status = 'PUBLISHED' and not p.private and a.at > now() - make_interval(hours => $1)
 order by a.at desc, p.id desc limit $2;

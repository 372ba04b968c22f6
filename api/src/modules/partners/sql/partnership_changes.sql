-- The last $2 changes of partnerships of each project, newest first. $1 projects
select c.* from unnest($1::int[]) asked (project_id)
 cross join lateral (
   select h.id, h.project_id as "projectId", h.partner_id as "partnerId", h.action, h.acted_at as at, h.person_id as "personId",
          h.started_on_old as "startedOnBefore", h.ended_on_old as "endedOnBefore", h.started_on_new as "startedOn", h.ended_on_new as "endedOn"
     from partnership_history h where h.project_id = asked.project_id order by h.id desc limit $2) c
 order by c.id desc;

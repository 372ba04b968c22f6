-- Takes a partnership away; that it was there stays in the history. $1 partnership, $2 who does it
with gone as (delete from partnership where id = $1 returning *)
insert into partnership_history (project_id, partner_id, action, started_on_old, ended_on_old, person_id)
select project_id, partner_id, 'DELETE', started_on, ended_on, $2 from gone
returning project_id as "projectId";

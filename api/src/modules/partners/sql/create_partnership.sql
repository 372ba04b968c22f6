-- A project goes with a partner from $3 (now when null) to $4 (open when null); written down as a deed of person $5.
-- $1 project, $2 partner
with created as (
  insert into partnership (project_id, partner_id, started_on, ended_on) values ($1, $2, coalesce($3::timestamptz, now()), $4::timestamptz)
  returning id, project_id, partner_id, started_on, ended_on)
insert into partnership_history (partnership_id, project_id, partner_id, action, started_on_new, ended_on_new, person_id)
select id, project_id, partner_id, 'CREATE', started_on, ended_on, $5 from created
returning partnership_id as id;

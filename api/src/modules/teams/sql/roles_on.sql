-- Roles of teams on projects, by name of the team, each with how a person (null: a visitor) stands to the team, as standing.sql has it.
-- $1 person, $2 projects. Teams and memberships are looked up one by one: joined, all teams there are, and all of the person, would be read.
select l.project_id as "projectId", l.role, t.id as "teamId", t.organisation_id as "organisationId", t.visibility, t.join_method as "joinMethod",
       exists (select from organisation_manager o where o.organisation_id = t.organisation_id and o.person_id = $1::int) as "managesOrganisation",
       m.function, coalesce(m.active, false) as active
  from project_team l
 cross join lateral (select * from team where id = l.team_id limit 1) t
  left join lateral (select * from team_member where team_id = l.team_id and person_id = $1 limit 1) m on true
 where l.project_id = any ($2::int[])
 order by t.name, l.team_id, l.role;

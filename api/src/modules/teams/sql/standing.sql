-- How a person (null: a visitor) stands to teams. $1 person, $2 teams. Managers are looked up: for "exists" a hash of all is made each time.
select t.id as "teamId", t.organisation_id as "organisationId", t.visibility, t.join_method as "joinMethod",
       coalesce((select true from organisation_manager o where o.organisation_id = t.organisation_id and o.person_id = $1::int), false) as "managesOrganisation",
       m.function, coalesce(m.active, false) as active
  from team t left join team_member m on m.team_id = t.id and m.person_id = $1
 where t.id = any ($2::int[]);

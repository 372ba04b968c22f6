-- How people stand to projects: what the policy needs, in one read. $1 persons (null: a visitor), $2 projects, pairwise.
-- A pair whose project does not exist has no row. Role and level are read here, not from the session, so that a long
-- subscription notices when they change.
select asked.ord::int as "ord",
       p.id as "projectId", p.status, p.is_open as "isOpen", p.private, p.mapping_permission as "mappingPermission", p.validation_permission as "validationPermission",
       person.id as "personId", coalesce(person.role = 'ADMIN', false) as "isAdmin", coalesce(person.role = 'READ_ONLY', false) as "isBlocked",
       coalesce(p.author_id = person.id, false) as "isAuthor",
       -- Each looked up: for "exists" a hash of the whole table is made each time.
       coalesce((select true from organisation_manager m where m.organisation_id = p.organisation_id and m.person_id = person.id), false) as "managesOrganisation",
       -- A look into each of the project's few teams; joined, all teams of the person would be read for each project.
       coalesce((select array_agg(distinct pt.role::text) from project_team pt
                  where pt.project_id = p.id and (select m.active from team_member m where m.team_id = pt.team_id and m.person_id = person.id)), '{}') as "teamRoles",
       coalesce((select true from project_allowed_person a where a.project_id = p.id and a.person_id = person.id), false) as "isAllowedPerson",
       license.name as "licenseName",
       p.license_id is null
         or coalesce((select true from license_acceptance a where a.license_id = p.license_id and a.person_id = person.id), false) as "licenseAccepted",
       mapping_level.ordering as "mappingLevelOrdering", mapping_level.name as "mappingLevelName",
       validation_level.ordering as "validationLevelOrdering", validation_level.name as "validationLevelName",
       coalesce(own_level.ordering, 0) as "levelOrdering", own_level.name as "levelName",
       -- Teams that a person may be told of, where the project is left to teams; each looked up, as all public teams are many.
       case when p.mapping_permission = 'TEAMS' then array(
         select distinct t.name from project_team pt cross join lateral (select name from team where id = pt.team_id and visibility = 'PUBLIC' limit 1) t
          where pt.project_id = p.id and pt.role in ('MAPPER', 'VALIDATOR', 'PROJECT_MANAGER') order by 1) else '{}' end as "mappingTeams",
       case when p.validation_permission = 'TEAMS' then array(
         select distinct t.name from project_team pt cross join lateral (select name from team where id = pt.team_id and visibility = 'PUBLIC' limit 1) t
          where pt.project_id = p.id and pt.role in ('VALIDATOR', 'PROJECT_MANAGER') order by 1) else '{}' end as "validationTeams"
  from unnest($1::int[], $2::int[]) with ordinality as asked (person_id, project_id, ord)
  join project p on p.id = asked.project_id
  join mapping_level on mapping_level.id = p.mapping_level_id
  join mapping_level validation_level on validation_level.id = p.validation_level_id
  left join license on license.id = p.license_id
  left join person on person.id = asked.person_id and person.deleted_at is null
  left join mapping_level own_level on own_level.id = person.level_id;

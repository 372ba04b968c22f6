-- A person by name, and whether they may have a project: administrators and managers of its organisation. $1 project, $2 name
select person.id,
       person.role = 'ADMIN' or (person.role <> 'READ_ONLY' and exists (
         select from project join organisation_manager m using (organisation_id) where project.id = $1 and m.person_id = person.id)) as manages
  from person where username = $2 and deleted_at is null;

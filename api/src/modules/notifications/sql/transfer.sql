-- Who has a project now, and who manages its organisation. $1 project
select p.author_id, a.username as author,
       array(select m.person_id from organisation_manager m where m.organisation_id = p.organisation_id) as managers
  from project p join person a on a.id = p.author_id
 where p.id = $1;

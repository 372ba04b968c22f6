-- How many people worked on projects. $1 projects, $2 part of a username as a pattern.
select c.project_id, count(*)::int as count
  from project_contributor c join person p on p.id = c.person_id
 where c.project_id = any ($1::int[]) and ($2::text is null or p.username ilike $2)
 group by c.project_id;

-- How many people worked on projects. $1 projects, $2 part of a username as a pattern, $3 of this level alone.
select c.project_id, count(*)::int as count
  from project_contributor c left join person p on p.id = c.person_id -- left: not read where nothing is asked of them
 where c.project_id = any ($1::int[]) and ($2::text is null or p.username ilike $2) and ($3::int is null or p.level_id = $3)
 group by c.project_id;

-- Pages of comments, newest first. $1 projects, $2 how many, $3 before which comment (null: from the newest), side by side.
select asked.ord::int as "ord", c.*
  from unnest($1::int[], $2::int[], $3::int[]) with ordinality asked (project_id, most, before, ord)
 cross join lateral (
   select id, project_id as "projectId", person_id as "personId", at, markdown
     from project_comment c
    where c.project_id = asked.project_id and (asked.before is null or c.id < asked.before)
    order by c.id desc limit asked.most) c
 order by asked.ord, c.id desc;

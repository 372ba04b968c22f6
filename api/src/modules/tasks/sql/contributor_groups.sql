-- How many people of each level, and of each time since their first sign-in (months, at least), worked on projects. $1 projects.
select c.project_id, p.level_id, since.months, count(*)::int as count
  from project_contributor c
  join person p on p.id = c.person_id
 cross join lateral (
   select max(m) as months from unnest(array[0, 1, 3, 6, 12]) m where m = 0 or p.registered_at <= now() - make_interval(months => m)) since
 where c.project_id = any ($1::int[])
 group by c.project_id, p.level_id, since.months
 order by c.project_id, p.level_id, since.months;

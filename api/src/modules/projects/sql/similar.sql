-- Public projects like others in which something is left to do, the most alike first. $1 projects, $2 how many for each
select o.id as "of", best.id
  from project o
 cross join lateral (
   select p.id,
          2 * cardinality(array(select unnest(p.mapping_types) intersect select unnest(o.mapping_types)))
          + 2 * (select count(*) from project_interest a join project_interest b using (interest_id) where a.project_id = p.id and b.project_id = o.id)
          + 2 * (p.countries && o.countries)::int + (p.difficulty = o.difficulty)::int + (p.default_locale = o.default_locale)::int as likeness
     from project p join project_progress g on g.project_id = p.id
    where p.id <> o.id and p.status = 'PUBLISHED' and not p.private and g.tasks_validated + g.tasks_bad_imagery < g.total_tasks
    order by likeness desc, p.id desc limit $2) best
 where o.id = any ($1::int[])
 order by o.id, best.likeness desc, best.id desc;

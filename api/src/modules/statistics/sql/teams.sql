-- Teams in numbers: who is in them, and what is left on the projects on which they may work. $1 teams. Drafts are left out.
select t.id as team_id, people.members, people.managers, people.levels, work.published, work.archived, work.to_map, work.to_validate
  from unnest($1::int[]) t (id)
 cross join lateral (
   select coalesce(sum(n.members), 0)::int as members, coalesce(sum(n.managers), 0)::int as managers,
          coalesce(jsonb_agg(jsonb_build_object('number', n.id, 'name', n.name, 'count', n.members) order by n.ordering) filter (where n.members > 0), '[]') as levels
     from (select l.id, l.name, l.ordering, count(*)::int as members, count(*) filter (where m.function = 'MANAGER')::int as managers
             from team_member m join person p on p.id = m.person_id join mapping_level l on l.id = p.level_id
            where m.team_id = t.id and m.active group by l.id) n) people
 cross join lateral (
   select count(*) filter (where p.status = 'PUBLISHED')::int as published, count(*) filter (where p.status = 'ARCHIVED')::int as archived,
          coalesce(sum(g.total_tasks - g.tasks_mapped - g.tasks_validated - g.tasks_bad_imagery) filter (where p.status = 'PUBLISHED'), 0)::int as to_map,
          coalesce(sum(g.tasks_mapped + g.tasks_bad_imagery) filter (where p.status = 'PUBLISHED'), 0)::int as to_validate
     from project p join project_progress g on g.project_id = p.id
    where p.status <> 'DRAFT' and p.id in (select project_id from project_team where team_id = t.id and role <> 'READ_ONLY')) work;

-- Areas of the tasks of projects that are no drafts, by their state, in m2. What is validated was mapped too.
select coalesce(sum(a.area_m2), 0)::float8 as total,
       coalesce(sum(a.area_m2) filter (where t.status in ('MAPPED', 'VALIDATED')), 0)::float8 as mapped,
       coalesce(sum(a.area_m2) filter (where t.status = 'VALIDATED'), 0)::float8 as validated
  from task t
  join task_geometry a on a.task_id = t.id
  join project p on p.id = t.project_id
 where t.status <> 'SPLIT' and p.status <> 'DRAFT';

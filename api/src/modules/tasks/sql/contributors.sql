-- Who worked on a project and what stands of it. $1 project, $2 rows.
select c.person_id, coalesce(work.mapped, 0) as mapped, coalesce(work.validated, 0) as validated, coalesce(seen.at, c.since) as last_seen
  from project_contributor c
  left join (
    select person_id, sum(mapped)::int as mapped, sum(validated)::int as validated
      from (select mapped_by as person_id, count(*) as mapped, 0 as validated from task
             where project_id = $1 and mapped_by is not null and status <> 'BADIMAGERY' group by mapped_by
            union all
            select validated_by, 0, count(*) from task where project_id = $1 and validated_by is not null group by validated_by) w
     group by person_id) work on work.person_id = c.person_id
  left join (select changed_by, max(changed_at) as at from task where project_id = $1 group by changed_by) seen on seen.changed_by = c.person_id
 where c.project_id = $1
 order by coalesce(work.mapped, 0) + coalesce(work.validated, 0) desc, c.person_id
 limit $2;

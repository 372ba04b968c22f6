-- Everyone who ever finished work here, those with most standing tasks first. Seconds of locks that have ended; those that a person
-- took together count once. $1 project.
with now as (
  select person_id, sum(mapped) as mapped, sum(validated) as validated, sum(bad_imagery) as bad_imagery
    from (select mapped_by as person_id, count(*) filter (where status <> 'BADIMAGERY') as mapped, 0 as validated,
                 count(*) filter (where status = 'BADIMAGERY') as bad_imagery
            from task where project_id = $1 and status <> 'SPLIT' and mapped_by is not null group by mapped_by
          union all
          select validated_by, 0, count(*), 0 from task
           where project_id = $1 and status <> 'SPLIT' and validated_by is not null group by validated_by) w
   group by person_id
), time as (
  select person_id, sum(seconds) filter (where kind like '%MAPPING') as mapping, sum(seconds) filter (where kind like '%VALIDATION') as validation,
         max(at) as last_seen
    from (select person_id, kind::text as kind, at, max(duration_seconds) as seconds from task_history where project_id = $1 group by person_id, kind, at) together
   group by person_id
)
select csv_row(csv_cell(p.username), p.id::text, csv_cell(l.name), coalesce(now.mapped, 0)::text, coalesce(now.validated, 0)::text,
         coalesce(now.bad_imagery, 0)::text, round(coalesce(time.mapping, 0)::numeric)::text, round(coalesce(time.validation, 0)::numeric)::text,
         iso_time(c.since), iso_time(time.last_seen)) as piece
  from project_contributor c
  join person p on p.id = c.person_id
  join mapping_level l on l.id = p.level_id
  left join now on now.person_id = c.person_id
  left join time on time.person_id = c.person_id
 where c.project_id = $1
 order by coalesce(now.mapped, 0) + coalesce(now.validated, 0) + coalesce(now.bad_imagery, 0) desc, p.id

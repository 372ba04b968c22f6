-- Everybody who did something in a project, comments aside, with the tasks that stand as theirs, as text of REST v2. $1 project.
-- Grouped once: how many people there are is not foreseen, and joining them to their tasks goes through all pairs.
with work as (
  select distinct person_id, null::int as number, 'took part' as kind from task_history_with_open_lock where project_id = $1 and kind <> 'COMMENT'
  union all
  select mapped_by, number, case when status_under_lock = 'BADIMAGERY' then 'bad' else 'mapped' end from task_now
   where project_id = $1 and mapped_by is not null
  union all
  select validated_by, number, 'validated' from task_now where project_id = $1 and validated_by is not null
), done as (
  select person_id, array_agg(number order by number) filter (where kind = 'mapped') as mapped,
         array_agg(number order by number) filter (where kind = 'validated') as validated,
         array_agg(number order by number) filter (where kind = 'bad') as bad, count(number) as total
    from work group by person_id having bool_or(kind = 'took part')
)
select json_build_object('userContributions', coalesce(json_agg(json_build_object('username', p.username, 'mappingLevel', l.name,
         'pictureUrl', p.picture_url, 'mapped', coalesce(cardinality(d.mapped), 0), 'validated', coalesce(cardinality(d.validated), 0),
         'badImagery', coalesce(cardinality(d.bad), 0), 'total', d.total, 'mappedTasks', coalesce(d.mapped, '{}'),
         'validatedTasks', coalesce(d.validated, '{}'), 'badImageryTasks', coalesce(d.bad, '{}'), 'name', p.name,
         'dateRegistered', to_char(p.registered_at at time zone 'UTC', 'YYYY-MM-DD')) order by d.total desc, p.username), '[]'))::text as text
  from done d join person p on p.id = d.person_id join mapping_level l on l.id = p.level_id;

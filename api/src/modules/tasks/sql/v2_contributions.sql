-- Everybody who did something in a project, comments aside, with the tasks that stand as theirs, as text of REST v2. $1 project.
-- Grouped once: how many people there are is not foreseen, and joining them to their tasks goes through all pairs.
-- Written piece by piece: json_build_object looks up the type of each value again in each row, which takes twice as long.
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
select concat('{"userContributions" : [', string_agg(concat('{"username" : ', to_json(username), ', "mappingLevel" : ', to_json(level),
         ', "pictureUrl" : ', coalesce(to_json(picture_url)::text, 'null'), ', "mapped" : ', coalesce(cardinality(mapped), 0),
         ', "validated" : ', coalesce(cardinality(validated), 0), ', "badImagery" : ', coalesce(cardinality(bad), 0), ', "total" : ', total,
         ', "mappedTasks" : [', array_to_string(mapped, ','), '], "validatedTasks" : [', array_to_string(validated, ','),
         '], "badImageryTasks" : [', array_to_string(bad, ','), '], "name" : ', coalesce(to_json(name)::text, 'null'),
         ', "dateRegistered" : ', to_json((registered_at at time zone 'UTC')::date), '}'), ', '), ']}') as text
  from (select d.*, p.username, p.picture_url, p.name, p.registered_at, l.name as level
          from done d join person p on p.id = d.person_id join mapping_level l on l.id = p.level_id
         order by d.total desc, p.username) listed;

-- Writes annotations of one type, in place of those the tasks have. $1 project, $2 type, $3 task numbers, $4 sources,
-- $5 Markdown texts, $6 properties as a JSON array; parallel. Numbers that are no task are answered, and nothing is written.
with asked as (
  select number, source, markdown, $6::jsonb -> (ord::int - 1) as properties
    from unnest($3::int[], $4::text[], $5::text[]) with ordinality a (number, source, markdown, ord)
), missing as (
  select number from asked where not exists (select from task t where t.project_id = $1 and t.number = asked.number and t.status <> 'SPLIT')
), written as (
  insert into task_annotation (task_id, type, source, markdown, properties, changed_at)
  select t.id, $2, a.source, a.markdown, a.properties, clock_timestamp()
    from asked a join task t on t.project_id = $1 and t.number = a.number
   where not exists (select from missing)
   order by t.id
  on conflict (task_id, type) do update
    set source = excluded.source, markdown = excluded.markdown, properties = excluded.properties, changed_at = excluded.changed_at
)
select number from missing order by number limit 1;

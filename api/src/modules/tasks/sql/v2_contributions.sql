-- Everybody who did something in a project, comments aside, with the tasks that stand as theirs, as text of REST v2. $1 project.
with who as (
  select distinct person_id from task_history_with_open_lock where project_id = $1 and kind <> 'COMMENT'
), done as (
  select work.person_id, array_agg(t.number order by t.number) filter (where work.kind = 'mapped') as mapped,
         array_agg(t.number order by t.number) filter (where work.kind = 'validated') as validated,
         array_agg(t.number order by t.number) filter (where work.kind = 'bad') as bad, count(*) as total
    from task_now t
   cross join lateral (values (t.mapped_by, case when t.status_under_lock = 'BADIMAGERY' then 'bad' else 'mapped' end),
                              (t.validated_by, 'validated')) work (person_id, kind)
   where t.project_id = $1 and work.person_id is not null
   group by work.person_id
)
select json_build_object('userContributions', coalesce(json_agg(json_build_object('username', p.username, 'mappingLevel', l.name,
         'pictureUrl', p.picture_url, 'mapped', coalesce(cardinality(d.mapped), 0), 'validated', coalesce(cardinality(d.validated), 0),
         'badImagery', coalesce(cardinality(d.bad), 0), 'total', coalesce(d.total, 0), 'mappedTasks', coalesce(d.mapped, '{}'),
         'validatedTasks', coalesce(d.validated, '{}'), 'badImageryTasks', coalesce(d.bad, '{}'), 'name', p.name,
         'dateRegistered', to_char(p.registered_at at time zone 'UTC', 'YYYY-MM-DD')) order by coalesce(d.total, 0) desc, p.username), '[]'))::text as text
  from who
  join person p on p.id = who.person_id
  join mapping_level l on l.id = p.level_id
  left join done d on d.person_id = who.person_id;

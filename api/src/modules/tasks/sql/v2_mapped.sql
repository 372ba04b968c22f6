-- Tasks that are mapped at this moment by who mapped them, as REST v2 gives them. $1 project.
select coalesce(json_agg(json_build_object('username', p.username, 'mappedTaskCount', w.count, 'tasksMapped', w.numbers, 'lastSeen', v2_time(w.last_seen),
         'mappingLevel', l.name, 'dateRegistered', v2_time(p.registered_at), 'lastValidationDate', v2_time(validated.at)) order by p.username), '[]') as list
  from (
    select t.mapped_by as person_id, count(*) as count, json_agg(t.number order by t.number) as numbers, max(mapped.at) as last_seen
      from task_now t
      cross join lateral (select max(h.at) as at from task_history h where h.task_id = t.id and h.kind = 'STATE_CHANGE' and h.status = 'MAPPED') mapped
     where t.project_id = $1 and t.status = 'MAPPED' and t.mapped_by is not null
     group by t.mapped_by
  ) w
  join person p on p.id = w.person_id
  join mapping_level l on l.id = p.level_id
  -- when a task that is theirs was validated last, anywhere
  left join lateral (
    select max(h.at) as at from task t join task_history h on h.task_id = t.id
     where t.mapped_by = p.id and t.validated_by is not null and h.kind = 'STATE_CHANGE' and h.status = 'VALIDATED'
  ) validated on true;

-- What follows from the history, and what people were told of it.
insert into project_contributor (project_id, person_id, since)
select project_id, person_id, min(at) from task_history where kind = 'STATE_CHANGE' group by project_id, person_id;
update person p set tasks_mapped = mapped, tasks_validated = validated, tasks_invalidated = invalidated
  from (select person_id, count(*) filter (where status = 'MAPPED') as mapped, count(*) filter (where status = 'VALIDATED') as validated,
               count(*) filter (where status = 'INVALIDATED') as invalidated
          from task_history where kind = 'STATE_CHANGE' group by person_id) c
 where c.person_id = p.id;
update project_progress p set last_updated = c.at from (select project_id, max(at) as at from task_history group by project_id) c where c.project_id = p.project_id;

insert into task_invalidation (project_id, task_id, history_id, mapper_id, mapped_at, invalidator_id, invalidated_at, validator_id, validated_at, closed, changed_at)
select d.project_id, d.id, h.id, mapper, began + interval '40 minutes', validator, h.at, case story when 5 then validator end,
       case story when 5 then began + interval '8 days 40 minutes' end, story = 5, case story when 5 then began + interval '8 days 40 minutes' else h.at end
  from doing d join task_history h on h.task_id = d.id and h.status = 'INVALIDATED' order by h.id;
insert into task_issue (history_id, category_id, count)
select id, 1 + id % 10, 1 + id % 3 from task_history where status = 'INVALIDATED' and id % 3 = 0;

insert into message (type, receiver_id, sender_id, project_id, task_id, subject, body, at, read_at)
select case h.status when 'VALIDATED' then 'VALIDATION_NOTIFICATION' else 'INVALIDATION_NOTIFICATION' end::message_type, d.mapper, h.person_id, d.project_id, d.id,
       'Task ' || d.number || ' of project ' || d.project_id, 'See what was said about it.', h.at, case when h.id % 4 > 0 then h.at + interval '1 day' end
  from task_history h join doing d on d.id = h.task_id
 where h.status in ('VALIDATED', 'INVALIDATED') and h.id % 2 = 0 order by h.id;

select setval(pg_get_serial_sequence('project', 'id'), (select max(id) from project)), setval(pg_get_serial_sequence('task', 'id'), (select max(id) from task));

-- The original forgets to say whether an invalidation is closed: it is, unless it is the newest of a task that is not validated.
drop table if exists original.ready_invalidation;
create unlogged table original.ready_invalidation as
select i.id, t.id as task_id, i.project_id, i.task_id as number, coalesce(s.id, h.id) as history_id, i.mapper_id, i.mapped_date,
       coalesce(i.invalidator_id, s.user_id, h.user_id) as invalidator_id, coalesce(i.invalidated_date, s.at, h.at) as invalidated_date,
       i.validator_id, i.validated_date, i.updated_date, i.is_closed as closed_before,
       coalesce(i.is_closed, i.validated_date is not null) as closed
  from original.task_invalidation_history i
  join original.ready_task t on t.project_id = i.project_id and t.number = i.task_id
  left join original.ready_history s on s.id = i.invalidation_history_id and s.project_id = i.project_id and s.number = i.task_id
  left join lateral (
    select h.id, h.user_id, h.at from original.ready_history h
     where s.id is null and h.project_id = i.project_id and h.number = i.task_id and h.status = 'INVALIDATED'
       and (i.invalidated_date is null or h.at <= i.invalidated_date + interval '1 minute')
     order by h.id desc limit 1) h on true;
with t as (delete from original.ready_invalidation where history_id is null returning id)
insert into original.finding (rule, table_name, key, what, done)
select 'invalidation without its change', 'task_invalidation_history', id::text, 'no change to INVALIDATED in the history', 'set aside' from t;

-- The newest of each task is open where the task needs it, and closed where it must be; the earlier ones are closed.
update original.ready_invalidation i
   set closed = case when x.nth > 1 then true when x.status = 'VALIDATED' then true when x.status = 'INVALIDATED' then false else i.closed end
  from (select i.id, t.status, row_number() over (partition by i.task_id order by i.history_id desc, i.id desc) as nth
          from original.ready_invalidation i join original.ready_task t on t.id = i.task_id) x
 where x.id = i.id;
insert into original.finding (rule, table_name, key, what, done)
select 'invalidation open or closed', 'task_invalidation_history', id::text, coalesce('closed: ' || closed_before, 'not said'), case when closed then 'closed' else 'open' end
  from original.ready_invalidation where closed_before is distinct from closed;

with t as (
  insert into original.ready_invalidation (id, task_id, project_id, number, history_id, mapper_id, mapped_date, invalidator_id, invalidated_date, updated_date, closed)
  select (select coalesce(max(id), 0) from original.task_invalidation_history)::int + (row_number() over (order by t.id))::int,
         t.id, t.project_id, t.number, h.id, m.user_id, m.at, h.user_id, h.at, h.at, false
    from original.ready_task t
    join lateral (select id, user_id, at from original.ready_history h where h.project_id = t.project_id and h.number = t.number
                     and h.status = 'INVALIDATED' order by id desc limit 1) h on true
    left join lateral (select user_id, at from original.ready_history m where m.project_id = t.project_id and m.number = t.number
                     and m.status in ('MAPPED', 'BADIMAGERY') and m.id < h.id order by id desc limit 1) m on true
   where t.status = 'INVALIDATED' and not exists (select from original.ready_invalidation i where i.task_id = t.id and not i.closed)
  returning *)
insert into original.finding (rule, table_name, key, what, done)
select 'invalidation missing', 'task_invalidation_history', project_id || '/' || number, 'the task is INVALIDATED', 'one is added from its history' from t;

-- Tasks in our form. What people see on the map is right: a history that ends otherwise gets a last change of state, which is
-- nobody's work. A task under a lock has the state that its history says.
drop table if exists original.ready_task;
create unlogged table original.ready_task as
select row_number() over (order by t.project_id, t.id)::int as id, t.project_id, t.id as number,
       case when t.task_status in (1, 3) then coalesce(nullif(c.status, 'SPLIT'), 'READY')
            else (array['READY', null, 'MAPPED', null, 'VALIDATED', 'INVALIDATED', 'BADIMAGERY'])[t.task_status + 1]::task_status end as status,
       c.status as said, t.task_status in (1, 3) as was_locked, t.locked_by, t.mapped_by, t.validated_by,
       coalesce(n.user_id, p.author_id) as changed_by, coalesce(n.at, p.created, 'epoch') as changed_at, p.author_id
  from original.tasks t
  join original.projects p on p.id = t.project_id
  left join (select distinct on (project_id, number) project_id, number, status from original.ready_history
              where kind = 'STATE_CHANGE' order by project_id, number, id desc) c on c.project_id = t.project_id and c.number = t.id
  left join (select distinct on (project_id, number) project_id, number, user_id, at from original.ready_history
              order by project_id, number, id desc) n on n.project_id = t.project_id and n.number = t.id;
create unique index on original.ready_task (project_id, number);
analyze original.ready_task;

insert into original.finding (rule, table_name, key, what, done)
select 'lock in force', 'tasks', project_id || '/' || number, 'held by ' || coalesce(locked_by::text, 'nobody'), 'the lock ends with the import, the task is ' || status
  from original.ready_task where was_locked or locked_by is not null;
insert into original.finding (rule, table_name, key, what, done)
select 'two mapping locks', 'users', locked_by::text, count(*) || ' tasks at once', 'all of them end with the import'
  from original.ready_task where locked_by is not null group by locked_by having count(*) > 1;

insert into original.finding (rule, table_name, key, what, done)
select 'state against history', 'tasks', project_id || '/' || number, coalesce('the history ends with ' || said, 'no history'), 'a last change to ' || status || ' is added'
  from original.ready_task where status <> coalesce(said, 'READY');
insert into original.ready_history (id, project_id, number, user_id, at, at_before, kind, status, lost, cut, undo, credited)
select (select coalesce(max(id), 0) from original.ready_history) + row_number() over (order by id), project_id, number,
       coalesce(case when status = 'VALIDATED' then validated_by when status in ('MAPPED', 'BADIMAGERY') then mapped_by end, author_id),
       changed_at, changed_at, 'STATE_CHANGE', status, false, false, false, false
  from original.ready_task where status <> coalesce(said, 'READY');

-- The row of a lock that ends now says so.
update original.ready_history h set kind = replace(replace(h.kind::text, 'EXTENDED', 'AUTO_UNLOCKED'), 'LOCKED_FOR', 'AUTO_UNLOCKED_FOR')::history_kind
  from original.ready_task t
 where t.was_locked and h.project_id = t.project_id and h.number = t.number and h.lost and h.kind::text !~ '^AUTO'
   and h.id = (select max(id) from original.ready_history n where n.project_id = t.project_id and n.number = t.number and n.duration_seconds is not null);

with t as (update original.ready_task set mapped_by = null where status = 'READY' and mapped_by is not null returning *)
insert into original.finding (rule, table_name, key, what, done)
select 'mapped but ready', 'tasks', project_id || '/' || number, 'has a mapper though it is ready', 'has no mapper' from t;

drop table if exists original.ready_progress;
create unlogged table original.ready_progress as
select project_id, count(*)::int as total, (count(*) filter (where status = 'MAPPED'))::int as mapped,
       (count(*) filter (where status = 'VALIDATED'))::int as validated, (count(*) filter (where status = 'BADIMAGERY'))::int as bad_imagery
  from original.ready_task group by project_id;
insert into original.finding (rule, table_name, key, what, done)
select 'counters', 'projects', p.id::text,
       format('total %s, mapped %s, validated %s, bad imagery %s', p.total_tasks, p.tasks_mapped, p.tasks_validated, p.tasks_bad_imagery),
       format('counted: %s, %s, %s, %s', g.total, g.mapped, g.validated, g.bad_imagery)
  from original.projects p join original.ready_progress g on g.project_id = p.id
 where (p.total_tasks, p.tasks_mapped, p.tasks_validated, p.tasks_bad_imagery) is distinct from (g.total, g.mapped, g.validated, g.bad_imagery);

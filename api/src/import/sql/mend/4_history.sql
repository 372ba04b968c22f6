-- The rows of the history that say something, in our form. A lock without its time (the original loses it when a comment is
-- given) lasted until the next row that its holder wrote, at most 2 hours.
with t as (
  delete from original.task_history
   where action_date is null
      or action is null or action not in ('LOCKED_FOR_MAPPING', 'LOCKED_FOR_VALIDATION', 'EXTENDED_FOR_MAPPING', 'EXTENDED_FOR_VALIDATION',
           'AUTO_UNLOCKED_FOR_MAPPING', 'AUTO_UNLOCKED_FOR_VALIDATION', 'STATE_CHANGE', 'COMMENT')
      or action = 'STATE_CHANGE' and coalesce(action_text, '') not in ('READY', 'MAPPED', 'VALIDATED', 'INVALIDATED', 'BADIMAGERY', 'SPLIT')
  returning *)
insert into original.finding (rule, table_name, key, what, done)
select 'unknown action', 'task_history', id::text, concat_ws(' ', action, action_text, 'of task', project_id || '/' || task_id), 'set aside' from t;

drop table if exists original.ready_history;
create unlogged table original.ready_history as
with parsed as (
  select h.id, h.project_id, h.task_id as number, h.user_id, h.action_date as at, h.action, h.action_text,
         h.action not in ('STATE_CHANGE', 'COMMENT') as is_lock,
         case when h.action not in ('STATE_CHANGE', 'COMMENT') and h.action_text ~ '^(\d{1,4} days?, )?\d{1,5}:[0-5]\d:[0-5]\d(\.\d+)?$'
              then extract(epoch from replace(h.action_text, ',', '')::interval)::float8 end as seconds
    from original.task_history h
), seen as (
  select p.*,
         lead(user_id) over task as next_user, lead(at) over task as next_at, lead(id) over task is null as is_newest,
         lag(action) over task as previous_action, lag(action_text) over task as previous_text,
         -- Of the locks of a task none begins before the one that was there earlier.
         case when is_lock then max(at) filter (where is_lock) over (partition by project_id, number order by id rows unbounded preceding) end as lock_at
    from parsed p window task as (partition by project_id, number order by id)
), timed as (
  select s.*, case when is_lock then
           coalesce(seconds, case when next_user = user_id then least(greatest(extract(epoch from next_at - lock_at), 0), 7200) else 0 end)::float8 end as lasted,
         case when is_lock then lead(lock_at) over (partition by project_id, number, is_lock order by id) end as next_lock
    from seen s
)
select id, project_id, number, user_id, coalesce(lock_at, at) as at, at as at_before, action::history_kind as kind,
       case when action = 'STATE_CHANGE' then action_text::task_status end as status,
       case when action = 'COMMENT' then coalesce(action_text, '') end as comment,
       case when next_lock is null or lasted <= extract(epoch from next_lock - lock_at) then lasted
            else greatest(extract(epoch from next_lock - lock_at), 0)::float8 end as duration_seconds,
       is_lock and seconds is null as lost, action_text as text_before,
       is_lock and next_lock is not null and lasted > extract(epoch from next_lock - lock_at) as cut,
       action = 'STATE_CHANGE' and coalesce(previous_action = 'COMMENT' and previous_text like 'Undo state from %', false) as undo,
       true as credited
  from timed;

insert into original.finding (rule, table_name, key, what, done)
select 'lock without a time', 'task_history', id::text, concat_ws(' ', kind, text_before, 'of task', project_id || '/' || number),
       'lasted ' || round(duration_seconds::numeric, 3) || ' s' from original.ready_history where lost;
insert into original.finding (rule, table_name, key, what, done)
select 'overlapping locks', 'task_history', id::text, concat_ws(' ', kind, text_before, 'of task', project_id || '/' || number),
       'ends when the next lock of the task begins' from original.ready_history where cut;
insert into original.finding (rule, table_name, key, what, done)
select 'locks out of order', 'task_history', id::text, concat_ws(' ', kind, 'at', at_before, 'of task', project_id || '/' || number),
       'begins with the one before it' from original.ready_history where at <> at_before;
insert into original.finding (rule, table_name, key, what, done)
select 'comment without a text', 'task_history', id::text, 'of task ' || project_id || '/' || number, 'has an empty text'
  from original.ready_history where kind = 'COMMENT' and text_before is null;
create index on original.ready_history (project_id, number, id);
create unique index on original.ready_history (id);
analyze original.ready_history;

-- Issues stand on the change of state; the original writes them on the comment as well.
with t as (
  delete from original.task_mapping_issues i using original.ready_history h
   where h.id = i.task_history_id and (h.kind <> 'STATE_CHANGE' or coalesce(i.count, 0) <= 0) returning i.id, h.kind, i.count)
insert into original.finding (rule, table_name, key, what, done)
select 'issue in the wrong place', 'task_mapping_issues', id::text, concat_ws(' ', count, 'on a row', kind), 'set aside' from t;
with t as (
  delete from original.task_mapping_issues i where not exists (select from original.ready_history h where h.id = i.task_history_id) returning i.id)
insert into original.finding (rule, table_name, key, what, done)
select 'orphan', 'task_mapping_issues', id::text, 'its row of the history was set aside', 'set aside' from t;

-- Which tasks were marked as BADIMAGERY, and back as READY by an undo. $1 task ids
select distinct task_id as id
  from (select task_id, status, undo, lag(status) over (partition by task_id order by id) as before
          from task_history where task_id = any ($1::int[]) and kind = 'STATE_CHANGE') changes
 where undo and status = 'READY' and before = 'BADIMAGERY';

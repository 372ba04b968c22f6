-- All changes of state in a project in the order they happened, with their day (UTC). $1 project.
select task_id as task, status, to_char(at at time zone 'UTC', 'YYYY-MM-DD') as day
  from task_history where project_id = $1 and kind = 'STATE_CHANGE' order by at, id;

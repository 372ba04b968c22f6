-- All changes of state in a project by their day (UTC), in the order they happened: status and task, `MAPPED 17,VALIDATED 17`. $1 project.
select to_char(day, 'YYYY-MM-DD') as day, string_agg(status || ' ' || task_id, ',' order by at, id) as changes
  from (select task_id, status, at, id, (at at time zone 'UTC')::date as day
          from task_history where project_id = $1 and kind = 'STATE_CHANGE') changed
 group by changed.day order by changed.day;

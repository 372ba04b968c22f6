-- Which tasks became mapped, validated or invalidated on which day (UTC), each once a day; within a day in the order in which REST v2
-- counts them. $1 project.
select distinct to_char(at at time zone 'UTC', 'YYYY-MM-DD') as day, status::text as status, task_id as task
  from task_history where project_id = $1 and kind = 'STATE_CHANGE' and status in ('MAPPED', 'VALIDATED', 'INVALIDATED')
 order by day, status desc, task;

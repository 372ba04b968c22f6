-- Time spent on a project, from locks that have ended, however they ended: seconds and number of locks, extensions included.
-- The locks that a validator took together ran together: they count once, for as long as the longest. $1 project.
select coalesce(sum(seconds) filter (where kind like '%MAPPING'), 0)    as "mappingSeconds",
       coalesce(sum(seconds) filter (where kind like '%VALIDATION'), 0) as "validationSeconds",
       coalesce(sum(tasks) filter (where kind like '%MAPPING'), 0)::int    as "mappingLocks",
       coalesce(sum(tasks) filter (where kind like '%VALIDATION'), 0)::int as "validationLocks"
  from (select kind::text as kind, max(duration_seconds) as seconds, count(*) as tasks
          from task_history where project_id = $1 and duration_seconds is not null and kind <> 'COMMENT'
         group by person_id, kind, at) together;

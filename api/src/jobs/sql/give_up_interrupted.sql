-- Runs that will not end by themselves are over: of an instance that is gone, which is told by its connections, or whose end could
-- not be written. Locks of workers that are gone are taken from the jobs they had in hand, so that others do them. A moment is
-- left to an instance that is just connecting again. One row: how many.
with running as (
  select id, worker, not exists (select from pg_stat_activity where datname = current_database() and application_name = r.instance) as gone
    from job_run r where outcome = 'RUNNING' and started_at < now() - interval '1 minute'),
over as (
  update job_run r set outcome = 'INTERRUPTED', finished_at = clock_timestamp(), detail = 'The program or its database was away before the job had ended.'
    from running where r.id = running.id and r.outcome = 'RUNNING'   -- another may have been here while this waited
     and (gone or not exists (select from graphile_worker.jobs where locked_by = running.worker and task_identifier = r.job))
  returning r.worker, gone),
unlocked as (select graphile_worker.force_unlock_workers(array_agg(distinct worker)) from over where gone having count(*) > 0)
select (select count(*)::int from over) as runs, (select count(*)::int from unlocked) as unlocked;

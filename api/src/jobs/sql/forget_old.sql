-- Runs older than a week, but not the last of each outcome of a job; jobs that were given up a month ago. One row: how many.
with runs as (
  delete from job_run old where started_at < now() - interval '7 days' and outcome <> 'RUNNING'
     and exists (select from job_run newer where newer.job = old.job and newer.outcome = old.outcome and newer.id > old.id)
  returning 1),
given_up as (
  select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker.jobs
   where attempts >= max_attempts and locked_at is null and updated_at < now() - interval '30 days')
select (select count(*)::int from runs) as runs, (select count(*)::int from given_up where complete_jobs is not null) as jobs;

-- A run that was taken for interrupted has ended all the same.
update job_run set outcome = $2::job_outcome, detail = left($3, 2000), finished_at = clock_timestamp() where id = $1;

insert into job_run (job, worker, instance, started_at) values ($1, $2, $3, clock_timestamp()) returning id;

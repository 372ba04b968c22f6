-- $1 a job's name: those that were given up are done with.
select from graphile_worker.complete_jobs((select array_agg(id) from graphile_worker.jobs
                                            where task_identifier = $1 and attempts >= max_attempts and locked_at is null));

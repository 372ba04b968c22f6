-- How jobs stand: $1 their names. One row each, in that order; runs are objects, null where there was none.
select asked.name, coalesce(queue.waiting, 0) as waiting, coalesce(queue.failed, 0) as failed, queue.next_at,
       last.run as last_run, success.run as last_success, failure.run as last_failure
  from unnest($1::text[]) with ordinality asked (name, place)
  left join (select task_identifier, count(*) filter (where attempts < max_attempts)::int as waiting,
                    count(*) filter (where attempts >= max_attempts)::int as failed, min(run_at) filter (where attempts < max_attempts) as next_at
               from graphile_worker.jobs where locked_at is null group by task_identifier) queue on queue.task_identifier = asked.name
  left join lateral (select to_jsonb(r) as run from job_run r where job = asked.name order by id desc limit 1) last on true
  left join lateral (select to_jsonb(r) as run from job_run r where job = asked.name and outcome = 'DONE' order by id desc limit 1) success on true
  left join lateral (select to_jsonb(r) as run from (
                       (select * from job_run where job = asked.name and outcome = 'FAILED' order by id desc limit 1) union all
                       (select * from job_run where job = asked.name and outcome = 'INTERRUPTED' order by id desc limit 1)) r
                      order by id desc limit 1) failure on true
 order by asked.place;

-- A moment as REST v2 writes it: ISO 8601 in UTC, to the microsecond.
create or replace function v2_time(moment timestamptz) returns text language sql stable parallel safe as $$
  select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

-- What REST v2 says of a row of a task's history: the new status, the comment, or how long a lock lasted, HH:MM:SS.ffffff with
-- as many hours as there were; null while it lasts. Stable, as to_char is: a function that says more is planned anew in each statement.
create or replace function v2_action_text(status task_status, comment text, duration_seconds float8) returns text
language sql stable parallel safe as $$
  select coalesce(status::text, comment, regexp_replace(to_char(make_interval(secs => duration_seconds), 'HH24:MI:SS.US'), '\.000000$', ''))
$$;

-- Who there is, which projects, and what was done to each task: in temporary tables, for an instance of ours and of the original.
-- Everything follows from h(number, purpose): two runs give the same instance.
create function pg_temp.h(bigint, int) returns float8 language sql immutable as $$
  select (hashint8extended($1, $2) & 9007199254740991) / 9007199254740992.0::float8 $$;
-- One of n, the first far more often than the last: as work is spread over people.
create function pg_temp.one_of(n int, bigint, int) returns int language sql immutable as $$ select 1 + floor(n * pg_temp.h($2, $3) ^ 3)::int $$;
create temporary table size as
  select s as scale, greatest(100, round(20000 * s))::int as people, greatest(5, round(200 * s))::int as organisations,
         greatest(20, round(1000 * s))::int as teams, greatest(50, round(5000 * s))::int as projects,
         date_trunc('day', now()) as today from (select current_setting('bench.scale')::float8 as s) x;

-- Projects of 12 to 140 tasks, one of 2,000, one of 10,000 and one of 50,000 × scale, with texts, teams and what people said.
-- Each is a block of tiles somewhere between 60° S and 60° N: full columns, and the rest of the tasks in one more.
create temporary table plan as
with p as (
  select n as id, tasks, zoom, ceil(sqrt(tasks))::int as height,
         floor((1 << zoom) * (0.02 + 0.94 * pg_temp.h(n, 41)))::int as x0, floor((1 << zoom) * (0.3 + 0.38 * pg_temp.h(n, 42)))::int as y0,
         1 - pg_temp.h(n, 43) ^ 7 as done, created_at, (today - interval '30 days') - created_at as span
    from size, generate_series(1, projects) n,
         lateral (select case n when 1 then 2000 when 2 then 10000 when 3 then greatest(1000, round(50000 * scale))::int
                                else 12 + floor(129 * pg_temp.h(n, 40) ^ 1.3)::int end as tasks,
                         case when n <= 3 then 16 else 14 end as zoom, today - interval '60 days' - pg_temp.h(n, 44) * interval '900 days' as created_at) x
)
select p.*, (sum(tasks) over (order by id) - tasks)::int as earlier_tasks,
       st_multi(st_transform(case when tasks % height = 0 then whole else st_union(whole, st_makeenvelope((x0 + tasks / height) * step - half,
         y0 * step - half, (x0 + tasks / height + 1) * step - half, (y0 + tasks % height) * step - half, 3857)) end, 4326)) as area
  from p, lateral (select 20037508.3392::float8 as half, 20037508.3392::float8 / 2 ^ (zoom - 1) as step) m,
       lateral (select st_makeenvelope(x0 * step - half, y0 * step - half, (x0 + tasks / height) * step - half, (y0 + height) * step - half, 3857) as whole) w;

-- What was done to each task is one of seven stories; how many tasks have one depends on how far the project is.
create temporary table story (story int, upto float8, status text);
insert into story values (1, 0.09, 'READY'), (2, 0.31, 'MAPPED'), (3, 0.72, 'VALIDATED'), (4, 0.77, 'INVALIDATED'), (5, 0.98, 'VALIDATED'), (6, 1, 'BADIMAGERY');

create temporary table doing as
select p.earlier_tasks + number as id, p.id as project_id, number, p.zoom,
       p.x0 + (number - 1) / p.height as x, p.y0 + (number - 1) % p.height as y, coalesce(s.story, 0) as story, coalesce(s.status, 'READY') as status,
       p.created_at + pg_temp.h(key, 73) * (p.span - interval '12 days') as began,
       mapper, 1 + (mapper + floor((people - 1) * pg_temp.h(key, 74) ^ 3)::int) % people as validator,
       1 + (mapper + floor((people - 1) * pg_temp.h(key, 75))::int) % people as second_mapper
  from size, plan p cross join lateral generate_series(1, p.tasks) number
 cross join lateral (select p.id * 100000::bigint + number as key) k
 -- Forty people work on a project.
 cross join lateral (select pg_temp.one_of(people, p.id * 100::bigint + floor(40 * pg_temp.h(key, 70) ^ 2)::int, 71) as mapper) m
  left join lateral (select * from story where pg_temp.h(key, 72) <= p.done and pg_temp.h(key, 76) < upto order by upto limit 1) s on true;
create index on doing (id);
analyze doing;

-- The stories, step by step: who (1 the mapper, 2 the validator, 3 a second mapper), when (days and minutes after it began).
create temporary table step (story int, step int, who int, days int, minutes int, kind text, status text);
insert into step values
  (1, 1, 1, 0, 0, 'LOCKED_FOR_MAPPING', null), (1, 2, 3, 1, 0, 'AUTO_UNLOCKED_FOR_MAPPING', null),
  (2, 1, 1, 0, 0, 'LOCKED_FOR_MAPPING', null), (2, 2, 1, 0, 40, 'COMMENT', null), (2, 3, 1, 0, 40, 'STATE_CHANGE', 'MAPPED'),
  (3, 1, 1, 0, 0, 'LOCKED_FOR_MAPPING', null), (3, 2, 1, 0, 60, 'LOCKED_FOR_MAPPING', null), (3, 3, 1, 0, 100, 'COMMENT', null),
  (3, 4, 1, 0, 100, 'STATE_CHANGE', 'MAPPED'), (3, 5, 2, 2, 0, 'LOCKED_FOR_VALIDATION', null), (3, 6, 2, 2, 40, 'COMMENT', null),
  (3, 7, 2, 2, 40, 'STATE_CHANGE', 'VALIDATED'), (3, 8, 1, 3, 0, 'COMMENT', null),
  (4, 1, 1, 0, 0, 'LOCKED_FOR_MAPPING', null), (4, 2, 1, 0, 40, 'COMMENT', null), (4, 3, 1, 0, 40, 'STATE_CHANGE', 'MAPPED'),
  (4, 4, 2, 2, 0, 'LOCKED_FOR_VALIDATION', null), (4, 5, 2, 2, 40, 'COMMENT', null), (4, 6, 2, 2, 40, 'STATE_CHANGE', 'INVALIDATED'),
  (5, 1, 1, 0, 0, 'LOCKED_FOR_MAPPING', null), (5, 2, 1, 0, 40, 'COMMENT', null), (5, 3, 1, 0, 40, 'STATE_CHANGE', 'MAPPED'),
  (5, 4, 2, 2, 0, 'LOCKED_FOR_VALIDATION', null), (5, 5, 2, 2, 40, 'COMMENT', null), (5, 6, 2, 2, 40, 'STATE_CHANGE', 'INVALIDATED'),
  (5, 7, 3, 5, 0, 'LOCKED_FOR_MAPPING', null), (5, 8, 3, 5, 40, 'COMMENT', null), (5, 9, 3, 5, 40, 'STATE_CHANGE', 'MAPPED'),
  (5, 10, 2, 8, 0, 'LOCKED_FOR_VALIDATION', null), (5, 11, 2, 8, 40, 'COMMENT', null), (5, 12, 2, 8, 40, 'STATE_CHANGE', 'VALIDATED'),
  (5, 13, 3, 9, 0, 'COMMENT', null),
  (6, 1, 1, 0, 0, 'LOCKED_FOR_MAPPING', null), (6, 2, 1, 0, 40, 'COMMENT', null), (6, 3, 1, 0, 40, 'STATE_CHANGE', 'BADIMAGERY');

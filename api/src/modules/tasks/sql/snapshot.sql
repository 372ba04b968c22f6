-- The state of all tasks for the map. $1 project. 10,000 tasks: 10 KB before compression.
-- statuses: one digit a task in the order of their ids; runs: which task each digit stands for, [first id, first number, length];
-- locks: those in force. position: go on from here with the events. One statement, one snapshot: no event falls between.
select p.event_position as position, tasks.statuses, tasks.runs, coalesce(locks.list, '[]') as locks
  from project_progress p
  cross join lateral (
    select string_agg(digits, '' order by first_id) as statuses,
           json_agg(json_build_array(first_id, first_number, length) order by first_id) as runs
      from (select min(id) as first_id, min(number) as first_number, count(*) as length,
                   string_agg(case status when 'READY' then '0' when 'MAPPED' then '2' when 'VALIDATED' then '4' when 'INVALIDATED' then '5' else '6' end,
                              '' order by id) as digits
              from (select id, number, status, id - row_number() over (order by id) as by_id, number - row_number() over (order by id) as by_number
                      from task where project_id = $1 and status <> 'SPLIT') numbered
             group by by_id, by_number) run
  ) tasks
  cross join lateral (
    select json_agg(json_build_object('mapId', t.id, 'number', t.number, 'kind', t.lock_kind, 'expiresAt', t.lock_expires_at,
             'holder', json_build_object('osmId', h.id, 'username', h.username, 'pictureUrl', h.picture_url))) as list
      from task t join person h on h.id = t.lock_holder
     where t.project_id = $1 and t.lock_expires_at > statement_timestamp()
  ) locks
 where p.project_id = $1;

-- How much happened in projects: as activity.sql, without those in which nothing did. $1 projects, $2 kinds, $3 person, $4 task
-- number, $5 then or later, $6 before then
select h.project_id, count(*)::int as count
  from task_history_with_open_lock h
 where h.project_id = any ($1::int[])
   and case when $2::text[] is null then h.kind <> 'COMMENT' else h.kind::text = any ($2) end
   and ($3::int is null or h.person_id = $3) and ($4::int is null or h.task_id = any (array(select id from task where project_id = any ($1) and number = $4)))
   and ($5::timestamptz is null or h.at >= $5) and ($6::timestamptz is null or h.at < $6)
 group by h.project_id;
